"""What can go wrong with a register.

RegisterError
├── NoSuchRecord      missing, hidden, sealed or in conflict: never told apart
├── ReasonNeeded      the post reaches the record, and nothing else says why it is looked at
├── Invalid           values that the record cannot hold, by field
├── FieldRefused      a field that the actor sees and may not change
├── Stale             somebody else has saved in the meantime
├── NotTyped          a source is authoritative, so rows are not entered by hand
├── WrongAttachment   a file that is not kept, and why
├── WrongExport       an export that is asked for in a way that it cannot be made
└── NoSuchExport      missing, somebody else's, gone, or no longer allowed: never told apart
"""

from collections.abc import Mapping
from typing import Any


class RegisterError(Exception):
    """A deed that a register refuses; the message is a sentence that may be shown."""


class NoSuchRecord(RegisterError):
    """No record with this address exists for the actor. One sentence for every cause (T01)."""

    def __init__(self) -> None:
        super().__init__("There is no such record, or you may not see it.")


class ReasonNeeded(RegisterError):
    """The record is opened only for a reason, and none is known. `because` is how it is reached."""

    def __init__(self, because: str) -> None:
        super().__init__("Say why you look at this record.")
        self.because = because


class Invalid(RegisterError):
    """Values that the record cannot hold: a sentence for each field, for a form to show."""

    def __init__(self, errors: Mapping[str, str]) -> None:
        super().__init__(" ".join(f"{name}: {said}" for name, said in errors.items()))
        self.errors = dict(errors)


class FieldRefused(RegisterError):
    """Fields that the actor sees in this record and may not change."""

    def __init__(self, fields: tuple[str, ...]) -> None:
        super().__init__(f"You may not change {', '.join(fields)} of this record.")
        self.fields = fields


class Stale(RegisterError):
    """Somebody else saved first. `theirs` and `yours` hold the fields of the save that lost.

    `version` is the one that stands now: a save that names it has seen `theirs`. In `theirs` stand
    only cells that the loser may see.
    """

    def __init__(self, theirs: Mapping[str, Any], yours: Mapping[str, Any], version: int) -> None:
        super().__init__("Somebody else has changed this record since you opened it.")
        self.theirs = dict(theirs)
        self.yours = dict(yours)
        self.version = version


class NotTyped(RegisterError):
    """Rows of this type come from a source in this force, and are not entered by hand."""


class WrongAttachment(RegisterError):
    """The file is not kept; the sentence says why and what would be right."""


class WrongExport(RegisterError):
    """The export cannot be made as it is asked for; the sentence says what would be right."""


class NoSuchExport(RegisterError):
    """No export with this id waits for the actor. One sentence for every cause."""

    def __init__(self) -> None:
        super().__init__("There is no such export, or it is gone.")
