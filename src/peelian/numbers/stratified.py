"""A share estimated from records that were drawn by lot within strata of known size.

Where small groups are drawn more densely than large ones, the plain share of the records is no
share of the list. Each record is therefore weighted by how many of its stratum it stands for. The
share is a ratio of two estimated totals, those counted and those among whom they are counted, since
how many of the drawn files a question applies to is left to chance as well.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from scipy.special import betainccinv, betaincinv

from peelian.numbers.checks import whole_number
from peelian.numbers.confidence import deviate, tail
from peelian.numbers.interval import METHODS
from peelian.numbers.ratios import NotComputable

ADDED = 4
"""Records by which a stratum's share is drawn towards the whole, as Agresti and Coull 1998 add."""
RELIED_ON = 15
"""Records on either side from which the variance is relied on: found by simulated coverage."""


@dataclass(frozen=True)
class Stratum:
    """One stratum of one sample.

    ``size`` is the number of records of the list in it, or nothing where no list is known;
    ``drawn`` of them were drawn; ``counted`` of the ``among`` to which the question applies (and is
    answered) count.
    """

    size: int | None
    drawn: int
    among: int
    counted: int

    def __post_init__(self) -> None:
        for name in ("drawn", "among", "counted"):
            whole_number(name, getattr(self, name))
        if not self.counted <= self.among <= self.drawn:
            raise ValueError(
                f"{self.counted} counted, {self.among} among, {self.drawn} drawn: "
                "those counted are some of those among, and these some of those drawn."
            )
        if self.size is not None and self.size < self.drawn:
            raise ValueError(
                f"size is {self.size} but {self.drawn} were drawn: give how many records of the "
                "list are in the stratum, drawn or not."
            )


@dataclass(frozen=True)
class Estimate:
    """A share with its standard error and limits, as fractions, and the interval's method.

    ``method`` is for readers, ``key`` finds it in ``interval.METHODS``. What does not exist is
    nothing (or empty), and ``why`` then says why in a sentence.
    """

    value: float | None
    se: float | None
    lower: float | None
    upper: float | None
    method: str
    why: str = ""
    key: str = ""


def stratified_share(
    strata: Sequence[Stratum], confidence: float = 0.95, *, method: str = "stratified"
) -> Estimate:
    """Return the share in the whole list, from samples of its strata.

    The standard error is that of the linearised ratio, with the correction for a list of finite
    length in each stratum. A stratum with a single drawn record tells nothing of its own variance:
    its distance from the whole is taken instead, which errs on the wide side.

    ``method`` is ``stratified`` (Wilson's interval as of a simple sample of the effective size),
    ``stratified_exact`` (Clopper-Pearson's of the same) or ``stratified_wald`` (estimate and ``z``
    standard errors). The effective size is that of the simple sample with the same standard error.
    Raises ``NotComputable`` where a stratum's size is not known or the question applies to no
    record, and ``KeyError`` for another method.
    """
    value = weighted_share(strata)
    error = _standard_error(strata, value)
    share = min(1.0, max(0.0, value))
    lower, upper = _LIMITS[method](share, error, effective_size(strata, share, error), confidence)
    limits = METHODS[method].interval(lower, upper, confidence)
    return Estimate(value, error, limits.lower, limits.upper, limits.method, key=method)


def weighted_share(strata: Sequence[Stratum]) -> float:
    """Return the share alone, each record weighted by its stratum's size over those drawn.

    Raises ``NotComputable`` as ``stratified_share`` does.
    """
    if any(one.size is None for one in strata):
        raise NotComputable(
            "How many records a stratum has is not known, so nobody knows how many each drawn "
            "record stands for."
        )
    among = math.fsum(_weight(one) * one.among for one in strata)
    if among == 0:
        raise NotComputable("The question applies to none of the drawn records.")
    return math.fsum(_weight(one) * one.counted for one in strata) / among


def effective_size(strata: Sequence[Stratum], share: float, error: float) -> float:
    """Return the size of the simple sample with the same standard error, possibly infinite.

    Where the few records of a stratum happen to be all alike, ``error`` says that it does not vary.
    So the variance is also reckoned with each stratum's share drawn towards the whole by four
    records, and the larger of the two counts. Where fewer than 15 records count, or fewer than 15
    do not, no variance is to be relied on: then the size is at most what unequal weights leave of
    the sample (Kish 1965), made larger by the finite population correction.
    """
    unequal, towards = _inverse(strata), _inverse(strata, towards=share)
    mixed = 0 < share < 1
    inverse = max(towards, error**2 / (share * (1 - share))) if mixed else unequal
    counted, among = sum(one.counted for one in strata), sum(one.among for one in strata)
    if min(counted, among - counted) < RELIED_ON:
        inverse = max(inverse, unequal)
    return 1 / inverse if inverse > 0 else math.inf


def _inverse(strata: Sequence[Stratum], towards: float = 0.0) -> float:
    """One over the size of the simple sample that these weights are worth.

    With the share ``towards`` which each stratum's own is drawn, strata that differ from it are
    worth more; without it all are taken as alike.
    """
    among = math.fsum(_weight(one) * one.among for one in strata)
    parts = []
    for one in strata:
        part = _weight(one) ** 2 * one.among * _left(one)
        if 0 < towards < 1:
            own = (one.counted + ADDED * towards) / (one.among + ADDED)
            part *= own * (1 - own) / (towards * (1 - towards))
        parts.append(part)
    return math.fsum(parts) / among**2


def _standard_error(strata: Sequence[Stratum], share: float) -> float:
    """The linearised standard error of a ratio of two stratified totals."""
    among = math.fsum(_weight(one) * one.among for one in strata)
    variance = 0.0
    for one in strata:
        if one.drawn == 0:
            continue
        # A record's residual is its count less the share, and 0 where the question does not apply.
        total = one.counted - share * one.among
        squares = one.counted * (1 - share) ** 2 + (one.among - one.counted) * share**2
        # A single record has no mean to differ from: its distance from the whole is taken.
        within = (squares - total**2 / one.drawn) / (one.drawn - 1) if one.drawn > 1 else squares
        variance += _weight(one) ** 2 * one.drawn * _left(one) * max(0.0, within)
    return math.sqrt(variance) / among


def _weight(one: Stratum) -> float:
    """How many records of the list each drawn record of the stratum stands for."""
    return (one.size or 0) / one.drawn if one.drawn else 0.0


def _left(one: Stratum) -> float:
    """The part of the stratum that was not drawn: the finite population correction."""
    return 1 - one.drawn / one.size if one.size else 0.0


def _wilson(share: float, error: float, size: float, confidence: float) -> tuple[float, float]:
    if math.isinf(size):
        return share, share
    z2 = deviate(confidence) ** 2
    centre = (size * share + z2 / 2) / (size + z2)
    half = math.sqrt(z2) / (size + z2) * math.sqrt(size * share * (1 - share) + z2 / 4)
    lower = max(0.0, centre - half) if share > 0 else 0.0
    upper = min(1.0, centre + half) if share < 1 else 1.0
    return lower, upper


def _exact(share: float, error: float, size: float, confidence: float) -> tuple[float, float]:
    if math.isinf(size):
        return share, share
    end, part = tail(confidence), size * share
    lower = float(betaincinv(part, size - part + 1, end)) if share > 0 else 0.0
    upper = float(betainccinv(part + 1, size - part, end)) if share < 1 else 1.0
    return lower, upper


def _wald(share: float, error: float, size: float, confidence: float) -> tuple[float, float]:
    half = deviate(confidence) * error
    return max(0.0, share - half), min(1.0, share + half)


_LIMITS: Mapping[str, Callable[[float, float, float, float], tuple[float, float]]] = {
    "stratified": _wilson,
    "stratified_exact": _exact,
    "stratified_wald": _wald,
}
