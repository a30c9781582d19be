"""A control chart: one force's own months between limits that its own months set."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

import altair as alt
from django.utils.translation import gettext

from peelian.engines.comparisons.compared import Signal, Step
from peelian.web.components.layers import layered
from peelian.web.components.look import (
    DARK_BLUE,
    INK,
    LINE,
    MISSING,
    QUIET_INK,
    Ruler,
    ruler,
    wrapped,
)
from peelian.web.components.pictures import Chart, pictured, remembered
from peelian.web.components.placing import spread
from peelian.web.components.points import Event, Kind, Line, Point
from peelian.web.components.trend_marks import event_marks, heading_mark

HEIGHT = 300
AROUND = 72  # pixels: the heading above the plot, the months below it
NAME_WIDTH = 8  # letters in a line at the right edge
EVENT_WIDTH = 26
ROW = LINE + 4
PLAIN = "circle"
# A point that breaks several rules is drawn by the first of them.
SHAPES: Mapping[str, str] = {
    "point beyond limits": "diamond",
    "shift": "square",
    "trend": "triangle-up",
    "two of three near a limit": "triangle-down",
}
SIGNAL = "#801650"


@remembered
def control(
    *,
    points: Sequence[Point],
    steps: Sequence[Step],
    signals: Sequence[Signal],
    lines: Sequence[Line],
    kind: Kind,
    axis_title: str,
    description: str,
    events: Sequence[Event] = (),
) -> Chart:
    """Draw months in order with the mean and limits of each step.

    Positions in ``steps`` and ``signals`` count from 0 in ``points``; ``lines`` are the words for
    the last step's limits and mean; ``events`` say by whom and why limits were made anew. A month
    without a figure leaves a gap.

    Raises ``ValueError`` for no points, no steps, or a position that no point has.
    """
    _check(points, steps, signals)
    months = [each.label for each in points]
    drawn = [each for each in points if each.value is not None]
    scale = ruler(
        lowest=min([*(each.value or 0.0 for each in drawn), *(step.lower for step in steps)]),
        highest=max([*(each.value or 0.0 for each in drawn), *(step.upper for step in steps)]),
        kind=kind,
    )
    shapes = _shapes(len(points), signals)
    keys = [rule for rule in SHAPES if any(each.rule == rule for each in signals)]
    notices, above = _notices(events, months)
    key_top = above + ROW * len(keys)
    spec = layered(
        _gaps(points, months),
        *_limits(steps, months, scale),
        *_series(points, months, shapes),
        *_names(lines, scale),
        *event_marks(notices, months),
        *_key(keys, top=key_top),
        heading_mark(axis_title, above=key_top),
        height=HEIGHT,
    )
    return pictured(
        spec=spec,
        description=description,
        around=AROUND + key_top,
        notes=_notes(points, steps),
    )


def rule_words(rule: str) -> str:
    """A rule of the control chart as a reader meets it."""
    words = {
        "point beyond limits": gettext("beyond a limit"),
        "shift": gettext("shift: a run on one side of the mean"),
        "trend": gettext("trend: a run up or down"),
        "two of three near a limit": gettext("two of three near a limit"),
    }
    return words[rule]


def _check(points: Sequence[Point], steps: Sequence[Step], signals: Sequence[Signal]) -> None:
    if not points or not steps:
        raise ValueError("A control chart needs months and limits. Show a sentence instead.")
    places = [place for each in signals for place in each.at]
    places += [place for step in steps for place in (step.first, step.last)]
    wrong = next((place for place in places if not 0 <= place < len(points)), None)
    if wrong is not None:
        raise ValueError(f"There is no month {wrong}: the chart has {len(points)}, from 0.")


def _shapes(number: int, signals: Sequence[Signal]) -> list[str]:
    shapes = [PLAIN] * number
    for rule in reversed(tuple(SHAPES)):
        for signal in signals:
            if signal.rule == rule:
                for place in signal.at:
                    shapes[place] = SHAPES[rule]
    return shapes


def _month(months: Sequence[str], *, at: float = 0.5, field: str = "label:N") -> Any:
    return alt.X(
        field,
        sort=None,
        bandPosition=at,
        scale=alt.Scale(type="band", domain=list(months), padding=0),
        axis=alt.Axis(
            title=None,
            labelAngle=0,
            labelExpr="split(datum.label, ' ')",  # the month above its year
            labelOverlap="greedy",
            labelSeparation=8,
            labelLineHeight=LINE,
        ),
    )


def _height(scale: Ruler) -> Any:
    return alt.Y(
        "value:Q",
        scale=alt.Scale(domain=[scale.low, scale.high], nice=False, zero=False),
        axis=alt.Axis(
            title=None,
            values=list(scale.ticks),
            format=scale.number_format,
            domain=False,
            ticks=False,
            grid=False,
        ),
    )


def _gaps(points: Sequence[Point], months: Sequence[str]) -> Any:
    """Grey columns for months without a figure."""
    rows = [{"label": each.label, "text": each.text} for each in points if each.value is None]
    return (
        alt.Chart(alt.Data(values=rows), name="gaps")
        .mark_rect(fill=MISSING)
        .encode(x=_month(months), tooltip=alt.Tooltip("text:N"))
    )


def _limits(steps: Sequence[Step], months: Sequence[str], scale: Ruler) -> list[Any]:
    """Mean and limits over the whole width of each step's months."""
    rows = [
        {
            "label": months[step.first],
            "last": months[step.last],
            "value": getattr(step, bound),
            "main": bound == "mean",
        }
        for step in steps
        for bound in ("mean", "lower", "upper")
    ]
    return [
        alt.Chart(alt.Data(values=rows), name=name)
        .transform_filter(chosen)
        .mark_rule(color=QUIET_INK, strokeWidth=1.5, strokeDash=dash)
        .encode(x=_month(months, at=0), x2=alt.X2("last:N", bandPosition=1), y=_height(scale))
        for name, chosen, dash in (
            ("means", "datum.main", [1, 0]),
            ("limits", "!datum.main", [6, 4]),
        )
    ]


def _series(points: Sequence[Point], months: Sequence[str], shapes: Sequence[str]) -> list[Any]:
    """Line and dots; ``run`` numbers unbroken stretches, so that no line crosses a gap."""
    rows: list[dict[str, Any]] = []
    stretches = groupby(enumerate(points), key=lambda each: each[1].value is None)
    for run, (missing, stretch) in enumerate(stretches):
        rows += [
            {
                "label": each.label,
                "order": place,
                "value": each.value,
                "shape": shapes[place],
                "colour": DARK_BLUE if shapes[place] == PLAIN else SIGNAL,
                "area": 40 if shapes[place] == PLAIN else 130,
                "run": run,
                "text": each.text,
            }
            for place, each in stretch
            if not missing
        ]
    spots = alt.Chart(alt.Data(values=rows)).encode(x=_month(months), y=alt.Y("value:Q"))
    return [
        spots.properties(name="line")
        .mark_line(color=DARK_BLUE, strokeWidth=2)
        .encode(detail=alt.Detail("run:N"), order=alt.Order("order:Q")),
        spots.properties(name="months")
        .mark_point(filled=True, opacity=1)
        .encode(
            shape=alt.Shape("shape:N", scale=None),
            size=alt.Size("area:Q", scale=None),
            color=alt.Color("colour:N", scale=None),
        ),
        spots.properties(name="reach")
        .mark_point(shape="circle", filled=True, size=600, opacity=0)
        .encode(tooltip=alt.Tooltip("text:N")),
    ]


def _names(lines: Sequence[Line], scale: Ruler) -> list[Any]:
    """What the limits are, at the right edge of the chart."""
    if not lines:
        return []
    per_pixel = (scale.high - scale.low) / HEIGHT
    words = [wrapped(line.words, width=NAME_WIDTH) for line in lines]
    tallest = max(each.count("\n") + 1 for each in words)
    heights = spread([line.at / per_pixel for line in lines], gap=tallest * LINE)
    rows = [
        {"value": (height + each.count("\n") * LINE / 2) * per_pixel, "words": each}
        for height, each in zip(heights, words, strict=True)
    ]
    return [
        alt.Chart(alt.Data(values=rows), name="names of lines")
        .mark_text(align="left", baseline="middle", dx=6)
        .encode(x=alt.XValue("width"), y=alt.Y("value:Q"), text=alt.Text("words:N"))
    ]


def _notices(events: Sequence[Event], months: Sequence[str]) -> tuple[list[dict[str, Any]], int]:
    """Words of rebases in rows above the plot; the later stands lower, so that no rule cuts one."""
    notices = []
    room = 0
    for event in sorted(events, key=lambda each: -months.index(each.label)):
        words = wrapped(event.text, width=EVENT_WIDTH)
        room += (words.count("\n") + 1) * LINE + 4
        side = "left" if months.index(event.label) < len(months) / 2 else "right"
        notices.append({"label": event.label, "words": words, "side": side, "above": room})
    return notices, room


def _key(rules: Sequence[str], *, top: int) -> list[Any]:
    """Each sign that the chart uses, with its rule in words, above the plot."""
    marks = []
    for place, rule in enumerate(rules):
        at = -top + ROW * place + ROW / 2
        base = alt.Chart(alt.Data(values=[{"words": rule_words(rule)}])).encode(y=alt.YValue(at))
        marks += [
            base.mark_point(
                shape=SHAPES[rule], size=110, filled=True, opacity=1, color=SIGNAL
            ).encode(x=alt.XValue(8)),
            base.properties(name=f"key {place}")
            .mark_text(align="left", baseline="middle", color=INK)
            .encode(x=alt.XValue(22), text=alt.Text("words:N")),
        ]
    return marks


def _notes(points: Sequence[Point], steps: Sequence[Step]) -> tuple[str, ...]:
    notes = [
        gettext(
            "Between the dashed limits the force's own months vary as they usually do; round dots "
            "break no rule."
        )
    ]
    if len(steps) > 1:
        notes.append(gettext("Limits step where they were made anew."))
    if any(each.value is None for each in points):
        notes.append(
            gettext("A gap in the line means no figure for that month; it does not mean zero.")
        )
    return tuple(notes)
