"""Finds units in a text: by their names, by what teams are called, by call signs."""

import re
from collections.abc import Iterator

from peelian.engines.audits.masking_spans import Span, alternatives, phrases, whole
from peelian.engines.audits.masking_words import (
    NOT_TEAMS,
    OF_PLACE,
    SHIFTS,
    TEAM_NOUNS,
    TEAM_SHORT,
    TEAM_WORDS,
)
from peelian.engines.audits.staff import Staff

A_WORD = rf"(?!(?i:{alternatives(NOT_TEAMS)})\b)(?:[A-Z][\w-]*|(?i:{alternatives(TEAM_WORDS)}))"
# Priority Crime Team, the surveillance team, Response team B, North Response A.
NAMED = re.compile(
    rf"(?<!\w)(?:{A_WORD}\s+(?:and\s+)?){{1,4}}(?i:{alternatives(TEAM_NOUNS)})(?:\s+(?:[A-Z]|\d{{1,2}}))?"
    r"(?:\s+(?:at|in|of|from)\s+[A-Z]\w+)?(?!\w)"
)
SHIFT = re.compile(rf"(?<!\w)[A-F]\s+(?i:{alternatives(SHIFTS)})(?!\w)")
SHORT = re.compile(
    whole(rf"(?:[A-Z][a-z]+\s+)?(?:{alternatives(TEAM_SHORT)})(?:\s+(?:[A-Z]|\d{{1,2}}))?")
)
CALL_SIGN = re.compile(r"(?i:call[\s-]?sign)s?\s*:?\s*([A-Za-z]{1,3}[\s-]?\d{1,3}[A-Za-z]?)(?!\w)")
# A reference of a unit that stands in a text for itself: two letters or more, and more than that.
REFERENCE = re.compile(r"(?=[A-Za-z]*\d|[A-Za-z]{2,}-|[A-Z]{3,}$)\S{2,}")
# Words of a unit's name that many units share, or that are words of any text.
SHARED = frozenset(
    {"north", "south", "east", "west", "central", "city", "town", "whole", "force", "the", "and"}
)


def teams(text: str, staff: Staff) -> Iterator[Span]:
    """Names and references of units, and what reads like one."""
    yield from (found.span() for found in NAMED.finditer(text))
    yield from (found.span() for found in SHIFT.finditer(text))
    yield from (found.span() for found in SHORT.finditer(text))
    yield from (found.span(1) for found in CALL_SIGN.finditer(text))
    yield from _units(text, staff)


def _units(text: str, staff: Staff) -> Iterator[Span]:
    """Units of the force, by name, by reference, by the place in their name before "officers"."""
    names = [name for name in staff.units.values() if " " in name.strip()]
    yield from phrases(text, names)
    references = [ref for ref in staff.units if REFERENCE.fullmatch(ref)]
    if references:
        pattern = re.compile(rf"(?<![\w-])(?:{alternatives(references)})(?![\w-])")
        yield from (found.span() for found in pattern.finditer(text))
    places = {
        name.split()[0]
        for name in staff.units.values()
        if name.split() and name.split()[0].lower() not in SHARED
    }
    if places:
        pattern = re.compile(
            rf"(?<!\w)({alternatives(places)})\s+(?i:{alternatives(OF_PLACE)})(?!\w)"
        )
        yield from (found.span() for found in pattern.finditer(text))
