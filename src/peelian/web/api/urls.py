"""Addresses of the API and of its guide."""

from django.urls import URLPattern, URLResolver, path

from peelian.web.api import guide, missing
from peelian.web.api.api import api
from peelian.web.doors import audience

addresses, application, space = api.urls
# The framework makes the views, so that they are marked where they are hung up.
for one in addresses:
    if one.callback:
        one.callback = audience("public")(one.callback)

urlpatterns: list[URLPattern | URLResolver] = [
    *guide.urls,
    path("api/", (addresses, application, space)),
    *missing.urls,
]
