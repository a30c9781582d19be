"""Root addresses: public pages now, other doors beside them as they are built."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [path("", include("peelian.web.public.urls"))]
