"""What every page knows of the site: attributions, where the data stand, whether it is a demo."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from peelian import catalogue


def site(request: HttpRequest) -> dict[str, Any]:
    """For the frame of every page."""
    return {"attributions": catalogue.ATTRIBUTIONS, "demo": settings.DEMO}
