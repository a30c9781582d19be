"""What can go wrong with an audit.

AuditError
├── AuditRefused      a sentence that says what would be right
│   ├── WrongState    the run does not stand where this can be done
│   └── MayNotReview  somebody else must review: the sentence says who may
├── WrongPlan         parts of a plan that cannot stand, by field
├── NotComplete       answers that are missing or wrong, by question
├── Stale             a late saving: a newer one stands
├── NoSuchRun         missing, or of a force that the actor has no part in: never told apart
└── NoSuchMarking     missing, or somebody else's: never told apart
"""

from collections.abc import Mapping
from typing import Any


class AuditError(Exception):
    """A deed that the audit bench refuses; the message is a sentence that may be shown."""


class AuditRefused(AuditError):
    """It is not done as asked."""


class WrongState(AuditRefused):
    """The run has not come so far, or is past it."""


class MayNotReview(AuditRefused):
    """This person must not review files of this run."""


class WrongPlan(AuditError):
    """The plan cannot stand: a sentence for each field, for a form to show."""

    def __init__(self, errors: Mapping[str, str]) -> None:
        super().__init__(" ".join(errors.values()))
        self.errors = dict(errors)


class NotComplete(AuditError):
    """Answers are missing or wrong: a sentence for each question, for a form to show."""

    def __init__(self, errors: Mapping[str, str]) -> None:
        super().__init__(" ".join(errors.values()))
        self.errors = dict(errors)


class Stale(AuditError):
    """Another saving of the same review came first. `marking` is what stands now."""

    def __init__(self, marking: Any) -> None:
        super().__init__("This review was saved meanwhile from another page: open it again.")
        self.marking = marking


class NoSuchRun(AuditError):
    """No run with this reference exists for the actor. One sentence for every cause (T01)."""

    def __init__(self) -> None:
        super().__init__("There is no such audit, or you have no part in it.")


class NoSuchMarking(AuditError):
    """No review with this address is the actor's. One sentence for every cause (T01)."""

    def __init__(self) -> None:
        super().__init__("There is no such review, or it is not yours.")
