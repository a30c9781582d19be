"""The own force month by month: whether anything happened that its usual months do not explain."""

from dataclasses import dataclass, replace

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from peelian.engines.comparisons.compared import ControlChart, Rebased, Step
from peelian.engines.measures.kinds import Measure
from peelian.engines.measures.periods import Period
from peelian.engines.measures.request import BadRequest
from peelian.engines.publishing.comparison import ReleasedChart
from peelian.engines.publishing.days import day_in_words, loaded_at
from peelian.engines.publishing.sentences import force_name
from peelian.engines.publishing.shown import Released
from peelian.records import months
from peelian.records.store.reader import Reader
from peelian.web.answers import controlled
from peelian.web.components.charts import Chart, Event, Line, control, rule_words
from peelian.web.components.figures import figure_url, level, point
from peelian.web.components.parts import Column, Table, TableCell, TableRow
from peelian.web.public.beside import BesideLine, beside_lines
from peelian.web.public.compare_filters import CompareFilters
from peelian.web.public.map_table import value_cell

# More signals than this are no longer read in a sentence.
SIGNALS_SAID = 2


@dataclass(frozen=True)
class ControlPanel:
    """The chart of one force: what it says in a sentence, its signals, and its table."""

    period: Period | None
    own: Released | None
    own_url: str
    standing: tuple[str, ...]
    heading: str
    refusal: str
    chart: Chart | None
    signals: tuple[str, ...]
    rebases: tuple[str, ...]
    table: Table | None
    trend_url: str
    notes: tuple[str, ...]
    warnings: tuple[str, ...] = ()
    beside: tuple[BesideLine, ...] = ()


def control_panel(tables: Reader, measure: Measure, asked: CompareFilters) -> ControlPanel:
    """The control chart of the own force. Raises `BadRequest` for what cannot be asked."""
    if not asked.own:
        raise BadRequest(_("A control chart is of one force: pick one out."))
    found = controlled(
        tables,
        measure.key,
        force=asked.own,
        where=asked.where,
        first=asked.chosen.first or None,
        last=asked.chosen.last or None,
    )
    query = asked.chosen.query(view="", period="", **{"from": "", "to": ""})
    panel = as_panel(found, trend_url=f"{reverse('measure', args=[measure.key])}?{query}")
    return replace(panel, beside=beside_lines(tables, panel.own)) if panel.own else panel


def as_panel(found: ReleasedChart, *, trend_url: str) -> ControlPanel:
    """A control chart as the page shows it."""
    chart, shown = found.chart, found.shown
    own = next((one for one in reversed(shown) if one.ok), shown[-1] if shown else None)
    return ControlPanel(
        period=_period(shown),
        own=own,
        own_url=figure_url(own) if own else "",
        standing=(_verdict(found),) if chart.steps else (),
        heading=_heading(chart),
        refusal=chart.refusal,
        chart=_picture(found) if chart.steps and not chart.refusal else None,
        signals=tuple(signal.says for signal in chart.signals),
        rebases=tuple(map(_rebased, chart.rebases)),
        table=_table(found) if shown else None,
        trend_url=trend_url,
        notes=chart.notes,
    )


def _period(shown: tuple[Released, ...]) -> Period | None:
    if not shown:
        return None
    return Period(shown[0].cell.period.first, shown[-1].cell.period.last)


def _verdict(found: ReleasedChart) -> str:
    """Whether the force's months vary as they usually do, in a sentence."""
    chart, last = found.chart, found.chart.steps[-1]
    like = found.shown[last.last]
    usual = _("between {lower} and {upper}, around a mean of {mean}").format(
        lower=level(like, last.lower), upper=level(like, last.upper), mean=level(like, last.mean)
    )
    force = force_name(chart.force)
    if not chart.signals:
        return _(
            "{force}: no month stands out. Its months vary {usual}; what happens within that is "
            "what usually happens, and calls for no explanation of its own."
        ).format(force=force, usual=usual)
    first = [signal.says for signal in chart.signals[:SIGNALS_SAID]]
    more = len(chart.signals) - len(first)
    if more:
        first.append(_("{number} more are named beside the chart.").format(number=more))
    return _("{force} stands out from its own usual months, which lie {usual}. {signals}").format(
        force=force, usual=usual, signals=" ".join(first)
    )


def _heading(chart: ControlChart) -> str:
    number, length = len(chart.signals), len(chart.cells)
    if not number:
        return _("No signal in {months} months").format(months=length)
    return ngettext(
        "{number} signal in {months} months", "{number} signals in {months} months", number
    ).format(number=number, months=length)


def _picture(found: ReleasedChart) -> Chart:
    chart, shown = found.chart, found.shown
    last = chart.steps[-1]
    like = shown[last.last]
    return control(
        points=[point(one, label=_spoken(one), order=place) for place, one in enumerate(shown)],
        steps=chart.steps,
        signals=chart.signals,
        lines=(
            Line(at=last.upper, words=_("upper {level}").format(level=level(like, last.upper))),
            Line(
                at=last.mean,
                words=_("mean {level}").format(level=level(like, last.mean)),
                main=True,
            ),
            Line(at=last.lower, words=_("lower {level}").format(level=level(like, last.lower))),
        ),
        kind=found.measure.kind,
        axis_title=f"{found.measure.short}, {like.unit}",
        description=_(
            "Control chart of {force} by month: {title}, with mean and limits. The table holds "
            "the values and names the signals."
        ).format(force=force_name(chart.force), title=found.measure.title),
        events=[
            Event(label=_spoken_month(one.month), text=_("Made anew by {by}").format(by=one.by))
            for one in chart.rebases
        ],
    )


def _day(stamp: str) -> str:
    return day_in_words(loaded_at(stamp))


def _rebased(one: Rebased) -> str:
    return _("From {month} on, limits were made anew by {by} on {day}: {reason}").format(
        month=months.in_words(one.month), by=one.by, day=_day(one.at), reason=one.reason
    )


def _table(found: ReleasedChart) -> Table:
    chart, shown = found.chart, found.shown
    columns = [Column(_("Month")), Column(shown[0].unit_heading, numeric=True)]
    if chart.steps:
        columns += [
            Column(_("Mean"), numeric=True),
            Column(_("Limits"), numeric=True),
            Column(_("Signal")),
        ]
    rows = []
    for place, one in enumerate(shown):
        cells = [TableCell(one.cell.period.in_words), value_cell(one)]
        if chart.steps:
            step = _step_at(chart, place)
            limits = (
                _("{lower} to {upper}").format(
                    lower=level(one, step.lower), upper=level(one, step.upper)
                )
                if step
                else ""
            )
            cells += [
                TableCell(level(one, step.mean) if step else ""),
                TableCell(limits),
                TableCell(_signals_at(chart, place)),
            ]
        rows.append(TableRow(tuple(cells)))
    caption = _("{title}, {force} by month").format(
        title=found.measure.title, force=force_name(chart.force)
    )
    return Table(caption, tuple(columns), tuple(rows))


def _step_at(chart: ControlChart, place: int) -> Step | None:
    return next((step for step in chart.steps if step.first <= place <= step.last), None)


def _signals_at(chart: ControlChart, place: int) -> str:
    rules = dict.fromkeys(signal.rule for signal in chart.signals if place in signal.at)
    return "; ".join(rule_words(rule) for rule in rules)


def _spoken(one: Released) -> str:
    return _spoken_month(one.cell.period.last)


def _spoken_month(month: str) -> str:
    name, year = months.in_words(month).split()
    return f"{name[:3]} {year}"
