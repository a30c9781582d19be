"""Does the nightly review find planted misuse within its cap? (T02, C-DET-1)

    python -m bench.lookups train             fit on three forces and freeze weights.json
    python -m bench.lookups try --seed 11     score a force with other habits, while building
    python -m bench.lookups score --seed 77   score the unseen force: once, after freezing

A million look-ups of four weeks by 4,000 staff, with 100 planted misuses, and 10 alerts a night.
`train` reads the habits TRAINING, `try` TRYING and `score` UNSEEN, and no seed serves two of them.
`score` prints the hash of the frozen weights, so that a figure can be held to them.
"""

import argparse
import hashlib
import json
import math
import time
from collections.abc import Sequence

from bench.lookups_fit import fit, labelled
from bench.lookups_habits import TRAINING, TRYING, UNSEEN, Habits
from bench.lookups_made import Made, look_ups
from bench.lookups_replay import Outcome, replay, wrongly_listed
from bench.lookups_world import GROUPS, World, world
from peelian.engines.oversight.evidence import TITLES, Signal
from peelian.engines.oversight.groups import check_groups
from peelian.engines.oversight.weights import FROZEN, Weights, read_weights
from peelian.numbers.shares import wilson

MILLION = 1_000_000
GOAL = 0.90
INTERRUPTED_GOAL = 0.02
TRAINING_SEEDS, TRYING_SEEDS = (1, 2, 3), (11, 12)
WORTH = 0.02  # chance of misuse in training from which a pair may stand on the list
ORIGIN = (
    "Fitted on simulated look-ups (bench/lookups.py, habits TRAINING, seeds 1, 2 and 3) and "
    "frozen; Peelian's own, no force's. "
    "Least weights by judgement: high_volume, broke_glass, near_shift."
)


class SeedAlreadyUsed(ValueError):
    """An unseen force would be one that the weights were fitted or tried on."""


def made(seed: int, habits: Habits, count: int) -> tuple[World, Made]:
    """The force of a seed and its look-ups. Smaller runs have fewer staff, people and misuses."""
    part = count / MILLION
    force = world(seed, habits, staff=round(4000 * part), people=round(250_000 * math.sqrt(part)))
    return force, look_ups(seed, habits, force, count=count, planted=max(14, round(100 * part)))


def train(count: int) -> None:
    """Fit the weights and freeze them in the package."""
    weights = fit(
        (labelled(*made(seed, TRAINING, count)) for seed in TRAINING_SEEDS),
        worth=WORTH,
        origin=ORIGIN,
    )
    held = {
        "origin": weights.origin,
        "floor": weights.floor,
        "weights": {signal.value: weights.of[signal] for signal in Signal},
    }
    FROZEN.write_text(json.dumps(held, indent=2) + "\n", encoding="utf-8")
    print(FROZEN.read_text(encoding="utf-8"), end="")


def score(seed: int, habits: Habits, count: int, weights: Weights) -> Outcome:
    """Replay one force and print what was found, what was missed and what it cost."""
    begun = time.perf_counter()
    force, sights = made(seed, habits, count)
    drawn = time.perf_counter()
    outcome = replay(force, sights, weights)
    done = time.perf_counter()
    digest = hashlib.sha256(FROZEN.read_bytes()).hexdigest()[:16]
    print(f"weights {digest}, seed {seed}: {count:,} look-ups, {force.size:,} staff")
    _print_found(outcome)
    _print_signals(outcome)
    share = sights.interrupted
    print(
        f"\nproper views interrupted by the question for a reason: {share:.2%} "
        f"(goal {INTERRUPTED_GOAL:.0%} or fewer; it follows from the habits assumed)"
    )
    _print_groups(force, sights, outcome)
    print(
        f"\ndrawing {drawn - begun:.0f} s, replay {done - drawn:.0f} s, of which reviews "
        f"{sum(outcome.seconds):.0f} s; one night {max(outcome.seconds):.1f} s at most"
    )
    return outcome


def _print_found(outcome: Outcome) -> None:
    planted = outcome.planted.total()
    interval = wilson(len(outcome.found), planted)
    a_day = outcome.alerts / len(outcome.nights)
    print(
        f"found {len(outcome.found)} of {planted} = {len(outcome.found) / planted:.0%} "
        f"({interval.lower:.0%} to {interval.upper:.0%}; goal {GOAL:.0%})"
    )
    print(
        f"alerts {outcome.alerts}, {a_day:.1f} a day, {max(map(len, outcome.nights))} at most; "
        f"{sum(outcome.over)} more were worth listing"
    )
    right = outcome.right_alerts
    precise = wilson(right, outcome.alerts)
    print(
        f"alerts that were misuse: {right} = {right / outcome.alerts:.0%} "
        f"({precise.lower:.0%} to {precise.upper:.0%})\n"
    )
    for kind, count in outcome.planted.items():
        found = wilson(outcome.of_kind[kind], count)
        print(
            f"{kind.value:42} {outcome.of_kind[kind]:3} of {count:3} "
            f"({found.lower:.0%} to {found.upper:.0%})"
        )
    print("\nmissed:")
    for line in outcome.missed:
        print(f"  {line}")


def _print_signals(outcome: Outcome) -> None:
    print(f"\n{'signal':52} alerts  misuse")
    for signal in Signal:
        print(f"{TITLES[signal]:52} {outcome.shown[signal]:6} {outcome.right[signal]:7}")


def _print_groups(force: World, sights: Made, outcome: Outcome) -> None:
    names = dict(enumerate(GROUPS))
    groups = {f"staff-{n}": names.get(g) for n, g in enumerate(force.staff_group.tolist())}
    check = check_groups(wrongly_listed(sights, outcome), groups, compared_with="White")
    print(f"\nproper users on the list, by ethnic group of staff. {check.says}")
    for row in (*check.groups, check.unknown):
        ratio = (
            ""
            if row.ratio is None or row.interval is None
            else (f"  {row.ratio:.1f} times ({row.interval.lower:.1f} to {row.interval.upper:.1f})")
        )
        print(f"  {row.group:14} {row.listed} of {row.size}{ratio}")


def main(words: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("step", choices=("train", "try", "score"))
    parser.add_argument("--seed", type=int, default=TRYING_SEEDS[0])
    parser.add_argument("--count", type=int, default=MILLION)
    asked = parser.parse_args(words)
    if asked.step == "train":
        train(asked.count)
    elif asked.step == "try":
        score(asked.seed, TRYING, asked.count, read_weights())
    else:
        if asked.seed in (*TRAINING_SEEDS, *TRYING_SEEDS):
            raise SeedAlreadyUsed(f"Seed {asked.seed} has been seen. Take another one.")
        score(asked.seed, UNSEEN, asked.count, read_weights())


if __name__ == "__main__":
    main()
