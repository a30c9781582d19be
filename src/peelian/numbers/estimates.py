"""What a sample says of the list it was drawn from, and which interval fits it.

The rule of the house, where the planner named no method: exact limits under 30 records, Wilson's
otherwise, with finite population correction where more than 5% of the list was drawn. Several
strata are weighted back to their list. A sample that was not drawn by lot has no interval: it
describes its own records, and no arithmetic makes it speak of others.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from peelian.numbers.interval import Interval
from peelian.numbers.ratios import NotComputable
from peelian.numbers.shares import exact, wald, wilson, wilson_finite
from peelian.numbers.stratified import Estimate, Stratum, stratified_share

FEW: Final = 30
"""Records among which the exact interval is drawn; from here on Wilson's (Peelian's default)."""
CORRECTED_ABOVE: Final = 0.05
"""Part of the list above which the finite population correction is made (Peelian's default)."""
DEFAULT: Final = "default"

_STRATIFIED: Final[Mapping[str, str]] = {
    "wilson": "stratified",
    "wilson_finite": "stratified",
    "exact": "stratified_exact",
    "wald_finite": "stratified_wald",
}


def estimate_share(
    strata: Sequence[Stratum],
    *,
    method: str = DEFAULT,
    by_lot: bool = True,
    confidence: float = 0.95,
) -> Estimate:
    """Return the share that a sample estimates, with the interval of ``method``.

    ``method`` is ``default`` or one of ``wilson``, ``wilson_finite``, ``exact``, ``wald_finite``.
    ``by_lot`` says whether the records were drawn at random: if not, the plain share of the records
    comes back and no interval. A finite population correction that was named is left out where the
    length of the list is not known, and the method that is returned says so.

    Raises ``NotComputable`` where the question applies to no record, or strata of unknown size
    would have to be weighted, and ``ValueError`` for another method.
    """
    if method != DEFAULT and method not in _STRATIFIED:
        known = ", ".join((DEFAULT, *_STRATIFIED))
        raise ValueError(f"method is {method!r}: give one of {known}.")
    used = [one for one in strata if one.among]
    counted, among = sum(one.counted for one in used), sum(one.among for one in used)
    if among == 0:
        raise NotComputable("The question applies to none of the drawn records.")
    if not by_lot:
        plain = counted / among
        return Estimate(plain, None, None, None, "", "The records were not drawn by lot.")
    if all(one.size is None for one in used) and len(used) > 1:
        raise NotComputable(
            "How many records each part of the list has is not known, so its parts cannot be "
            "weighted."
        )
    if len(used) == 1:
        return _simple(used[0], _chosen(method, among, used), confidence)
    named = _STRATIFIED[_chosen(method, among, used)]
    return stratified_share(used, confidence, method=named)


def _chosen(method: str, among: int, strata: Sequence[Stratum]) -> str:
    if method != DEFAULT:
        return method
    if among < FEW:
        return "exact"
    drawn, listed = sum(one.drawn for one in strata), sum(one.size or 0 for one in strata)
    return "wilson_finite" if listed and drawn / listed > CORRECTED_ABOVE else "wilson"


def _simple(one: Stratum, method: str, confidence: float) -> Estimate:
    """One stratum: a simple sample, of which the question may apply to some only."""
    share = one.counted / one.among
    # How many of the list it applies to is not known: as many of it as of those drawn.
    listed = None if one.size is None else max(one.among, round(one.size * one.among / one.drawn))
    if listed is None:
        method = _WITHOUT_LIST[method]
    interval = _INTERVALS[method](one.counted, one.among, listed, confidence)
    se = stratified_share([one], confidence).se if one.size else None
    return Estimate(share, se, interval.lower, interval.upper, interval.method, key=method)


# What a named method is without the length of the list.
_WITHOUT_LIST: Final[Mapping[str, str]] = {
    "wilson": "wilson",
    "wilson_finite": "wilson",
    "exact": "exact",
    "wald_finite": "wald",
}
_INTERVALS: Final[Mapping[str, Callable[[int, int, int | None, float], Interval]]] = {
    "wilson": lambda k, n, listed, confidence: wilson(k, n, confidence),
    "wilson_finite": lambda k, n, listed, confidence: wilson_finite(k, n, listed or n, confidence),
    "exact": lambda k, n, listed, confidence: exact(k, n, confidence),
    "wald": lambda k, n, listed, confidence: wald(k, n, None, confidence),
    "wald_finite": wald,
}
