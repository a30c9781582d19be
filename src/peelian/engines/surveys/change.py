"""Did an answer change from one round to the next? Told only where both were drawn by lot."""

from dataclasses import dataclass
from typing import Final

from peelian.engines.surveys.declared import RANDOM
from peelian.engines.surveys.estimating import Line
from peelian.engines.surveys.models import Round, State
from peelian.numbers.change import Change, difference, verdict
from peelian.numbers.interval import METHODS, Interval

WORDS: Final = {
    Change.UP: "rose",
    Change.DOWN: "fell",
    Change.NO_CLEAR_CHANGE: "no clear change",
}
CONFIDENCE: Final = 0.95
NO_VERDICT: Final = (
    "No verdict: it is told only between two rounds whose people were drawn by lot. Whoever "
    "chooses to answer may be another kind of person each time."
)


@dataclass(frozen=True)
class Changed:
    """A verdict in words, or none with the reason in `says`."""

    verdict: str | None
    says: str


def round_before(held: Round) -> Round | None:
    """The round of the same survey and force that closed last before this one."""
    if held.closed_at is None:
        return None
    rows = Round.objects.filter(
        survey=held.survey,
        force_id=held.force_id,
        state=State.CLOSED,
        closed_at__lt=held.closed_at,
    )
    return rows.order_by("-closed_at").first()


def change_of(now: Round, line: Line, before: Round, earlier: Line) -> Changed:
    """The change from an earlier line to this one, of the same result in two rounds.

    Raises `ValueError` for rounds of two surveys or forces.
    """
    if (now.survey, now.force_id) != (before.survey, before.force_id):
        raise ValueError(f"{now.ref} and {before.ref} are rounds of different surveys or forces.")
    if {now.design, before.design} != {RANDOM}:
        return Changed(None, NO_VERDICT)
    if now.asked_version != before.asked_version:
        return Changed(None, "No verdict: the questions were changed between the two rounds.")
    one, other = _interval(line), _interval(earlier)
    if one is None or other is None:
        return Changed(None, "No verdict: one of the two has no range.")
    found = difference(earlier.estimate.value or 0.0, other, line.estimate.value or 0.0, one)
    limits = f"{_points(found.interval.lower)} to {_points(found.interval.upper)} points"
    said = WORDS[verdict(found)]
    return Changed(said, f"{said}: {_points(found.value)} points (likely range {limits})")


def _interval(line: Line) -> Interval | None:
    found = line.estimate
    if found.lower is None or found.upper is None:
        return None
    return METHODS[found.key].interval(found.lower, found.upper, CONFIDENCE)


def _points(value: float) -> str:
    return f"{value * 100:+.1f}"
