"""From the figures of a map to its picture: titles, links and the names of districts on it."""

from collections.abc import Iterable
from functools import lru_cache

from django.urls import reverse

from peelian.engines.publishing.shown import Shown
from peelian.web.components.figures import point
from peelian.web.public.map_answer import Mapped, code
from peelian.web.public.map_filters import MapFilters
from peelian.web.public.map_picture import Label, Picture, Spot, picture, sheet

STREETS_UNDER_POINTER = 2
# The room that a letter and a line of a label take, in units of the drawing.
LETTER, LINE = 13, 27


def drawing(found: Mapped, shown: MapFilters) -> Picture:
    """The map of a force, or of one of its districts. Raises `NoBoundaries`."""
    codes = frozenset(code(one) for one in found.figures) if shown.district else None
    return picture(
        sheet(shown.force, codes),
        {code(one): _spot(one, found) for one in found.figures},
        kind=found.whole.measure.kind,
        labels=_names(found, shown),
    )


def _spot(one: Shown, found: Mapped) -> Spot:
    area = found.area(one)
    near = ", ".join(found.near(one)[:STREETS_UNDER_POINTER])
    name = f"{area.name} ({near})" if near else area.name
    ranged = f", {one.likely_range}" if one.likely_range else ""
    return Spot(
        point(one, label=area.name, key=area.code),
        f"{name}: {one.value}{ranged}",
        reverse("place", args=[area.code]),
    )


def _names(found: Mapped, shown: MapFilters) -> tuple[Label, ...]:
    """Districts are named on the map of a force, where a reader must find their own."""
    if shown.district:
        return ()
    return _labels(shown.force, tuple((area.code, area.district) for area in found.areas.values()))


@lru_cache(maxsize=16)
def _labels(force: str, districts: tuple[tuple[str, str], ...]) -> tuple[Label, ...]:
    """The name of each district amid its neighbourhoods, which is where most people live."""
    drawn = sheet(force)
    middles = {shape.code: shape.middle for shape in drawn.shapes}
    grouped: dict[str, list[tuple[int, int]]] = {}
    for each, district in districts:
        if each in middles:
            grouped.setdefault(district, []).append(middles[each])
    wanted = (
        Label(
            name,
            sum(x for x, _y in places) // len(places),
            sum(y for _x, y in places) // len(places),
        )
        for name, places in grouped.items()
    )
    return spread(wanted, width=drawn.width)


def spread(labels: Iterable[Label], *, width: int) -> tuple[Label, ...]:
    """The labels moved as little as it takes to stand within the sheet and clear of each other."""
    placed: list[Label] = []
    for label in sorted(labels, key=lambda each: (each.y, each.x)):
        half = len(label.text) * LETTER // 2
        x = min(max(label.x, half), max(width - half, half))
        y = label.y
        for other in placed:
            apart = half + len(other.text) * LETTER // 2
            if abs(other.x - x) < apart and y - other.y < LINE:
                y = other.y + LINE
        placed.append(Label(label.text, x, y))
    return tuple(placed)
