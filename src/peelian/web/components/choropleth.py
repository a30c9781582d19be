"""The map of areas in five shades, with the limits of every shade written beside it."""

import math
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import pairwise
from statistics import quantiles
from typing import Any

import altair as alt
from django.utils.translation import gettext

from peelian.web.components.geometry import flattened
from peelian.web.components.layers import layered
from peelian.web.components.look import CLASS_COLOURS, QUIET_INK, written
from peelian.web.components.pictures import Chart, pictured
from peelian.web.components.points import SHARES, Kind, Point

HEIGHT = 460
AROUND = 35  # pixels: the title under the map, without the rows of the key
KEY_COLUMNS = (0, 172)  # pixels from the left; two columns fit a phone
KEY_ROW = 24
CLASSES = len(CLASS_COLOURS)
MISSING_SHADE = -1

# Missing areas are hatched, so that they differ from the palest class on any screen and on paper.
HATCH = {
    "gradient": "linear",
    "x1": 0,
    "y1": 0,
    "x2": 1,
    "y2": 1,
    "stops": [
        {"offset": round(stripe / 12 + edge, 4), "color": ("#ffffff", "#8a8f94")[stripe % 2]}
        for stripe in range(12)
        for edge in (0, 1 / 12)
    ],
}


def choropleth(
    *,
    features: Sequence[Mapping[str, Any]],
    points: Sequence[Point],
    id_property: str,
    kind: Kind,
    axis_title: str,
    description: str,
) -> Chart:
    """Shade GeoJSON areas by the figures whose ``key`` equals the feature's ``id_property``.

    Classes hold about a fifth of the areas each; their limits are rounded first, and areas are
    classed by the rounded limits, so that the key tells the truth. An area without a figure, or
    with none that may be shown, is hatched.

    Raises ``ValueError`` for no features, a feature without the property, or two points for one
    area.
    """
    figures = _by_key(points)
    limits = class_limits([each.value for each in points if each.value is not None], kind=kind)
    if not features:
        raise ValueError("A map needs at least one area. Show the table alone.")
    outlines = flattened([each["geometry"] for each in features], height=HEIGHT)
    shapes = [
        {
            "type": "Feature",
            "geometry": outline,
            **_shading(each["properties"], figures, id_property=id_property, limits=limits),
        }
        for each, outline in zip(features, outlines, strict=True)
    ]
    missing = _missing_words(shapes, points)
    shades = _shades(len(limits) + 1)
    key = _key_rows(limits, shades=shades, missing=missing, kind=kind)
    spec = layered(
        _areas(shades, edge=0.6 if len(shapes) < 150 else 0.25),
        *_key(key, top=HEIGHT + 42),
        _words([{"x": 0, "y": HEIGHT + 16, "words": axis_title}]),
        height=HEIGHT,
        datasets={"areas": shapes},
    )
    return pictured(
        spec=spec,
        description=description,
        around=AROUND + KEY_ROW * math.ceil(len(key) / len(KEY_COLUMNS)),
        notes=_notes(points),
        shape="map",
    )


def class_limits(values: Sequence[float], *, kind: Kind) -> tuple[float, ...]:
    """The limits between shades, rounded to what the key prints; fewer where values repeat."""
    if len(set(values)) < 2:
        return ()
    step = 1.0 if kind == "count" else 0.001 if kind in SHARES else 0.1
    rounded = {
        round(math.floor(limit / step + 0.5) * step, 6)
        for limit in quantiles(values, n=CLASSES, method="inclusive")
    }
    return tuple(sorted(limit for limit in rounded if min(values) < limit <= max(values)))


def _by_key(points: Sequence[Point]) -> dict[str, Point]:
    figures: dict[str, Point] = {}
    for point in points:
        if point.key in figures:
            raise ValueError(
                f"Two points have the key {point.key!r}: {point.label!r} is the second."
            )
        figures[point.key] = point
    return figures


def _shading(
    properties: Mapping[str, Any],
    figures: Mapping[str, Point],
    *,
    id_property: str,
    limits: Sequence[float],
) -> dict[str, Any]:
    if id_property not in properties:
        raise ValueError(
            f"A feature has no property {id_property!r}. It has: {', '.join(sorted(properties))}."
        )
    point = figures.get(properties[id_property])
    if point is None:
        return {"shade": MISSING_SHADE, "text": gettext("no data")}
    shade = MISSING_SHADE if point.value is None else bisect_right(limits, point.value)
    return {"shade": shade, "text": point.text}


def _shades(classes: int) -> list[str]:
    """As many colours as there are classes, spread over the whole range from pale to dark."""
    last = CLASSES - 1
    return [CLASS_COLOURS[round(last * place / max(classes - 1, 1))] for place in range(classes)]


def _areas(shades: Sequence[str], *, edge: float) -> Any:
    shade = alt.Fill(
        "shade:O",
        legend=None,
        scale=alt.Scale(domain=list(range(len(shades))), range=list(shades)),
    )
    return (
        alt.Chart(alt.NamedData("areas"), name="areas")
        .mark_geoshape(stroke="white", strokeWidth=edge)
        .encode(
            fill=alt.condition("datum.shade < 0", alt.value(HATCH), shade),
            tooltip=alt.Tooltip("text:N"),
        )
        .project(type="identity")
    )


def _key_rows(
    limits: Sequence[float], *, shades: Sequence[str], missing: str, kind: Kind
) -> list[dict[str, Any]]:
    words = _class_words([written(limit, kind) for limit in limits])
    rows: list[dict[str, Any]] = [
        {"fill": shade, "words": each} for shade, each in zip(shades, words, strict=True)
    ]
    if missing:
        rows.append({"fill": "", "words": missing})
    return rows


def _missing_words(shapes: Sequence[Mapping[str, Any]], points: Sequence[Point]) -> str:
    if all(each["shade"] != MISSING_SHADE for each in shapes):
        return ""
    if any(each.status not in ("ok", "no_data") for each in points):
        return gettext("no data, or not shown")
    return gettext("no data")


def _notes(points: Sequence[Point]) -> tuple[str, ...]:
    if any(each.maturing for each in points):
        return (gettext("These figures are not yet complete and will still change."),)
    return ()


def _class_words(limits: Sequence[str]) -> list[str]:
    if not limits:
        return [gettext("all areas with a figure")]
    between = [
        gettext("%(low)s to under %(high)s") % {"low": low, "high": high}
        for low, high in pairwise(limits)
    ]
    return [
        gettext("under %(limit)s") % {"limit": limits[0]},
        *between,
        gettext("%(limit)s or more") % {"limit": limits[-1]},
    ]


def _key(rows: Sequence[dict[str, Any]], *, top: int) -> list[Any]:
    """Squares and words under the map, in two columns."""
    half = math.ceil(len(rows) / 2)
    placed = [
        {**row, "x": KEY_COLUMNS[place // half], "y": top + place % half * KEY_ROW}
        for place, row in enumerate(rows)
    ]
    squares = [
        _at([row]).mark_square(
            size=260,
            opacity=1,
            fill=row["fill"] or HATCH,
            stroke=QUIET_INK,
            strokeWidth=0.5,
            xOffset=9,
        )
        for row in placed
    ]
    return [*squares, _words([{**row, "x": row["x"] + 26} for row in placed])]


def _words(rows: Sequence[dict[str, Any]]) -> Any:
    return _at(rows).mark_text(align="left", baseline="middle").encode(text=alt.Text("words:N"))


def _at(rows: Sequence[dict[str, Any]]) -> Any:
    """A layer placed by pixels, outside the map's projection."""
    kept = [{name: row[name] for name in ("x", "y", "words")} for row in rows]
    return alt.Chart(alt.Data(values=kept)).encode(
        x=alt.X("x:Q", scale=None, axis=None), y=alt.Y("y:Q", scale=None, axis=None)
    )
