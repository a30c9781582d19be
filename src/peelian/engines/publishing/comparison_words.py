"""Where a force stands among others, in plain sentences for page and command line."""

from collections.abc import Iterator

from peelian.engines.comparisons.compared import Band, Chance, Compared, Comparison, Zone
from peelian.engines.comparisons.placing import ONE_DEVIATION
from peelian.engines.measures.kinds import Measure, RateRatio, Typical
from peelian.engines.measures.words import value_in_words
from peelian.engines.publishing.days import day_in_words, loaded_at
from peelian.engines.publishing.sentences import force_name, sentence

BANDS: dict[Band, str] = {
    "above": "more than one standard deviation above the mean of the forces",
    "within": "within one standard deviation of the mean of the forces",
    "below": "more than one standard deviation below the mean of the forces",
}
ZONES: dict[Zone, str] = {
    "far above": "above the 99.8% limits of the funnel",
    "above": "above the 95% limits of the funnel, within those at 99.8%",
    "within": "within the limits of the funnel",
    "below": "below the 95% limits of the funnel, within those at 99.8%",
    "far below": "below the 99.8% limits of the funnel",
}
ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def in_words(comparison: Comparison, measure: Measure, own: str = "") -> str:
    """Where the force stands, and how many would stand out in any case; or why none is ranked.

    Without a force of one's own it says what is usual.
    """
    return " ".join(_sentences(comparison, measure, own or comparison.own))


def _sentences(comparison: Comparison, measure: Measure, own: str) -> Iterator[str]:
    if comparison.refusal:
        yield f"Forces are not ranked. {comparison.refusal}"
        cell = next((cell for cell in comparison.cells if cell.unit == own), None)
        if cell is not None:
            yield sentence(cell, measure)
        return
    yield from _standing(comparison, measure, own) if own else _usual(comparison, measure)
    yield from map(by_chance, comparison.chance)


def _standing(comparison: Comparison, measure: Measure, own: str) -> Iterator[str]:
    place = comparison.force(own)
    if place is None:
        reasons = {one.force: one.reason for one in (*comparison.set_aside, *comparison.missing)}
        reason = reasons.get(own, "It was not asked for.")
        yield f"{force_name(own)} is not compared: {reason}"
        yield from _usual(comparison, measure)
        return
    yield sentence(place.cell, measure)
    yield _rank(place, comparison)
    yield from _usual(comparison, measure)


def _rank(place: Compared, comparison: Comparison) -> str:
    number = len(comparison.forces)
    same = sum(other.rank == place.rank for other in comparison.forces) - 1
    shared = f", equal with {same} other{'s' if same > 1 else ''}" if same else ""
    funnel = f", and {ZONES[place.zone]}" if place.zone else ""
    return (
        f"That is {_place(place.rank, number)} of the {number} forces compared{shared}: "
        f"{BANDS[place.band]}{funnel}."
    )


def _place(rank: int, of: int) -> str:
    if rank == 1:
        return "the highest"
    return "the lowest" if rank == of else f"{ordinal(rank)} highest"


def _usual(comparison: Comparison, measure: Measure) -> Iterator[str]:
    lines = comparison.lines
    if lines is None:
        return
    like = comparison.forces[0].cell
    middle, low, high = (
        value_in_words(like, measure, value) for value in (lines.mean, lines.lower, lines.upper)
    )
    yield (
        f"The mean of the {lines.forces} forces is {middle}, and one standard deviation (divisor "
        f"{lines.divisor}) reaches from {low} to {high}{_unit(measure)}."
    )


def data_dates(comparison: Comparison) -> str:
    """When the newest file was loaded, and whose figures have changed since they first were."""
    if not comparison.loaded_at:
        return ""
    day = day_in_words(loaded_at(comparison.loaded_at))
    if not comparison.restated:
        return f"Data as loaded by {day}; no file has replaced an earlier one."
    named = ", ".join(map(force_name, comparison.restated))
    return f"Data as loaded by {day}. A later file has replaced an earlier one of: {named}."


def beside(measure: Measure) -> str:
    """What must be read with the figure, so that it is not read alone; empty where nothing is."""
    if not measure.beside:
        return ""
    named = ", ".join(f"{other.short} ({other.key})" for other in measure.beside)
    return f"Not to be read alone. Read beside it: {named}."


def by_chance(chance: Chance) -> str:
    """How many forces a rule flags, and how many it would flag if forces did not differ."""
    about = f"about {chance.expected:.0f}" if chance.expected >= 0.5 else "fewer than 1"
    flagged = f"{chance.flagged} of {chance.forces} {'is' if chance.flagged == 1 else 'are'}"
    if chance.rule == ONE_DEVIATION:
        return (
            f"By the nature of the rule {about} of {chance.forces} would be {chance.rule} "
            f"whatever is measured; {flagged}."
        )
    return f"By chance {about} of {chance.forces} would be {chance.rule}; {flagged}."


def ordinal(number: int) -> str:
    """A place in an order: 1st, 2nd, 3rd, 11th."""
    ending = "th" if number % 100 in (11, 12, 13) else ENDINGS.get(number % 10, "th")
    return f"{number}{ending}"


def _unit(measure: Measure) -> str:
    if isinstance(measure, RateRatio):
        return " times"
    return f" {measure.unit}" if isinstance(measure, Typical) else ""
