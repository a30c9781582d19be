"""What is asked of a file, and when it passes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from dataclasses import field as made
from datetime import date
from typing import Final

from peelian.engines.measures.kinds import Better
from peelian.engines.procedures.questions import (
    NO,
    YES,
    Option,
    Page,
    Question,
    When,
)
from peelian.engines.procedures.questions import Version as Questions
from peelian.records.base import Record

# Beside yes and no. "Not applicable" leaves the denominator; "cannot tell" stays in it.
UNCLEAR: Final = "unclear"
NOT_APPLICABLE: Final = "not-applicable"
ANSWERS: Final = (YES, NO, UNCLEAR, NOT_APPLICABLE)
# The rule over all questions, kept beside the answers under a key of its own.
PASSED: Final = "passed"


@dataclass(frozen=True)
class AuditQuestion:
    """One question to a file: yes, no or "cannot tell from the file".

    `words` end the sentence "188 of 235 …": "had reasonable grounds recorded". `relevant` says in
    words of which files it is asked: then "not applicable" is offered, and such files leave the
    denominator; empty, it is asked of every file. `only` asks it where earlier questions were
    answered so. `blank` names text fields of the record: where all of them are empty the answer is
    "no" without asking, since what is not written down cannot be judged. `files` asks it only of
    records whose fields hold one of these values (the conditions of one outcome code): of the
    others the answer is "not applicable" without asking. `better` says whether more of yes is good:
    a question why something was not enough has it the other way round.
    """

    key: str
    text: str
    why: str
    words: str
    only: tuple[When, ...] = ()
    relevant: str = ""
    blank: tuple[str, ...] = ()
    files: Mapping[str, tuple[str, ...]] = made(default_factory=dict)
    hint: str = ""
    better: Better = "higher"

    def without_asking(self, record: Record) -> str:
        """The answer that the record itself gives; empty where a reviewer is asked."""
        if any(getattr(record, name) not in values for name, values in self.files.items()):
            return NOT_APPLICABLE
        texts = (str(getattr(record, name) or "") for name in self.blank)
        return NO if self.blank and not any(text.strip() for text in texts) else ""

    @property
    def answers(self) -> tuple[Option, ...]:
        """What can be chosen, in the order of the keys that choose it."""
        usual = (
            Option(YES, "Yes"),
            Option(NO, "No"),
            Option(UNCLEAR, "Cannot tell from the file"),
        )
        if not self.relevant and not self.files:
            return usual
        return (*usual, Option(NOT_APPLICABLE, "Not applicable"))

    @property
    def asked(self) -> Question:
        """The question as guided forms ask it, with room for a remark."""
        return Question(
            key=self.key,
            text=self.text,
            why=self.why,
            kind="choice",
            options=self.answers,
            only=self.only,
            hint=self.hint,
            personal=False,
            notes=True,
        )


@dataclass(frozen=True)
class Section:
    """Questions that belong together: a stage of the file."""

    key: str
    title: str
    questions: tuple[AuditQuestion, ...]


@dataclass(frozen=True)
class Passes:
    """When a file passes: every one of these questions that applies is answered yes.

    One "no" fails it; without one, "cannot tell" leaves it open. Where none applies it is not
    applicable. `words` end the sentence "188 of 235 …".
    """

    questions: tuple[str, ...]
    words: str


@dataclass(frozen=True)
class AuditVersion:
    """The questions from a day on, and why they changed."""

    number: int
    since: date
    reason: str
    sections: tuple[Section, ...]
    passes: Passes

    @property
    def questions(self) -> Iterator[AuditQuestion]:
        """Every question in order."""
        return (question for section in self.sections for question in section.questions)

    def question(self, key: str) -> AuditQuestion:
        """A question by its key."""
        return next(one for one in self.questions if one.key == key)

    @property
    def as_asked(self) -> Questions:
        """The same as guided forms read it: branches and what is wrong are theirs to say."""
        pages = tuple(
            Page(section.key, section.title, tuple(one.asked for one in section.questions))
            for section in self.sections
        )
        return Questions(self.number, self.since, self.reason, pages)
