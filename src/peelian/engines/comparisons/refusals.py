"""When forces are not compared at all, said so that a reader knows what to do instead."""

from peelian.engines.comparisons.frame import Frame
from peelian.engines.measures.kinds import Count, Measure
from peelian.numbers.spread import FEWEST


def refusal(measure: Measure, framed: Frame) -> str:
    """Why nothing is ranked; empty where forces can be compared."""
    if not measure.comparable.allowed:
        return f"Not comparable between forces: {measure.comparable.reason}"
    if measure.maturing:
        return "Maturing: later months have had less time, and forces have had unequal time."
    if isinstance(measure, Count):
        return (
            "A plain number is larger where the force is larger, so it is not compared between "
            "forces. Compare a rate or a share."
        )
    number = len(framed.compared)
    if number < FEWEST:
        forces = "1 force has" if number == 1 else f"{number or 'No'} forces have"
        return (
            f"{forces} a figure that can be compared; it takes {FEWEST} to say what is "
            "usual. The others are named with their reasons."
        )
    return ""
