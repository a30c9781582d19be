"""From the address of a figure to its question and its snapshot, or to the way on."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from peelian import catalogue
from peelian.engines.measures.request import BadRequest
from peelian.engines.publishing.address import BadAddress, parse, written
from peelian.engines.publishing.opened import Opened, VersionGone, reopen
from peelian.records.store.catalogue import NoSuchSnapshot
from peelian.records.store.reader import Reader
from peelian.web.components.parts import Link
from peelian.web.public.snapshots import reader_of
from peelian.web.sides import Side


class CannotOpen(Exception):
    """A figure cannot be opened; carries the sentence that says why and a link that leads on."""

    def __init__(self, sentence: str, *, status: int, way_on: Link) -> None:
        super().__init__(sentence)
        self.status = status
        self.way_on = way_on


def open_figure(request: HttpRequest, address: str, side: Side) -> tuple[Opened, Reader]:
    """The figure's question and the snapshot to ask. Raises `CannotOpen`."""
    everything = Link(_("See every measure that can be asked for"), side.url("measures"))
    try:
        found = parse(address)
        measure = catalogue.measure(found.measure)
    except BadAddress as error:
        raise CannotOpen(str(error), status=404, way_on=everything) from error
    except catalogue.UnknownMeasure as error:
        raise CannotOpen(str(error.args[0]), status=404, way_on=everything) from error
    try:
        opened = reopen(found, measure)
    except VersionGone as error:
        now = written(replace(found, version=measure.version))
        link = Link(_("Ask the same of the definition in force"), side.url("figure", now))
        raise CannotOpen(str(error), status=404, way_on=link) from error
    except BadRequest as error:
        link = Link(_("Ask again on the page of the measure"), side.url("measure", measure.key))
        raise CannotOpen(str(error), status=400, way_on=link) from error
    try:
        return opened, side.through(reader_of(request))
    except NoSuchSnapshot as error:
        link = Link(_("See the figure as it stands now"), side.url("figure", address))
        raise CannotOpen(str(error.args[0]), status=404, way_on=link) from error


def cannot_open(request: HttpRequest, refusal: CannotOpen, side: Side) -> HttpResponse:
    """The page that says why a figure cannot be opened, and what can be instead."""
    return render(
        request,
        "public/figure_gone.html",
        {
            "page_title": _("This figure cannot be opened"),
            "navigation": side.menu("measures"),
            "sentence": str(refusal),
            "way_on": refusal.way_on,
        },
        status=refusal.status,
    )
