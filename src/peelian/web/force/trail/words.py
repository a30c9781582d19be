"""Deeds, kinds of record and reasons of the trail, as a reviewer reads them."""

from collections.abc import Mapping
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from peelian.access.glass import GlassReason
from peelian.access.user import Kind
from peelian.engines.oversight.about import record_types
from peelian.engines.oversight.reading_trail_entry import ReadEntry
from peelian.engines.registers.reasons import ExportReason, LookReason
from peelian.trail.looks import LIST
from peelian.trail.particulars import Result
from peelian.trail.verbs import Verb

DEEDS: Final[Mapping[str, Any]] = {
    Verb.COLLECTED: gettext_lazy("Added"),
    Verb.ALTERED: gettext_lazy("Changed"),
    Verb.CONSULTED: gettext_lazy("Looked at"),
    Verb.DISCLOSED: gettext_lazy("Handed out"),
    Verb.COMBINED: gettext_lazy("Joined with another"),
    Verb.ERASED: gettext_lazy("Erased"),
    Verb.RELEASED: gettext_lazy("Published"),
    Verb.DENIED: gettext_lazy("Asked for and refused"),
    Verb.SIGNED_IN: gettext_lazy("Signed in"),
}
# What the trail names beside record types. A kind that is not here is shown by its own name.
KINDS: Final[Mapping[str, Any]] = {
    "account": gettext_lazy("account"),
    "auditrun": gettext_lazy("run of an audit"),
    "backup": gettext_lazy("backup"),
    "conflict": gettext_lazy("conflict of interest"),
    "drill": gettext_lazy("drill of a restore"),
    "figure": gettext_lazy("figure"),
    "installation": gettext_lazy("installation"),
    "marking": gettext_lazy("review of an audit"),
    "organisation": gettext_lazy("organisation"),
    "oversight.alert": gettext_lazy("alert about look-ups"),
    "oversight.groups": gettext_lazy("counts of ethnic groups"),
    "oversight.night": gettext_lazy("reviewed night"),
    "oversight.verdict": gettext_lazy("verdict on an alert"),
    "seal": gettext_lazy("seal"),
    "share": gettext_lazy("share with a partner agency"),
    "snapshot": gettext_lazy("load of data"),
    "trail": gettext_lazy("trail"),
}
TIES: Final[Mapping[str, Any]] = {
    "tied": gettext_lazy("Answers for it, has a task on it or supervises it"),
    "member": gettext_lazy("Named among those for whom its seal is open"),
    "scope": gettext_lazy("In the unit that holds it, or over it"),
    "glass": gettext_lazy("Opened it at once for a reason of their own"),
    "share": gettext_lazy("Shared with their agency"),
    "force": gettext_lazy("Their role reaches such records of the whole force"),
    "open": gettext_lazy("Openly published"),
    "service": gettext_lazy("Brought in by this service"),
}
RESULTS: Final[Mapping[str, Any]] = {
    Result.REFUSED: gettext_lazy("refused"),
    Result.FAILED: gettext_lazy("failed"),
    Result.NOTHING_FOUND: gettext_lazy("nothing was found"),
}
REASONS = dict((*LookReason.choices, *GlassReason.choices, *ExportReason.choices))


def deed(entry: ReadEntry) -> str:
    """What was done."""
    return str(DEEDS.get(entry.verb, entry.verb))


def outcome(entry: ReadEntry) -> str:
    """How it ended, where that is not as wanted."""
    return str(RESULTS.get(entry.said.result, ""))


def kind_called(key: str) -> str:
    """A kind of record in words."""
    model = record_types().get(key)
    name = str(model._meta.verbose_name) if model is not None else str(KINDS.get(key, key))
    return name[:1].upper() + name[1:]


def kinds() -> list[tuple[str, str]]:
    """Every kind that can be asked for, by name."""
    named = ((key, kind_called(key)) for key in {*record_types(), *KINDS})
    return sorted(named, key=lambda pair: (pair[1].lower(), pair[0]))


def address_of(entry: ReadEntry) -> str:
    """Which record, or of how many a list."""
    if entry.kept_apart:
        return _("told on the pages of the look-up review")
    if entry.address == LIST:
        return _("a list that showed {number}").format(number=len(entry.shown))
    return entry.address


def account_in(entry: ReadEntry) -> str:
    """The name in the trail of the person's account that an entry is about, if it is about one."""
    return f"{Kind.PERSON.value}:{entry.address}" if entry.record_type == "account" else ""


def why(entry: ReadEntry) -> str:
    """The tie or the reason by which somebody came to the record; empty where none is told."""
    return "\n".join(part for part in (tie(entry), reason(entry)) if part)


def tie(entry: ReadEntry) -> str:
    """By what relationship."""
    return str(TIES.get(entry.said.relationship, entry.said.relationship))


def reason(entry: ReadEntry) -> str:
    """The reason that was given: what was chosen from a list in its words, then what was added."""
    code, _colon, words = entry.said.reason.partition(":")
    chosen = REASONS.get(code.strip())
    if chosen is None:
        return entry.said.reason
    return f"{chosen}: {words.strip()}" if words.strip() else str(chosen)
