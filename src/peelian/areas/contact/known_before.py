"""What records say before anybody is asked: earlier contacts, and whether somebody is at risk.

Repeat callers and vulnerable people are looked up by exact keys, of the person and of the place, so
that others in the home are found too (CON-15, CON-16). No match in these sources is never a no.
"""

from collections.abc import Mapping

from peelian.areas.contact.models import Call
from peelian.engines.linkage.keys import Key
from peelian.engines.linkage.look_up import Match, look_up
from peelian.engines.procedures.declared import MATCH, NO_MATCH, Found, LookedInto
from peelian.spine.incident import Incident
from peelian.spine.victim import Victim

LOOKED_IN = (Call, Incident, Victim)


def known_before(looked: LookedInto) -> Mapping[str, Found]:
    """What is found of the person and the place of a contact: reports before, and risk."""
    if looked.record is None:
        return {}
    found = look_up(
        looked.actor,
        type(looked.record),
        looked.record,
        looked.tables,
        kinds=(Key.PERSON, Key.PLACE),
        models=LOOKED_IN,
        at=looked.at,
    )
    risk = [sign for sign in map(at_risk, found.matches) if sign]
    matched = NO_MATCH if found.match == MATCH and not risk else found.match
    said = f"{_first_up('; '.join(risk))}. " if risk else "Nothing that was found says so. "
    return {
        "repeat": Found(found.says, found.match, found.number),
        "vulnerable": Found(said + found.says, matched, len(risk)),
    }


def _first_up(words: str) -> str:
    return words[:1].upper() + words[1:]


def at_risk(match: Match) -> str:
    """What an earlier record says of risk, in words; empty where it says nothing."""
    called = f"{match.title} {match.ref}".strip()
    if match.row.get("domestic_abuse") is True:
        return f"{called} is flagged domestic abuse ({match.says})"
    if match.row.get("enhanced_rights") is True:
        return f"{called} has enhanced rights ({match.says})"
    return ""
