"""What a reader meets first: a card for each question that people ask of an area."""

from dataclasses import dataclass

from peelian.engines.measures.kinds import Measure


@dataclass(frozen=True)
class Topic:
    """One card: a question, the measure that answers it and those that lead on from it.

    `where` fixes a condition, such as one crime type, that makes the question.
    """

    key: str
    title: str
    question: str
    measure: Measure
    where: tuple[tuple[str, str], ...] = ()
    leads_to: tuple[Measure, ...] = ()
