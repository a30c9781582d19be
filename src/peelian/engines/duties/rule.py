"""The language of duties: what starts a clock, what stops it, whose it is and whose rule it is.

A duty is declared in an area, or in a framework where it joins two. Happenings are named by the
spine, so that whoever declares a duty need not know who reports them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal

from peelian.engines.duties.authority import Authority
from peelian.engines.duties.clocks import Clock
from peelian.engines.duties.owners import Owner
from peelian.records.happenings import Fact
from peelian.spine.happenings import What

Risk = Literal["high", "medium", "standard"]


class BadRule(Exception):
    """A rule contradicts itself or leaves out what its readers will ask."""


@dataclass(frozen=True)
class Terms:
    """How long there is, by whose authority, for what starts from one local day to another."""

    since: date
    due: Clock
    authority: Authority
    until: date | None = None


@dataclass(frozen=True)
class Pause:
    """The one kind of cause for which the clock stands still, from one happening to another."""

    when: What
    until: What
    cause: str
    authority: Authority


@dataclass(frozen=True)
class Retime:
    """A happening whose facts replace those that the clock began with.

    With `from_then` the clock also runs anew from the moment of it, and the earlier end counts:
    rights that are recognised late shorten what is open and lengthen nothing.
    """

    when: What
    from_then: bool = False


@dataclass(frozen=True)
class Step:
    """What is sent when a moment before (negative) or after the end is reached, and to whom."""

    after: timedelta
    to: Owner
    says: str


@dataclass(frozen=True)
class Rung:
    """One rung of a statutory ladder: up to so many months from the first day, by whom."""

    months: int
    by: str
    authority: Authority


@dataclass(frozen=True)
class Ladder:
    """Who may extend to when: the months of each rung begin with a day that the record states.

    `first_day` names the fact with that day (YYYY-MM-DD). Where kinds of case differ, `by` names
    the fact that tells them apart; `usual` is the kind of a case that does not say.
    """

    first_day: str
    of: Mapping[str, tuple[Rung, ...]]
    usual: str
    by: str = ""

    def rungs(self, facts: Mapping[str, Fact]) -> tuple[Rung, ...]:
        """The rungs for a case with these facts, lowest first."""
        return self.of.get(str(facts.get(self.by)), self.of[self.usual])


@dataclass(frozen=True)
class Each:
    """A duty towards each of several: one for every value of `key` in happenings named `of`.

    They belong to the same matter, whenever they were noted.
    """

    key: str
    of: tuple[What, ...]


@dataclass(frozen=True)
class Example:
    """A worked example: what happened, as (local time, happening, facts), and what then holds.

    Times are local, "2026-03-27 14:00". `due` is the last day that is in time, "2026-03-28", or
    the moment from which on it is late, "2026-03-28 14:00"; nothing while the clock stands still.
    `state` is the one at `seen`, "No duty" where none follows.
    """

    says: str
    happened: tuple[tuple[str, What, dict[str, str | int | bool | None]], ...]
    due: str
    seen: str
    state: str


@dataclass(frozen=True, kw_only=True)
class Rule:
    """One duty.

    `about` is the key that names the matter (`search_ref`): happenings with the same value belong
    together. A happening of `starts` begins a clock, one of `done_when` meets it, one of
    `ends_when` makes it void. `done_when_facts` narrows what meets it. With `one_at_a_time` a
    start while a clock runs begins none, unless it meets the one that runs: what is to be done
    again and again. Of those, `goes_on` names the ones that only go on: they begin a clock where
    the one before was met, and never the first one. `proof` says what shows that it was done,
    `next_step` the next lawful thing to do, `ladder` who may extend to when. `risk` names the fact
    by which the duty is ranked. With `by_hand` the owner may say that it is done, with words of
    proof. `waived_by` is the lowest rank that may waive it, with a reason, possible only where the
    authority is a force's own.
    """

    key: str
    title: str
    why: str
    about: str
    starts: tuple[What, ...]
    done_when: tuple[What, ...]
    terms: tuple[Terms, ...]
    owner: Owner
    proof: str
    next_step: str
    owned_by: str
    review_by: date
    ledger: tuple[str, ...]
    examples: tuple[Example, ...]
    each: Each | None = None
    starts_facts: dict[str, tuple[str | int | bool | None, ...]] = field(default_factory=dict)
    done_when_facts: dict[str, tuple[str | int | bool | None, ...]] = field(default_factory=dict)
    ends_when: tuple[What, ...] = ()
    retimed_by: tuple[Retime, ...] = ()
    pauses: tuple[Pause, ...] = ()
    one_at_a_time: bool = False
    goes_on: tuple[What, ...] = ()
    steps: tuple[Step, ...] = ()
    ladder: Ladder | None = None
    risk: str = ""
    by_hand: bool = False
    waived_by: str = ""

    def __post_init__(self) -> None:
        if not self.starts or not self.done_when or not self.terms:
            raise BadRule(f"{self.key}: say what starts it, what meets it and its terms.")
        if not self.examples:
            raise BadRule(f"{self.key} has no worked example; add one Example.")
        if not self.steps:
            raise BadRule(f"{self.key} has no step: a clock that tells nobody lapses silently.")
        dates = [(one.since, one.until) for one in self.terms]
        if dates != sorted(dates, key=lambda pair: pair[0]):
            raise BadRule(f"{self.key}: write its terms in the order of their days.")
        for (_, end), (start, _) in pairwise(dates):
            if end is None or end >= start:
                raise BadRule(f"{self.key}: one day has two terms; end the one before {start}.")
        if set(self.goes_on) - set(self.starts) or (self.goes_on and not self.one_at_a_time):
            raise BadRule(f"{self.key}: what goes on is one of its starts, one at a time.")
        if any(one.when == one.until for one in self.pauses):
            raise BadRule(f"{self.key}: a pause ends by another happening than it begins by.")
        waivable = any(one.authority.can_be_waived for one in self.terms)
        if self.waived_by and not waivable:
            raise BadRule(f"{self.key} is no policy of a force, so nobody can waive it.")

    @property
    def listens_to(self) -> frozenset[What]:
        """Every happening that says something about this duty."""
        return frozenset(
            {
                *self.starts,
                *self.done_when,
                *self.ends_when,
                *(one.when for one in self.retimed_by),
                *(name for one in self.pauses for name in (one.when, one.until)),
                *(self.each.of if self.each else ()),
            }
        )

    def terms_on(self, day: date) -> Terms | None:
        """The terms for a clock that starts on this local day; None where it is not in force."""
        for one in self.terms:
            if one.since <= day and (one.until is None or day <= one.until):
                return one
        return None
