"""A figure that stands beside another, in one line."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from peelian.engines.measures.beside import Beside, beside
from peelian.engines.measures.cells import Answer
from peelian.engines.measures.kinds import Typical
from peelian.engines.measures.periods import Period
from peelian.engines.measures.request import Request
from peelian.engines.publishing.shown import Shown


@dataclass(frozen=True)
class Companion:
    """The figure that stands beside another, and the conditions which it could not hold."""

    shown: Shown
    left_out: tuple[str, ...]

    @property
    def says(self) -> str:
        """The companion as a reader meets it, with what is not known or why there is none."""
        one = self.shown
        if not one.ok:
            said = f"{one.measure.title}: {one.value}. {one.cell.note}".strip()
        elif one.cell.unknown:
            said = f"{one.sentence} Not known for {one.unknown}."
        else:
            said = one.sentence
        if self.left_out:
            cut = " and ".join(title.partition(" (")[0].lower() for title in self.left_out)
            said = f"{said} It cannot be cut by {cut}."
        return said

    @property
    def brief(self) -> str:
        """The companion where there is room for a few words only."""
        one = self.shown
        if not one.ok:
            return one.value
        counts = f" ({one.counts})" if one.cell.denominator is not None else ""
        if isinstance(one.measure, Typical):
            counts = f" {one.measure.unit} or less for half of them"
        return f"{one.value}{counts}" + (
            f", not known for {one.unknown}" if one.cell.unknown else ""
        )

    @property
    def record(self) -> dict[str, Any]:
        """For JSON: the numbers with their status, and the line."""
        cell = self.shown.cell
        return {
            "measure": cell.measure,
            "numerator": cell.numerator,
            "denominator": cell.denominator,
            "value": cell.value,
            "unknown": cell.unknown,
            "status": str(cell.status),
            "left_out": list(self.left_out),
            "says": self.says,
            "figure": self.shown.address,
        }


def companions(
    asked: Request, answer: Answer, shown_of: Callable[[Request], Shown]
) -> tuple[Companion, ...]:
    """What stands beside a whole answer: its conditions and months, not its breakdown.

    `shown_of` gives the one figure of a question through the door at which it is asked.
    """
    if not answer.cells:
        return ()
    whole = Period(
        min(cell.period.first for cell in answer.cells),
        max(cell.period.last for cell in answer.cells),
    )
    questions = beside(asked.measure, asked.where, whole)
    return tuple(companion(question, shown_of(question.asked)) for question in questions)


def companion(question: Beside, shown: Shown) -> Companion:
    """The answer to a question that stands beside a figure."""
    return Companion(shown, question.left_out)
