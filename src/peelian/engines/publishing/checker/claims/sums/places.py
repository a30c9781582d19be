"""Parts of a whole that are told apart by where they are: "40 on the north ward, 31 on the east".

Nothing is in two places of one kind, as long as the same word leads to each. Places that have only
a name may lie in each other: "410 in England, 95 in London".
"""

from collections.abc import Sequence
from typing import Final

from peelian.engines.publishing.checker.language.item import DATE, WORD, Item
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.nouns import stem

_LEADS: Final = words("in at on")
_PLACES: Final = words(
    "ward unit site station district floor centre center office campus town city county borough "
    "prison court area division wing block building depot region village hospital school clinic "
    "base site branch shop store site zone estate port airport"
)
YEAR: Final = "in-year"
_DAYS: Final = words("monday tuesday wednesday thursday friday saturday sunday christmas easter")
_WERE: Final = words("is are was were be being based")
_REACH: Final = 5
_YEARS: Final = 3


def place_of(after: Sequence[Item]) -> str:
    """The word that leads to a place right after a number and the place, or nothing."""
    said = list(after)
    while said and (said[0].text in _WERE or (len(said) > 1 and said[1].text in _LEADS)):
        if said[0].text in _LEADS:
            break
        said.pop(0)
    if len(said) < 2 or said[0].text not in _LEADS:
        return ""
    if said[0].text == "in" and said[1].tag == DATE:
        return f"{YEAR} {said[1].text}"
    for one in said[1:_REACH]:
        if one.tag != WORD:
            break
        if one.text in _DAYS:
            return ""
        if stem(one.text) in _PLACES:
            return f"{said[0].text} {' '.join(item.text for item in said[1:])}"
    return ""


def apart(places: Sequence[str]) -> bool:
    """Whether every part is in a place of its own, to which the same word leads."""
    leads = {one.split(" ")[0] for one in places}
    if leads == {YEAR} and len(places) < _YEARS:
        return False
    return len(places) > 1 and all(places) and len(leads) == 1 and len(set(places)) == len(places)


def in_years(places: Sequence[str]) -> bool:
    """Whether the parts are told apart by when they were: they may be levels and no parts."""
    return any(one.startswith(YEAR) for one in places)
