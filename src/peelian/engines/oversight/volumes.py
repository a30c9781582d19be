"""Who opened many more records tonight than they and their unit usually do."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from statistics import median

from peelian.engines.oversight.history import History, Night
from peelian.engines.oversight.looked_up import Staff
from peelian.numbers.ratios import NotComputable
from peelian.numbers.robust import robust_distance


@dataclass(frozen=True)
class Unusual:
    """A night's look-ups of one actor, far above the usual of the actor and of the unit."""

    count: int
    usual: float
    distance: float


def unusual_volumes(
    tonight: Night, history: History, staff: Mapping[str, Staff], *, distance: float
) -> dict[str, Unusual]:
    """The actors whose night lies `distance` robust deviations or more above what is usual.

    Against their own days at work, and against those of their unit too where it has enough: a day
    on which a whole unit is busy is nobody's oddity for long. Who has neither is left out.
    """
    own: defaultdict[str, list[int]] = defaultdict(list)
    units: defaultdict[str, list[int]] = defaultdict(list)
    for night in history.nights:
        for actor, count in night.volumes.items():
            own[actor].append(count)
            if actor in staff and staff[actor].unit:
                units[staff[actor].unit].append(count)
    found = {}
    for actor, count in tonight.volumes.items():
        one = staff.get(actor)
        peers = units.get(one.unit, []) if one is not None and one.unit else []
        measured = [d for d in (_distance(count, own.get(actor, [])),) if d is not None]
        # The long list of the unit is only asked where the actor's own days raise the question.
        if not measured or measured[0] >= distance:
            measured += [d for d in (_distance(count, peers),) if d is not None]
        if measured and min(measured) >= distance:
            usual = median(own.get(actor) or peers)
            found[actor] = Unusual(count, usual, min(measured))
    return found


def _distance(count: int, usual: list[int]) -> float | None:
    try:
        return robust_distance(count, usual)
    except NotComputable:
        return None
