"""Whether the list falls more often on one ethnic group: of staff, or of the people looked at.

A shared rare surname is likelier by chance in a small community, so a review could single out its
members with no ill will anywhere. That is measured, and shown to whoever answers for the review.
For the inside of the force only: these are no figures to publish.
"""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from peelian.engines.oversight.rules import DEFAULTS, Rules
from peelian.numbers.interval import Interval
from peelian.numbers.ratios import NotComputable, bounds_for_missing, log_rate_ratio, ratio
from peelian.numbers.shares import wilson


@dataclass(frozen=True)
class GroupRate:
    """How many members of one group were on the list, beside the group that it is compared with.

    All figures are None where `hidden` or where `note` says why there is none. `bounds` is how low
    and how high the ratio could be, had the group of those not recorded been known.
    """

    group: str
    hidden: bool = False
    size: int | None = None
    listed: int | None = None
    rate: Interval | None = None
    ratio: float | None = None
    interval: Interval | None = None
    bounds: tuple[float, float] | None = None
    note: str = ""


@dataclass(frozen=True)
class GroupCheck:
    """Every group in the order of the alphabet, and those whose group nobody has recorded.

    `clear` names the groups whose 95% interval leaves out a ratio of 1. `by_chance` is how many of
    them to expect where all are listed alike: one in twenty of the ratios.
    """

    compared_with: str
    groups: tuple[GroupRate, ...]
    unknown: GroupRate
    clear: tuple[str, ...]
    by_chance: float
    says: str


def check_groups(
    listed: Collection[str],
    group_of: Mapping[str, str | None],
    *,
    compared_with: str | None = None,
    rules: Rules = DEFAULTS,
) -> GroupCheck:
    """Compare how often members of each group were on the list, with 95% intervals.

    `group_of` holds everybody who could have been listed: all staff, or all people looked at; None
    is a group that was not recorded. Whoever is listed and not in it counts as not recorded. The
    groups are compared with `compared_with`, the largest one unless named. A group of fewer than
    `rules.smallest_group` is not shown, and where only one is too small the next smallest is hidden
    with it, so that nothing can be taken off a total. Raises `ValueError` where the group named to
    compare with is itself too small.
    """
    everybody = {**dict.fromkeys(listed), **group_of}
    sizes = Counter(everybody.values())
    hits = Counter(everybody[one] for one in set(listed))
    return check_counts(sizes, hits, compared_with=compared_with, rules=rules)


def check_counts(
    sizes: Counter[str | None],
    hits: Counter[str | None],
    *,
    compared_with: str | None = None,
    rules: Rules = DEFAULTS,
) -> GroupCheck:
    """The same from counts: how many there are of each group, and how many of them were listed."""
    known = sorted(group for group in sizes if group is not None)
    if not known:
        nobody = "No group is recorded of anybody."
        return GroupCheck("", (), _unknown(sizes, hits), (), 0.0, nobody)
    if compared_with is not None and sizes[compared_with] < rules.smallest_group:
        raise ValueError(
            f"Fewer than {rules.smallest_group} are recorded as '{compared_with}'. Compare with a "
            f"larger group: {', '.join(known)}."
        )
    reference = compared_with or max(known, key=lambda group: (sizes[group], group))
    hidden = _too_small(known, sizes, reference, rules.smallest_group)
    rows = tuple(
        GroupRate(group, hidden=True, note=f"Fewer than {rules.smallest_group}, or beside them.")
        if group in hidden
        else _rate(group, reference, sizes, hits)
        for group in known
    )
    clear = tuple(
        row.group for row in rows if row.interval is not None and not row.interval.covers(1.0)
    )
    by_chance = 0.05 * sum(row.interval is not None for row in rows)
    unknown, says = _unknown(sizes, hits), _says(rows, clear, reference, by_chance)
    return GroupCheck(reference, rows, unknown, clear, by_chance, says)


def _rate(
    group: str, reference: str, sizes: Counter[str | None], hits: Counter[str | None]
) -> GroupRate:
    size, listed = sizes[group], hits[group]
    rate = wilson(listed, size)
    if group == reference:
        return GroupRate(group, False, size, listed, rate, note="Others are compared with these.")
    counts = (listed, size, hits[reference], sizes[reference])
    try:
        return GroupRate(
            group,
            False,
            size,
            listed,
            rate,
            ratio(*counts),
            log_rate_ratio(*counts),
            bounds_for_missing(*counts, hits[None]),
        )
    except NotComputable as error:
        return GroupRate(group, False, size, listed, rate, note=str(error))


def _unknown(sizes: Counter[str | None], hits: Counter[str | None]) -> GroupRate:
    size, listed = sizes[None], hits[None]
    return GroupRate("Not recorded", False, size, listed, wilson(listed, size) if size else None)


def _too_small(
    known: list[str], sizes: Counter[str | None], reference: str, smallest: int
) -> frozenset[str]:
    small = [group for group in known if sizes[group] < smallest]
    if len(small) == 1:
        rest = [group for group in known if group not in (small[0], reference)]
        small += sorted(rest, key=lambda group: (sizes[group], group))[:1]
    return frozenset(small)


def _says(
    rows: tuple[GroupRate, ...], clear: tuple[str, ...], reference: str, by_chance: float
) -> str:
    if all(row.hidden for row in rows):
        return "Every group is too small for a rate to be shown."
    if not clear:
        return (
            "No group is on the list clearly more or less often than "
            f"{reference}; with small numbers that is not proof that none is."
        )
    parts = [
        f"{row.group} {row.ratio:.1f} times as often "
        f"({row.interval.lower:.1f} to {row.interval.upper:.1f})"
        for row in rows
        if row.group in clear and row.ratio is not None and row.interval is not None
    ]
    return (
        f"Beside {reference}, on the list: {'; '.join(parts)}. Chance alone would show "
        f"{by_chance:.1f} such groups. Find out which signals do it."
    )
