"""Cells of a measure, a page at a time or whole as CSV."""

from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from peelian.engines.publishing import exports
from peelian.engines.publishing.beside import companions
from peelian.engines.publishing.shown import Shown
from peelian.engines.publishing.table import records
from peelian.sources import adapters
from peelian.web.answers import answered, feed_warnings, reader
from peelian.web.api.asking import QUESTION, By, First, Key, Last, Where, question
from peelian.web.api.bodies.cells import Cells
from peelian.web.api.paging import Limit, following
from peelian.web.api.problems import CSV, GUARDED, Refused, check_parameters

router = Router(tags=["measures"])


@router.get(
    "/measures/{key}/cells",
    response={200: Cells, **GUARDED},
    summary="Cells of a measure",
    url_name="cells",
)
def cells(
    request: HttpRequest,
    key: Key,
    by: By = "",
    where: Where = [],  # noqa: B006  # read by the framework as a default, never changed
    first: First = None,
    last: Last = None,
    after: Annotated[str, Query(description="`figure` of the last cell you have.")] = "",
    limit: Limit = 100,
) -> dict[str, Any]:
    """A page of cells, empty groups included, in the order of the breakdown."""
    check_parameters(request, (*QUESTION, "after", "limit"))
    asked = question(key, by=by, where=where, first=first, last=last)
    tables = reader().public
    answer, shown = answered(tables, asked)
    begin = _begin(shown, after)
    page = shown[begin : begin + limit]
    more = begin + limit < len(shown)
    stand_beside = companions(asked, answer, lambda one: answered(tables, one)[1][-1])
    feeds = feed_warnings(tables, asked.measure, asked.forces)
    return {
        "items": list(records(page)),
        "next": following(request, page[-1].address) if more else None,
        "measure": key,
        "title": asked.measure.title,
        "definition": asked.measure.definition,
        "version": asked.measure.version,
        "by": list(answer.by),
        "snapshot": answer.snapshot,
        "beside": [one.record for one in stand_beside],
        "warnings": [one for one in answer.warnings if one not in feeds],
        "feeds": feeds,
        "attributions": list(adapters.attributions(tables.snapshot)),
    }


@router.get(
    "/measures/{key}/cells.csv",
    response=GUARDED,
    openapi_extra=CSV,
    summary="All cells of a question as CSV",
    url_name="cells-csv",
)
def cells_csv(
    request: HttpRequest,
    key: Key,
    by: By = "",
    where: Where = [],  # noqa: B006  # as above
    first: First = None,
    last: Last = None,
) -> HttpResponse:
    """The same columns as `peelian measure --format csv`, and the attribution in a last one."""
    check_parameters(request, QUESTION)
    asked = question(key, by=by, where=where, first=first, last=last)
    tables = reader().public
    answer, shown = answered(tables, asked)
    text = exports.as_csv(answer, shown, attributions=adapters.attributions(tables.snapshot))
    return HttpResponse(text, content_type="text/csv; charset=utf-8")


def _begin(shown: tuple[Shown, ...], after: str) -> int:
    if not after:
        return 0
    for place, one in enumerate(shown):
        if one.address == after:
            return place + 1
    raise Refused(
        400,
        what="No cell of this question has that address.",
        where="after",
        right="Give the `figure` of the last cell of the page before, to the same question.",
    )
