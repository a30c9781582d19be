"""The API's answers are the same for everyone until the next snapshot or the next day.

The tag of an answer is a hash of the snapshot, the day (a feed can fall late without a load), the
version of the product and the address. A caller who has the answer is told so before anything is
computed. A control chart also rests on limits that people make anew, between two loads: it has no
tag. The data are public and read-only, so any site may ask from its pages.
"""

import hashlib
from collections.abc import Callable
from importlib.metadata import version

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import patch_cache_control

from peelian.web.answers import reader

PREFIX = "/api/"
UNTAGGED = "/control"
SECONDS = 60

Handler = Callable[[HttpRequest], HttpResponse]


def api_caching(following: Handler) -> Handler:
    """Middleware: tags for answers of the API, and 304 for those that the caller has."""
    release = version("peelian")

    def handle(request: HttpRequest) -> HttpResponse:
        if not request.path.startswith(PREFIX) or request.method not in ("GET", "HEAD"):
            return following(request)
        day = timezone.localdate().isoformat()
        identity = "\n".join((reader().snapshot.id, day, release, request.get_full_path()))
        tag = f'W/"{hashlib.sha256(identity.encode()).hexdigest()[:32]}"'
        held = [one.strip() for one in request.headers.get("If-None-Match", "").split(",")]
        response = HttpResponse(status=304) if tag in held else following(request)
        if response.status_code in (200, 304) and not request.path.endswith(UNTAGGED):
            response["ETag"] = tag
            patch_cache_control(response, public=True, max_age=SECONDS)
        response["Access-Control-Allow-Origin"] = "*"
        return response

    return handle
