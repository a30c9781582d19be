"""What somebody has answered so far: carried by the page from one part to the next, kept nowhere.

Whatever comes back from a browser is read here and nowhere else, and trusted by no one: the
answers are looked at once more when they are sent.
"""

import json
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from peelian.engines.procedures.asking import NOTHING_YET, Answers
from peelian.engines.procedures.questions import Question, Version

# Characters of all that is carried, many times what a whole survey can hold.
MOST: Final = 400_000


@dataclass(frozen=True)
class Held:
    """Answers so far, and the number that makes two presses of one button one reply."""

    given: Answers
    once: uuid.UUID

    def over(self, answers: Mapping[str, str], words: Mapping[str, str]) -> "Held":
        """The same with newer answers over the old."""
        return replace(self, given=self.given.over(answers, words))

    @property
    def written(self) -> str:
        """As it stands in the page."""
        return json.dumps(
            {
                "once": str(self.once),
                "answers": {key: said for key, said in self.given.answers.items() if said},
                "words": {key: said for key, said in self.given.words.items() if said},
            },
            ensure_ascii=False,
        )


def begun() -> Held:
    """Nothing answered yet."""
    return Held(NOTHING_YET, uuid.uuid4())


def read_held(sent: str, version: Version) -> Held:
    """What a page has brought back; what is no answer to a question of this version is dropped."""
    once, read = _read(sent)
    if once is None:
        return begun()
    questions = tuple(version.questions)
    return Held(
        Answers(_texts(read.get("answers"), questions), _texts(read.get("words"), questions)), once
    )


def number_of(sent: str) -> uuid.UUID | None:
    """The number of the reply that a page has brought back; None where it brought none of ours."""
    return _read(sent)[0]


def _read(sent: str) -> tuple[uuid.UUID | None, dict[str, Any]]:
    try:
        read: Any = json.loads(sent) if len(sent) <= MOST else None
        return uuid.UUID(read["once"]), read
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None, {}


def _texts(found: Any, questions: Iterable[Question]) -> dict[str, str]:
    if not isinstance(found, dict):
        return {}
    return {one.key: found[one.key] for one in questions if isinstance(found.get(one.key), str)}
