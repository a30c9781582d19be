"""The language of guided assessments: questions with branches, a suggestion, a person's decision.

A procedure is declared in an area. Form, check page, summary, API and measures are made from it.
What somebody answers is kept with the version under which they were asked.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from peelian.engines.duties.authority import Authority
from peelian.engines.duties.settings import Setting
from peelian.records.base import Record
from peelian.spine.happenings import What

Kind = Literal["yes-no", "choice", "several", "words", "number", "day", "moment", "look-up"]
# Answers that are none of a question's own. Each is different from "no".
REFUSED, NOT_ASKED, DONT_KNOW = "refused", "not-asked", "dont-know"
YES, NO = "yes", "no"


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
class Advice:
    """What is said to whoever writes, before saving, and never blocks: weak grounds, for one.

    `found` gives sentences about a text: each says what is weak and what would help.
    """

    key: str
    found: Callable[[str], tuple[str, ...]]


@dataclass(frozen=True)
class Question:
    """One thing that is asked, why it is asked, and how it can be answered.

    `refusable` offers "they would rather not say", `unasked` "not asked" (with a reason in words),
    `unknown` "do not know". `required` means that one of all these must be chosen. `field` names
    the field of the record that the procedure makes. `filled_from` names a field of the record
    that it is about, from which the answer is filled in, so that nobody types a thing twice.
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


@dataclass(frozen=True)
class Page:
    """Questions that are shown together: one thing at a time."""

    key: str
    title: str
    questions: tuple[Question, ...]
    says: str = ""


@dataclass(frozen=True)
class Asked:
    """What a suggestion is worked out from.

    `answers` by question; `facts` are what look-ups and earlier records say, `settings` what the
    force has set, by key; all on the day of the assessment.
    """

    answers: Mapping[str, str]
    words: Mapping[str, str]
    facts: Mapping[str, str | int | bool | None]
    settings: Mapping[str, int]


@dataclass(frozen=True)
class Criterion:
    """One reason, each enough by itself: what it says and when it is met.

    `holds` gives the reason in words where it is met, empty where it is not. No judgement cancels
    a criterion that is met.
    """

    key: str
    says: str
    holds: Callable[[Asked], str]
    authority: Authority


@dataclass(frozen=True)
class Suggestion:
    """What the answers point to, apart from what the person decides. `reasons` are sentences."""

    grade: str
    reasons: tuple[str, ...]
    criteria: tuple[str, ...] = ()


@dataclass(frozen=True)
class Grades:
    """The grades in order, lowest first, how one is suggested, and who may decide otherwise.

    `suggest` gives none (an empty grade) where ticks must not become a grade. `higher` and `lower`
    are the roles whose holders may decide above or below the suggestion, always with a reason; no
    role at all means that everybody who may answer may, `lower=None` that nobody may.
    """

    options: tuple[Option, ...]
    suggest: Callable[[Asked], Suggestion]
    asks: str
    higher: tuple[str, ...] = ()
    lower: tuple[str, ...] | None = ()


@dataclass(frozen=True)
class Version:
    """The questions as they were asked from a day on, and why they changed."""

    number: int
    since: date
    reason: str
    pages: tuple[Page, ...]


@dataclass(frozen=True)
class Tells:
    """A happening that the finished assessment is: about the record, or about the new one.

    `keys` name fields of the record that it is about (`incident_ref`), `facts` answers or fields.
    `only` narrows it to assessments with these outcomes, grades or criteria.
    """

    name: What
    keys: tuple[str, ...]
    facts: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    criteria: bool = False
    only: tuple[When, ...] = ()


@dataclass(frozen=True)
class SecondLook:
    """A share of the assessments is made again by somebody who sees neither answer nor author.

    `share` is a percentage that the force sets. Which ones is drawn from the address of the
    assessment, so that nobody chooses.
    """

    share: Setting


@dataclass(frozen=True, kw_only=True)
class Procedure:
    """One guided assessment.

    `about` is the record type on which it is made, or none where it makes a new record by itself.
    `makes` is the record type that the answers become (the `field` of each question), typed only
    where no source is authoritative. `can_be_refused` offers the whole of it to be declined, with
    one of `refusals` as the reason; it is then still made from what is known. `barred` names the
    fields of the record that hold the numbers of those who must not answer: whoever was present.
    `settings` are the numbers that criteria read. `look_ups` are the keys that are looked up first.
    """

    key: str
    title: str
    why: str
    about: type[Record] | None
    versions: tuple[Version, ...]
    authority: Authority
    owned_by: str
    review_by: date
    ledger: tuple[str, ...]
    roles: tuple[str, ...]
    makes: type[Record] | None = None
    # Fields of the new record that are taken from the record that it is about.
    carries: Mapping[str, str] | None = None
    grades: Grades | None = None
    criteria: tuple[Criterion, ...] = ()
    can_be_refused: bool = False
    refusals: tuple[Option, ...] = ()
    barred: tuple[str, ...] = ()
    tells: tuple[Tells, ...] = ()
    settings: tuple[Setting, ...] = ()
    look_ups: tuple[str, ...] = ()
    second_look: SecondLook | None = None

    def version_on(self, day: date) -> Version:
        """The version that is asked on a local day; the first one before there was any."""
        found = [one for one in self.versions if one.since <= day]
        return found[-1] if found else self.versions[0]

    def version(self, number: int) -> Version:
        """A version by its number."""
        return next(one for one in self.versions if one.number == number)
