"""What a role allows, in words made from its class: the page cannot say what the code does not."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from peelian.access.role import FACTS, Allow, Role
from peelian.access.verbs import Verb
from peelian.records.protection import Purpose


@dataclass(frozen=True)
class RoleInWords:
    """One role as its page shows it."""

    key: str
    title: str
    says: str
    doors: str
    may: tuple[str, ...]
    powers: tuple[str, ...]


def in_words(role: type[Role]) -> RoleInWords:
    """Everything that the role opens and allows."""
    return RoleInWords(
        role.key,
        _(role.title),
        _(role.says),
        _joined([_doors()[door] for door in _doors() if door in role.doors]),
        tuple(allowed(one) for one in role.allows),
        tuple(_(power.value) for power in sorted(role.powers)),
    )


def allowed(one: Allow) -> str:
    """One leave, as a sentence."""
    told = _("May {verbs} {purposes} {reach}, {fields}.").format(
        verbs=_joined([word for verb, word in _verbs().items() if verb in one.verbs]),
        purposes=_joined([word for held, word in _purposes().items() if held in one.purposes]),
        reach=reach_in_words(one.reach),
        fields=_("without what says who anybody is")
        if one.fields == FACTS
        else _("with everything that they hold"),
    )
    if one.asks:
        told = " ".join((told, _("Is asked why, where no task or tie tells it.")))
    return told


def reach_in_words(reach: str) -> str:
    """How far, after the word records."""
    return {
        "tied": _("that they answer for, have a task on or supervise"),
        "scope": _("of their unit and the units under it"),
        "force": _("of the whole force"),
    }[reach]


def _verbs() -> dict[Verb, str]:
    return {
        Verb.CONSULT: _("look at"),
        Verb.COLLECT: _("add"),
        Verb.ALTER: _("change"),
        Verb.DISCLOSE: _("export"),
        Verb.COMBINE: _("join"),
        Verb.ERASE: _("erase"),
        Verb.RELEASE: _("publish"),
    }


def _purposes() -> dict[Purpose, str]:
    return {
        Purpose.POLICING: _("records of policing"),
        Purpose.PUBLIC_PROTECTION: _("records of people who are managed after a conviction"),
        Purpose.STANDARDS: _("records of complaints and conduct"),
        Purpose.WORKFORCE: _("records of who works here and when"),
        Purpose.ORGANISATION: _("units, posts and who holds them"),
        Purpose.STATISTICS: _("statistics"),
        Purpose.LINKS: _("links of people to records"),
    }


def _doors() -> dict[str, str]:
    return {
        "force": _("the force's pages"),
        "commissioner": _("the commissioner's pages"),
        "inspectorate": _("the inspectorate's pages"),
        "partner": _("the partner agency's pages"),
        "operator": _("the pages of whoever runs the installation"),
    }


def _joined(words: list[str]) -> str:
    *others, last = words or [""]
    return _("{others} and {last}").format(others=", ".join(others), last=last) if others else last
