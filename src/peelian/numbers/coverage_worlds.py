"""Invented worlds whose truth is known, for every way to draw a likely range (see `coverage`)."""

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from peelian.numbers.agreement import cohen_kappa
from peelian.numbers.change import difference, share_change
from peelian.numbers.effect import together
from peelian.numbers.interval import Interval
from peelian.numbers.medians import quantile_interval
from peelian.numbers.rates import byar, exact_poisson
from peelian.numbers.ratios import log_rate_ratio
from peelian.numbers.shares import exact, wald, wilson, wilson_finite
from peelian.numbers.stratified import Stratum, stratified_share

# What a sample comes to, and the interval of that; nothing where it has none.
Sample = Callable[[np.random.Generator], Hashable]
Limits = Callable[..., Interval | None]


@dataclass(frozen=True)
class World:
    """One truth, how samples of it come out, and the interval that is drawn from each."""

    method: str
    words: str
    truth: float
    sample: Sample
    limits: Limits


def worlds() -> Iterator[World]:
    """Every world that is tried, by method."""
    yield from _shares()
    yield from _finite()
    yield from _strata()
    yield from _events()
    yield from _pairs()
    yield from _kappas()


SIZES: Final = (10, 30, 100, 235)
PERCENTS: Final = (2, 20, 50)


def _shares() -> Iterator[World]:
    """A list without end."""
    methods: dict[str, Limits] = {"wilson": wilson, "exact": exact, "wald": wald}
    for key, method in methods.items():
        for n in SIZES:
            for percent in PERCENTS:
                yield World(
                    key,
                    f"{n} records, truth {percent}%",
                    percent / 100,
                    _binomial(n, percent / 100),
                    _of_count(method, n),
                )


def _binomial(n: int, p: float) -> Sample:
    return lambda stream: int(stream.binomial(n, p))


def _of_count(method: Limits, *sizes: int) -> Limits:
    return lambda k: method(k, *sizes)


def _finite() -> Iterator[World]:
    """A list with an end, from which nothing is drawn twice."""
    for key, method in {"wald_finite": wald, "wilson_finite": wilson_finite}.items():
        for size, n in ((60, 30), (400, 100), (8000, 235)):
            for percent in (5, 20, 50):
                yes = size * percent // 100
                yield World(
                    key,
                    f"{n} of {size:,} records, truth {percent}%",
                    yes / size,
                    _without_replacement(yes, size, n),
                    _of_count(method, n, size),
                )


def _without_replacement(yes: int, size: int, n: int) -> Sample:
    return lambda stream: int(stream.hypergeometric(yes, size - yes, n))


@dataclass(frozen=True)
class Part:
    """One stratum of a world: its size, how many are drawn, to how many it applies, how many count.

    All but `drawn` are of the whole stratum.
    """

    size: int
    drawn: int
    among: int
    counted: int


DIVIDED: Final = {
    "3 strata drawn alike, truth 80%": (
        Part(5000, 150, 5000, 4000),
        Part(2000, 60, 2000, 1600),
        Part(1000, 30, 1000, 800),
    ),
    "3 strata, the small ones drawn densely, truth 79%": (
        Part(6000, 100, 6000, 4800),
        Part(1500, 80, 1500, 1200),
        Part(500, 60, 500, 300),
    ),
    "2 strata, the question applies to half, truth 70%": (
        Part(4000, 120, 2000, 1500),
        Part(1000, 120, 500, 250),
    ),
    "2 strata of 12 drawn each, truth 75%": (
        Part(300, 12, 300, 240),
        Part(100, 12, 100, 60),
    ),
    "4 strata of 5 drawn each, truth 50%": (
        Part(100, 5, 100, 80),
        Part(100, 5, 100, 60),
        Part(100, 5, 100, 40),
        Part(100, 5, 100, 20),
    ),
    "3 strata, truth 3%": (
        Part(3000, 100, 3000, 60),
        Part(600, 50, 600, 30),
        Part(300, 50, 300, 27),
    ),
}


def _strata() -> Iterator[World]:
    for key in ("stratified", "stratified_exact", "stratified_wald"):
        for words, parts in DIVIDED.items():
            among, counted = sum(p.among for p in parts), sum(p.counted for p in parts)
            yield World(key, words, counted / among, _divided(parts), _weighted(key, parts))


def _divided(parts: tuple[Part, ...]) -> Sample:
    kinds = [(p.counted, p.among - p.counted, p.size - p.among) for p in parts]

    def sample(stream: np.random.Generator) -> Hashable:
        return tuple(
            tuple(int(n) for n in stream.multivariate_hypergeometric(kind, part.drawn))
            for kind, part in zip(kinds, parts, strict=True)
        )

    return sample


def _weighted(key: str, parts: tuple[Part, ...]) -> Limits:
    def limits(found: tuple[tuple[int, int, int], ...]) -> Interval | None:
        strata = [
            Stratum(part.size, part.drawn, yes + no, yes)
            for part, (yes, no, _other) in zip(parts, found, strict=True)
        ]
        made = stratified_share(strata, method=key)
        if made.lower is None or made.upper is None:
            return None
        return Interval(made.lower, made.upper, made.method)

    return limits


def _events() -> Iterator[World]:
    for key, method in {"byar": byar, "exact_poisson": exact_poisson}.items():
        for mean in (2, 10, 100):
            yield World(
                key,
                f"{mean} events expected",
                mean / 100_000 * 1000,
                _poisson(mean),
                _of_count(method, 100_000),
            )
    for one, other in ((5, 20), (20, 20), (100, 400)):
        yield World(
            "log_rate_ratio",
            f"{one} events expected against {other}",
            one / other,
            _poissons(one, other),
            lambda found: log_rate_ratio(found[0], 1000, found[1], 1000),
        )
    for n, q, words in ((10, 0.5, "median"), (100, 0.5, "median"), (100, 0.9, "90th centile")):
        yield World(
            "order_statistics",
            f"{words} of {n} values",
            q,
            _uniform(n),
            lambda found, q=q: quantile_interval(found, q),
        )


def _poisson(mean: float) -> Sample:
    return lambda stream: int(stream.poisson(mean))


def _poissons(one: float, other: float) -> Sample:
    return lambda stream: (int(stream.poisson(one)), int(stream.poisson(other)))


def _uniform(n: int) -> Sample:
    # The method looks at order alone, so any distribution is as good as this one.
    return lambda stream: tuple(stream.random(n).tolist())


def _pairs() -> Iterator[World]:
    """The change between two shares."""
    for n1, p1, n2, p2 in ((40, 50, 40, 70), (100, 95, 30, 90), (240, 75, 235, 80)):
        words = f"{n1} records at {p1}%, then {n2} at {p2}%"
        yield World(
            "newcombe",
            words,
            (p2 - p1) / 100,
            _binomials(n1, p1 / 100, n2, p2 / 100),
            lambda found, n1=n1, n2=n2: share_change(found[0], n1, found[1], n2).interval,
        )
        yield World(
            "mover",
            f"{words}, each of a list of 1,000 by Wilson with correction",
            (p2 - p1) / 100,
            _both(_without_replacement(p1 * 10, 1000, n1), _without_replacement(p2 * 10, 1000, n2)),
            lambda found, n1=n1, n2=n2: (
                difference(
                    found[0] / n1,
                    wilson_finite(found[0], n1, 1000),
                    found[1] / n2,
                    wilson_finite(found[1], n2, 1000),
                ).interval
            ),
        )

    for units in (3, 8):
        yield World(
            "pooled",
            f"{units} units of 60 records, each at 50% and then 65%",
            0.15,
            _units(units),
            lambda found: together([share_change(k1, 60, k2, 60) for k1, k2 in found]).interval,
        )


def _units(number: int) -> Sample:
    def sample(stream: np.random.Generator) -> Hashable:
        before, after = stream.binomial(60, 0.5, number), stream.binomial(60, 0.65, number)
        return tuple(zip(before.tolist(), after.tolist(), strict=True))

    return sample


def _binomials(n1: int, p1: float, n2: int, p2: float) -> Sample:
    return _both(_binomial(n1, p1), _binomial(n2, p2))


def _both(one: Sample, other: Sample) -> Sample:
    return lambda stream: (one(stream), other(stream))


def _kappas() -> Iterator[World]:
    """Two reviewers with the same habits: `percent` yeses each, and kappa as stated."""
    for n, percent, kappa in ((30, 50, 0.6), (50, 80, 0.6), (100, 80, 0.4), (235, 90, 0.8)):
        yes = percent / 100
        unlike = (1 - kappa) * yes * (1 - yes)
        table = (yes - unlike, unlike, unlike, 1 - yes - unlike)
        yield World(
            "kappa",
            f"{n} files, {percent}% yeses, truth {kappa}",
            kappa,
            _multinomial(n, table),
            _agreement,
        )


def _multinomial(n: int, table: tuple[float, ...]) -> Sample:
    return lambda stream: tuple(int(k) for k in stream.multinomial(n, table))


ANSWERS: Final = ((True, True), (True, False), (False, True), (False, False))


def _agreement(found: tuple[int, ...]) -> Interval | None:
    made = cohen_kappa(pair for pair, k in zip(ANSWERS, found, strict=True) for _n in range(k))
    if made.lower is None or made.upper is None:
        return None
    return Interval(made.lower, made.upper, made.method)
