"""Answers to an address that cannot be served, with the sentence that says what would be right."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from peelian.web.components.parts import Link


def refuse(
    request: HttpRequest, sentence: str, *, status: int = 400, way_on: Link | None = None
) -> HttpResponse:
    """A page that says what is wrong with the address, what would be right and where to go."""
    return render(
        request,
        "public/refused.html",
        {"page_title": _("This page cannot be shown"), "sentence": sentence, "way_on": way_on},
        status=status,
    )
