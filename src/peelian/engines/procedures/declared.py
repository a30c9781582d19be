"""The language of guided assessments: questions with branches, a suggestion, a person's decision.

A procedure is declared in an area. Form, check page, summary, API and measures are made from it.
What somebody answers is kept with the version under which they were asked.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from peelian.engines.duties.authority import Authority
from peelian.engines.duties.settings import Setting
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
    Advice,
    Asked,
    BadProcedure,
    Fact,
    Found,
    Kind,
    LookedInto,
    Option,
    Page,
    Question,
    Version,
    When,
)
from peelian.records.base import Record
from peelian.spine.happenings import What

__all__ = [
    "DONT_KNOW",
    "MATCH",
    "NO",
    "NONE_OF_THESE",
    "NOT_ASKED",
    "NOT_LOOKED_UP",
    "NO_MATCH",
    "REFUSED",
    "YES",
    "Advice",
    "Asked",
    "BadProcedure",
    "Criterion",
    "Fact",
    "Found",
    "Grades",
    "Kind",
    "LookedInto",
    "Option",
    "Page",
    "Procedure",
    "Question",
    "SecondLook",
    "Suggestion",
    "Tells",
    "Version",
    "When",
]


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

    `suggest` gives none (an empty grade) where ticks must not become a grade: the decision then
    always needs a reason in words. `asks` is the question of the decision. `higher` and `lower`
    are the roles whose holders may decide above or below the suggestion, always with a reason; no
    role at all means that everybody who may answer may, `lower=None` that nobody may.
    """

    options: tuple[Option, ...]
    suggest: Callable[[Asked], Suggestion]
    asks: str
    higher: tuple[str, ...] = ()
    lower: tuple[str, ...] | None = ()


@dataclass(frozen=True)
class Tells:
    """A happening that the finished assessment is: about the record, or about the new one.

    `keys` name fields of the record that it is about or of the new one (`incident_ref`), or of the
    assessment (`assessment_ref`); `facts` the same or answers that are not personal, which go
    before a field of that name: numbers as numbers, yes and no as true and false, what was refused
    or not asked as nothing. It is told only of assessments with one of these `outcomes`, with these
    answers (`only`) and, with `criteria`, where any criterion is met.
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
    assessment, so that nobody chooses. The verdict that is compared is the grade or, where there
    is none, the answer to `verdict`.
    """

    share: Setting
    verdict: str = ""


@dataclass(frozen=True, kw_only=True)
class Procedure:
    """One guided assessment.

    `about` is the record type on which it is made, or none where it makes a new record by itself.
    `makes` is the record type that the answers become (the `field` of each question), typed only
    where no source is authoritative. `can_be_refused` offers the whole of it to be declined, with
    one of `refusals` as the reason; it is then still made from what is known. `barred` names the
    fields of the record that hold the numbers of those who must not answer: whoever was present.
    `settings` are the numbers that criteria read. `look_ups` are the keys that are looked up first,
    `facts` what finds them. `wrong` gives errors by question that no question tells by itself: an
    answer that contradicts another one, or the record. `takes` is how long it takes in words,
    `then` what happens next.
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
    facts: Callable[[LookedInto], Mapping[str, Found]] | None = None
    wrong: Callable[[Asked], Mapping[str, str]] | None = None
    second_look: SecondLook | None = None
    takes: str = ""
    then: str = ""

    def __post_init__(self) -> None:
        check(self)

    def version_on(self, day: date) -> Version:
        """The version that is asked on a local day; the first one before there was any."""
        found = [one for one in self.versions if one.since <= day]
        return found[-1] if found else self.versions[0]

    def version(self, number: int) -> Version:
        """A version by its number."""
        return next(one for one in self.versions if one.number == number)


def check(procedure: Procedure) -> None:
    """Raise `BadProcedure` where a declaration contradicts itself, saying what would be right."""
    key = procedure.key
    numbers = [one.number for one in procedure.versions]
    if not numbers or numbers != list(range(1, len(numbers) + 1)):
        raise BadProcedure(
            f"{key}: versions are numbered {numbers}; number them 1, 2, 3 … in order."
        )
    if procedure.about is None and procedure.makes is None:
        raise BadProcedure(f"{key} is about no record and makes none: name one of them.")
    if not procedure.roles:
        raise BadProcedure(f"{key} can be answered by nobody: name the roles.")
    if procedure.can_be_refused != bool(procedure.refusals):
        raise BadProcedure(f"{key}: can_be_refused and refusals go together; give both or neither.")
    if procedure.barred and procedure.about is None:
        raise BadProcedure(f"{key}: barred names fields of the record that it is about: name one.")
    for version in procedure.versions:
        _check_version(procedure, version)


def _check_version(procedure: Procedure, version: Version) -> None:
    """Questions are named once, branches look back, and what is handed on is not personal."""
    known: dict[str, Question] = {}
    for question in version.questions:
        where = f"{procedure.key}, question {question.key}"
        if question.key in known or "." in question.key:
            raise BadProcedure(f"{where}: name it once in a version, and without a full stop.")
        if question.kind in ("choice", "several") and not question.options:
            raise BadProcedure(f"{where} has nothing to choose from: give its options.")
        if question.kind == "look-up" and procedure.facts is None:
            raise BadProcedure(f"{where} is looked up by nothing: give the procedure its facts.")
        own = {one.key for one in question.options}
        taken = own & {REFUSED, NOT_ASKED, DONT_KNOW}
        if taken:
            raise BadProcedure(
                f"{where}: {', '.join(sorted(taken))} is no answer of its own; say refusable, "
                "unasked or unknown."
            )
        if any("," in one for one in own):
            raise BadProcedure(f"{where}: the key of an option holds no comma.")
        for branch in question.only:
            if branch.question not in known:
                raise BadProcedure(
                    f"{where} hangs on {branch.question}, which is not asked before."
                )
        if question.field and procedure.makes is None:
            raise BadProcedure(f"{where} fills {question.field}, but no record is made.")
        known[question.key] = question
    for told in procedure.tells:
        for name in (*told.keys, *told.facts):
            if name in known and known[name].personal:
                raise BadProcedure(
                    f"{procedure.key} hands on {name}, which is personal: say personal=False where "
                    "the answer says nothing of a person, or name another."
                )
