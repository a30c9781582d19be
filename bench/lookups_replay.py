"""A month of nightly reviews over the invented look-ups, and what came of them."""

import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from bench.lookups_made import Made
from bench.lookups_nights import nights, staff_of, surnames
from bench.lookups_planted import Case, Kind
from bench.lookups_world import World
from peelian.engines.oversight.evidence import Signal
from peelian.engines.oversight.feedback import Finding, Said
from peelian.engines.oversight.history import History, Who
from peelian.engines.oversight.review import Suspicion, review
from peelian.engines.oversight.rules import DEFAULTS, Rules
from peelian.engines.oversight.weights import Weights

WORKING_DAY = timedelta(hours=8)


@dataclass
class Outcome:
    """The alerts of each night, which cases they found, and how long the reviews took (seconds)."""

    nights: list[tuple[Suspicion, ...]] = field(default_factory=list)
    over: list[int] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    found: set[int] = field(default_factory=set)
    of_kind: Counter[Kind] = field(default_factory=Counter)
    planted: Counter[Kind] = field(default_factory=Counter)
    shown: Counter[Signal] = field(default_factory=Counter)
    right: Counter[Signal] = field(default_factory=Counter)
    right_alerts: int = 0
    missed: tuple[str, ...] = ()

    @property
    def alerts(self) -> int:
        """Alerts of all nights."""
        return sum(len(one) for one in self.nights)


def replay(world: World, made: Made, weights: Weights, rules: Rules = DEFAULTS) -> Outcome:
    """Review every night in order. Each alert is judged rightly within the next working day.

    That reviewers are always right is kind to the review: a real one errs, and its list would hold
    some pairs again that it need not.
    """
    staff, names = staff_of(world), surnames(world)
    case_of: Mapping[Who, int] = {
        (f"staff-{c.actor}", f"person-{c.person}"): number for number, c in enumerate(made.cases)
    }
    outcome = Outcome(planted=Counter(case.kind for case in made.cases))
    history, said = History(), list[Said]()
    for one in nights(world, made):
        begun = time.perf_counter()
        result = review(
            one.look_ups,
            at=one.at,
            history=history,
            staff=staff,
            people=one.people,
            surnames=names,
            weights=weights,
            said=said,
            rules=rules,
        )
        outcome.seconds.append(time.perf_counter() - begun)
        history = history.then(result.night, days=rules.days_remembered)
        outcome.nights.append(result.listed)
        outcome.over.append(result.over)
        for alert in result.listed:
            case = case_of.get(alert.who)
            outcome.shown.update(alert.signals)
            if case is not None:
                outcome.found.add(case)
                outcome.right.update(alert.signals)
                outcome.right_alerts += 1
            finding = Finding.EXPLAINED if case is None else Finding.MISUSE_SUSPECTED
            said.append(Said(alert.who, one.at, alert.signals, finding, one.at + WORKING_DAY))
    outcome.of_kind = Counter(made.cases[number].kind for number in outcome.found)
    outcome.missed = tuple(
        sorted(_described(c) for n, c in enumerate(made.cases) if n not in outcome.found)
    )
    return outcome


def wrongly_listed(made: Made, outcome: Outcome) -> frozenset[str]:
    """The actors on any night's list with a pair that was no misuse."""
    cases = {(f"staff-{c.actor}", f"person-{c.person}") for c in made.cases}
    return frozenset(a.actor for night in outcome.nights for a in night if a.who not in cases)


def _described(case: Case) -> str:
    hidden = ", behind a tie of the own team's work" if case.masked else ""
    return f"{case.kind.value}: {len(case.hours)} look-ups{hidden}"
