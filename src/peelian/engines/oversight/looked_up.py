"""What the review reads: one sight of a person's record, who looked, and who was looked at."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property

Shift = tuple[datetime, datetime]
"""Start and end of a time at work, both with a zone."""

Ref = tuple[str, str]
"""Type and address of a record."""


@dataclass(frozen=True, slots=True)
class LookUp:
    """One sight of a record about a person. `at` carries a zone.

    `relationship` is the tie from which the reason was inferred (holds the task, owns, supervises,
    own team's work) and None where there was none; `reason` is what the actor then chose.
    """

    sequence: int
    at: datetime
    actor: str
    person: str
    record: Ref | None = None
    relationship: str | None = None
    reason: str | None = None
    broke_glass: bool = False

    @property
    def tied(self) -> bool:
        """Whether a tie explained it at the time."""
        return self.relationship is not None


@dataclass(frozen=True)
class Staff:
    """One actor as the staff list knows them.

    `shifts` are in order of start; None means that nobody knows when they were at work, which is no
    evidence of anything. Addresses and streets are keys that can be compared, never shown.
    """

    actor: str
    unit: str = ""
    shifts: Sequence[Shift] | None = None
    own_person: str | None = None
    declared_family: frozenset[str] = frozenset()
    address: str | None = None
    former_addresses: frozenset[str] = frozenset()
    street: str | None = None
    surname: str | None = None

    @cached_property
    def _starts(self) -> tuple[datetime, ...]:
        return tuple(start for start, _ in self.shifts or ())

    def away_from_shift(self, at: datetime) -> timedelta | None:
        """How long before or after the nearest shift this was: nought at work, None not known."""
        if not self.shifts:
            return None
        after = bisect_right(self._starts, at)
        gaps = []
        if after > 0:
            gaps.append(max(at - self.shifts[after - 1][1], timedelta(0)))
        if after < len(self.shifts):
            gaps.append(self._starts[after] - at)
        return min(gaps)


@dataclass(frozen=True)
class PersonFacts:
    """What the review knows of someone whose record was opened.

    `involved` are the actors who by now hold a tie to any record of this person: an untied sight
    by one of them is work that was assigned late. `marked` says that the force itself watches over
    sights of this record, as of well-known people. `open_work` says whether anybody in the force
    has open work about this person; None where that is not known.
    """

    person: str
    address: str | None = None
    former_addresses: frozenset[str] = frozenset()
    street: str | None = None
    surname: str | None = None
    involved: frozenset[str] = field(default_factory=frozenset)
    marked: bool = False
    open_work: bool | None = None
