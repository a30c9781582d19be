"""Forces against one standard deviation: the inspectorate's chart, with its lines named."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import altair as alt
from django.utils.translation import gettext

from peelian.web.components.bars import whiskers
from peelian.web.components.layers import either, layered
from peelian.web.components.look import (
    DARK_BLUE,
    INK,
    LINE,
    PALE_BLUE,
    PALE_GREY,
    QUIET_INK,
    Ruler,
    ruler,
    wrapped,
)
from peelian.web.components.pictures import NARROW, Chart, pictured, remembered
from peelian.web.components.placing import LETTER
from peelian.web.components.points import Kind, Line, Point

# Forty-three forces fit on a little more than one screen.
ROW = 22
THICKNESS = 15
LINE_GAP = 3
AROUND = 36  # pixels: the axis without its title
LINE_WIDTH = 14  # letters of a line's words
TITLE_WIDTH = 40  # letters of a line under the axis
TITLE_LINE = 16  # pixels
VALUES = 70  # pixels right of the bars
ABOVE, WITHIN, BELOW = "above", "within", "below"
# Fill and edge: the pale bars are told from the paper by their edge.
COLOURS: Mapping[str, tuple[str, str]] = {
    ABOVE: (DARK_BLUE, DARK_BLUE),
    WITHIN: (PALE_GREY, QUIET_INK),
    BELOW: (PALE_BLUE, DARK_BLUE),
}
# Said by sign too, for whoever does not see the colours.
SIGNS: Mapping[str, str] = {ABOVE: "▲", WITHIN: "", BELOW: "▼"}


@remembered
def deviation(
    *,
    points: Sequence[Point],
    lines: Sequence[Line],
    kind: Kind,
    axis_title: str,
    description: str,
    own: str = "",
) -> Chart:
    """Draw bars from zero, highest first, across dotted ``lines``.

    ``series`` of a point is "above", "within" or "below"; ``own`` names the force picked out. A
    line below zero is said in words, since no bar could reach it.

    Raises ``ValueError`` for no points, a point without a value, an unknown band, the same label
    twice, or an own force that is not there.
    """
    _check(points=points, own=own)
    ordered = sorted(points, key=lambda each: (-(each.value or 0.0), each.label))
    rows = [_row(each, own=each.label == own) for each in ordered]
    drawn = [line for line in lines if line.at >= 0]
    highest = max([*(each.highest for each in points), *(line.at for line in drawn)]) or 1.0
    rounded = ruler(lowest=0.0, highest=highest, kind=kind, steps=4)
    # The axis ends with the longest bar, not at the next round number: phones are narrow.
    scale = replace(rounded, high=highest, ticks=tuple(t for t in rounded.ticks if t <= highest))
    labels = [row["label"] for row in rows]
    placed = _placed(drawn)
    title = wrapped(axis_title, width=TITLE_WIDTH).split("\n")
    spec = layered(
        *_bars(labels, scale, title),
        *_lines(placed),
        height=ROW * len(rows),
        rows=rows,
        left=_room(labels, drawn, highest),
    )
    return pictured(
        spec=spec,
        description=description,
        around=AROUND + max((-row["above"] for row in placed), default=0) + TITLE_LINE * len(title),
        notes=_notes(points, lines, own=own),
    )


def _room(labels: Sequence[str], lines: Sequence[Line], highest: float) -> float:
    """Pixels kept free on the left for words of lines that reach further out than the names do."""
    names = max(len(label) for label in labels) * LETTER
    plot = NARROW - names - VALUES
    reach = [
        max(map(len, wrapped(line.words, width=LINE_WIDTH).split("\n"))) * LETTER
        - names
        - plot * line.at / highest
        for line in lines
    ]
    return max(4.0, *(round(each) for each in reach)) if reach else 4.0


def _check(*, points: Sequence[Point], own: str) -> None:
    if not points:
        raise ValueError("A comparison needs at least one force. Show a sentence instead.")
    labels = [each.label for each in points]
    twice = next((label for label in labels if labels.count(label) > 1), None)
    if twice:
        raise ValueError(f"Two bars are called {twice!r}. Readers could not tell them apart.")
    if own and own not in labels:
        raise ValueError(f"No bar is called {own!r}. There are: {', '.join(labels)}.")
    for each in points:
        if each.value is None or each.series not in COLOURS:
            raise ValueError(
                f"{each.label!r} has the value {each.value} and the band {each.series!r}. Only "
                f"forces with a value and one of {', '.join(COLOURS)} are compared."
            )


def _row(point: Point, *, own: bool) -> dict[str, Any]:
    fill, edge = COLOURS[point.series]
    return {
        "label": point.label,
        "value": point.value,
        "lower": point.lower,
        "upper": point.upper,
        "shown": f"{point.shown} {SIGNS[point.series]}".strip(),
        "fill": INK if own else fill,
        "edge": INK if own else edge,
        "weight": "bold" if own else "normal",
        "text": point.text,
    }


def _bars(labels: list[str], scale: Ruler, title: list[str]) -> list[Any]:
    name = alt.Y("label:N", sort=labels, scale=alt.Scale(domain=labels), axis=None)
    length = alt.X(
        "value:Q",
        scale=alt.Scale(domain=[scale.low, scale.high], nice=False),
        axis=alt.Axis(
            title=title,
            # Ends where the bars end, so that it may reach back under their names.
            titleAnchor="end",
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
    return [
        *(
            words
            for weight in ("normal", "bold")
            for words in _words(rows.transform_filter(f"datum.weight === '{weight}'"), weight)
        ),
        rows.properties(name="bars")
        .mark_bar(height=THICKNESS, strokeWidth=1)
        .encode(
            x=length,
            fill=alt.Fill("fill:N", scale=None),
            stroke=alt.Stroke("edge:N", scale=None),
        ),
        alt.Chart(alt.Data(values=[{}])).mark_rule(color=INK).encode(x=alt.XDatum(0)),
        *whiskers(rows),
        rows.properties(name="reach")
        .mark_bar(height=ROW - 2, opacity=0)
        .encode(x=alt.XValue(0), x2=alt.X2Value("width"), tooltip=alt.Tooltip("text:N")),
    ]


def _words(rows: Any, weight: str) -> tuple[Any, Any]:
    """Names left of the bars, values with their sign at the right edge."""
    return (
        rows.mark_text(align="right", baseline="middle", dx=-8, fontWeight=weight).encode(
            x=alt.XValue(0), text=alt.Text("label:N")
        ),
        rows.mark_text(align="left", baseline="middle", dx=8, fontWeight=weight).encode(
            x=alt.XValue("width"), text=alt.Text("shown:N")
        ),
    )


def _placed(lines: Sequence[Line]) -> list[dict[str, Any]]:
    """Lines with their words in rows: each row ends at its rule, so that none is cut."""
    rows = []
    above = 0
    for line in sorted(lines, key=lambda each: each.at):
        words = wrapped(line.words, width=LINE_WIDTH)
        above -= (words.count("\n") + 1) * LINE + LINE_GAP
        rows.append({"at": line.at, "words": words, "main": line.main, "above": above})
    return rows


def _lines(rows: list[dict[str, Any]]) -> list[Any]:
    """Dotted rules, their words above them."""
    base = alt.Chart(alt.Data(values=rows)).encode(x=alt.X("at:Q"))
    height = alt.Y("above:Q", scale=None, axis=None)
    rule = base.properties(name="lines").encode(
        y=height,
        y2=alt.Y2Value("height"),
        strokeDash=alt.StrokeDashValue(**either("datum.main", [7, 3], [2, 3])),
    )
    return [
        # A pale edge keeps the line in sight where it crosses a dark bar.
        base.mark_rule(color="white", strokeWidth=3.5, opacity=0.7).encode(
            y=alt.YValue(0), y2=alt.Y2Value("height")
        ),
        rule.mark_rule(color=INK, strokeWidth=1.5),
        base.properties(name="words of lines")
        .mark_text(align="right", baseline="top", dx=-5)
        .encode(y=height, text=alt.Text("words:N")),
    ]


def _notes(points: Sequence[Point], lines: Sequence[Line], *, own: str) -> tuple[str, ...]:
    notes = [gettext("▲ marks forces above the upper line, ▼ forces below the lower one.")]
    if own:
        notes.append(gettext("The black bar is {own}.").format(own=own))
    if any(each.lower is not None for each in points):
        notes.append(gettext("The thin line on each bar is the likely range."))
    notes += [
        gettext("{line} would lie below zero, where no force can be.").format(line=line.words)
        for line in lines
        if line.at < 0
    ]
    return tuple(notes)
