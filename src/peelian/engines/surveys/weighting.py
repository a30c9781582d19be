"""Replies weighted by name: as if every group had answered in proportion to its people.

Weighting mends who answered, by the groups that it knows of; it does not make those who chose to
answer like those who did not. So a weighted share stands beside the plain one, with the name of its
weighting and the source of its totals, and has a range only where people were drawn by lot.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from peelian.engines.procedures.asking import options_of
from peelian.engines.surveys.declared import NOT_SAID, RANDOM, Result, Survey, Weighting
from peelian.engines.surveys.estimating import in_percent, strata_of
from peelian.engines.surveys.models import Round, SurveyAnswer
from peelian.numbers.stratified import Stratum, stratified_share, weighted_share


@dataclass(frozen=True)
class Weighted:
    """A weighted percentage with its limits, or in `why` the sentence why there is none."""

    weighting: Weighting
    base: int
    percent: str
    lower: str
    upper: str
    why: str


def weighted_of(
    held: Round, survey: Survey, result: Result, rows: Sequence[SurveyAnswer]
) -> Weighted | None:
    """The result weighted as the round was opened to be; None where it was not."""
    if not held.weighting:
        return None
    weighting = survey.weighting(held.weighting)
    if weighting.by == result.question:
        return None
    if len(held.strata) > 1:
        return _none(
            weighting, "It was drawn by parts of a list, and is weighted by these already."
        )
    options = options_of(survey.question(weighting.by))
    strata, missing = list[Stratum](), list[str]()
    for option in options:
        mine = [row for row in rows if row.grouped_by == weighting.by and row.group == option.key]
        if mine:
            strata.append(_to(held.totals[option.key], strata_of(mine, result)))
        else:
            missing.append(option.says)
    if missing:
        return _none(weighting, f"Too few answered, or can be told, of: {', '.join(missing)}.")
    silent = any(row.grouped_by == weighting.by and row.group == NOT_SAID for row in rows)
    why = "Those who did not say to which group they belong are left out." if silent else ""
    base = sum(one.among for one in strata)
    if held.design != RANDOM:
        return Weighted(weighting, base, in_percent(weighted_share(strata)), "", "", why)
    found = stratified_share(strata)
    limits = in_percent(found.lower), in_percent(found.upper)
    return Weighted(weighting, base, in_percent(found.value), *limits, why)


def _to(total: int, found: Sequence[Stratum]) -> Stratum:
    """The people of one group, who stand for all of it."""
    among = sum(one.among for one in found)
    return Stratum(max(total, among), among, among, sum(one.counted for one in found))


def _none(weighting: Weighting, why: str) -> Weighted:
    return Weighted(weighting, 0, "", "", "", why)
