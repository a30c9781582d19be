"""A map as a picture that stands in the page: shaded areas, each a link to its own page.

It is plain SVG, so that it needs no script: browsers show the title of an area under the pointer,
and a tap opens the area's page. Keyboards and screen readers use the table, which says the same.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from django.utils.translation import gettext as _

from peelian.engines.maps.outlines import Outline, neighbourhoods
from peelian.web.components.choropleth import class_limits
from peelian.web.components.geometry import flattened
from peelian.web.components.look import CLASS_COLOURS, written
from peelian.web.components.points import Kind, Point

# Units of the drawing. Finer than the screen it is shown on, coarse enough to stay a light page.
TALL = 920
WIDEST = 1150
MARGIN = 6
MISSING = "url(#no-figure)"


@dataclass(frozen=True)
class Shape:
    """One area as drawn: its outline in SVG path language, the middle and the size of its box."""

    code: str
    path: str
    middle: tuple[int, int]
    size: int


@dataclass(frozen=True)
class Sheet:
    """Areas laid out together, with the size of the drawing."""

    shapes: tuple[Shape, ...]
    width: int
    height: int


@dataclass(frozen=True)
class Shaded:
    """An area with its colour, what the pointer shows and where a tap leads."""

    path: str
    fill: str
    title: str
    url: str


@dataclass(frozen=True)
class Key:
    """One line of the key: a colour and the values that it stands for."""

    fill: str
    words: str


@dataclass(frozen=True)
class Label:
    """A name written on the map."""

    text: str
    x: int
    y: int


@dataclass(frozen=True)
class Ring:
    """A circle that leads the eye to an area too small to be found."""

    x: int
    y: int
    radius: int


@dataclass(frozen=True)
class Picture:
    """All that the template places; `edge` is the width of the line between areas."""

    box: str
    areas: tuple[Shaded, ...]
    key: tuple[Key, ...]
    labels: tuple[Label, ...]
    edge: str
    ring: Ring | None = None


@dataclass(frozen=True)
class Spot:
    """What a map is told of one area: its figure, what the pointer shows, where a tap leads."""

    point: Point
    title: str
    url: str


@lru_cache(maxsize=64)
def sheet(force: str, codes: frozenset[str] | None = None) -> Sheet:
    """The neighbourhoods of a force, or only those with these codes, filling the drawing.

    Raises `NoBoundaries` where none are shipped.
    """
    chosen = [each for each in neighbourhoods(force) if codes is None or each.code in codes]
    return laid_out(chosen)


def laid_out(outlines: Sequence[Outline]) -> Sheet:
    """Outlines on one sheet, no taller and no wider than a page can show."""
    flat = flattened([each.geometry for each in outlines], height=TALL)
    widest = max(x for area in flat for rings in area["coordinates"] for x, _y in rings[0])
    if widest > WIDEST:
        flat = flattened([each.geometry for each in outlines], height=TALL * WIDEST // widest)
    shapes = tuple(
        _shape(each.code, area["coordinates"]) for each, area in zip(outlines, flat, strict=True)
    )
    places = [place for area in flat for rings in area["coordinates"] for place in rings[0]]
    return Sheet(shapes, max(x for x, _y in places), max(y for _x, y in places))


def picture(
    drawing: Sheet, spots: Mapping[str, Spot], *, kind: Kind, labels: tuple[Label, ...] = ()
) -> Picture:
    """Shade a sheet in five classes of about as many areas each; the rest is hatched.

    The key says how many areas each shade holds, since equal figures cannot be parted.
    """
    values = [spot.point.value for spot in spots.values() if spot.point.value is not None]
    limits = class_limits(values, kind=kind)
    colours = _colours(len(limits) + 1)
    areas = []
    for shape in drawing.shapes:
        spot = spots.get(shape.code)
        value = spot.point.value if spot else None
        fill = MISSING if value is None else colours[bisect_right(limits, value)]
        title, url = (spot.title, spot.url) if spot else (_("no data"), "")
        areas.append(Shaded(shape.path, fill, title, url))
    held = Counter(area.fill for area in areas)
    lines = [*zip(colours, _classes(limits, kind), strict=True), (MISSING, _("no figure"))]
    key = tuple(Key(fill, f"{words} ({held[fill]})") for fill, words in lines if held[fill])
    return Picture(
        box=boxed(drawing),
        areas=tuple(areas),
        key=key,
        labels=labels,
        edge="0.8" if len(areas) > 150 else "1.6",
    )


def boxed(drawing: Sheet) -> str:
    """The part of the plane that shows a whole sheet, with a margin for its edges."""
    width, height = drawing.width + 2 * MARGIN, drawing.height + 2 * MARGIN
    return f"{-MARGIN} {-MARGIN} {width} {height}"


def _shape(code: str, polygons: Sequence[Sequence[Sequence[tuple[int, int]]]]) -> Shape:
    places = [place for rings in polygons for place in rings[0]]
    across, down = [x for x, _y in places], [y for _x, y in places]
    middle = (min(across) + max(across)) // 2, (min(down) + max(down)) // 2
    size = max(max(across) - min(across), max(down) - min(down))
    return Shape(code, "".join(_line(ring) for rings in polygons for ring in rings), middle, size)


def _line(ring: Sequence[tuple[int, int]]) -> str:
    """A ring by its steps from point to point: half the bytes of the points themselves."""
    x, y = ring[0]
    steps = (f"{there[0] - here[0]} {there[1] - here[1]}" for here, there in pairwise(ring[:-1]))
    return f"M{x} {y}l{' '.join(steps).replace(' -', '-')}z"


def _colours(classes: int) -> list[str]:
    last = len(CLASS_COLOURS) - 1
    return [CLASS_COLOURS[round(last * place / max(classes - 1, 1))] for place in range(classes)]


def _classes(limits: Sequence[float], kind: Kind) -> list[str]:
    said = [written(limit, kind) for limit in limits]
    if not said:
        return [_("all areas with a figure")]
    between = [_("{low} to under {high}").format(low=a, high=b) for a, b in pairwise(said)]
    return [
        _("under {limit}").format(limit=said[0]),
        *between,
        _("{limit} or more").format(limit=said[-1]),
    ]
