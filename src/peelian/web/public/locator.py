"""Where a neighbourhood lies: itself, those next to it, and the rest of its district."""

from django.urls import reverse
from django.utils.translation import gettext as _

from peelian.engines.maps.gazetteer import Area, Gazetteer
from peelian.engines.maps.neighbours import neighbours
from peelian.web.components.look import CLASS_COLOURS
from peelian.web.public.map_picture import Key, Picture, Ring, Shaded, Shape, boxed, sheet

OWN, BESIDE, REST = CLASS_COLOURS[4], CLASS_COLOURS[1], "#eceef0"
# An area below this size on the sheet is ringed, or nobody would find it.
EASILY_SEEN = 90
RING = 60


def next_to(ground: Gazetteer, area: Area) -> tuple[Area, ...]:
    """The neighbourhoods that share a border with one. Raises `NoBoundaries`."""
    codes = neighbours(area.force).get(area.code, ())
    return tuple(ground.by_code[code] for code in codes if code in ground.by_code)


def locator(ground: Gazetteer, area: Area) -> Picture:
    """The district with the neighbourhood picked out. Raises `NoBoundaries`."""
    beside = {each.code for each in next_to(ground, area)}
    codes = frozenset(each.code for each in ground.areas if each.district == area.district)
    drawing = sheet(area.force, codes | beside)
    fills = {area.code: OWN} | dict.fromkeys(beside, BESIDE)
    shaded = tuple(
        Shaded(
            shape.path,
            fills.get(shape.code, REST),
            ground.by_code[shape.code].name,
            "" if shape.code == area.code else reverse("place", args=[shape.code]),
        )
        for shape in drawing.shapes
        if shape.code in ground.by_code
    )
    return Picture(
        box=boxed(drawing),
        areas=shaded,
        key=(
            Key(OWN, area.name),
            Key(BESIDE, _("next to it")),
            Key(REST, _("the rest of {district}").format(district=area.district)),
        ),
        labels=(),
        edge="1.6",
        ring=next((_ring(shape) for shape in drawing.shapes if shape.code == area.code), None),
    )


def _ring(shape: Shape) -> Ring | None:
    x, y = shape.middle
    return Ring(x, y, RING) if shape.size < EASILY_SEEN else None
