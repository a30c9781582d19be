"""The API's description as a page: made from its OpenAPI document, with an example for each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _

from peelian.web.api.api import api
from peelian.web.components.parts import Column, Link, Table, TableCell, TableRow
from peelian.web.doors import audience
from peelian.web.public.navigation import navigation

CODE = re.compile(r"`([^`]+)`")
# A path with which each address can be tried at once on whatever is loaded.
EXAMPLES = {
    "/api/": "/api/",
    "/api/measures": "/api/measures",
    "/api/measures/{key}": "/api/measures/crime.rate",
    "/api/areas": "/api/areas",
    "/api/forces": "/api/forces",
    "/api/procedures": "/api/procedures",
    "/api/procedures/{key}": "/api/procedures/vulnerability.dash",
    "/api/coverage": "/api/coverage?type=crime&force=staffordshire",
    "/api/measures/{key}/cells": "/api/measures/crime.recorded/cells?by=month"
    "&where=force=staffordshire",
    "/api/measures/{key}/cells.csv": "/api/measures/crime.recorded/cells.csv?by=force,month",
    "/api/measures/{key}/comparison": "/api/measures/crime.rate/comparison?force=staffordshire",
    "/api/measures/{key}/comparison.csv": "/api/measures/crime.rate/comparison.csv",
    "/api/measures/{key}/control": "/api/measures/crime.rate/control?force=staffordshire",
    "/api/figures/{address}": "/api/figures/crime.recorded@1;2021-03;force=staffordshire",
}


@dataclass(frozen=True)
class Endpoint:
    """One address of the API as readers meet it."""

    path: str
    title: str
    says: str
    example: str
    parameters: Table | None


@audience("public")
def guide(request: HttpRequest) -> HttpResponse:
    """Every address of the API with its parameters and an example to try."""
    return render(
        request,
        "public/api.html",
        {
            "page_title": _("Use the figures in your own tools"),
            "navigation": navigation("data"),
            "breadcrumbs": (
                Link(_("Home"), reverse("home")),
                Link(_("Data"), reverse("data")),
                Link(_("API"), "", current=True),
            ),
            "endpoints": tuple(_endpoints()),
            "description": reverse("api:openapi-json"),
        },
    )


def _endpoints() -> Iterator[Endpoint]:
    for address, methods in _described()["paths"].items():
        found = methods["get"]
        yield Endpoint(
            path=address,
            title=found["summary"],
            says=_plain(found.get("description", "")),
            example=EXAMPLES.get(address, ""),
            parameters=_parameters(address, found.get("parameters", [])),
        )


def _plain(text: str) -> str:
    """A description as one line, with quotation marks where programmers read code."""
    return CODE.sub(r"“\1”", " ".join(text.split()))


def _described() -> dict[str, Any]:
    return dict(api.get_openapi_schema())


def _parameters(address: str, given: list[dict[str, Any]]) -> Table | None:
    if not given:
        return None
    rows = tuple(
        TableRow(
            (
                TableCell(one["name"]),
                TableCell(_plain(one.get("description", ""))),
                TableCell(_("yes") if one.get("required") else _("no")),
            )
        )
        for one in given
    )
    columns = (Column(_("Parameter")), Column(_("What it is")), Column(_("Needed")))
    return Table(_("Parameters of {path}").format(path=address), columns, rows)


urls: list[URLPattern] = [path("api/guide", guide, name="api-guide")]
