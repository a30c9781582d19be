"""How many files are drawn, from the precision that is wanted, a number, or quotas."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final, Literal

from peelian.access.user import User
from peelian.engines.audits.declared import Audit
from peelian.engines.audits.framed import Asked, counts
from peelian.engines.audits.running import check_runs
from peelian.numbers.sample_size import for_share
from peelian.records.store.reader import Reader

Shared = Literal["proportional", "equal"]
# With fewer a stratum tells nothing of its own spread, so that no interval can rest on it.
LEAST_IN_STRATUM: Final = 2


@dataclass(frozen=True)
class Size:
    """How many are wanted, said in exactly one way; for `WHOLE` in none.

    `half_width` and `expected` are fractions: 0.05 and 0.8 for five points round 80%. `total` is a
    number of files. Either is shared among the strata in proportion or equally. `quotas` say how
    many of each stratum, `chosen` which records, by the references that people call them.
    """

    total: int | None = None
    half_width: float | None = None
    expected: float | None = None
    shared: Shared = "proportional"
    quotas: Mapping[str, int] = field(default_factory=dict)
    chosen: tuple[str, ...] = ()

    @property
    def as_plan(self) -> dict[str, Any]:
        """The same as a run keeps it."""
        return {
            "total": self.total,
            "half_width": self.half_width,
            "expected": self.expected,
            "shared": self.shared,
            "quotas": dict(self.quotas),
            "chosen": list(self.chosen),
        }


@dataclass(frozen=True)
class Preview:
    """What a plan would come to now: records of the frame, those left out, how many are drawn.

    `strata` and `wanted` by stratum, under "" where the frame is not divided; `left_out` by the
    key of the exclusion.
    """

    strata: Mapping[str, int]
    left_out: Mapping[str, int]
    wanted: Mapping[str, int]

    @property
    def frame(self) -> int:
        """Records of the frame."""
        return sum(self.strata.values())

    @property
    def total(self) -> int:
        """Files that would be drawn."""
        return sum(self.wanted.values())


def size_of(plan: Mapping[str, Any]) -> Size:
    """The size that a run keeps in its plan."""
    return Size(
        total=plan["total"],
        half_width=plan["half_width"],
        expected=plan["expected"],
        shared=plan["shared"],
        quotas=plan["quotas"],
        chosen=tuple(plan["chosen"]),
    )


def preview(
    audit: Audit,
    *,
    force_id: str,
    first: str,
    last: str,
    narrowed: Mapping[str, Sequence[str]],
    divided_by: str,
    size: Size,
    actor: User,
    at: datetime,
    tables: Reader,
) -> Preview:
    """What the plan would come to with the records that are there now.

    Raises `NotAllowed`, or `ValueError` for a size that is none.
    """
    check_runs(actor, force_id, at=at)
    conditions = {name: tuple(values) for name, values in narrowed.items()}
    asked = Asked(force_id, first, last, conditions, divided_by)
    strata, left_out = counts(asked, audit, tables)
    return Preview(strata, left_out, sizes(size, strata))


def sizes(size: Size, strata: Mapping[str, int]) -> dict[str, int]:
    """How many to draw of each stratum, given how many records each has; never more than it has.

    Of records chosen one by one, none is drawn here. Without any size everything is drawn.
    """
    listed = sum(strata.values())
    if size.chosen or not listed:
        return {}
    if size.quotas:
        return {name: min(size.quotas.get(name, 0), held) for name, held in strata.items()}
    if size.half_width is not None and size.expected is not None:
        total = for_share(size.half_width, size.expected, listed)
    else:
        total = listed if size.total is None else min(size.total, listed)
    if total == listed:
        return dict(strata)
    weights = strata if size.shared == "proportional" else dict.fromkeys(strata, 1)
    return _shared(total, weights, strata)


def _shared(total: int, weights: Mapping[str, int], strata: Mapping[str, int]) -> dict[str, int]:
    """`total` shared by weight, two of each stratum first; what one cannot hold goes to others.

    Each file in turn goes to the stratum that is furthest behind its part (Sainte-Laguë), so that
    the parts are as near to the weights as whole files can be.
    """
    given = dict.fromkeys(strata, 0)
    least = {name: min(LEAST_IN_STRATUM, held) for name, held in strata.items()}
    if sum(least.values()) <= total:
        given = dict(least)
    for _each in range(total - sum(given.values())):
        behind = [name for name in sorted(strata) if given[name] < strata[name]]
        best = max(behind, key=lambda name: weights[name] / (2 * given[name] + 1))
        given[best] += 1
    return given
