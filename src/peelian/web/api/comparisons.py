"""Forces side by side, and one force against its own past."""

from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from peelian.engines.publishing.comparison import ReleasedComparison
from peelian.engines.publishing.comparison_json import as_json, chart_as_json
from peelian.engines.publishing.comparison_table import as_csv
from peelian.engines.publishing.comparison_words import in_words
from peelian.sources import adapters
from peelian.web.answers import compared, controlled, feed_warnings, reader
from peelian.web.api.asking import (
    Divided,
    Divisor,
    First,
    Key,
    Last,
    Own,
    Slug,
    Where,
    single_conditions,
)
from peelian.web.api.bodies.charts import ControlChart
from peelian.web.api.bodies.comparisons import Comparison
from peelian.web.api.problems import CSV, GUARDED, Refused, check_parameters

router = Router(tags=["comparisons"])

COMPARISON = ("force", "where", "from", "to", "divisor", "peers")
CONTROL = ("force", "where", "from", "to")

Alike = Annotated[bool, Query(description="Compare only with the forces most like your own.")]


@router.get(
    "/measures/{key}/comparison",
    response={200: Comparison, **GUARDED},
    summary="Forces side by side",
    url_name="comparison",
)
def comparison(
    request: HttpRequest,
    key: Key,
    force: Own = "",
    where: Where = [],  # noqa: B006  # read by the framework as a default, never changed
    first: First = None,
    last: Last = None,
    divisor: Divisor = "n - 1",
    peers: Alike = False,
) -> dict[str, Any]:
    """The inspectorate's lines, the funnel, the flags that chance alone would raise, and who is
    not in the comparison and why."""
    check_parameters(request, COMPARISON)
    found = _compared(key, force, where, first, last, divisor, peers)
    feeds = feed_warnings(reader(), found.measure, ())
    return as_json(found) | {
        "sentence": in_words(found.comparison, found.measure, force),
        "feeds": feeds,
        "attributions": list(adapters.ATTRIBUTIONS),
    }


@router.get(
    "/measures/{key}/comparison.csv",
    response=GUARDED,
    openapi_extra=CSV,
    summary="Forces side by side as CSV",
    url_name="comparison-csv",
)
def comparison_csv(
    request: HttpRequest,
    key: Key,
    force: Own = "",
    where: Where = [],  # noqa: B006  # as above
    first: First = None,
    last: Last = None,
    divisor: Divisor = "n - 1",
    peers: Alike = False,
) -> HttpResponse:
    """One row for each force, those that are set aside or missing among them."""
    check_parameters(request, COMPARISON)
    found = _compared(key, force, where, first, last, divisor, peers)
    text = as_csv(found, attributions=adapters.ATTRIBUTIONS)
    return HttpResponse(text, content_type="text/csv; charset=utf-8")


@router.get(
    "/measures/{key}/control",
    response={200: ControlChart, **GUARDED},
    summary="One force against its own past",
    url_name="control",
)
def control(
    request: HttpRequest,
    key: Key,
    force: Slug,
    where: Where = [],  # noqa: B006  # as above
    first: First = None,
    last: Last = None,
) -> dict[str, Any]:
    """The force's months as an XmR chart: its limits, and the months that its usual ones do not
    explain."""
    check_parameters(request, CONTROL)
    tables = reader().public
    found = controlled(
        tables, key, force=force, where=single_conditions(where), first=first, last=last
    )
    return chart_as_json(found) | {
        "feeds": feed_warnings(tables, found.measure, (force,)),
        "definition": found.measure.definition,
        "version": found.measure.version,
        "better": found.measure.better,
        "attributions": list(adapters.ATTRIBUTIONS),
    }


def _compared(
    key: str,
    force: str,
    where: list[str],
    first: str | None,
    last: str | None,
    divisor: Divided,
    peers: bool,
) -> ReleasedComparison:
    if peers and not force:
        raise Refused(
            400,
            what="Forces like which one?",
            where="force",
            right="Name your own force as well, for example force=staffordshire.",
        )
    return compared(
        reader(),
        key,
        where=single_conditions(where),
        first=first,
        last=last,
        own=force,
        divisor=divisor,
        among_peers=peers,
    )
