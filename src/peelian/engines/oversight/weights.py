"""How much each signal weighs. One place, with where the weights come from.

A weight is how far the signal moves the log-odds that a pair is misuse, all other signals held: the
coefficient of a logistic regression, which is a log-likelihood ratio that allows for signals
that come together. Weights of a list add up to its score. They were fitted on simulated look-ups by
`python -m bench.lookups train` and frozen in `weights.json`. They are Peelian's and no force's:
nobody has labelled real look-ups for them. Verdicts never change them by themselves.
"""

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from peelian.engines.oversight.evidence import Evidence, Signal

FROZEN = Path(__file__).with_name("weights.json")


class BadWeights(ValueError):
    """A file of weights that does not weigh every signal, or weighs what is none."""


@dataclass(frozen=True)
class Weights:
    """The weight of each signal, the score from which a pair is worth a look, and the origin."""

    of: Mapping[Signal, float]
    floor: float
    origin: str

    def __post_init__(self) -> None:
        missing = sorted(set(Signal) - set(self.of))
        if missing:
            raise BadWeights(f"These signals have no weight: {', '.join(missing)}.")
        for signal, weight in self.of.items():
            if not math.isfinite(weight) or weight < 0:
                raise BadWeights(
                    f"{signal} weighs {weight}. A signal speaks for a second look or says nothing: "
                    f"give 0 or more."
                )

    def score(self, evidence: Iterable[Evidence]) -> float:
        """The sum of the weights of what speaks for a second look."""
        return math.fsum(self.of[one.signal] for one in evidence)


def read_weights(path: Path = FROZEN) -> Weights:
    """The frozen weights; raises `BadWeights` where the file is not whole."""
    held = json.loads(path.read_text(encoding="utf-8"))
    try:
        of = {Signal(name): float(weight) for name, weight in held["weights"].items()}
    except ValueError as error:
        known = ", ".join(Signal)
        raise BadWeights(f"{path.name}: {error}. Signals are {known}.") from error
    return Weights(of=of, floor=float(held["floor"]), origin=str(held["origin"]))
