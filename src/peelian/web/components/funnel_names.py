"""Names within a funnel: of one's own force and of those outside the limits."""

import math
from collections.abc import Sequence
from typing import Any

import altair as alt

from peelian.web.components.look import LINE, OTHERS, Ruler
from peelian.web.components.pictures import NARROW
from peelian.web.components.placing import GAP, Spot, beside
from peelian.web.components.points import Point

HEIGHT = 400
# What a phone leaves for the plot between its axis and the names of the limits.
PLOT = NARROW - 110
NAMED_AT_MOST = 12


def name_marks(
    points: Sequence[Point], *, ends: tuple[float, float], scale: Ruler, own: str
) -> list[Any]:
    """Names of the own force and of those outside, with a thin leader where they had to move."""
    named = sorted(
        (each for each in points if each.label == own or each.series != "within"),
        key=lambda each: (each.label != own, not each.series.startswith("far"), each.label),
    )[:NAMED_AT_MOST]
    roots = tuple(math.sqrt(end) for end in ends)

    def place(point: Point) -> tuple[float, float]:
        across = (math.sqrt(point.size or 0.0) - roots[0]) / (roots[1] - roots[0])
        up = ((point.value or 0.0) - scale.low) / (scale.high - scale.low)
        return across * PLOT, HEIGHT * (1 - up)

    placed = beside(
        [Spot(each.label, *place(each)) for each in named],
        dots=[place(each) for each in points],
        width=PLOT,
        height=HEIGHT,
    )
    pixels = (scale.high - scale.low) / HEIGHT
    rows = [
        {
            "size": point.size,
            "value": point.value,
            "at": (point.value or 0.0) - words.moved * pixels,
            "words": words.words,
            "align": words.align,
            "weight": "bold" if point.label == own else "normal",
            "led": abs(words.moved) > LINE / 2,
        }
        for point, words in zip(named, placed, strict=True)
    ]
    base = alt.Chart(alt.Data(values=rows)).encode(x=alt.X("size:Q"))
    ways = sorted({(row["align"], row["weight"]) for row in rows})
    return [
        base.properties(name="leaders")
        .transform_filter("datum.led")
        .mark_rule(color=OTHERS, strokeWidth=1)
        .encode(y=alt.Y("value:Q"), y2=alt.Y2("at:Q")),
        *(
            base.properties(name=f"names {align} {weight}")
            .transform_filter(f"datum.align === '{align}' && datum.weight === '{weight}'")
            .mark_text(
                align=align,
                baseline="middle",
                dx=GAP if align == "left" else -GAP,
                fontWeight=weight,
            )
            .encode(y=alt.Y("at:Q"), text=alt.Text("words:N"))
            for align, weight in ways
        ),
    ]
