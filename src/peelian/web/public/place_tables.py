"""A neighbourhood's figures as tables and a chart."""

from collections.abc import Sequence
from dataclasses import replace

from django.utils.translation import gettext as _

from peelian.engines.maps.gazetteer import Area
from peelian.engines.publishing.sentences import force_name
from peelian.engines.publishing.shown import Shown
from peelian.records import months
from peelian.web.components.charts import Chart, trend
from peelian.web.components.figures import figure_cell, point, range_cell
from peelian.web.components.parts import Column, Table, TableCell, TableRow
from peelian.web.public.filters import kinds
from peelian.web.public.map_table import standing_words, value_cell
from peelian.web.public.place_figures import Beside, Reported


def reported_table(counts: Sequence[Reported], area: Area, caption: str = "") -> Table:
    """Each count in its newest month and its newest year, with its commonest kinds under it.

    Without a caption it is named after its counts.
    """
    month, year = counts[0].month.cell.period, counts[0].year.cell.period
    columns = (
        Column(area.name),
        Column(month.in_words, numeric=True),
        Column(year.in_words, numeric=True),
    )
    rows = []
    for count in counts:
        rows.append(_counted(count.measure.short, count.month, count.year, own=True))
        for newest, whole in count.kinds:
            rows.append(_counted(whole.label(kinds(count.measure)[0].key), newest, whole))
    named = ", ".join(count.measure.title for count in counts)
    return Table(caption or named, columns, tuple(rows), caption_hidden=bool(caption))


def month_table(counts: Sequence[Reported]) -> Table:
    """Each count month by month, the newest first."""
    columns = (
        Column(_("Month")),
        *(Column(count.measure.short, numeric=True) for count in counts),
    )
    by_month = [{one.cell.period.last: one for one in count.months} for count in counts]
    rows = tuple(
        TableRow(
            (
                TableCell(months.in_words(month)),
                *(
                    figure_cell(found[month]) if month in found else TableCell("")
                    for found in by_month
                ),
            )
        )
        for month in sorted(by_month[0], reverse=True)
    )
    return Table(_("What is reported here, month by month"), columns, rows)


def month_chart(counts: Sequence[Reported], area: Area) -> Chart:
    """Each count over its newest year."""
    return trend(
        points=[
            point(one, label=_axis(one), order=months.ordinal(one.cell.period.last), series=series)
            for count in counts
            for one in count.months
            for series in [count.measure.short if len(counts) > 1 else ""]
        ],
        kind="count",
        axis_title=_("Recorded in {place} each month").format(place=area.name),
        description=_("What is recorded in {place} each month. The table holds the values.").format(
            place=area.name
        ),
    )


def beside_table(found: Beside, area: Area) -> Table:
    """The neighbourhood, its district and its force, one under the other."""
    measure, period = found.here.measure, found.here.cell.period
    caption = _("{title}, {period}").format(title=measure.title, period=period.in_words)
    columns = (
        Column(_("Place")),
        Column(_("Here it is")),
        Column(found.here.unit_heading, numeric=True),
        Column(_("Likely range"), numeric=True),
    )
    lines = (
        (area.name, found.here, "", True),
        (area.district, found.district, standing_words(found.to_district), False),
        (force_name(area.force), found.force, standing_words(found.to_force), False),
    )
    return Table(
        caption,
        columns,
        tuple(
            TableRow((TableCell(name), TableCell(words), _alone(one), _ranged(one)), own=own)
            for name, one, words, own in lines
        ),
    )


def _alone(one: Shown) -> TableCell:
    """A figure without its counts, which a phone has no room for beside it."""
    return replace(value_cell(one), under="")


def _ranged(one: Shown) -> TableCell:
    return replace(range_cell(one), under=one.counts)


def _counted(name: str, month: Shown, year: Shown, *, own: bool = False) -> TableRow:
    return TableRow((TableCell(name), figure_cell(month), figure_cell(year)), own=own)


def _axis(one: Shown) -> str:
    """A month as an axis can hold it: "Mar 2021"."""
    name, year = one.cell.period.in_words.split()
    return f"{name[:3]} {year}"
