"""What can go wrong with an evaluation.

EvaluationError
├── EvaluationRefused   a sentence that says what would be right
├── WrongDesign         parts of a registration that cannot stand, by field
└── NoSuchEvaluation    missing, or of a force that the actor has no part in: never told apart
"""

from collections.abc import Mapping


class EvaluationError(Exception):
    """A deed that is refused; the message is a sentence that may be shown."""


class EvaluationRefused(EvaluationError):
    """It is not done as asked."""


class WrongDesign(EvaluationError):
    """The evaluation cannot stand: a sentence for each field, for a form to show."""

    def __init__(self, errors: Mapping[str, str]) -> None:
        super().__init__(" ".join(errors.values()))
        self.errors = dict(errors)


class NoSuchEvaluation(EvaluationError):
    """No such evaluation exists for the actor. One sentence for every cause (T01)."""

    def __init__(self) -> None:
        super().__init__("There is no such evaluation, or you have no part in it.")
