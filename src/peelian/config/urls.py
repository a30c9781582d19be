"""Root addresses: public pages and the API now, other doors beside them as they are built."""

from django.urls import URLPattern, URLResolver, include, path

from peelian.jobs.checking.probes import PROBES, gauges
from peelian.web.operator.health import health_urls

urlpatterns: list[URLPattern | URLResolver] = [
    *health_urls(PROBES, gauges),
    path("", include("peelian.web.api.urls")),
    path("", include("peelian.web.public.urls")),
    path("", include("peelian.web.surveys.urls")),
    path("", include("peelian.web.people.urls")),
    path("", include("peelian.web.people.rights_urls")),
    path("", include("peelian.web.force.urls")),
]

handler500 = "peelian.web.unkept.server_error"
