"""Judges, from what is loaded, whether a cell can be computed at all, and says why not.

A force that publishes nothing is not a force without crime: every cell is held against the table
of what is loaded for its force and months before any number is shown.
"""

from collections.abc import Iterable, Set
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Protocol

from peelian.engines.measures.kinds import Measure, Rate, RateRatio
from peelian.engines.measures.periods import ONLY_WHOLE, Period
from peelian.engines.measures.status import Status
from peelian.records import months
from peelian.records.schema import type_key
from peelian.records.store.invented import invented
from peelian.records.store.snapshot import Snapshot
from peelian.spine.force import forces as known_forces

Held = Set[tuple[str, str]]
INVENTED = "Synthetic: invented rows, not a real force's."
# A sentence that names more than this many files is no longer read.
NAMED_AT_MOST = 3


class Loaded(Protocol):
    """The part of a snapshot that coverage needs: which force and month each type has."""

    @property
    def id(self) -> str: ...

    def covered(self, type_key: str) -> Held: ...


@dataclass(frozen=True)
class Verdict:
    """What the files loaded allow: a status, remarks, and the forces that a cell rests on.

    `synthetic` where rows of some of these forces were invented, `closed` where some of their rows
    are from a source that does not publish them.
    """

    status: Status
    notes: tuple[str, ...]
    forces: frozenset[str]
    synthetic: bool = False
    closed: bool = False


class Cover:
    """The coverage of one measure in one snapshot, for the forces asked for."""

    def __init__(self, measure: Measure, loaded: Loaded, asked: Iterable[str]) -> None:
        self.measure = measure
        self.loaded = loaded
        self.asked = tuple(asked)
        self._verdicts: dict[tuple[str | None, Period], Verdict] = {}

    @cached_property
    def base(self) -> Held:
        return self.loaded.covered(type_key(self.measure.record_type))

    @cached_property
    def followed(self) -> Held:
        follow_up = self.measure.follow_up
        return self.loaded.covered(type_key(follow_up.of)) if follow_up else frozenset()

    @cached_property
    def _last_followed(self) -> dict[str, str]:
        last: dict[str, str] = {}
        for force, month in self.followed:
            last[force] = max(month, last.get(force, month))
        return last

    def span(self) -> tuple[str, str] | None:
        """First and last month loaded for the forces asked for; None where nothing is."""
        held = [month for force, month in self.base if not self.asked or force in self.asked]
        return (min(held), max(held)) if held else None

    def forces(self, periods: Iterable[Period]) -> tuple[str, ...]:
        """The forces in question: those asked for, or all that are loaded in the periods."""
        if self.asked:
            return self.asked
        wanted = {month for period in periods for month in period.months}
        return tuple(sorted({force for force, month in self.base if month in wanted}))

    def expected(self, period: Period) -> tuple[str, ...]:
        """The months of a period in which files can be: all, or those in which a year stands."""
        return tuple(
            month for month in period.months if month.endswith(self.measure.year_stands_in)
        )

    def judge(self, force: str | None, scope: tuple[str, ...], period: Period) -> Verdict:
        """The verdict on one period, of one force or (None) of all forces in scope together."""
        key = (force, period)
        if key not in self._verdicts:
            verdict = self._judge((force,) if force else scope, period)
            rested_on = self._rested_on(verdict, period)
            if not self._invented.isdisjoint(rested_on):
                verdict = replace(verdict, notes=(INVENTED, *verdict.notes), synthetic=True)
            if not self._closed.isdisjoint(rested_on):
                verdict = replace(verdict, closed=True)
            self._verdicts[key] = verdict
        return self._verdicts[key]

    @cached_property
    def _invented(self) -> Held:
        """Forces and months of which some row that the measure reads was invented."""
        if not isinstance(self.loaded, Snapshot):
            return frozenset()
        parts = invented(self.loaded, types=self.measure.reads)
        return frozenset((part.force_id, part.month) for part in parts)

    @cached_property
    def _closed(self) -> Held:
        """Forces and months of which some row that the measure reads is not openly published."""
        if not isinstance(self.loaded, Snapshot):
            return frozenset()
        closed = {
            (part.force_id, part.month)
            for key in self.measure.reads
            for part in self.loaded.parts_of(key)
            if not part.published
        }
        # What was typed or edited here is nowhere published, whatever it lies over.
        laid = {
            (one.laid.force_id, one.laid.month)
            for key in self.measure.reads
            for one in self.loaded.over(key)
        }
        # Nor is it that nothing was typed in a month between.
        kept = {pair for key in self.measure.reads for pair in self.loaded.kept(key)}
        return frozenset(closed | laid | kept)

    def _rested_on(self, verdict: Verdict, period: Period) -> Held:
        """Forces and months that a cell rests on; follow-up reaches beyond its own period."""
        held = {(force, month) for force in verdict.forces for month in period.months}
        return held | {
            (force, month)
            for force, month in self.followed
            if force in verdict.forces and month >= period.first
        }

    def _judge(self, scope: tuple[str, ...], period: Period) -> Verdict:
        expected = self.expected(period)
        held = {
            force: tuple(month for month in expected if (force, month) in self.base)
            for force in scope
        }
        held = {force: found for force, found in held.items() if found}
        present, whole = frozenset(held), len(expected)
        if not present:
            return Verdict(Status.NO_DATA, (self._nothing(scope, period),), present)
        notes: list[str] = []
        short = {force: found for force, found in held.items() if len(found) < whole}
        if short:
            said = _shortfall(short, whole)
            if period.grain in ONLY_WHOLE:
                needs = f"This needs all {whole} months, but only {said}."
                return Verdict(Status.NO_DATA, (needs,), present)
            if isinstance(self.measure, Rate | RateRatio):
                whole_only = "a rate is for the whole period, so ask for months that are loaded"
                return Verdict(Status.NOT_COMPUTABLE, (f"Only {said}; {whole_only}.",), present)
            notes.append(f"{said[0].upper()}{said[1:]}.")
        if len(present) < len(scope):
            notes.append(f"{len(present)} of {len(scope)} forces loaded.")
        return self._gap(held, period) or Verdict(Status.OK, tuple(notes), present)

    def _nothing(self, scope: tuple[str, ...], period: Period) -> str:
        kind = self.measure.record_type._meta.verbose_name
        of = _listed([force_name(force) for force in scope], "force") or "any force"
        return f"No {kind} file of {of} is loaded for {period.in_words}."

    def _gap(self, held: dict[str, tuple[str, ...]], period: Period) -> Verdict | None:
        """The verdict where a follow-up is not complete; None where it is, or none is needed."""
        follow_up = self.measure.follow_up
        if follow_up is None:
            return None
        wanted: set[tuple[str, str]] = set()
        for force, found in held.items():
            for month in found:
                if follow_up.months is None:
                    end = max(month, self._last_followed.get(force, month))
                else:
                    end = months.shift(month, follow_up.months)
                wanted |= {(force, later) for later in months.between(month, end)}
        missing = wanted - self.followed
        if not missing:
            return None
        files, are = ("file", "is") if len(missing) == 1 else ("files", "are")
        said = f"{follow_up.called} {files} of {_files(missing)} {are} not loaded"
        if follow_up.months is None or missing == wanted:
            return Verdict(Status.NO_DATA, (f"{said}.",), frozenset(held))
        rows = self.measure.record_type._meta.verbose_name_plural
        note = (
            f"{said}, so {rows} of {period.in_words} cannot yet be followed for "
            f"{follow_up.months} months."
        )
        return Verdict(Status.NOT_COMPUTABLE, (note,), frozenset(held))


def force_name(slug: str) -> str:
    """The name of a force for readers."""
    known = known_forces()
    return known[slug].name if slug in known else slug


def _shortfall(short: dict[str, tuple[str, ...]], whole: int) -> str:
    return _listed(
        [
            f"{len(found)} of {whole} months loaded for {force_name(force)}"
            for force, found in sorted(short.items())
        ],
        "force",
    )


def _files(missing: set[tuple[str, str]]) -> str:
    by_force: dict[str, list[str]] = {}
    for force, month in sorted(missing):
        by_force.setdefault(force, []).append(months.in_words(month))
    return _listed(
        [f"{force_name(force)} for {_listed(found, 'month')}" for force, found in by_force.items()],
        "force",
    )


def _listed(words: list[str], kind: str) -> str:
    """Words with commas and "and", the first few only: "March, April, May and 7 more months"."""
    more = len(words) - NAMED_AT_MOST
    if more > 0:
        words = [*words[:NAMED_AT_MOST], f"{more} more {kind}{'s' if more > 1 else ''}"]
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
