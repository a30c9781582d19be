"""Figures behind sign-in: the public's pages, with what is closed to it for those who may count.

Everybody who has signed in comes to these pages; which figures they give is decided by the roles of
the reader, and a figure that is not for them is no page at all.
"""

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path

from peelian.web.doors import audience
from peelian.web.force.side import inside
from peelian.web.public.download import download_file
from peelian.web.public.figure import figure_page
from peelian.web.public.measure import measure_page, measures_page
from peelian.web.public.rows import rows_page


@audience("staff")
def measures(request: HttpRequest) -> HttpResponse:
    """Every question that can be asked."""
    return measures_page(request, inside(request))


@audience("staff")
def measure(request: HttpRequest, key: str) -> HttpResponse:
    """One measure, for the force of the reader where none is chosen."""
    return measure_page(request, key, inside(request))


@audience("staff")
def download(request: HttpRequest, key: str, ending: str) -> HttpResponse:
    """The figures of one request as a file: numbers and no rows."""
    return download_file(request, key, ending, inside(request))


@audience("staff")
def figure(request: HttpRequest, address: str) -> HttpResponse:
    """The card of one figure."""
    return figure_page(request, address, inside(request))


@audience("staff")
def rows(request: HttpRequest, address: str, part: str) -> HttpResponse:
    """The rows behind a figure that this reader may see, each leading to its record."""
    return rows_page(request, address, part, inside(request))


urls: list[URLPattern] = [
    path("force/measures/", measures, name="inside-measures"),
    path("force/measures/<str:key>/", measure, name="inside-measure"),
    path("force/measures/<str:key>/download.<str:ending>", download, name="inside-download"),
    path("force/figures/<str:address>", figure, name="inside-figure"),
    path("force/figures/<str:address>/rows/<str:part>/", rows, name="inside-rows"),
]
