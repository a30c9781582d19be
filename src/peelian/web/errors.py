"""Answers to an address that cannot be served, with the sentence that says what would be right."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _


def refuse(request: HttpRequest, sentence: str, *, status: int = 400) -> HttpResponse:
    """A page that says what is wrong with the address and what would be right."""
    return render(
        request,
        "public/refused.html",
        {"page_title": _("This page cannot be shown"), "sentence": sentence},
        status=status,
    )
