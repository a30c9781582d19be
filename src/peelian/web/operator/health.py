"""What the machine's own watchers ask: does it live, is it ready, how does it do.

No answer holds a word about a person. What is asked is handed down by `config.urls`, so that pages
need not know how jobs run.
"""

from collections.abc import Callable, Mapping

import structlog
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import URLPattern, path

from peelian.web.doors import audience
from peelian.web.operator.counted import Gauges, in_text

# An empty text where all is well, else what is wrong, in words without persons or places.
Probe = Callable[[], str]

log = structlog.get_logger("peelian.health")


def health_urls(probes: Mapping[str, Probe], gauges: Gauges) -> list[URLPattern]:
    """The addresses of health and metrics over these probes and figures."""

    @audience("public")
    def live(request: HttpRequest) -> HttpResponse:
        """Whether the process answers at all; asks nothing else."""
        return _unkept(JsonResponse({"live": True}))

    @audience("public")
    def ready(request: HttpRequest) -> HttpResponse:
        """Whether people can be let in; 503 with the names of what is not well."""
        said = {name: _asked(probe) for name, probe in probes.items()}
        well = not any(said.values())
        body = {"ready": well, **{name: sentence or "well" for name, sentence in said.items()}}
        return _unkept(JsonResponse(body, status=200 if well else 503))

    # A monitor cannot sign in: its address is what lets it in.
    @audience("public")
    def metrics(request: HttpRequest) -> HttpResponse:
        """Counts for a monitor that asks from one of its addresses; for anybody else no page."""
        if request.META.get("REMOTE_ADDR") not in settings.METRICS_FROM or _forwarded(request):
            raise Http404
        content = in_text(gauges)
        return _unkept(HttpResponse(content, content_type="text/plain; version=0.0.4"))

    return [
        path("health/live", live, name="health-live"),
        path("health/ready", ready, name="health-ready"),
        path("metrics", metrics, name="metrics"),
    ]


def _asked(probe: Probe) -> str:
    try:
        return probe()
    except Exception:
        # What an exception says may hold anything; the log says where it was raised.
        log.exception("probe_failed")
        return "failed"


def _forwarded(request: HttpRequest) -> bool:
    """Whether a proxy sent it: then the address is the proxy's, and the asker may be anybody."""
    return "HTTP_X_FORWARDED_FOR" in request.META or "HTTP_FORWARDED" in request.META


def _unkept(response: HttpResponse) -> HttpResponse:
    response.headers["Cache-Control"] = "no-store"
    return response
