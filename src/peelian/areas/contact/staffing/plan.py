"""The staffing view: which quarters of an hour will miss ten seconds, and what staff would not."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from peelian.areas.contact.models import Call
from peelian.areas.contact.staffing.backtest import BackTest, back_test
from peelian.areas.contact.staffing.demand import Demand, demand, slots
from peelian.areas.contact.staffing.erlang import rostered
from peelian.areas.contact.staffing.quarters import QUARTERS, clock
from peelian.areas.contact.staffing.roster import Roster
from peelian.areas.contact.staffing.search import needed, settle
from peelian.areas.contact.staffing.simulate import Likely, play, replications
from peelian.areas.contact.words import AIM_999, WITHIN_SECONDS
from peelian.engines.measures.tables import TableSource
from peelian.records.schema import type_key
from peelian.records.store.invented import is_synthetic
from peelian.records.store.snapshot import Snapshot
from peelian.spine.force import force as known_force

WEEKS = 8
MOST_WEEKS = 52
SEED = 999
# Calls answered on all played days of the staff in question.
BUDGET = 40_000


class BadQuestion(ValueError):
    """The question cannot be answered; the message says what would be right."""


class Verdict(StrEnum):
    """What is to be expected of a quarter of an hour."""

    MISS = "will miss"
    BORDERLINE = "borderline"
    FINE = "fine"
    NO_CALLS = "no calls expected"


@dataclass(frozen=True)
class Question:
    """What a supervisor asks: a force, a weekday (1 is Monday) and the staff at their desks.

    Without staff, the smallest that meet the aim are sought and played. `shrinkage` is the
    fraction of rostered staff who are not at their desks; None where it is not given.
    Raises `BadQuestion` or `UnknownForce`.
    """

    force: str
    weekday: int
    staff: Roster | None = None
    weeks: int = WEEKS
    aim: float = AIM_999.value
    shrinkage: float | None = None

    def __post_init__(self) -> None:
        known_force(self.force)
        if not 1 <= self.weeks <= MOST_WEEKS:
            raise BadQuestion(f"{self.weeks} weeks: choose from 1 to {MOST_WEEKS}.")
        if not 0 < self.aim < 1:
            raise BadQuestion(f"An aim of {self.aim:g}: give a fraction below 1, such as 0.9.")
        if self.shrinkage is not None and not 0 <= self.shrinkage < 1:
            raise BadQuestion(
                f"A shrinkage of {self.shrinkage:g}: give a fraction below 1, such as 0.3."
            )


@dataclass(frozen=True)
class Quarter:
    """One quarter of an hour: calls expected, staff, what to expect, and the staff that would do.

    `rostered` is how many to roster for `needed`; None where no shrinkage was given.
    """

    begins: str
    emergency: float
    other: float
    staff: int
    likely: Likely | None
    verdict: Verdict
    needed: int
    rostered: int | None


@dataclass(frozen=True)
class Plan:
    """The answer for a day, with what it rests on and how far off it has been.

    `others_gave_up` is the fraction of 101 callers who would hang up, `others_wait` their mean
    wait in seconds; None where none call. `synthetic` where some of the calls were invented.
    """

    question: Question
    demand: Demand
    seconds: float
    played: int
    quarters: tuple[Quarter, ...]
    whole: Likely | None
    others_gave_up: float | None
    others_wait: float | None
    test: BackTest | None
    synthetic: bool = False

    def of(self, verdict: Verdict) -> tuple[Quarter, ...]:
        """The quarters of which this is to be expected."""
        return tuple(one for one in self.quarters if one.verdict is verdict)


def plan(question: Question, tables: TableSource, *, seed: int = SEED) -> Plan:
    """Answer from the calls of the last weeks. The same question gives the same answer.

    Raises `NotEnoughCalls` where the calls loaded say too little.
    """
    rows = slots(tables, question.force, question.weekday, question.weeks)
    day = demand(rows)
    # What the carrier's clock has run before the room hears the call is lost to the room.
    seconds = WITHIN_SECONDS - day.handover
    smallest = needed(day, question.aim, seconds, seed=seed)
    days = replications(day, BUDGET)
    if question.staff is None:
        smallest, played = settle(day, smallest, question.aim, seconds, seed=seed, days=days)
        staff: Sequence[int] = smallest
    else:
        staff = question.staff
        played = play(day, staff, seconds=seconds, seed=seed, days=days)
    quarters = []
    for number in range(QUARTERS):
        expected = day.emergency.calls[number]
        likely = played.likely((number,)) if expected else None
        quarters.append(
            Quarter(
                begins=clock(number),
                emergency=expected,
                other=day.other.calls[number],
                staff=staff[number],
                likely=likely,
                verdict=_verdict(likely, question.aim),
                needed=smallest[number],
                rostered=None
                if question.shrinkage is None
                else rostered(smallest[number], question.shrinkage),
            )
        )
    return Plan(
        question=question,
        demand=day,
        seconds=seconds,
        played=days,
        quarters=tuple(quarters),
        whole=played.likely(range(QUARTERS)),
        others_gave_up=played.others_gave_up / played.others if played.others else None,
        others_wait=played.others_waited / played.others if played.others else None,
        test=back_test(rows, question.staff, seed=seed),
        synthetic=_synthetic(tables, question.force),
    )


def _synthetic(tables: TableSource, force: str) -> bool:
    held = tables.snapshot
    return isinstance(held, Snapshot) and is_synthetic(held, types={type_key(Call)}, forces={force})


def _verdict(likely: Likely | None, aim: float) -> Verdict:
    if likely is None:
        return Verdict.NO_CALLS
    if likely.upper < aim:
        return Verdict.MISS
    return Verdict.FINE if likely.lower >= aim else Verdict.BORDERLINE
