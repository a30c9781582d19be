"""What can go wrong with keeping and erasing.

RetentionError
├── Refused    not done; the sentence says what would be right
├── Held       a hold stands, which beats every decision to erase
└── Changed    what would go is no longer what the second person looked at
"""


class RetentionError(Exception):
    """A deed that is not done; the message is a sentence that may be shown."""


class Refused(RetentionError):
    """Something about what was given is not right."""


class Held(RetentionError):
    """Nothing is erased while a hold stands."""

    def __init__(self) -> None:
        super().__init__(
            "A hold stands on this record: nothing of it is erased until it is lifted."
        )


class Changed(RetentionError):
    """The record or what hangs on it has changed since the preview."""

    def __init__(self) -> None:
        super().__init__("What would go has changed since you looked. Look at it again.")
