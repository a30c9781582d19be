"""The figures of one neighbourhood: what is reported, how it changed, how it stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from peelian import catalogue
from peelian.engines.maps.gazetteer import Area
from peelian.engines.maps.reading import by_area
from peelian.engines.maps.standing import Standing, standing
from peelian.engines.measures.kinds import Count, Measure, Rate, Share
from peelian.engines.measures.periods import MONTH, Period
from peelian.engines.publishing.direction import direction
from peelian.engines.publishing.latest import held_against, newest, usable
from peelian.engines.publishing.shown import Shown
from peelian.records.base import Record
from peelian.records.store.reader import Reader
from peelian.web.answers import ask
from peelian.web.public.filters import FORCE, kinds
from peelian.web.public.ground import YEAR, newest_year
from peelian.web.public.map_filters import DISTRICT, LSOA, mappable

MOST_KINDS = 6


@dataclass(frozen=True)
class Reported:
    """A count of one neighbourhood: by month, in its newest month, in its newest year.

    `kinds` are the commonest kinds of what is counted, each in the newest month and year.
    """

    measure: Measure
    months: tuple[Shown, ...]
    month: Shown
    year: Shown
    kinds: tuple[tuple[Shown, Shown], ...]


@dataclass(frozen=True)
class Changed:
    """The newest quarter of a count and, where there is something to hold it against, a verdict."""

    figure: Shown
    sentence: str


@dataclass(frozen=True)
class Beside:
    """A neighbourhood's figure beside its district's and its force's, with the verdict on each."""

    here: Shown
    district: Shown
    force: Shown

    @property
    def to_district(self) -> Standing | None:
        return standing(self.here.cell, self.district.cell)

    @property
    def to_force(self) -> Standing | None:
        return standing(self.here.cell, self.force.cell)


def of_places() -> tuple[Measure, ...]:
    """The measures of the topic cards that can be asked of a neighbourhood, in their order."""
    named = [each for topic in catalogue.topics() for each in (topic.measure, *topic.leads_to)]
    return tuple({each.key: each for each in named if mappable(each)}.values())


def reported(tables: Reader, area: Area, of: type[Record]) -> tuple[Reported, ...]:
    """Every count of records of one type in the neighbourhood; none where nothing is loaded."""
    found = []
    for measure in of_places():
        if isinstance(measure, Count) and measure.record_type is of:
            where = _here(area)
            _answer, by_month = ask(tables, measure.key, by=(MONTH,), where=where)
            year = newest(usable(one.cell for one in by_month), length=YEAR)
            if year is not None:
                found.append(_reported(tables, measure, where, by_month, year))
    return tuple(found)


def changed(tables: Reader, area: Area, count: Reported) -> Changed:
    """The newest three months beside the same a year before, or else beside the three before."""
    held = usable(one.cell for one in count.months)
    now = newest(held)
    if now is None:
        raise ValueError(f"{count.measure.key} has no month in {area.code}, so nothing changed.")
    where = _here(area)
    figure = _span(tables, count.measure, where, now)
    earlier = held_against(now, held)
    if earlier is None:
        return Changed(figure, "")
    before = _span(tables, count.measure, where, earlier)
    went = direction(count.measure, figure.cell, before.cell)
    return Changed(figure, went.sentence if went else "")


def beside(tables: Reader, area: Area, kind: type[Rate] | type[Share]) -> tuple[Beside, ...]:
    """Every rate, or every share, of the neighbourhood in the newest year of its force."""
    found = []
    for measure in of_places():
        if isinstance(measure, kind):
            of_force = {FORCE: area.force}
            year = newest_year(tables, measure, of_force)
            first, last = (year.first, year.last) if year else (None, None)
            whole = ask(tables, measure.key, where=of_force, first=first, last=last)[1]
            places = _by(tables, measure, area.force, LSOA, first, last)
            districts = _by(tables, measure, area.force, DISTRICT, first, last)
            if whole and area.code in places and area.district in districts:
                found.append(Beside(places[area.code], districts[area.district], whole[0]))
    return tuple(found)


def _by(
    tables: Reader,
    measure: Measure,
    force: str,
    dimension: str,
    first: str | None,
    last: str | None,
) -> Mapping[str, Shown]:
    """All places of a force at once: asked for one neighbourhood, it serves the next as well."""
    shown = ask(tables, measure.key, by=(dimension,), where={FORCE: force}, first=first, last=last)[
        1
    ]
    return by_area(shown, dimension)


def _reported(
    tables: Reader,
    measure: Measure,
    where: Mapping[str, str],
    by_month: Sequence[Shown],
    year: Period,
) -> Reported:
    newest_month = next(one for one in by_month if one.cell.period.last == year.last)
    return Reported(
        measure=measure,
        months=tuple(one for one in by_month if year.first <= one.cell.period.last <= year.last),
        month=newest_month,
        year=_span(tables, measure, where, year),
        kinds=_kinds(tables, measure, where, year),
    )


def _kinds(
    tables: Reader, measure: Measure, where: Mapping[str, str], year: Period
) -> tuple[tuple[Shown, Shown], ...]:
    """The commonest kinds in the year, each with its figure of the newest month before it."""
    divided = kinds(measure)
    if not divided:
        return ()
    kind = divided[0].key
    of_year = ask(tables, measure.key, by=(kind,), where=where, first=year.first, last=year.last)[1]
    order = sorted(of_year, key=lambda one: (-(one.cell.numerator or 0), one.cell.at(kind) or ""))
    common = [one for one in order if one.cell.numerator and one.cell.at(kind)][:MOST_KINDS]
    if not common:
        return ()
    named = {**where, kind: tuple(str(one.cell.at(kind)) for one in common)}
    month = ask(tables, measure.key, by=(kind,), where=named, first=year.last, last=year.last)[1]
    of_month = by_area(month, kind)
    return tuple((of_month[str(one.cell.at(kind))], one) for one in common)


def _span(tables: Reader, measure: Measure, where: Mapping[str, str], period: Period) -> Shown:
    return ask(tables, measure.key, where=where, first=period.first, last=period.last)[1][0]


def _here(area: Area) -> dict[str, str]:
    return {FORCE: area.force, LSOA: area.code}
