"""The tabs of a measure's page: over time, by place, by kind."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from peelian.engines.measures.cells import Answer
from peelian.engines.measures.kinds import Measure, Share
from peelian.engines.measures.periods import GRAINS, MONTH, ROLLING_TWELVE, YEAR_TO_DATE
from peelian.engines.measures.request import BadRequest, Request, request
from peelian.engines.publishing.headlines import extremes, over_time
from peelian.engines.publishing.shown import Shown
from peelian.records import months
from peelian.records.store.reader import Reader
from peelian.web.answers import answered, ask
from peelian.web.components.charts import Chart, Event, Line, bars, trend
from peelian.web.components.figures import (
    figure_cell,
    figure_url,
    point,
    range_cell,
    tail_cells,
    tail_columns,
)
from peelian.web.components.parts import Column, Table, TableCell, TableRow
from peelian.web.public.filters import FORCE, Filters, kinds
from peelian.web.public.ground import newest_year

# A chart with more bars than this is read no better than its table.
LONGEST = 25


@dataclass(frozen=True)
class Panel:
    """What one tab shows: the answer in a sentence, at most one chart, and its table."""

    asked: Request
    lead: Shown | None
    lead_url: str
    heading: str
    chart: Chart | None
    table: Table | None
    remarks: tuple[str, ...]


def panel(tables: Reader, measure: Measure, chosen: Filters) -> Panel:
    """The tab that the filters name. Raises `BadRequest` for what cannot be asked."""
    if chosen.view == "time":
        return _over_time(tables, measure, chosen)
    if chosen.view == "place":
        return _by(tables, measure, chosen, "district")
    ways = kinds(measure)
    if not ways:
        raise BadRequest(
            _("{title}: there are no kinds to tell apart. Choose another view.").format(
                title=measure.title
            )
        )
    return _by(tables, measure, chosen, ways[0].key)


def _over_time(tables: Reader, measure: Measure, chosen: Filters) -> Panel:
    asked = _asked(measure, chosen, by=(chosen.period,))
    answer, shown = answered(tables, asked)
    found = [one for one in shown if one.ok]
    lead = found[-1] if found else (shown[-1] if shown else None)
    chart = None
    # Later cohorts have had less time: a line through them would fall for no other reason.
    if found and not measure.maturing:
        chart = trend(
            points=[point(one, label=_short(one), order=order) for order, one in enumerate(shown)],
            kind=measure.kind,
            axis_title=f"{measure.short}, {one_unit(shown)}",
            description=_("{title}, {grain}").format(
                title=measure.title, grain=GRAINS[chosen.period].lower()
            ),
            levels=_aim(measure),
            events=[
                Event(label=_spoken(event.month), text=event.label)
                for event in measure.events
                if chosen.period == MONTH
            ],
        )
    return Panel(
        asked=asked,
        lead=lead,
        lead_url=figure_url(lead) if lead else "",
        heading=over_time(found) if found else measure.title,
        chart=chart,
        table=_table(
            measure,
            shown,
            first=Column(GRAINS[chosen.period]),
            names=[one.cell.period.in_words for one in shown],
            caption=_("{title} by {grain}").format(
                title=measure.title, grain=GRAINS[chosen.period].lower()
            ),
        ),
        remarks=_remarks(answer, measure),
    )


def _by(tables: Reader, measure: Measure, chosen: Filters, key: str) -> Panel:
    span = _span(tables, measure, chosen)
    asked = _asked(measure, span.without(key), by=(key,))
    answer, shown = answered(tables, asked)
    whole = ask(
        tables,
        measure.key,
        where=dict(span.without(key).where),
        first=span.first or None,
        last=span.last or None,
    )[1]
    lead = whole[0] if whole else None
    named = [(one, one.label(key)) for one in shown]
    # Rows of a place in another force's area are in the table's total but are no place of this one.
    named = [pair for pair in named if pair[0].ok or pair[0].cell.at(key) is None] or named
    named.sort(key=lambda pair: (not pair[0].ok, -(pair[0].cell.value or 0), pair[1]))
    title = next(d.title for d in measure.by if d.key == key)
    drawn = [pair for pair in named if pair[0].ok and pair[0].cell.at(key) is not None]
    return Panel(
        asked=asked,
        lead=lead,
        lead_url=figure_url(lead) if lead else "",
        heading=extremes(drawn) or measure.title,
        chart=_bars(measure, drawn[:LONGEST]) if drawn else None,
        table=_table(
            measure,
            [one for one, _name in named],
            first=Column(title),
            names=[name for _one, name in named],
            caption=_("{title} by {by}").format(title=measure.title, by=title.lower()),
        ),
        remarks=_remarks(answer, measure),
    )


def _asked(measure: Measure, chosen: Filters, *, by: tuple[str, ...]) -> Request:
    return request(
        measure,
        by=by,
        where=dict(chosen.where),
        first=chosen.first or None,
        last=chosen.last or None,
    )


def _span(tables: Reader, measure: Measure, chosen: Filters) -> Filters:
    """The filters with a span: the newest months, up to twelve, that have a figure."""
    if chosen.first and chosen.last:
        return chosen
    where = {FORCE: chosen.force} if chosen.force else {}
    found = newest_year(tables, measure, where)
    if found is None:
        return chosen
    return Filters(
        chosen.where,
        chosen.first or found.first,
        chosen.last or found.last,
        chosen.period,
        chosen.view,
    )


def _bars(measure: Measure, named: Sequence[tuple[Shown, str]]) -> Chart:
    return bars(
        points=[point(one, label=name) for one, name in named],
        kind=measure.kind,
        axis_title=f"{measure.short}, {one_unit([one for one, _name in named])}",
        description=measure.title,
    )


def _table(
    measure: Measure,
    shown: Sequence[Shown],
    *,
    first: Column,
    names: Sequence[str],
    caption: str,
) -> Table:
    ranged = any(one.likely_range for one in shown)
    unknown = any(one.cell.unknown for one in shown)
    columns = [first, Column(shown[0].unit_heading if shown else "", numeric=True)]
    tails = tail_columns(shown)
    columns += [Column(_("Likely range"), numeric=True)] if ranged else []
    columns += tails
    columns += [Column(_("Not known"), numeric=True)] if unknown else []
    noted = any(one.cell.note for one in shown)
    columns += [Column(_("Note"))] if noted else []
    rows = []
    for one, name in zip(shown, names, strict=True):
        figure = figure_cell(one)
        cells = [
            TableCell(name),
            TableCell(figure.text, figure.under if one.ok else "", figure.url, figure.status),
        ]
        cells += [range_cell(one)] if ranged else []
        cells += tail_cells(one, tails)
        cells += [TableCell(one.unknown)] if unknown else []
        cells += [TableCell(one.cell.note)] if noted else []
        rows.append(TableRow(tuple(cells)))
    return Table(caption, tuple(columns), tuple(rows))


def one_unit(shown: Sequence[Shown]) -> str:
    """The unit of the figures, for a column or an axis."""
    return shown[0].unit if shown else ""


def _remarks(answer: Answer, measure: Measure) -> tuple[str, ...]:
    return (*answer.warnings, *measure.cautions)


def _aim(measure: Measure) -> tuple[Line, ...]:
    """The value that the measure is held against, if anyone has set one."""
    standard = measure.standard
    if standard is None:
        return ()
    kind = _("law") if standard.binding else _("aim")
    return (Line(at=standard.value, words=f"{kind}: {_written(measure, standard.value)}"),)


def _written(measure: Measure, value: float) -> str:
    return f"{value:.0%}" if isinstance(measure, Share) else f"{value:g}"


def _short(one: Shown) -> str:
    """A month as an axis can hold it: "Mar 2021"; running periods by their last month."""
    period = one.cell.period
    if period.first == period.last or period.grain in (ROLLING_TWELVE, YEAR_TO_DATE):
        return _spoken(period.last)
    return f"{_spoken(period.first)} to {_spoken(period.last)}"


def _spoken(month: str) -> str:
    name, year = months.in_words(month).split()
    return f"{name[:3]} {year}"
