"""What can go wrong with a guided assessment.

ProcedureError
├── MayNotAnswer      somebody else must: nobody who was present, no first assessor twice
│   └── NotForRole    the procedure is for other roles: for this person there is no such page
├── NotComplete       answers that are missing or wrong, by question
├── WrongDecision     a decision that cannot stand as it is, by field
└── DraftInTheWay     another draft of the same person on the same record is not finished
"""

from collections.abc import Mapping


class ProcedureError(Exception):
    """An assessment is not made as asked; the message is a sentence that may be shown."""


class MayNotAnswer(ProcedureError):
    """This person must not make the assessment; the sentence says who may."""


class NotForRole(MayNotAnswer):
    """Nobody with these roles makes such assessments."""


class NotComplete(ProcedureError):
    """Answers are missing or wrong: a sentence for each question, for a form to show."""

    def __init__(self, errors: Mapping[str, str]) -> None:
        super().__init__(" ".join(errors.values()))
        self.errors = dict(errors)


class WrongDecision(ProcedureError):
    """The decision cannot stand: a sentence for each of `grade`, `reasons`, `refusal`, ..."""

    def __init__(self, errors: Mapping[str, str]) -> None:
        super().__init__(" ".join(errors.values()))
        self.errors = dict(errors)


class DraftInTheWay(ProcedureError):
    """One person has one draft of a procedure on a record."""
