"""How sentences set a share of money beside its part and its whole."""

from typing import Final

from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.phrases import lexicon, pattern

WORDS: Final = lexicon(
    E="every each",
    R="rest remaining remainder balance",
)
_X: Final = "(?P<part>[mt])"
_Y: Final = "(?P<whole>m)"
_P: Final = "(?P<share>[pf])"
_GAP: Final = "[wod]"

_LONG: Final = "(?P<whole>t)"
_SHORT: Final = "(?P<part>t)"

HOURS: Final = tuple(
    pattern(text)
    for text in (
        # 420 hours of the 1,200 hours worked (35%)
        rf"{_SHORT} w{{0,3}}? o {_GAP}{{0,6}}? {_LONG} {_GAP}{{0,6}}?"
        rf" [(,] w{{0,3}}? {_P} (?! w? o)",
        # 1,200 hours, of which 420 hours (35%) were overtime
        rf"{_LONG} [wd]{{0,6}}? , o w {_SHORT} w{{0,6}}? \( w{{0,3}} {_P}",
        # of the 1,200 hours worked, 420 hours (35%) were overtime
        rf"o {_GAP}{{0,5}}? {_LONG} [wd]{{0,8}}? , {_SHORT} w{{0,6}}? \( w{{0,3}} {_P}",
    )
)
"""Phrases with a share of time, its part and its whole; those of counts and money are shares."""

NAMED: Final = tuple(
    pattern(text)
    for text in (
        # £89 million, which is 36.1 percent of its total funding
        rf"{_X} [wd,(\-]{{0,10}}? {_P} (?P<of>o)",
        # 36.1 percent of its total funding (£89 million)
        rf"{_P} (?P<of>o) w{{1,6}}? [(,] w{{0,3}} {_X} [),]",
        # £89 million (36.1 percent) of its total funding
        rf"{_X} [wd]{{0,6}}? \( w{{0,3}} {_P} \) w{{0,3}}? (?P<of>o)",
    )
)
"""Phrases with a share and its part, and a name for the whole whose amount stands elsewhere."""

REST: Final = pattern(
    rf"{_X} [wd,(\-]{{0,10}}? {_P} o w{{1,6}} [^nmpt]{{0,4}}? R [wod]{{0,12}}? (?P<rest>[mt])"
)
"""£96.3m, or 41% of all funding; the rest came from a grant of £138.6m."""

EVERY: Final = tuple(
    pattern(text)
    for text in (
        # 91p of every £1
        r"(?P<few>m) w{0,2}? o E (?P<many>m)",
        # for every £100 that the council spent, £23
        r"E (?P<many>m) [wd]{0,8}? ,? w{0,3}? (?P<few>m)",
    )
)
"""A share told as so much of every pound."""

PAIR: Final = pattern(rf"(?P<part>m) [wd]{{0,3}}? o {_GAP}{{0,6}}? {_Y}")

CHANGE: Final = words(
    "rise rose rises increase increased increasing growth grew up uplift fall fell decrease "
    "decreased drop dropped reduction reduced decline declined down cut more fewer less higher "
    "lower interest inflation"
)
"""Words beside which a percentage is one of change and no share."""

MAKES: Final = words("make makes made making")
"""Before "up" these say of a part what it is of its whole."""
