"""Public addresses. Each view says whom it is for; a house test fails on one that does not."""

from django.urls import URLPattern

from peelian.web.public import (
    check_report,
    compare,
    data,
    download,
    figure,
    home,
    manual,
    maps,
    measure,
    pictures,
    place,
    places,
    rows,
    staffing,
)

urlpatterns: list[URLPattern] = [
    *home.urls,
    *measure.urls,
    *compare.urls,
    *download.urls,
    *maps.urls,
    *places.urls,
    *place.urls,
    *figure.urls,
    *rows.urls,
    *staffing.urls,
    *check_report.urls,
    *pictures.urls,
    *data.urls,
    *manual.urls,
]
