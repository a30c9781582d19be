"""A line of a result: how many of how many, and a likely range where people were drawn by lot."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from peelian.engines.surveys.declared import RANDOM, Result
from peelian.engines.surveys.models import SurveyAnswer
from peelian.engines.surveys.rounding import percent
from peelian.numbers.estimates import estimate_share
from peelian.numbers.stratified import Estimate, Stratum


@dataclass(frozen=True)
class Line:
    """`counted` of `base` people, as a percentage, with limits where there are any: "72.5".

    `estimate` holds the same unrounded. Where parts of the list were drawn more densely than others
    the percentage is weighted, and then not `counted` divided by `base`; `weighted` says so.
    """

    title: str
    counted: int
    base: int
    percent: str
    lower: str
    upper: str
    method: str
    weighted: bool
    estimate: Estimate


def line_of(title: str, rows: Sequence[SurveyAnswer], result: Result) -> Line:
    """The line of these counted answers, one at least."""
    strata = strata_of(rows, result)
    counted, base = sum(one.counted for one in strata), sum(one.among for one in strata)
    by_lot = all(row.design == RANDOM for row in rows)
    estimate = estimate_share(strata, by_lot=by_lot)
    plain = percent(counted, base)
    said = plain if len(strata) == 1 or not by_lot else in_percent(estimate.value)
    return Line(
        title=title,
        counted=counted,
        base=base,
        percent=said,
        lower=in_percent(estimate.lower),
        upper=in_percent(estimate.upper),
        method=estimate.method,
        weighted=said != plain,
        estimate=estimate,
    )


def strata_of(rows: Iterable[SurveyAnswer], result: Result) -> list[Stratum]:
    """The parts of the list that these rows belong to, with the counts of the result."""
    parts = dict[str, list[SurveyAnswer]]()
    for row in rows:
        parts.setdefault(row.stratum, []).append(row)
    return [_stratum(found, result) for _name, found in sorted(parts.items())]


def in_percent(value: float | None) -> str:
    """A share in per cent with one decimal; empty where there is none."""
    return "" if value is None else f"{value:.1%}".removesuffix("%")


def _stratum(rows: Sequence[SurveyAnswer], result: Result) -> Stratum:
    among = sum(row.stands_for for row in rows)
    counted = sum(row.stands_for for row in rows if row.answer in result.counts)
    drawn = max(rows[0].stratum_drawn or 0, among)
    size = rows[0].stratum_size
    return Stratum(None if size is None else max(size, drawn), drawn, among, counted)
