"""Outlines made ready to draw: laid flat, on a pixel grid, and small enough to put in a page."""

import math
from collections.abc import Mapping, Sequence
from itertools import groupby, pairwise
from typing import Any

Place = tuple[int, int]


def flattened(geometries: Sequence[Mapping[str, Any]], *, height: int) -> list[dict[str, Any]]:
    """Project GeoJSON (multi)polygons in degrees so that together they stand ``height`` units tall.

    The projection is Mercator, with whole numbers, and downwards is positive as on a screen.
    Neighbours stay neighbours because the same point always lands on the same unit. Outer rings run
    one way round and holes the other, whatever the source did, or holes would be filled.

    Raises ``ValueError`` for any other type of geometry.
    """
    flat = [
        [[_mercator(ring) for ring in rings] for rings in _polygons(each)] for each in geometries
    ]
    everywhere = [place for area in flat for rings in area for ring in rings for place in ring]
    west = min(x for x, _ in everywhere)
    north = max(y for _, y in everywhere)
    south = min(y for _, y in everywhere)
    scale = height / ((north - south) or 1.0)

    def on_grid(ring: Sequence[tuple[float, float]], *, outer: bool) -> list[Place]:
        places = [(round((x - west) * scale), round((north - y) * scale)) for x, y in ring]
        thinned = [place for place, _ in groupby(places)]
        kept = thinned if len(thinned) >= 4 else places  # too small to see: nothing to thin
        return kept if (_doubled_area(kept) > 0) == outer else kept[::-1]

    return [
        {
            "type": "MultiPolygon",
            "coordinates": [
                [on_grid(ring, outer=place == 0) for place, ring in enumerate(rings)]
                for rings in area
            ],
        }
        for area in flat
    ]


def _polygons(geometry: Mapping[str, Any]) -> Sequence[Any]:
    kind, coordinates = geometry["type"], geometry["coordinates"]
    if kind == "MultiPolygon":
        return list(coordinates)
    if kind == "Polygon":
        return [coordinates]
    raise ValueError(f"A map cannot shade a {kind}. Give a Polygon or a MultiPolygon.")


def _mercator(ring: Sequence[Sequence[float]]) -> list[tuple[float, float]]:
    return [
        (math.radians(point[0]), math.asinh(math.tan(math.radians(point[1])))) for point in ring
    ]


def _doubled_area(ring: Sequence[Place]) -> int:
    """Twice the signed area of a ring."""
    return sum(here[0] * there[1] - there[0] * here[1] for here, there in pairwise(ring))
