"""What can go wrong with a duty.

DutyError
└── DutyRefused   what is asked for cannot be done; says what would be right

What the actor may not see is `registers.errors.NoSuchRecord`, what they see and may not change is
`access.decide.NotAllowed`.
"""


class DutyError(Exception):
    """A deed about a duty that was not done; the message is a sentence that may be shown."""


class DutyRefused(DutyError):
    """It cannot be done, or not so; the sentence says what would be right."""
