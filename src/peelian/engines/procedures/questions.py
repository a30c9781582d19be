"""What is asked: questions with their options, branches and pages, and what answers come to."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from peelian.access.user import User
from peelian.records.base import Record
from peelian.records.store.reader import Reader

Kind = Literal["yes-no", "choice", "several", "words", "number", "day", "moment", "look-up"]
# Answers that are none of a question's own. Each is different from "no".
REFUSED, NOT_ASKED, DONT_KNOW = "refused", "not-asked", "dont-know"
YES, NO = "yes", "no"
# What a look-up says. That nothing was matched in these sources is never "no".
MATCH, NO_MATCH, NOT_LOOKED_UP = "match", "no-match", "not-looked-up"
# An option of a question with several answers that stands alone.
NONE_OF_THESE = "none"
Fact = str | int | bool | None


class BadProcedure(Exception):
    """A procedure contradicts itself or leaves out what whoever answers will ask."""


@dataclass(frozen=True)
class Option:
    """One answer of a choice."""

    key: str
    says: str


@dataclass(frozen=True)
class When:
    """Only where an earlier question has one of these answers."""

    question: str
    answers: tuple[str, ...]


@dataclass(frozen=True)
class Asked:
    """What advice, criteria and a suggestion are worked out from.

    `answers` by question: the key of an option, several with commas between, a number, a day or a
    moment (local, ISO), or one of `REFUSED`, `NOT_ASKED`, `DONT_KNOW`. `words` are texts, and why
    something was not asked. `facts` are what look-ups and earlier records say, `settings` what the
    force has set, by key, all on the day of the assessment; once a person has decided, the grade
    stands in `facts` under "decided". `earlier` is what the same author wrote to the same question
    before, newest first.
    """

    answers: Mapping[str, str]
    words: Mapping[str, str]
    facts: Mapping[str, Fact] = field(default_factory=dict)
    settings: Mapping[str, int] = field(default_factory=dict)
    earlier: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Advice:
    """What is said to whoever writes, before saving, and never blocks: weak grounds, for one.

    `found` gives sentences: each says what is weak, why it matters and what would help.
    """

    key: str
    found: Callable[[Asked], tuple[str, ...]]


@dataclass(frozen=True)
class Found:
    """What a look-up says of one thing: a fact for criteria and a sentence that names the sources.

    `match` is one of `MATCH`, `NO_MATCH`, `NOT_LOOKED_UP`, the answer that a look-up question of
    the same key is filled in with.
    """

    says: str
    match: str = NOT_LOOKED_UP
    fact: Fact = None


@dataclass(frozen=True)
class LookedInto:
    """What facts are looked up from: the record, as whoever asks may see it, at one moment.

    `record` holds the cells that are open to the actor only; it is None for a procedure that makes
    a record by itself.
    """

    record: Record | None
    actor: User
    tables: Reader
    at: datetime


@dataclass(frozen=True)
class Question:
    """One thing that is asked, why it is asked, and how it can be answered.

    A "look-up" question shows what `Procedure.facts` found under its key; its answer is `MATCH`,
    `NO_MATCH` or `NOT_LOOKED_UP`, which whoever answers may correct. `refusable` offers "they would
    rather not say", `unasked` "not asked" (with a reason in words), `unknown` "do not know".
    `required` means that one of all these must be chosen. `field` names the field of the record
    that the procedure makes: keys of options are then its codes, and what was refused, not asked or
    not known leaves it empty. Only what is not `personal` can be handed on as a fact of a
    happening. `filled_from` names a field of the record that it is about, from which the answer is
    filled in, so that nobody types a thing twice. `notes` asks for more in words beside the answer.
    """

    key: str
    text: str
    why: str
    kind: Kind
    options: tuple[Option, ...] = ()
    only: tuple[When, ...] = ()
    hint: str = ""
    refusable: bool = False
    unasked: bool = False
    unknown: bool = False
    required: bool = True
    personal: bool = True
    field: str = ""
    filled_from: str = ""
    advice: tuple[Advice, ...] = ()
    most: int = 4000
    notes: bool = False


@dataclass(frozen=True)
class Page:
    """Questions that are shown together: one thing at a time."""

    key: str
    title: str
    questions: tuple[Question, ...]
    says: str = ""


@dataclass(frozen=True)
class Version:
    """The questions as they were asked from a day on, and why they changed."""

    number: int
    since: date
    reason: str
    pages: tuple[Page, ...]

    @property
    def questions(self) -> Iterator[Question]:
        """Every question in order."""
        return (question for page in self.pages for question in page.questions)
