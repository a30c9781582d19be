"""Holds published averages against their own tails: an average that they forbid is refused."""

from peelian.engines.measures.declared import Stated
from peelian.engines.measures.kinds import Measure
from peelian.numbers.means import check_mean


def stated_checks(measure: Measure) -> tuple[str, ...]:
    """One sentence, with the arithmetic, for each average that was published about a measure."""
    return tuple(_checked(stated) for stated in measure.stated)


def _checked(stated: Stated) -> str:
    held = check_mean(stated.mean, tail=stated.tail, beyond=stated.beyond)
    told = (
        f"{stated.who} prints an average of {stated.mean:g} {stated.unit} for {stated.of} and says "
        f"that {stated.tail:.0%} of them took more than {stated.beyond:g} {stated.unit}."
    )
    if held.allowed:
        return f"{told} A mean can be so: {held.arithmetic}. {stated.authority}."
    return (
        f"{told} As a mean it is refused: {held.arithmetic}, so the two cannot be of the same "
        f"cases on the same clock. {stated.authority}."
    )
