"""Why a change to people and their rights was not made."""

from typing import Final

REASON_LIMIT: Final = 300


class Refused(Exception):
    """It was not made; the message says what, where and what would be right, and may be shown."""


class NothingThere(LookupError):
    """There is no such thing, or the actor may not know of it: both sound alike."""


def fit_words(words: str, *, what: str, refused: type[Exception] = Refused) -> str:
    """A reason without outer spaces; raises `refused` where there is none or too much of it."""
    tidy = words.strip()
    if not tidy:
        raise refused(f"Say {what}: whoever reviews this reads it.")
    if len(tidy) > REASON_LIMIT:
        raise refused(f"Say {what} in at most {REASON_LIMIT} characters; these are {len(tidy)}.")
    return tidy
