"""Bars: one figure each for several groups or forces, longest first, each with its likely range."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import altair as alt
from django.utils.translation import gettext

from peelian.web.components.layers import either, layered
from peelian.web.components.look import (
    DARK_BLUE,
    INK,
    LINE,
    QUIET_INK,
    Ruler,
    ruler,
    wrapped,
    written,
)
from peelian.web.components.pictures import Chart, pictured, remembered
from peelian.web.components.points import Kind, Point, status_words

LABEL_WIDTH = 20  # letters in a line
ROW = 30
AROUND = 51  # pixels: the axis and its title
THICKNESS = 18


@remembered
def bars(
    *,
    points: Sequence[Point],
    kind: Kind,
    axis_title: str,
    description: str,
) -> Chart:
    """Draw horizontal bars from zero, longest first.

    Groups without a figure stand last, with the reason in words where the bar would be. Maturing
    figures have hollow, dashed bars.

    Raises ``ValueError`` for no points or the same label twice.
    """
    _check(points)
    ordered = sorted(points, key=lambda each: (each.value is None, -(each.value or 0.0)))
    rows = [_row(each, kind=kind) for each in ordered]
    highest = max(each.highest for each in points) or 1.0
    rounded = ruler(lowest=0.0, highest=highest, kind=kind, steps=4)
    # The axis ends with the longest bar, not at the next round number: phones are narrow.
    ticks = tuple(tick for tick in rounded.ticks if tick <= highest)
    scale = replace(rounded, high=highest, ticks=ticks)
    height = sum(max(ROW, (row["label"].count("\n") + 1) * LINE + 8) for row in rows)
    marks = _marks([row["label"] for row in rows], scale, axis_title)
    spec = layered(*marks, height=height, rows=rows)
    return pictured(spec=spec, description=description, around=AROUND, notes=_notes(points))


def _check(points: Sequence[Point]) -> None:
    if not points:
        raise ValueError(
            "A bar chart needs at least one point. Show a sentence instead of a chart."
        )
    labels = [each.label for each in points]
    twice = next((label for label in labels if labels.count(label) > 1), None)
    if twice:
        raise ValueError(f"Two bars are called {twice!r}. Readers could not tell them apart.")


def _row(point: Point, *, kind: Kind) -> dict[str, Any]:
    known = point.value is not None
    return {
        "label": wrapped(point.label, width=LABEL_WIDTH),
        "value": point.value,
        "lower": point.lower,
        "upper": point.upper,
        "shown": point.shown or (written(point.value, kind) if point.value is not None else ""),
        "reason": "" if known else status_words(point.status),
        "colour": DARK_BLUE,
        "fill": "white" if point.maturing else DARK_BLUE,
        "maturing": point.maturing,
        "text": point.text,
    }


def _marks(labels: list[str], scale: Ruler, axis_title: str) -> list[Any]:
    name = alt.Y("label:N", sort=labels, scale=alt.Scale(domain=labels), axis=None)
    length = alt.X(
        "value:Q",
        scale=alt.Scale(domain=[scale.low, scale.high], nice=False),
        axis=alt.Axis(
            title=axis_title,
            titleAnchor="start",
            titlePadding=8,
            values=list(scale.ticks),
            format=scale.number_format,
            labelOverlap="greedy",
            labelFlush=True,
            domain=False,
            ticks=False,
        ),
    )
    rows = alt.Chart().encode(y=name)
    known = "isValid(datum.value)"
    return [
        *_labels(rows, labels),
        rows.properties(name="bars")
        .transform_filter(known)
        .mark_bar(height=THICKNESS, strokeWidth=1.5)
        .encode(
            x=length,
            fill=alt.Fill("fill:N", scale=None),
            stroke=alt.Stroke("colour:N", scale=None),
            strokeDash=alt.StrokeDashValue(**either("datum.maturing", [5, 4], [1, 0])),
        ),
        alt.Chart(alt.Data(values=[{}])).mark_rule(color=INK).encode(x=alt.XDatum(0)),
        *whiskers(rows),
        rows.properties(name="values")
        .mark_text(align="left", dx=8)
        .encode(x=alt.XValue("width"), text=alt.Text("shown:N")),
        rows.properties(name="reasons")
        .transform_filter(f"!{known}")
        .mark_text(align="left", dx=6, color=QUIET_INK, fontStyle="italic")
        .encode(x=alt.XDatum(0), text=alt.Text("reason:N")),
        rows.properties(name="reach")
        .mark_bar(height=ROW - 4, opacity=0)
        .encode(x=alt.XValue(0), x2=alt.X2Value("width"), tooltip=alt.Tooltip("text:N")),
    ]


def whiskers(rows: Any) -> list[Any]:
    """Likely ranges; a white edge keeps each readable where it lies on its own dark bar."""
    whisker = rows.transform_filter("isValid(datum.lower)").encode(
        x=alt.X("lower:Q"), x2=alt.X2("upper:Q")
    )
    return [
        whisker.properties(name="whisker edges").mark_rule(color="white", strokeWidth=4.5),
        whisker.properties(name="whiskers").mark_rule(color=INK, strokeWidth=1.75),
    ]


def _labels(rows: Any, labels: list[str]) -> list[Any]:
    """Names left of the bars. Text hangs from its first line, so longer names start higher."""
    return [
        rows.transform_filter(f"length(split(datum.label, '\\n')) === {lines}")
        .mark_text(align="right", baseline="middle", dx=-8, dy=-(lines - 1) * LINE / 2)
        .encode(x=alt.XValue(0), text=alt.Text("label:N"))
        for lines in sorted({label.count("\n") + 1 for label in labels})
    ]


def _notes(points: Sequence[Point]) -> tuple[str, ...]:
    notes = []
    if any(each.lower is not None for each in points):
        notes.append(gettext("The thin line on each bar is the likely range."))
    if any(each.maturing for each in points):
        notes.append(gettext("Dashed bars are not yet complete and will still change."))
    return tuple(notes)
