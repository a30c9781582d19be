"""A day in quarters of an hour: an upright bar for each, with those that miss an aim marked."""

from collections.abc import Sequence
from typing import Any

import altair as alt
from django.utils.translation import gettext

from peelian.web.components.layers import layered
from peelian.web.components.look import DARK_BLUE, INK, SERIES_COLOURS
from peelian.web.components.pictures import Chart, pictured, remembered
from peelian.web.components.points import Line, Point

HEIGHT = 260
AROUND = 71  # pixels: words of the aim above the plot, the axis and its title below it
# A label at every third hour: phones are narrow.
LABELLED = 12  # quarters
_BLUE, _TURQUOISE, PINK, ORANGE = SERIES_COLOURS


@remembered
def day(
    *,
    points: Sequence[Point],
    aim: Line,
    axis_title: str,
    description: str,
    missing: str,
    unsure: str,
) -> Chart:
    """Draw shares from 0 to 1 in order of the day, and the aim as a line across.

    ``missing`` and ``unsure`` are the series of the points that miss the aim and that may; the
    first are marked by a triangle too, so that nobody needs to tell colours apart. A point without
    a value has no bar. Raises ``ValueError`` for no points or the same label twice.
    """
    labels = [each.label for each in points]
    if not points or len(set(labels)) < len(labels):
        raise ValueError("A day needs at least one point, and each label once.")
    colours = {missing: PINK, unsure: ORANGE}
    rows = [
        {
            "label": each.label,
            "value": each.value,
            "colour": colours.get(each.series, DARK_BLUE),
            "missing": each.series == missing,
            "text": each.text,
        }
        for each in points
    ]
    spec = layered(*_marks(labels, aim, axis_title), height=HEIGHT, rows=rows)
    return pictured(
        spec=spec,
        description=description,
        around=AROUND,
        notes=_notes(points, missing, unsure),
    )


def _marks(labels: Sequence[str], aim: Line, axis_title: str) -> list[Any]:
    along = alt.X(
        "label:N",
        sort=list(labels),
        scale=alt.Scale(domain=list(labels), paddingInner=0.15),
        axis=alt.Axis(
            title=axis_title,
            values=list(labels[::LABELLED]),
            labelAngle=0,
            labelOverlap="greedy",
            labelSeparation=6,
        ),
    )
    height = alt.Y(
        "value:Q",
        scale=alt.Scale(domain=[0, 1]),
        axis=alt.Axis(title=None, format=".0%", values=[0, 0.25, 0.5, 0.75, 1]),
    )
    base = alt.Chart()
    return [
        base.properties(name="bars")
        .transform_filter("isValid(datum.value)")
        .mark_bar()
        .encode(
            x=along,
            y=height,
            color=alt.Color("colour:N", scale=None),
            tooltip=alt.Tooltip("text:N"),
        ),
        base.properties(name="marks")
        .transform_filter("datum.missing")
        .mark_point(shape="triangle-down", filled=True, color=INK, size=34, yOffset=-9, opacity=1)
        .encode(x=along, y=height, tooltip=alt.Tooltip("text:N")),
        alt.Chart(alt.Data(values=[{"aim": aim.at}]))
        .mark_rule(color=INK, strokeDash=[6, 4])
        .encode(y=alt.Y("aim:Q")),
        alt.Chart(alt.Data(values=[{"aim": 1, "words": aim.words}]))
        .mark_text(align="left", baseline="bottom", dy=-6, dx=2)
        .encode(x=alt.XValue(0), y=alt.Y("aim:Q"), text=alt.Text("words:N")),
    ]


def _notes(points: Sequence[Point], missing: str, unsure: str) -> tuple[str, ...]:
    series = {each.series for each in points}
    notes = []
    if missing in series:
        notes.append(gettext("Bars under a triangle will miss the aim."))
    if unsure in series:
        notes.append(gettext("Orange bars are borderline: the aim lies in their likely range."))
    if any(each.value is None for each in points):
        notes.append(gettext("Where no 999 call is expected there is no bar."))
    return tuple(notes)
