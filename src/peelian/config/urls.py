"""Root addresses: public pages and the API now, other doors beside them as they are built."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("peelian.web.api.urls")),
    path("", include("peelian.web.public.urls")),
]
