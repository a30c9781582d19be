"""What an actor can ask to do with records. Each has its past participle in the trail."""

from enum import StrEnum


class Verb(StrEnum):
    """An imperative, so that `may(actor, "consult", Crime)` reads as a question."""

    COLLECT = "collect"
    ALTER = "alter"
    CONSULT = "consult"
    DISCLOSE = "disclose"
    COMBINE = "combine"
    ERASE = "erase"
    RELEASE = "release"
