"""What is asked of whom: branches, the next page, and what is wrong with an answer, in words.

Answers are two mappings by question, as `Asked` has them. An answer whose branch has closed stays
in the draft, so that going back loses nothing, and is no part of the assessment.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from peelian.engines.procedures.questions import (
    DONT_KNOW,
    MATCH,
    NO,
    NO_MATCH,
    NONE_OF_THESE,
    NOT_ASKED,
    NOT_LOOKED_UP,
    REFUSED,
    YES,
    Found,
    Option,
    Page,
    Question,
    Version,
)
from peelian.records.base import Record
from peelian.records.derived import ZONE

# In the order in which they are offered, each with the field that offers it.
WAYS_ROUND: Final = (REFUSED, NOT_ASKED, DONT_KNOW)
LOOKED_UP: Final = (
    Option(MATCH, "Yes"),
    Option(NO_MATCH, "No match in these sources"),
    Option(NOT_LOOKED_UP, "Not looked up"),
)
TYPED_KINDS: Final = ("words", "number", "day", "moment")
LONGEST_REASON: Final = 300


@dataclass(frozen=True)
class Answers:
    """What somebody has answered: codes, numbers and days in `answers`, texts in `words`.

    `declined` says that the whole was refused: then nothing has to be answered.
    """

    answers: Mapping[str, str]
    words: Mapping[str, str]
    declined: bool = False

    def is_answered(self, question: Question) -> bool:
        """Whether anything at all was said to a question, "refused" and the like included."""
        said = bool(self.answers.get(question.key))
        if question.kind == "words":
            return said or bool(self.words.get(question.key, "").strip())
        return said

    def of_own(self, question: Question) -> bool:
        """Whether the answer is one of the question's own: none of the ways round it."""
        return self.is_answered(question) and self.answers.get(question.key, "") not in WAYS_ROUND

    def over(self, answers: Mapping[str, str], words: Mapping[str, str]) -> "Answers":
        """These answers with newer ones over them."""
        return Answers({**self.answers, **answers}, {**self.words, **words}, self.declined)


NOTHING_YET: Final = Answers({}, {})


def options_of(question: Question) -> tuple[Option, ...]:
    """What can be chosen as an answer of its own; none where it is typed."""
    if question.options:
        return question.options
    if question.kind == "yes-no":
        return (Option(YES, "Yes"), Option(NO, "No"))
    return LOOKED_UP if question.kind == "look-up" else ()


def ways_round(question: Question, *, declined: bool = False) -> tuple[str, ...]:
    """The answers that are none of its own and are offered for it.

    Where the whole was declined, what is not known can always be said so.
    """
    offered = {
        REFUSED: question.refusable or declined,
        NOT_ASKED: question.unasked,
        DONT_KNOW: question.unknown or declined,
    }
    return tuple(one for one in WAYS_ROUND if offered[one])


def open_questions(version: Version, given: Answers) -> tuple[Question, ...]:
    """The questions that these answers lead to, in order."""
    found: dict[str, Question] = {}
    for question in version.questions:
        if all(
            one.question in found and _holds(given.answers.get(one.question, ""), one.answers)
            for one in question.only
        ):
            found[question.key] = question
    return tuple(found.values())


def _holds(answer: str, wanted: tuple[str, ...]) -> bool:
    return not set(answer.split(",")).isdisjoint(wanted)


def open_pages(version: Version, given: Answers) -> tuple[Page, ...]:
    """The pages on which anything is to be asked, in order."""
    opened = {question.key for question in open_questions(version, given)}
    return tuple(
        page
        for page in version.pages
        if not page.questions or any(one.key in opened for one in page.questions)
    )


def asked_on(version: Version, page: Page, given: Answers) -> tuple[Question, ...]:
    """The questions of a page that these answers lead to."""
    opened = {question.key for question in open_questions(version, given)}
    return tuple(question for question in page.questions if question.key in opened)


def filled_in(version: Version, record: Record | None, found: Mapping[str, Found]) -> Answers:
    """What the record and the look-ups say already, so that nobody types a thing twice.

    `record` holds the cells that are open to whoever answers; what it does not say stays open.
    """
    answers, words = dict[str, str](), dict[str, str]()
    for question in version.questions:
        if question.kind == "look-up":
            held: Any = found[question.key].match if question.key in found else NOT_LOOKED_UP
        else:
            held = (
                getattr(record, question.filled_from) if question.filled_from and record else None
            )
        if held is None:
            continue
        if question.kind == "words":
            words[question.key] = str(held)
        else:
            answers[question.key] = _as_answer(held)
    return Answers(answers, words)


def _as_answer(held: Any) -> str:
    if isinstance(held, bool):
        return YES if held else NO
    if isinstance(held, datetime):
        return held.astimezone(ZoneInfo(ZONE)).replace(tzinfo=None).isoformat(timespec="minutes")
    return held.isoformat() if isinstance(held, date) else str(held)


def in_force(version: Version, given: Answers) -> Answers:
    """The answers without those whose branch has closed: what the assessment is made of."""
    opened = {question.key for question in open_questions(version, given)}
    return Answers(
        {key: said for key, said in given.answers.items() if key in opened and said},
        {key: text.strip() for key, text in given.words.items() if key in opened and text.strip()},
        given.declined,
    )


def void(version: Version, given: Answers) -> tuple[str, ...]:
    """The questions that were answered and are not asked any more, because a branch closed."""
    opened = {question.key for question in open_questions(version, given)}
    return tuple(
        question.key
        for question in version.questions
        if question.key not in opened and given.is_answered(question)
    )


def wrong_with(version: Version, given: Answers, page: Page | None = None) -> dict[str, str]:
    """What is wrong by question, on one page or on all: what, and what would be right."""
    asked = asked_on(version, page, given) if page else open_questions(version, given)
    said = {question.key: problem(question, given) for question in asked}
    return {key: sentence for key, sentence in said.items() if sentence}


def problem(question: Question, given: Answers) -> str:
    """What is wrong with the answer to one question; empty where nothing is."""
    answer = given.answers.get(question.key, "")
    words = given.words.get(question.key, "").strip()
    called = f"“{question.text}”"
    round_it = ways_round(question, declined=given.declined)
    if not given.is_answered(question):
        if not question.required or given.declined:
            return ""
        return f"Answer {called}{_or_say(round_it)}."
    if answer in WAYS_ROUND:
        if answer not in round_it:
            return f"{called} cannot be passed over in that way: answer it{_or_say(round_it)}."
        if answer == NOT_ASKED and not words:
            return f"Say why {called} was not asked."
        return _too_long(words, LONGEST_REASON) if answer == NOT_ASKED else ""
    if question.kind == "words":
        # A code where a text belongs would pass for an answer, of any length.
        return f"Answer {called} in words." if answer else _too_long(words, question.most)
    return KINDS[question.kind](question, answer) or _too_long(words, question.most)


def _or_say(round_it: tuple[str, ...]) -> str:
    said = {
        REFUSED: "that they would rather not say",
        NOT_ASKED: "that it was not asked, and why",
        DONT_KNOW: "that it is not known",
    }
    return f", or say {' or '.join(said[one] for one in round_it)}" if round_it else ""


def _too_long(text: str, most: int) -> str:
    if len(text) <= most:
        return ""
    return f"Use at most {most:,} characters; these are {len(text):,}."


def _chosen(question: Question, answer: str) -> str:
    known = {one.key for one in options_of(question)}
    return "" if answer in known else f"Choose one of the answers to “{question.text}”."


def _several(question: Question, answer: str) -> str:
    known = {one.key for one in options_of(question)}
    chosen = answer.split(",")
    if not set(chosen) <= known or len(set(chosen)) < len(chosen):
        return f"Choose answers to “{question.text}” from its list."
    if NONE_OF_THESE in chosen and len(chosen) > 1:
        alone = next(one.says for one in options_of(question) if one.key == NONE_OF_THESE)
        return f"“{alone}” stands alone: take it away, or take the others away."
    return ""


def _number(question: Question, answer: str) -> str:
    right = answer.isascii() and answer.isdigit() and len(answer) <= 9
    return "" if right else "Enter a whole number, for example 3."


def _day(question: Question, answer: str) -> str:
    try:
        date.fromisoformat(answer)
    except ValueError:
        return "Enter a real day, for example 27 3 2026."
    return ""


def _moment(question: Question, answer: str) -> str:
    try:
        datetime.fromisoformat(answer)
    except ValueError:
        return "Enter a real day and time, for example 27 3 2026 and 14:30."
    return ""


KINDS: Final[Mapping[str, Callable[[Question, str], str]]] = {
    "yes-no": _chosen,
    "choice": _chosen,
    "look-up": _chosen,
    "several": _several,
    "number": _number,
    "day": _day,
    "moment": _moment,
}
