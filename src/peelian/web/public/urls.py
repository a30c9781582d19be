"""Public addresses. Each view says whom it is for; a house test fails on one that does not."""

from django.urls import URLPattern

from peelian.web.public import (
    data,
    download,
    figure,
    home,
    manual,
    maps,
    measure,
    place,
    places,
    rows,
)

urlpatterns: list[URLPattern] = [
    *home.urls,
    *measure.urls,
    *download.urls,
    *maps.urls,
    *places.urls,
    *place.urls,
    *figure.urls,
    *rows.urls,
    *data.urls,
    *manual.urls,
]
