"""The residents behind each cell: those of the forces whose files the cell rests on."""

from collections.abc import Iterable, Iterator, Mapping

from peelian.engines.measures.cover import Verdict
from peelian.engines.measures.figures import People
from peelian.engines.measures.fill import Group
from peelian.engines.measures.kinds import Rate, RateRatio
from peelian.engines.measures.places import Place, cuts, residents
from peelian.engines.measures.request import NOT_RECORDED, Request
from peelian.engines.measures.tables import TableSource

NOBODY = People()


def denominators(
    asked: Request, tables: TableSource, cells: Iterable[tuple[Group, Verdict]]
) -> Iterator[People]:
    """Residents for each pair of group and verdict, in the same order.

    Rows of a place that is not recorded have no residents, so that their rate is refused and not
    made up, whether the place is a group of the answer or a condition.
    """
    measure = asked.measure
    if not isinstance(measure, Rate | RateRatio) or _of_nowhere(asked, measure):
        yield from (NOBODY for _cell in cells)
        return
    extra = (measure.group,) if isinstance(measure, RateRatio) else ()
    by_place = residents(asked, measure.per, extra, tables)
    cut = {dimension.key for dimension in cuts(asked, measure.per)}
    at = [n for n, dimension in enumerate(asked.dimensions) if dimension.key in cut]
    for group, verdict in cells:
        place = tuple(group[n] for n in at)
        if None in place:
            yield NOBODY
        elif isinstance(measure, Rate):
            yield People(total=_living(by_place.get(place), verdict))
        else:
            yield People(groups=_groups(by_place, place, measure, verdict))


def _of_nowhere(asked: Request, measure: Rate | RateRatio) -> bool:
    return any(
        NOT_RECORDED in values for name, values in asked.where if name in measure.per.columns
    )


def _groups(
    by_place: Mapping[Place, Mapping[str, int]], place: Place, measure: RateRatio, verdict: Verdict
) -> dict[str | None, int]:
    return {option: _living(by_place.get((*place, option)), verdict) for option in measure.compared}


def _living(by_force: Mapping[str, int] | None, verdict: Verdict) -> int:
    if by_force is None:
        return 0
    return sum(people for force, people in by_force.items() if force in verdict.forces)
