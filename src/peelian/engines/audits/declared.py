"""The language of audits: what is drawn from, what a reviewer sees and is asked, when it passes.

An audit is declared in an area, or in a framework where it reads across areas. Frame, sheet,
form, feedback, manual and measures are made from it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as made
from datetime import date
from typing import Any, Literal

from peelian.engines.audits.questions import (
    ANSWERS,
    NOT_APPLICABLE,
    PASSED,
    UNCLEAR,
    AuditQuestion,
    AuditVersion,
    Passes,
    Section,
)
from peelian.engines.duties.authority import Authority
from peelian.engines.duties.settings import Setting
from peelian.engines.measures.binding import bind, check_dimension, check_field
from peelian.engines.measures.declared import Dimension, Example, View
from peelian.records.base import Record

__all__ = [
    "ANSWERS",
    "NOT_APPLICABLE",
    "PASSED",
    "UNCLEAR",
    "Audit",
    "AuditQuestion",
    "AuditVersion",
    "BadAudit",
    "Beside",
    "Exclusion",
    "Hides",
    "Passes",
    "Secret",
    "Section",
]

# Why something is kept from a reviewer: whoever marks must not know whose work it is, whom it was
# about, or how it came out.
Secret = Literal["officer", "team", "ethnicity", "result"]


class BadAudit(Exception):
    """An audit contradicts itself or leaves out what a reviewer will ask."""


@dataclass(frozen=True)
class Exclusion:
    """Rows that are left out of a frame: listed with their reason, never dropped in silence."""

    key: str
    says: str
    holds: Any


@dataclass(frozen=True)
class Hides:
    """Fields that a reviewer is not shown, and whose values are masked in texts, with the reason.

    `words` are further words that give the same away ("arrested", "found"), whatever the record
    says.
    """

    secret: Secret
    fields: tuple[str, ...]
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class Beside:
    """Rows of another record type that belong to the file, found by a reference that both carry.

    Every row of `of` whose `field` holds what the record's `by` holds; with `only`, those alone
    whose fields hold one of these values (answers to one form, where a record has several). `shows`
    as in `Audit`: every text field among them is masked, and so are the short ones of `texts`, in
    which somebody writes freely too.
    """

    of: type[Record]
    field: str
    by: str
    title: str
    shows: tuple[str, ...]
    hides: tuple[Hides, ...] = ()
    only: Mapping[str, tuple[str, ...]] = made(default_factory=dict)
    texts: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Audit:
    """One kind of audit.

    `of` is the record type (or view) whose rows are drawn, `frame` the condition that every row of
    the frame meets and `frame_words` the same in words ("searches of people under …"). `by` are the
    ways in which a planner may narrow the frame, `strata` those by which it may be divided. `shows`
    are the fields that a reviewer reads, in order, `texts` those of them that are free text and are
    masked. `barred` names the fields that hold the numbers of those who may not review it: whoever
    was there. Nobody reviews a file of their own unit. `work_of` names the field with the number of
    whoever did what is judged, where that is not the owner of the record: an incident belongs to
    whoever attended, its assessment is a call handler's. `roles` are those whose holders may
    review; `second_roles` those whose holders alone mark second, where a team's own reviews are
    checked from outside it. `second_share` is the percentage that a second reviewer marks, blind.
    `method` is the interval method unless a planner names another one. `examples` are worked
    examples beside those that every audit has, by the key of the question or under "passed".
    `called` says values of a dimension in words, by its key, where the values are codes.
    """

    key: str
    title: str
    why: str
    of: type[Record] | View
    frame: Any
    frame_words: str
    versions: tuple[AuditVersion, ...]
    shows: tuple[str, ...]
    texts: tuple[str, ...]
    hides: tuple[Hides, ...]
    second_share: Setting
    authority: Authority
    owned_by: str
    review_by: date
    ledger: tuple[str, ...]
    roles: tuple[str, ...]
    dated_by: str = "month"
    exclusions: tuple[Exclusion, ...] = ()
    by: tuple[Dimension, ...] = ()
    strata: tuple[Dimension, ...] = ()
    beside: tuple[Beside, ...] = ()
    barred: tuple[str, ...] = ()
    method: str = "default"
    takes: str = ""
    second_roles: tuple[str, ...] = ()
    work_of: str = ""
    examples: Mapping[str, tuple[Example, ...]] = made(default_factory=dict)
    called: Mapping[str, Mapping[str, str]] = made(default_factory=dict)

    def __post_init__(self) -> None:
        check(self)

    @property
    def record_type(self) -> type[Record]:
        """The record type whose rows are drawn."""
        return self.of.base if isinstance(self.of, View) else self.of

    def in_words(self, dimension: str, value: str) -> str:
        """A value of a dimension as people call it; the value itself where it says enough."""
        return self.called.get(dimension, {}).get(value, value)

    def version_on(self, day: date) -> AuditVersion:
        """The version that is asked on a local day; the first one before there was any."""
        found = [one for one in self.versions if one.since <= day]
        return found[-1] if found else self.versions[0]

    def version(self, number: int) -> AuditVersion:
        """A version by its number."""
        return next(one for one in self.versions if one.number == number)


def check(audit: Audit) -> None:
    """Raise where a declaration contradicts itself or names what is not there."""
    key = audit.key
    numbers = [one.number for one in audit.versions]
    if not numbers or numbers != list(range(1, len(numbers) + 1)):
        raise BadAudit(f"{key}: versions are numbered {numbers}; number them 1, 2, 3 … in order.")
    if not audit.roles:
        raise BadAudit(f"{key} can be reviewed by nobody: name the roles.")
    check_field(key, "dated_by", audit.dated_by, audit.of)
    bind(key, "frame", audit.frame, audit.of, wants="a condition")
    for one in audit.exclusions:
        bind(key, f"exclusion {one.key}", one.holds, audit.of, wants="a condition")
    for dimension in (*audit.by, *audit.strata):
        check_dimension(key, dimension, audit.of)
    hidden = {name for one in audit.hides for name in one.fields}
    whose = (audit.work_of,) if audit.work_of else ()
    for name in (*audit.shows, *hidden, *audit.barred, *whose):
        check_field(key, "shows, hides, barred or work_of", name, audit.record_type)
    seen = hidden & set(audit.shows)
    if seen:
        raise BadAudit(f"{key} shows {', '.join(sorted(seen))}, which it hides: choose one.")
    if not set(audit.texts) <= set(audit.shows):
        raise BadAudit(f"{key}: texts are among the fields that it shows.")
    for beside in audit.beside:
        _check_beside(audit, beside)
    for version in audit.versions:
        _check_version(audit, version)
    asked = {one.key for version in audit.versions for one in version.questions} | {PASSED}
    unknown = set(audit.called) - {one.key for one in (*audit.by, *audit.strata)}
    if unknown:
        raise BadAudit(f"{key}: called names {', '.join(sorted(unknown))}, which divides nothing.")
    unasked = set(audit.examples) - asked
    if unasked:
        raise BadAudit(f"{key}: examples are of {', '.join(sorted(unasked))}, which is not asked.")


def _check_beside(audit: Audit, beside: Beside) -> None:
    """The reference is on both sides, and nothing is shown that is hidden."""
    check_field(audit.key, f"beside {beside.title}", beside.by, audit.record_type)
    hidden = {name for one in beside.hides for name in one.fields}
    for name in (beside.field, *beside.shows, *hidden, *beside.only, *beside.texts):
        check_field(audit.key, f"beside {beside.title}", name, beside.of)
    seen = hidden & set(beside.shows)
    if seen:
        raise BadAudit(
            f"{audit.key} shows {', '.join(sorted(seen))} of {beside.title}, which it hides: "
            "choose one."
        )


def _check_version(audit: Audit, version: AuditVersion) -> None:
    known = set[str]()
    for question in version.questions:
        where = f"{audit.key}, question {question.key}"
        if question.key in known or question.key == PASSED:
            raise BadAudit(f"{where}: name it once in a version, and not '{PASSED}'.")
        for branch in question.only:
            if branch.question not in known:
                raise BadAudit(f"{where} hangs on {branch.question}, which is not asked before.")
        for name in (*question.blank, *question.files):
            check_field(where, "blank or files", name, audit.record_type)
        known.add(question.key)
    missing = set(version.passes.questions) - known
    if missing or not version.passes.questions:
        raise BadAudit(
            f"{audit.key}: the pass rule names {', '.join(sorted(missing)) or 'no question'}; it "
            f"can name {', '.join(sorted(known))}."
        )
