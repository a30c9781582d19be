"""What can go wrong with answering a person.

SubjectError
├── NoSuchRequest   missing, of another force, about the reader, or in conflict: never told apart
├── Refused         not done; the sentence says what would be right
└── Stale           a record has changed since its lines were decided
"""


class SubjectError(Exception):
    """A deed that is not done; the message is a sentence that may be shown."""


class NoSuchRequest(SubjectError):
    """No request with this number exists for the actor. One sentence for every cause."""

    def __init__(self) -> None:
        super().__init__("There is no such request, or you may not see it.")


class Refused(SubjectError):
    """Something about what was given is not right."""


class Stale(SubjectError):
    """What was decided on is no longer what the record says."""

    def __init__(self) -> None:
        super().__init__("A record has changed since its lines were decided. Gather them again.")
