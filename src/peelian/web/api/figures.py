"""One figure with all that is needed to open, repeat and argue with it."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from ninja import Router

from peelian import catalogue
from peelian.access.actors import PUBLIC
from peelian.engines.measures.beside import beside_cell
from peelian.engines.publishing.address import BadAddress, parse
from peelian.engines.publishing.beside import companion
from peelian.engines.publishing.card import Card, card
from peelian.engines.publishing.loaded import published
from peelian.engines.publishing.opened import VersionGone, reopen
from peelian.engines.publishing.sources import file_name
from peelian.engines.publishing.table import records
from peelian.records.store.snapshot import Part
from peelian.sources import adapters
from peelian.web.answers import answered, feed_warnings, reader
from peelian.web.api.bodies.figures import Figure
from peelian.web.api.problems import GUARDED, Refused, check_parameters

router = Router(tags=["figures"])


@router.get(
    "/figures/{address}",
    response={200: Figure, **GUARDED},
    summary="One figure, opened",
    url_name="figure",
)
def figure(request: HttpRequest, address: str) -> dict[str, Any]:
    """The figure card as it stands on the newest snapshot."""
    check_parameters(request, ())
    try:
        found = parse(address)
        opened = reopen(found, catalogue.measure(found.measure))
    except BadAddress as error:
        raise Refused(
            404,
            what=str(error),
            where="address",
            right="Take the `figure` of a cell, as the API or a page gives it.",
        ) from error
    except VersionGone as error:
        raise Refused(
            404, what=str(error), where="address", right="Ask for the cells of the measure anew."
        ) from error
    tables = reader().public
    answer, _shown = answered(tables, opened.asked)
    made = card(opened, answer, tables, tables.snapshot, actor=PUBLIC)
    stand_beside = (
        companion(question, answered(tables, question.asked)[1][-1])
        for question in beside_cell(made.measure, made.shown.cell)
    )
    page = request.build_absolute_uri(reverse("figure", args=[made.address]))
    feeds = feed_warnings(tables, made.measure, opened.asked.forces)
    return _body(made, page) | {
        "warnings": [one for one in made.warnings if one not in feeds],
        "feeds": feeds,
        "beside": [one.record for one in stand_beside],
    }


def _body(made: Card, page: str) -> dict[str, Any]:
    interval, measure = made.interval, made.measure
    return {
        "cell": next(records((made.shown,))),
        "sentence": made.shown.sentence,
        "title": measure.title,
        "definition": measure.definition,
        "interval": None
        if interval is None
        else {"key": interval.key, "name": interval.name, "assumes": interval.assumes},
        "sources": [source_file(part) for part in made.sources.files],
        "tables": [source_file(part) for part in made.sources.tables],
        "query": made.query,
        "signed_off": made.signed_off,
        "cite": made.cite(page),
        "cautions": list(measure.cautions),
        "attributions": list(adapters.attributions(reader().snapshot)),
    }


def source_file(part: Part) -> dict[str, Any]:
    """A loaded file for readers; nothing of what it holds where that is not published."""
    public = published(part)
    return {
        "type": part.type_key,
        "source": part.source,
        "force": part.force_id,
        "month": part.month,
        "public": public,
        "name": file_name(part) if public else None,
        "rows": part.rows if public else None,
        "rejected": part.rejected if public else None,
        "sha256": part.origin_sha256 if public else None,
        "loaded_at": part.loaded_at,
        "restated": part.restated,
    }
