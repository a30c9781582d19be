"""How far two reviewers agree, by itself and beyond what chance alone would bring.

The share on which they agree is high wherever one answer is common: two who say "yes" to nine files
of ten without reading them agree on 82 of 100. Cohen's kappa takes that part away: 0 is what chance
brings, 1 is agreement on everything.
"""

import math
from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from fractions import Fraction

from peelian.numbers.confidence import deviate
from peelian.numbers.interval import METHODS, Interval


@dataclass(frozen=True)
class Agreement:
    """`agreed` of `n` pairs, as a `share`, and kappa with its limits.

    What cannot be computed is nothing, and `why` says so in a sentence: no pairs at all, or only
    one answer in use, where agreement and chance are the same thing. `method` names the interval.
    """

    n: int
    agreed: int
    share: float | None
    kappa: float | None
    lower: float | None
    upper: float | None
    why: str = ""
    method: str = ""


def cohen_kappa(pairs: Iterable[tuple[Hashable, Hashable]], confidence: float = 0.95) -> Agreement:
    """Return how two reviewers agree, from their answers to the same files, first and second.

    The interval is kappa and ``z`` of its large-sample standard errors to both sides, cut to
    -1 and 1; kappa of 1 or of everything different has none, since the formula gives it no width.
    Raises ``ValueError`` where the confidence is not a fraction.

    Source: Cohen 1960; Fleiss, Cohen and Everitt 1969 (variance).
    """
    z = deviate(confidence)
    table = Counter(pairs)
    n = table.total()
    if n == 0:
        return Agreement(0, 0, None, None, None, None, "No file was marked by two reviewers.")
    agreed = sum(count for (one, other), count in table.items() if one == other)
    first, second = Counter[Hashable](), Counter[Hashable]()
    for (one, other), count in table.items():
        first[one] += count
        second[other] += count
    # In whole numbers as long as possible: whether chance explains everything is an exact question.
    by_chance = sum(count * second[answer] for answer, count in first.items())
    share = agreed / n
    if by_chance == n * n:
        return Agreement(
            n,
            agreed,
            share,
            None,
            None,
            None,
            "Both reviewers gave one and the same answer to every file, so agreement cannot be "
            "told from chance.",
        )
    kappa = (n * agreed - by_chance) / (n * n - by_chance)
    error = math.sqrt(_variance(table, first, second, n, agreed, by_chance))
    if error == 0:
        return Agreement(
            n,
            agreed,
            share,
            kappa,
            None,
            None,
            "The formula gives this kappa no width; more files would.",
        )
    limits: Interval = METHODS["kappa"].interval(
        max(-1.0, kappa - z * error), min(1.0, kappa + z * error), confidence
    )
    return Agreement(n, agreed, share, kappa, limits.lower, limits.upper, method=limits.method)


def _variance(
    table: Counter[tuple[Hashable, Hashable]],
    first: Counter[Hashable],
    second: Counter[Hashable],
    n: int,
    agreed: int,
    by_chance: int,
) -> Fraction:
    """The large-sample variance of kappa (Fleiss, Cohen and Everitt 1969, equation 13).

    In fractions, so that where it is 0 it is not a hair off.
    """
    seen, chance = Fraction(agreed, n), Fraction(by_chance, n * n)
    total = Fraction(0)
    for (one, other), count in table.items():
        part = Fraction(count, n)
        if one == other:
            edges = Fraction(first[one] + second[one], n)
            total += part * ((1 - chance) - edges * (1 - seen)) ** 2
        else:
            # What the second said as row, the first as column: the margins crossed over.
            edges = Fraction(second[one] + first[other], n)
            total += part * (1 - seen) ** 2 * edges**2
    total -= (seen * chance - 2 * chance + seen) ** 2
    return total / ((1 - chance) ** 4 * n)
