"""Figures as files: CSV, JSON, Parquet and an accessible workbook, with attribution in each."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils.http import urlencode

from peelian import catalogue
from peelian.engines.measures.kinds import Measure
from peelian.engines.measures.periods import GRAINS
from peelian.engines.measures.request import BadRequest, Request, request
from peelian.engines.publishing.beside import companions
from peelian.engines.publishing.exports import as_csv, as_json, as_parquet
from peelian.engines.publishing.workbook import as_workbook
from peelian.sources import adapters
from peelian.web.answers import answered, reader
from peelian.web.components.parts import Link
from peelian.web.doors import audience
from peelian.web.errors import refuse
from peelian.web.public.side import PUBLIC_SIDE
from peelian.web.sides import Side

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class Format:
    """A kind of file: its ending, its name for readers and its media type."""

    ending: str
    title: str
    media: str


FORMATS = (
    Format("csv", "CSV", "text/csv; charset=utf-8"),
    Format("json", "JSON", "application/json"),
    Format("parquet", "Parquet", "application/vnd.apache.parquet"),
    Format("xlsx", "Excel", XLSX),
)


def download_links(measure: Measure, asked: Request, side: Side = PUBLIC_SIDE) -> tuple[Link, ...]:
    """A link for each format, to exactly the figures of a table on a page."""
    pairs = [*_span(asked), *((name, value) for name, values in asked.where for value in values)]
    query = urlencode([pair for pair in pairs if pair[1]])
    return tuple(
        Link(one.title, f"{side.url('download', measure.key, one.ending)}?{query}")
        for one in FORMATS
    )


def by_program(measure: Measure, asked: Request) -> str:
    """The address under which a program gets the figures of a table on a page."""
    pairs = [pair for pair in _span(asked) if pair[1]]
    pairs += [("where", f"{name}={value}") for name, values in asked.where for value in values]
    return f"{reverse('api:cells', args=[measure.key])}?{urlencode(pairs)}"


def _span(asked: Request) -> list[tuple[str, str]]:
    """Breakdown and months as they stand in an address; empty where they are left open."""
    return [("by", ",".join(asked.by)), ("from", asked.first or ""), ("to", asked.last or "")]


@audience("public")
def download(page: HttpRequest, key: str, ending: str) -> HttpResponse:
    """The figures of one request as one file."""
    return download_file(page, key, ending, PUBLIC_SIDE)


def download_file(page: HttpRequest, key: str, ending: str, side: Side) -> HttpResponse:
    """The figures as the reader on this side of the door may see them."""
    known = {one.ending: one for one in FORMATS}
    try:
        measure = catalogue.measure(key)
        if ending not in known:
            raise BadRequest(f"There is no format '{ending}'. Choose from: {', '.join(known)}.")
        asked = request(
            measure,
            by=[name for name in page.GET.get("by", "").split(",") if name],
            where={
                dimension.key: tuple(page.GET.getlist(dimension.key))
                for dimension in measure.by
                if dimension.key in page.GET
            },
            first=page.GET.get("from") or None,
            last=page.GET.get("to") or None,
        )
        tables = side.through(reader())
        answer, shown = answered(tables, asked)
    except catalogue.UnknownMeasure as error:
        return refuse(page, str(error).strip("'\""), status=404)
    except BadRequest as error:
        return refuse(page, str(error))
    side.about_to_show(measure, page.get_full_path())
    lines = adapters.attributions(tables.snapshot)
    made: dict[str, Callable[[], str | bytes]] = {
        "csv": lambda: as_csv(answer, shown, attributions=lines),
        "json": lambda: as_json(
            answer,
            shown,
            measure,
            attributions=lines,
            beside=companions(asked, answer, lambda one: answered(tables, one)[1][-1]),
        ),
        "parquet": lambda: as_parquet(answer, shown, measure, attributions=lines),
        "xlsx": lambda: as_workbook(answer, shown, measure, attributions=lines),
    }
    response = HttpResponse(made[ending](), content_type=known[ending].media)
    groups = [name for name in asked.by if name in GRAINS] + [d.key for d in asked.dimensions]
    name = "-by-".join([measure.key.replace(".", "-"), *groups])
    response["Content-Disposition"] = f'attachment; filename="{name}.{ending}"'
    return response


urls: list[URLPattern] = [
    path("measures/<str:key>/download.<str:ending>", download, name="download"),
]
