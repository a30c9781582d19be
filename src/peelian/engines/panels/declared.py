"""The language of scrutiny panels: what they look at, how cases come to them, what they are asked.

A panel is declared in an area. Frame, case sheet, score sheet, manual and measures are made of it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from peelian.engines.audits.declared import Hides
from peelian.engines.duties.authority import Authority
from peelian.engines.duties.settings import Setting
from peelian.engines.measures.binding import bind, check_field
from peelian.engines.procedures.questions import Question, Version
from peelian.records.base import Record
from peelian.records.protection import protection_of

# Every panel says in the end what it makes of a case, under this key.
OVERALL = "overall"


class BadPanel(Exception):
    """A panel contradicts itself or leaves out what whoever runs it will ask."""


@dataclass(frozen=True)
class Trigger:
    """Why a case goes before the panel whatever the lot says.

    `says` ends the sentence "because …". Where `always`, every such case of the period is put
    before the panel; of the others, as many as there is room for, by lot. `holds` is the condition
    on the record; without one the force names such cases itself, since no source says which they
    are (a complaint carries no reference of the encounter).
    """

    key: str
    says: str
    holds: Any = None
    always: bool = False


@dataclass(frozen=True)
class Theme:
    """What feedback can be about, so that the feedback of a year adds up."""

    key: str
    says: str


@dataclass(frozen=True, kw_only=True)
class Panel:
    """One kind of scrutiny panel.

    `of` is the record type of its cases, `frame` the condition that each meets and `frame_words`
    the same in words. `shows` are the fields of a case that members read, in order, `texts` those
    of them that are free text and are masked; `hides` what is masked in them. `officer`, `unit`
    and `video` name the fields of whose case it is and of its recording. `vetted` says that members
    are vetted; where they are not, they see recordings only once somebody has made everyone in them
    unrecognisable. `local` panels look at the cases of one unit. `results` are the questions that
    become measures, with the words that end "12 of 20 cases …" and the answers that count.
    """

    key: str
    title: str
    why: str
    of: type[Record]
    frame: Any
    frame_words: str
    versions: tuple[Version, ...]
    triggers: tuple[Trigger, ...]
    themes: tuple[Theme, ...]
    shows: tuple[str, ...]
    texts: tuple[str, ...]
    hides: tuple[Hides, ...]
    video: str
    no_video: str
    cases: Setting
    by_lot: Setting
    reply_days: Setting
    vetted: bool
    authority: Authority
    owned_by: str
    review_by: date
    ledger: tuple[str, ...]
    results: tuple["Result", ...]
    local: bool = False
    dated_by: str = "month"

    def __post_init__(self) -> None:
        check(self)

    @property
    def settings(self) -> tuple[Setting, ...]:
        """The numbers that a force sets for itself."""
        return (self.cases, self.by_lot, self.reply_days)

    @property
    def unit(self) -> str:
        """The field that names the unit of a case."""
        return str(protection_of(self.of).unit)

    @property
    def officer(self) -> str:
        """The field that names the officer of a case."""
        return str(protection_of(self.of).owner)

    @property
    def reference(self) -> str:
        """The field by which people call a record."""
        return str(protection_of(self.of).reference)

    @property
    def found(self) -> tuple[Trigger, ...]:
        """The triggers that a source shows by itself."""
        return tuple(one for one in self.triggers if one.holds is not None)

    @property
    def named(self) -> tuple[Trigger, ...]:
        """The triggers for which the force names the cases itself."""
        return tuple(one for one in self.triggers if one.holds is None)

    def trigger(self, key: str) -> Trigger | None:
        """A trigger by its key; None for one that is not declared any more."""
        return next((one for one in self.triggers if one.key == key), None)

    def theme(self, key: str) -> Theme | None:
        """A theme by its key; None for one that is not declared any more."""
        return next((one for one in self.themes if one.key == key), None)

    def version_on(self, day: date) -> Version:
        """The score sheet of a local day; the first one before there was any."""
        found = [one for one in self.versions if one.since <= day]
        return found[-1] if found else self.versions[0]

    def version(self, number: int) -> Version:
        """A score sheet by its number."""
        return next(one for one in self.versions if one.number == number)


@dataclass(frozen=True)
class Result:
    """A question whose answers are counted: in which words, and which answers count."""

    question: str
    title: str
    words: str
    counts: tuple[str, ...]


def choices(version: Version) -> Iterator[Question]:
    """The questions of a score sheet that are answered by choosing."""
    return (one for one in version.questions if one.kind in ("choice", "yes-no"))


def check(panel: Panel) -> None:
    """Raise `BadPanel` where a declaration contradicts itself or names what is not there."""
    key = panel.key
    numbers = [one.number for one in panel.versions]
    if not numbers or numbers != list(range(1, len(numbers) + 1)):
        raise BadPanel(f"{key}: versions are numbered {numbers}; number them 1, 2, 3 … in order.")
    bind(key, "frame", panel.frame, panel.of, wants="a condition")
    for one in panel.found:
        bind(key, f"trigger {one.key}", one.holds, panel.of, wants="a condition")
    hidden = {name for one in panel.hides for name in one.fields}
    for name in (*panel.shows, *hidden, panel.video, panel.no_video, panel.dated_by):
        check_field(key, "shows, hides or video", name, panel.of)
    for name in ("unit", "officer", "reference"):
        check_field(key, name, getattr(panel, name), panel.of)
    closed = {panel.unit, panel.officer, panel.reference, panel.video}
    seen = (hidden | closed) & set(panel.shows)
    if seen:
        raise BadPanel(f"{key} shows {', '.join(sorted(seen))}: that says whose case it is.")
    if not set(panel.texts) <= set(panel.shows):
        raise BadPanel(f"{key}: texts are among the fields that it shows.")
    for version in panel.versions:
        asked = {one.key for one in choices(version)}
        if OVERALL not in asked:
            raise BadPanel(f"{key}: version {version.number} asks for no '{OVERALL}' opinion.")
        missing = {one.question for one in panel.results} - asked
        if missing:
            raise BadPanel(f"{key}: {', '.join(sorted(missing))} is not asked by choosing.")
