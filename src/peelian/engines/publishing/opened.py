"""From an address back to the question behind it."""

from dataclasses import dataclass

from peelian.engines.measures.kinds import Measure
from peelian.engines.measures.periods import ONLY_WHOLE, SAME_PERIOD_LAST_YEAR, Period
from peelian.engines.measures.request import Request, request
from peelian.engines.publishing.address import Address
from peelian.engines.publishing.days import day_in_words


class VersionGone(Exception):
    """The address names a version of the measure that is not the one in force."""


@dataclass(frozen=True)
class Opened:
    """A figure's question, found again from its address."""

    asked: Request
    period: Period


def reopen(found: Address, measure: Measure) -> Opened:
    """The question behind an address. Raises `VersionGone` or `BadRequest` with a sentence."""
    if found.version != measure.version:
        raise VersionGone(_gone(found, measure))
    period = found.period
    running = period.grain in ONLY_WHOLE
    asked = request(
        measure,
        by=(period.grain,) if running else (),
        where=dict(found.where),
        # Running periods reach back from their last month; only these two are named by both ends.
        first=period.last if running and period.grain != SAME_PERIOD_LAST_YEAR else period.first,
        last=period.last,
    )
    return Opened(asked, period)


def _gone(found: Address, measure: Measure) -> str:
    said = (
        f"This address is of version {found.version} of {measure.key}; the definition in force is "
        f"version {measure.version}"
    )
    if found.version > measure.version:
        return f"{said}, and there has been no later one."
    changed = [
        f"Version {version.number}, from {day_in_words(version.since)}: {version.reason}"
        for version in measure.versions
        if version.number > found.version
    ]
    return f"{said}. What changed since: {' '.join(changed)}"
