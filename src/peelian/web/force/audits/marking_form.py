"""The questions of a file as a form shows them, and what came back of it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from django.http import QueryDict
from django.utils.translation import gettext as _

from peelian.engines.audits.declared import AuditQuestion, AuditVersion
from peelian.engines.procedures.asking import Answers
from peelian.engines.procedures.questions import Option, When

ANSWER: Final = "answer-"
WORDS: Final = "words-"
SAVED: Final = "saved"


@dataclass(frozen=True)
class Said:
    """What an earlier reviewer answered, without who it was."""

    who: str
    answer: str
    words: str


@dataclass(frozen=True)
class Asked:
    """One question with what is answered so far, ready to be placed.

    `only` tells the script on which answers it hangs, as JSON; `only_says` tells it to readers.
    """

    key: str
    number: int
    text: str
    hint: str
    relevant: str
    only: str
    only_says: str
    options: tuple[Option, ...]
    answer: str
    words: str
    error: str
    said: tuple[Said, ...]


@dataclass(frozen=True)
class AskedSection:
    """A stage of the file with the questions that are asked of it."""

    title: str
    questions: tuple[Asked, ...]


def sections_of(
    version: AuditVersion,
    given: Answers,
    *,
    fixed: Mapping[str, str],
    errors: Mapping[str, str],
    earlier: Sequence[Answers] = (),
) -> tuple[AskedSection, ...]:
    """Every question that is to be asked of this file, in order; a stage without any is left out.

    `fixed` are the answers that the record itself gives: they are not asked, and what hangs on them
    is asked always or never. `earlier` are the answers of those between whom somebody decides.
    """
    numbered = {one.key: n for n, one in enumerate(_asked(version, fixed), start=1)}
    found = []
    for section in version.sections:
        questions = tuple(
            _ready(version, one, numbered, given, fixed, errors, earlier)
            for one in section.questions
            if one.key in numbered
        )
        if questions:
            found.append(AskedSection(section.title, questions))
    return tuple(found)


def read(sent: QueryDict, version: AuditVersion) -> Answers:
    """What was sent, by question; of questions alone, whatever else stands in it."""
    keys = [one.key for one in version.questions]
    answers = {key: sent.get(f"{ANSWER}{key}", "") for key in keys if f"{ANSWER}{key}" in sent}
    words = {
        key: sent.get(f"{WORDS}{key}", "").replace("\r\n", "\n").strip()
        for key in keys
        if f"{WORDS}{key}" in sent
    }
    return Answers(answers, words)


def read_saved(sent: QueryDict) -> int:
    """The number of this saving, as the page counts them; 0 where it sent none."""
    number = sent.get(SAVED, "")
    return int(number) if number.isascii() and number.isdigit() and len(number) < 10 else 0


def _asked(version: AuditVersion, fixed: Mapping[str, str]) -> list[AuditQuestion]:
    """Those that a person is asked: neither answered by the record nor shut by such an answer."""
    found, shut = [], set[str]()
    for one in version.questions:
        if any(_never(branch, fixed, shut) for branch in one.only):
            shut.add(one.key)
        elif one.key not in fixed:
            found.append(one)
    return found


def _never(branch: When, fixed: Mapping[str, str], shut: set[str]) -> bool:
    held = fixed.get(branch.question)
    return branch.question in shut or (held is not None and held not in branch.answers)


def _ready(
    version: AuditVersion,
    one: AuditQuestion,
    numbered: Mapping[str, int],
    given: Answers,
    fixed: Mapping[str, str],
    errors: Mapping[str, str],
    earlier: Sequence[Answers],
) -> Asked:
    branches = [branch for branch in one.only if branch.question not in fixed]
    return Asked(
        key=one.key,
        number=numbered[one.key],
        text=one.text,
        hint=" ".join(filter(None, (one.why, one.hint))),
        relevant=_("Asked of: {files}.").format(files=one.relevant) if one.relevant else "",
        only=json.dumps([{"question": b.question, "answers": b.answers} for b in branches])
        if branches
        else "",
        only_says=" ".join(_only(version, branch, numbered) for branch in branches),
        options=one.answers,
        answer=given.answers.get(one.key, ""),
        words=given.words.get(one.key, ""),
        error=errors.get(one.key, ""),
        said=tuple(
            Said(
                _("Reviewer {n}").format(n=n),
                _in_words(one, held.answers.get(one.key, "")),
                held.words.get(one.key, ""),
            )
            for n, held in enumerate(earlier, start=1)
        ),
    )


def _only(version: AuditVersion, branch: When, numbered: Mapping[str, int]) -> str:
    """On which answer it hangs, for readers whose page does not open and close by itself."""
    options = {one.key: one.says for one in version.question(branch.question).answers}
    answers = _(" or ").join(f"“{options.get(key, key)}”" for key in branch.answers)
    return _("Only if question {n} is answered {answers}.").format(
        n=numbered.get(branch.question, ""), answers=answers
    )


def _in_words(one: AuditQuestion, answer: str) -> str:
    return next((option.says for option in one.answers if option.key == answer), _("Not asked"))
