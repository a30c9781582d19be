"""What is worked out once for a whole report, and kept no longer than the report is."""

from collections.abc import Callable
from typing import TypeVar

from peelian.engines.publishing.checker.language.text import Text

Found = TypeVar("Found")


def once(work: Callable[[Text], Found]) -> Callable[[Text], Found]:
    """The same work, done the first time that it is asked for of a text."""
    kept: str = f"{work.__module__}.{work.__qualname__}"

    def found(text: Text) -> Found:
        if kept not in text.known:
            text.known[kept] = work(text)
        answer: Found = text.known[kept]
        return answer

    return found
