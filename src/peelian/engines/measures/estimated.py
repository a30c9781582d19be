"""From the layers of a cell to its share and interval, and the words on what they speak of."""

from collections.abc import Sequence
from dataclasses import dataclass

from peelian.engines.measures.layers import Layer
from peelian.engines.measures.sampled import Sampled
from peelian.numbers.estimates import DEFAULT, estimate_share
from peelian.numbers.ratios import NotComputable
from peelian.numbers.stratified import Estimate, Stratum
from peelian.records.drawn import CHOSEN, RANDOM, VOLUNTARY, WHOLE


@dataclass(frozen=True, slots=True)
class Estimated:
    """What a cell's samples say, with a sentence or two on what that is of."""

    estimate: Estimate
    remark: str


def estimated(found: Sequence[Layer], measure: Sampled) -> Estimated:
    """The share that these layers estimate, of which one at least has a row among.

    An interval is drawn only where every sample was drawn by lot. Only these are weighted, too:
    files that were chosen, and whoever answered, stand for nobody but themselves.
    """
    used = [one for one in found if one.among]
    strata = [_stratum(one) for one in used]
    designs = {one.design for one in used}
    try:
        if RANDOM in designs and designs <= {RANDOM, WHOLE}:
            estimate = estimate_share(strata, method=_method(used))
            return Estimated(estimate, _by_lot(used, strata, estimate))
    except NotComputable as error:
        return Estimated(_bare(_plain(used)), f"{error} It is the plain share of the rows drawn.")
    return Estimated(_bare(_plain(used)), _described(used, measure))


def _method(used: Sequence[Layer]) -> str:
    """The method that the planners named, where all of them named one and the same."""
    named = {one.method for one in used}
    return named.pop() if len(named) == 1 else DEFAULT


def _stratum(one: Layer) -> Stratum:
    # A row that stands for several answers can count more than were drawn; so can one not counted.
    drawn = max(one.drawn or 0, one.among)
    if one.design == WHOLE:
        return Stratum(size=drawn, drawn=drawn, among=one.among, counted=one.counted)
    size = None if one.size is None else max(one.size, drawn)
    return Stratum(size=size, drawn=drawn, among=one.among, counted=one.counted)


def _plain(used: Sequence[Layer]) -> float:
    return sum(one.counted for one in used) / sum(one.among for one in used)


def _bare(share: float) -> Estimate:
    return Estimate(share, None, None, None, "")


def _unequal(strata: Sequence[Stratum]) -> bool:
    """Whether the rows of one stratum stand for more than those of another."""
    if any(one.size is None for one in strata):
        return False
    return len({(one.size or 0) / one.drawn for one in strata}) > 1


def _by_lot(used: Sequence[Layer], strata: Sequence[Stratum], estimate: Estimate) -> str:
    drawn = sum(one.drawn for one in strata)
    if any(one.size is None for one in strata):
        said = f"Estimated from {drawn:,} drawn by lot."
    else:
        listed = sum(one.size or 0 for one in strata)
        said = f"Estimated from {drawn:,} drawn by lot of {listed:,}."
    weighted = f" {_weighted(used)}" if _unequal(strata) else ""
    return f"{said}{weighted} Likely range by {estimate.method}."


def _weighted(used: Sequence[Layer]) -> str:
    counted, among = sum(one.counted for one in used), sum(one.among for one in used)
    return (
        "Weighted, since not every part of the list was drawn as densely, so it is not "
        f"{counted:,} divided by {among:,}."
    )


def _described(used: Sequence[Layer], measure: Sampled) -> str:
    """Why there is no interval: what the rows are."""
    designs = {one.design for one in used}
    these = f"these {sum(one.among for one in used):,} {measure.among_words}"
    if designs == {CHOSEN}:
        return f"Describes {these}, which were chosen for a purpose; it is no estimate for all."
    if designs == {VOLUNTARY}:
        return f"Describes {these}, who chose to answer; it is no estimate for those who did not."
    if designs == {WHOLE}:
        return f"Of all there were, {these}: no range from sampling, though reviewers may err."
    samples = {one.sample for one in used}
    by_lot = {one.sample for one in used if one.design == RANDOM}
    return (
        f"Describes {these}, of {len(samples)} samples, of which {len(by_lot)} "
        f"{'was' if len(by_lot) == 1 else 'were'} drawn by lot; so it is no estimate for all, and "
        "has no likely range."
    )
