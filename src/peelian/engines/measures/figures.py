"""Makes values and intervals from counts, by kind of measure. The arithmetic is `numbers`'."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import accumulate
from math import fsum

import numpy as np

from peelian.engines.measures.drafts import Draft
from peelian.engines.measures.estimated import estimated
from peelian.engines.measures.kinds import Measure, Rate, RateRatio, Share, Typical
from peelian.engines.measures.sampled import Sampled
from peelian.numbers.medians import quantile_ranks
from peelian.numbers.ratios import NotComputable, bounds_for_missing, log_rate_ratio, ratio
from peelian.numbers.vectorised import byar_columns, wilson_columns


@dataclass(frozen=True, slots=True)
class Figure:
    """Value and interval of one cell, or the reason why there is none; `remark` is of a part."""

    numerator: int | None = None
    denominator: int | None = None
    value: float | None = None
    lower: float | None = None
    upper: float | None = None
    method: str = ""
    parts: Mapping[str, float] = field(default_factory=dict)
    refusal: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class People:
    """Residents behind a rate: of the whole group, and of each group of a ratio."""

    total: int = 0
    groups: Mapping[str | None, int] = field(default_factory=dict)


def figures(measure: Measure, counted: Iterable[tuple[Draft, People]]) -> list[Figure]:
    """One figure for each pair of counts and residents, in the same order."""
    pairs = list(counted)
    match measure:
        case Sampled():
            return [_sampled(draft, measure) for draft, _people in pairs]
        case Share():
            return _shares([draft for draft, _people in pairs], measure)
        case Rate():
            return _rates(pairs, measure)
        case RateRatio():
            return [_ratio(draft, people, measure) for draft, people in pairs]
        case Typical():
            return [_typical(draft, measure) for draft, _people in pairs]
        case _:
            return [Figure(draft.numerator, None, draft.numerator) for draft, _people in pairs]


def _shares(drafts: list[Draft], measure: Share) -> list[Figure]:
    parts = np.array([draft.numerator for draft in drafts], dtype=float)
    wholes = np.array([draft.denominator or 0 for draft in drafts], dtype=float)
    lower, upper = wilson_columns(parts, wholes)
    return [
        Figure(part.numerator, whole, part.numerator / whole, low, high, "wilson")
        if (whole := part.denominator)
        else Figure(refusal=_no_share(part, measure))
        for part, low, high in zip(drafts, lower.tolist(), upper.tolist(), strict=True)
    ]


def _no_share(draft: Draft, measure: Share) -> str:
    unknown = f" {draft.unknown:,} are not known." if draft.unknown else ""
    return f"There were no {measure.among_words} here.{unknown}"


def _sampled(draft: Draft, measure: Sampled) -> Figure:
    if not draft.denominator:
        return Figure(refusal=_no_share(draft, measure))
    found = estimated(draft.layers, measure)
    one = found.estimate
    return Figure(
        draft.numerator,
        draft.denominator,
        one.value,
        one.lower,
        one.upper,
        one.key,
        {} if one.se is None else {"standard error": one.se},
        remark=found.remark,
    )


def _rates(pairs: list[tuple[Draft, People]], measure: Rate) -> list[Figure]:
    counts = np.array([draft.numerator for draft, _people in pairs], dtype=float)
    totals = np.array([people.total for _draft, people in pairs], dtype=float)
    lower, upper = byar_columns(counts, totals, measure.base)
    nobody = Figure(
        refusal=f"No {measure.per.title} are known here for the forces whose files are loaded."
    )
    return [
        Figure(n, total, n / total * measure.base, low, high, "byar") if total else nobody
        for n, total, low, high in zip(
            (draft.numerator for draft, _people in pairs),
            (people.total for _draft, people in pairs),
            lower.tolist(),
            upper.tolist(),
            strict=True,
        )
    ]


def _ratio(draft: Draft, people: People, measure: RateRatio) -> Figure:
    if too_many := _too_many_unknown(draft, measure):
        return Figure(refusal=too_many)
    one, other = measure.compared
    counts = draft.groups.get(one, 0), draft.groups.get(other, 0)
    sizes = people.groups.get(one, 0), people.groups.get(other, 0)
    if not all(sizes):
        empty = one if not sizes[0] else other
        return Figure(refusal=f"No {measure.per.title} in {measure.group.title.lower()} {empty}.")
    try:
        value = ratio(counts[0], sizes[0], counts[1], sizes[1])
        interval = log_rate_ratio(counts[0], sizes[0], counts[1], sizes[1])
        low, high = bounds_for_missing(counts[0], sizes[0], counts[1], sizes[1], draft.unknown)
    except NotComputable as error:
        return Figure(refusal=f"{error} They are {counts[0]:,} and {counts[1]:,}.")
    parts = {
        "population": float(sizes[0]),
        "population compared": float(sizes[1]),
        "lowest if all unknown were compared": low,
        "highest if all unknown were counted": high,
    }
    remark = (
        f"Were all {draft.unknown:,} not known {other}, it would be {low:.2f}; were they all "
        f"{one}, {high:.2f}."
        if draft.unknown
        else ""
    )
    return Figure(
        *counts,
        value,
        interval.lower,
        interval.upper,
        "log_rate_ratio",
        parts,
        remark=remark,
    )


def _too_many_unknown(draft: Draft, measure: RateRatio) -> str:
    """Why a ratio says nothing where too many rows have no group; empty where it does."""
    limit, everyone = measure.most_unknown, sum(draft.groups.values())
    if limit is None or draft.unknown <= limit.share * everyone:
        return ""
    rows = measure.record_type._meta.verbose_name_plural
    return (
        f"{measure.group.title} is not known for {draft.unknown:,} of {everyone:,} {rows} counted "
        f"({draft.unknown / everyone:.1%}), more than the {limit.share:.0%} up to which a ratio is "
        f"given ({limit.authority})."
    )


def _typical(draft: Draft, measure: Typical) -> Figure:
    number = draft.numerator
    if not number:
        return Figure(refusal=f"There were no {measure.among_words} with a known value here.")
    ordered = sorted(draft.values)
    ends = list(accumulate(draft.values[value] for value in ordered))

    def ranked(rank: int) -> float:
        """The value at a rank, counted from 1."""
        return float(ordered[bisect_left(ends, rank)])

    parts = {"n": float(number), "90th centile": _quantile(ranked, number, 0.9)}
    if draft.limited:
        parts |= {"over the limit": float(draft.over), "limit known": float(draft.limited)}
        parts |= {"share over limit": draft.over / draft.limited}
    if measure.mean:
        parts["mean"] = fsum(value * times for value, times in draft.values.items()) / number
    ranks = quantile_ranks(number, 0.5)
    lower, upper = map(ranked, ranks) if ranks else (None, None)
    method = "order_statistics" if ranks else ""
    median = _quantile(ranked, number, 0.5)
    remark = _limit_remark(draft, measure)
    return Figure(number, None, median, lower, upper, method, parts, remark=remark)


def _limit_remark(draft: Draft, measure: Typical) -> str:
    """That the share over a limit is of fewer rows than the figure, or of none."""
    if measure.over is None or draft.limited == draft.numerator:
        return ""
    whole = f"the {draft.numerator:,} {measure.among_words} with a known value"
    if not draft.limited:
        return f"Of none of {whole} is it known whether they {measure.over_words}."
    return f"Whether they {measure.over_words} is known of {draft.limited:,} of {whole}."


def _quantile(ranked: Callable[[int], float], number: int, q: float) -> float:
    """The quantile by linear interpolation between ranks, as most software gives it (type 7)."""
    position = (number - 1) * q
    below = int(position)
    low, high = ranked(below + 1), ranked(min(below + 2, number))
    return low + (high - low) * (position - below)
