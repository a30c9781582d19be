"""The figures of a map: one for each neighbourhood, and the force's own to hold them against."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from peelian.engines.maps.gazetteer import Area
from peelian.engines.maps.outlines import mapped_forces
from peelian.engines.maps.reading import Unplaced, by_area, unplaced
from peelian.engines.measures.kinds import Measure
from peelian.engines.measures.request import BadRequest, Request, request
from peelian.engines.publishing.sentences import force_name
from peelian.engines.publishing.shown import Shown
from peelian.records.schema import type_key
from peelian.records.store.reader import Reader
from peelian.web.answers import answered
from peelian.web.public.ground import ground, newest_year, streets
from peelian.web.public.holdings import best_known
from peelian.web.public.map_filters import LSOA, MapFilters


@dataclass(frozen=True)
class Mapped:
    """What a map shows. `figures` are those of the district, if one was chosen."""

    asked: Request
    areas: Mapping[str, Area]
    streets: Mapping[str, tuple[str, ...]]
    figures: tuple[Shown, ...]
    whole: Shown
    unplaced: Unplaced | None

    def area(self, one: Shown) -> Area:
        """The neighbourhood that a figure is of."""
        return self.areas[code(one)]

    def near(self, one: Shown) -> tuple[str, ...]:
        """Streets by which a reader can tell where the neighbourhood of a figure is."""
        return self.streets.get(code(one), ())


def code(one: Shown) -> str:
    """The code of the neighbourhood that a figure is of."""
    return one.cell.at(LSOA) or ""


def force_to_show(tables: Reader, measure: Measure) -> str:
    """Whose map a reader sees who has not chosen: a force that is loaded and can be drawn."""
    loaded = tables.snapshot.forces(type_key(measure.record_type))
    drawable = [slug for slug in mapped_forces() if slug in loaded]
    return drawable[0] if drawable else best_known(tables.snapshot)


def districts(tables: Reader, force: str) -> tuple[str, ...]:
    """The names of the districts that a force polices."""
    return tuple(each.name for each in ground(tables).districts if each.force == force)


def mapped(tables: Reader, measure: Measure, shown: MapFilters) -> Mapped | None:
    """The figures that the filters ask for; None where nothing is loaded to count.

    Raises `BadRequest` for what cannot be asked.
    """
    known = districts(tables, shown.force)
    if shown.district and shown.district not in known:
        raise BadRequest(
            f"'{shown.district}' is no district of {force_name(shown.force)}. "
            f"You can choose from: {', '.join(known)}."
        )
    where = dict(shown.chosen.where)
    first, last = shown.chosen.first or None, shown.chosen.last or None
    asked = request(measure, by=(LSOA,), where=where, first=first, last=last)
    _answer, wholes = answered(tables, replace(asked, by=()))
    if not wholes:
        return None
    _answer, figures = answered(tables, asked)
    areas = {area.code: area for area in ground(tables).of_force(shown.force)}
    found = by_area(figures, LSOA)
    # Rows of a place in another force's area are in the force's figure but on none of its areas.
    here = tuple(found[each] for each in areas if each in found)
    return Mapped(
        asked=asked,
        areas=areas,
        streets=streets(tables, shown.force),
        figures=tuple(
            one for one in here if not shown.district or areas[code(one)].district == shown.district
        ),
        whole=wholes[0],
        unplaced=unplaced(measure, here, wholes[0].cell),
    )


def with_months(tables: Reader, measure: Measure, shown: MapFilters) -> MapFilters:
    """The filters with the newest months that have a figure, up to a year, where none are named.

    Raises `BadRequest` for a condition that cannot be asked.
    """
    chosen = shown.chosen
    where = dict(chosen.where)
    request(measure, where=where, first=chosen.first or None, last=chosen.last or None)
    if chosen.first and chosen.last:
        return shown
    newest = newest_year(tables, measure, where)
    if newest is None:
        return shown
    first, last = chosen.first or newest.first, chosen.last or newest.last
    return replace(shown, chosen=replace(chosen, first=first, last=last))
