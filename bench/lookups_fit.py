"""Weights from labelled nights: a logistic regression that gives no signal a weight below 0."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from bench.lookups_made import Made
from bench.lookups_nights import nights, staff_of, surnames
from bench.lookups_world import World
from peelian.engines.oversight.evidence import Signal
from peelian.engines.oversight.history import History, local_day, night_of
from peelian.engines.oversight.pairs import pairs_of
from peelian.engines.oversight.review import evidence_of
from peelian.engines.oversight.rules import DEFAULTS
from peelian.engines.oversight.weights import Weights

Pattern = tuple[Signal, ...]
# The first of each pair says all that the second says and more, so it can never weigh less.
STRONGER = {
    Signal.NO_TIE_NO_REASON: Signal.NO_TIE,
    Signal.AGAIN_MANY_DAYS: Signal.AGAIN_ANOTHER_DAY,
    Signal.OFF_SHIFT: Signal.NEAR_SHIFT,
    Signal.RARE_SURNAME: Signal.UNCOMMON_SURNAME,
    Signal.QUIET_OFF_SHIFT: Signal.QUIET_RECORD,
}
# By judgement, where the planted misuse does not try a signal: it never trawls hundreds of records,
# and it hardly ever happens just after a shift. A review that ignored these would invite them.
LEAST = {Signal.HIGH_VOLUME: 1.0, Signal.BROKE_GLASS: 1.0, Signal.NEAR_SHIFT: 0.5}
RIDGE = 0.05  # holds back the weights of signals that hardly ever speak
STEPS = 200


@dataclass(frozen=True)
class Labelled:
    """How often each set of signals came with misuse and without, over pairs and nights."""

    misuse: Counter[Pattern]
    proper: Counter[Pattern]


def labelled(world: World, made: Made) -> Labelled:
    """Every pair of every night, by the signals that spoke and by whether it was planted."""
    staff, names = staff_of(world), surnames(world)
    planted = {(f"staff-{c.actor}", f"person-{c.person}") for c in made.cases}
    found = Labelled(Counter(), Counter())
    history = History()
    for one in nights(world, made):
        day = local_day(one.look_ups[0].at, DEFAULTS.zone)
        tonight = night_of(day, one.look_ups)
        for pair in pairs_of(one.look_ups, tonight, history, staff, one.people, names, DEFAULTS):
            signals = tuple(evidence.signal for evidence in evidence_of(pair))
            (found.misuse if pair.who in planted else found.proper)[signals] += 1
        history = history.then(tonight, days=DEFAULTS.days_remembered)
    return found


def fit(parts: Iterable[Labelled], *, worth: float, origin: str) -> Weights:
    """Weights by Newton's method on the patterns, those below 0 set to 0 and the rest fitted anew.

    `worth` is the chance of misuse from which a pair is worth a look; it sets the floor.
    """
    misuse: Counter[Pattern] = Counter()
    proper: Counter[Pattern] = Counter()
    for part in parts:
        misuse.update(part.misuse)
        proper.update(part.proper)
    patterns = sorted(set(misuse) | set(proper))
    told = [{*pattern, *(STRONGER[s] for s in pattern if s in STRONGER)} for pattern in patterns]
    free = list(Signal)
    while True:
        table = np.array([[1.0, *(s in said for s in free)] for said in told])
        yes = np.array([float(misuse[p]) for p in patterns])
        no = np.array([float(proper[p]) for p in patterns])
        found = _newton(table, yes, no)
        below = [s for s, weight in zip(free, found[1:], strict=True) if weight < 0]
        if not below:
            break
        free = [s for s in free if s not in below]
    of = dict.fromkeys(Signal, 0.0) | dict(zip(free, found[1:].tolist(), strict=True))
    for stronger, weaker in STRONGER.items():
        of[stronger] += of[weaker]
    of = {signal: round(max(weight, LEAST.get(signal, 0.0)), 2) for signal, weight in of.items()}
    floor = round(float(np.log(worth / (1 - worth)) - found[0]), 2)
    return Weights(of=of, floor=floor, origin=origin)


def _newton(
    table: np.ndarray[tuple[int, int], np.dtype[np.float64]],
    yes: np.ndarray[tuple[int], np.dtype[np.float64]],
    no: np.ndarray[tuple[int], np.dtype[np.float64]],
) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    held = np.zeros(table.shape[1])
    held[0] = np.log(yes.sum() / no.sum())
    penalty = np.full(table.shape[1], RIDGE)
    penalty[0] = 0.0
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-np.clip(table @ held, -30, 30)))
        slope = table.T @ (yes - (yes + no) * chance) - penalty * held
        bend = (table * ((yes + no) * chance * (1 - chance))[:, None]).T @ table
        step = np.linalg.solve(bend + np.diag(penalty) + 1e-9 * np.eye(len(held)), slope)
        # Whole steps can overshoot where a signal separates the two completely.
        held = held + step / max(1.0, float(np.abs(step).max()) / 2)
        if float(np.abs(step).max()) < 1e-8:
            break
    return held
