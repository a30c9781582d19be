"""Finding a place by what people call it: a street, a district, a neighbourhood, a force.

Postcodes are recognised but cannot be found: the directory that says where they are is not loaded.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from peelian.engines.maps.gazetteer import Area, District, Gazetteer
from peelian.engines.maps.names import begins_a_word, plain, tidy
from peelian.engines.maps.streets import Street, StreetIndex
from peelian.spine.force import Force, forces

POSTCODE = re.compile(r"[A-Z]{1,2}\d[A-Z\d]?( ?\d[A-Z]{2})?", re.IGNORECASE)
LSOA_CODE = re.compile(r"[ew]01\d*")
SHORTEST = 2


@dataclass(frozen=True)
class FoundStreet:
    """A street with the neighbourhoods it runs through."""

    name: str
    areas: tuple[Area, ...]


@dataclass(frozen=True)
class Found:
    """All that a search met, nearest first. `postcode` says that the text looks like one."""

    text: str
    too_short: bool = False
    postcode: bool = False
    forces: tuple[Force, ...] = ()
    districts: tuple[District, ...] = ()
    streets: tuple[FoundStreet, ...] = ()
    neighbourhoods: tuple[Area, ...] = ()

    @property
    def nothing(self) -> bool:
        """Whether nothing at all was met."""
        return not (self.forces or self.districts or self.streets or self.neighbourhoods)


def search(ground: Gazetteer, index: StreetIndex, text: str, *, loaded: Collection[str]) -> Found:
    """Everything that a text can name. `loaded` are the slugs of forces whose records are held.

    "High Street, Stafford" looks for the street in places whose name holds what follows the comma.
    """
    said = tidy(text)
    head, _comma, within = said.partition(",")
    term, where = plain(head), plain(within)
    if len(term) < SHORTEST:
        return Found(said, too_short=True)
    candidates = _within(ground, where)
    return Found(
        said,
        postcode=POSTCODE.fullmatch(head) is not None,
        forces=tuple(each for each in forces().values() if begins_a_word(plain(each.name), term)),
        districts=() if where else _districts(ground.districts, term),
        streets=_placed(candidates, index.find(term), loaded),
        neighbourhoods=_neighbourhoods(ground, candidates, term, loaded),
    )


def _within(ground: Gazetteer, where: str) -> tuple[Area, ...]:
    """The areas of a district named in full, or else those whose name begins a word so."""
    if not where:
        return ground.areas
    own = tuple(area for area in ground.areas if plain(area.district) == where)
    return own or tuple(
        area for area in ground.areas if begins_a_word(ground.plain[area.code], where)
    )


def _districts(districts: Iterable[District], term: str) -> tuple[District, ...]:
    met = [each for each in districts if begins_a_word(plain(each.name), term)]
    return tuple(sorted(met, key=lambda each: plain(each.name) != term))


def _neighbourhoods(
    ground: Gazetteer, candidates: Iterable[Area], term: str, loaded: Collection[str]
) -> tuple[Area, ...]:
    """By code anywhere; by name where records are held.

    A district named in full means its own neighbourhoods alone.
    """
    if LSOA_CODE.fullmatch(term):
        return tuple(area for area in candidates if area.code.startswith(term.upper()))
    met = [
        area
        for area in candidates
        if area.force in loaded and begins_a_word(ground.plain[area.code], term)
    ]
    own = [area for area in met if plain(area.district) == term]
    return tuple(own or met)


def _placed(
    candidates: Iterable[Area], streets: Iterable[Street], loaded: Collection[str]
) -> tuple[FoundStreet, ...]:
    """Streets with their neighbourhoods; those that run through none of the candidates drop out."""
    by_code = {area.code: area for area in candidates if area.force in loaded}
    placed = (
        FoundStreet(
            street.name,
            tuple(
                sorted(
                    (by_code[code] for code in street.areas if code in by_code),
                    key=lambda area: area.name,
                )
            ),
        )
        for street in streets
    )
    return tuple(street for street in placed if street.areas)
