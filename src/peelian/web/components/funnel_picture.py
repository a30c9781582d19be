"""Forces against a funnel: how far from the middle a force of its size may be expected to lie."""

import math
from collections.abc import Sequence
from typing import Any

import altair as alt
from django.utils.translation import gettext

from peelian.engines.comparisons.compared import FunnelLimits
from peelian.web.components.funnel_names import HEIGHT, NAMED_AT_MOST, name_marks
from peelian.web.components.layers import layered
from peelian.web.components.look import (
    DARK_BLUE,
    INK,
    QUIET_INK,
    Ruler,
    ruler,
)
from peelian.web.components.pictures import Chart, pictured, remembered
from peelian.web.components.placing import spread
from peelian.web.components.points import Kind, Line, Point

AROUND = 79  # pixels: the heading above the plot, the axis and its title below it
SHAPES = {
    "far above": "triangle-up",
    "above": "triangle-up",
    "within": "circle",
    "below": "triangle-down",
    "far below": "triangle-down",
}
BOUNDS = (
    ("upper998", "99.8%"),
    ("upper95", "95%"),
    ("lower95", "95%"),
    ("lower998", "99.8%"),
)


@remembered
def funnel_picture(
    *,
    points: Sequence[Point],
    limits: Sequence[FunnelLimits],
    centre: Line,
    kind: Kind,
    axis_title: str,
    size_title: str,
    description: str,
    own: str = "",
) -> Chart:
    """Draw forces by ``size`` with limits at 95% and 99.8%; ``series`` of a point is its zone.

    The force called ``own`` and those outside the 95% limits are named, furthest first, as many as
    can be read; the others show their sentence when touched.

    Raises ``ValueError`` for no points or limits, or for a point without value, size or zone.
    """
    _check(points, limits)
    sizes = [each.size or 0.0 for each in points]
    ends = (min(sizes) * 0.9, max(sizes) * 1.06)
    curve = [each for each in limits if ends[0] <= each.size <= ends[1]]
    scale = _heights(points, curve, kind)
    spec = layered(
        *_limits(ends=ends, scale=scale, size_title=size_title),
        *_centre(centre, curve=curve, scale=scale),
        *_points(),
        *name_marks(points, ends=ends, scale=scale, own=own),
        alt.Chart(alt.Data(values=[{"title": axis_title}]))
        .mark_text(align="left", baseline="bottom")
        .encode(x=alt.XValue(0), y=alt.YValue(-10), text=alt.Text("title:N")),
        height=HEIGHT,
        rows=[_row(each, own=each.label == own) for each in points],
        # Named, so that two marks share the rows instead of each bringing its own.
        datasets={"limits": _curves(curve, scale)},
    )
    return pictured(
        spec=spec, description=description, around=AROUND, notes=_notes(points, own=own)
    )


def _check(points: Sequence[Point], limits: Sequence[FunnelLimits]) -> None:
    if not points or not limits:
        raise ValueError("A funnel needs forces and limits. Show a sentence instead of a chart.")
    for each in points:
        if each.value is None or not each.size or each.series not in SHAPES:
            raise ValueError(
                f"{each.label!r} has the value {each.value}, the size {each.size} and the zone "
                f"{each.series!r}. A funnel needs all three; zones are {', '.join(SHAPES)}."
            )


def _heights(points: Sequence[Point], curve: Sequence[FunnelLimits], kind: Kind) -> Ruler:
    """An axis that holds every force, and the limits as far as they do not squeeze the forces."""
    values = [each.value or 0.0 for each in points]
    reach = (max(values) - min(values)) or max(values) or 1.0
    lowest = max(min([*(each.lower998 for each in curve), *values]), min(values) - reach / 2, 0.0)
    highest = min(max([*(each.upper998 for each in curve), *values]), max(values) + reach / 2)
    return ruler(lowest=lowest, highest=highest, kind=kind)


def _row(point: Point, *, own: bool) -> dict[str, Any]:
    outside = point.series != "within"
    edge = INK if own else DARK_BLUE if outside else QUIET_INK
    fill = INK if own else DARK_BLUE if point.series.startswith("far") else "white"
    return {
        "label": point.label,
        "value": point.value,
        "size": point.size,
        "shape": SHAPES[point.series],
        "edge": edge,
        "fill": fill,
        "area": 150 if own else 90 if outside else 45,
        "own": own,
        "text": point.text,
    }


def _x(ends: tuple[float, float], axis: Any) -> Any:
    # A root keeps the many small forces apart where one is ten times as large.
    return alt.X(
        "size:Q", scale=alt.Scale(type="sqrt", domain=list(ends), zero=False, nice=False), axis=axis
    )


def _y(scale: Ruler, axis: Any) -> Any:
    return alt.Y(
        "value:Q",
        scale=alt.Scale(domain=[scale.low, scale.high], zero=False, nice=False),
        axis=axis,
    )


def _curves(curve: Sequence[FunnelLimits], scale: Ruler) -> list[dict[str, Any]]:
    """Points of the four curves, broken off where they leave the chart, as fine as a screen."""
    return [
        {
            "size": each.size,
            "value": float(f"{getattr(each, bound):.6g}"),
            "bound": bound,
            "called": called,
        }
        for bound, called in BOUNDS
        for each in curve
        if scale.low <= getattr(each, bound) <= scale.high
    ]


def _limits(
    *,
    ends: tuple[float, float],
    scale: Ruler,
    size_title: str,
) -> list[Any]:
    """Four curves, each named at its right end."""
    sideways = alt.Axis(
        title=size_title,
        titleAnchor="start",
        titlePadding=8,
        values=_round_sizes(ends),
        labelExpr=(
            "datum.value >= 1e6 ? format(datum.value / 1e6, ',~f') + ' million'"
            " : format(datum.value, ',.0f')"
        ),
        labelOverlap="greedy",
        labelSeparation=10,
        grid=False,
    )
    upright = alt.Axis(
        title=None,
        values=list(scale.ticks),
        format=scale.number_format,
        domain=False,
        ticks=False,
    )
    curves = alt.Chart(alt.NamedData("limits")).encode(
        x=_x(ends, sideways),
        y=_y(scale, upright),
        detail=alt.Detail("bound:N"),
        order=alt.Order("size:Q"),
    )
    return [
        curves.properties(name=f"limits {called}")
        .transform_filter(f"datum.called === '{called}'")
        .mark_line(color=QUIET_INK, strokeWidth=1.25, strokeDash=dash)
        for called, dash in (("99.8%", [1, 0]), ("95%", [6, 4]))
    ]


def _round_sizes(ends: tuple[float, float]) -> list[float]:
    """Sizes that people count in: 1, 2 or 5 of each power of ten."""
    powers = range(math.floor(math.log10(max(ends[0], 1))), math.ceil(math.log10(ends[1])) + 1)
    found = [step * 10.0**power for power in powers for step in (1, 2, 5)]
    return [each for each in found if ends[0] <= each <= ends[1]]


def _centre(centre: Line, *, curve: Sequence[FunnelLimits], scale: Ruler) -> list[Any]:
    """The middle line, and the names of all five lines at the right edge."""
    last = curve[-1]
    named = [(getattr(last, bound), called) for bound, called in BOUNDS]
    named = [(centre.at, centre.words), *(each for each in named if each[0] >= scale.low)]
    named = [each for each in named if each[0] <= scale.high]
    pixels = HEIGHT / (scale.high - scale.low)
    heights = spread([each[0] * pixels for each in named])
    rows = [
        {"value": height / pixels, "words": words}
        for height, (_at, words) in zip(heights, named, strict=True)
    ]
    return [
        alt.Chart(alt.Data(values=[{"value": centre.at}]), name="centre")
        .mark_rule(color=INK, strokeWidth=1.5)
        .encode(y=alt.Y("value:Q")),
        alt.Chart(alt.Data(values=rows), name="names of lines")
        .mark_text(align="left", baseline="middle", dx=6)
        .encode(x=alt.XValue("width"), y=alt.Y("value:Q"), text=alt.Text("words:N")),
    ]


def _points() -> list[Any]:
    """Triangles point away from the middle; the own force is drawn last, on top of all others."""
    spots = alt.Chart().encode(
        x=alt.X("size:Q"),
        y=alt.Y("value:Q"),
        shape=alt.Shape("shape:N", scale=None),
        size=alt.Size("area:Q", scale=None),
        fill=alt.Fill("fill:N", scale=None),
        stroke=alt.Stroke("edge:N", scale=None),
    )
    drawn = [
        spots.properties(name=name).transform_filter(chosen).mark_point(strokeWidth=1.5, opacity=1)
        for name, chosen in (("forces", "!datum.own"), ("own force", "datum.own"))
    ]
    reach = (
        alt.Chart(name="reach")
        .mark_point(shape="circle", filled=True, size=500, opacity=0)
        .encode(x=alt.X("size:Q"), y=alt.Y("value:Q"), tooltip=alt.Tooltip("text:N"))
    )
    return [*drawn, reach]


def _notes(points: Sequence[Point], *, own: str) -> tuple[str, ...]:
    notes = []
    if own:
        notes.append(gettext("The black sign is {own}.").format(own=own))
    notes.append(
        gettext(
            "Triangles lie outside the 95% limits, filled ones outside the 99.8% limits; circles "
            "lie within both."
        )
    )
    named = sum(1 for each in points if each.label == own or each.series != "within")
    if named > NAMED_AT_MOST:
        notes.append(
            gettext("{number} more lie outside; the table names them.").format(
                number=named - NAMED_AT_MOST
            )
        )
    return tuple(notes)
