"""What is weak in the grounds of a search, told to the officer before saving, with the reason.

Plain rules over lists of words (see `grounds_words`), no model: each finding names what it found,
why that is weak and what would help. It never blocks, and it judges the text alone: what happened
can be better than what is written, or worse (POW-01, POW-02).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final

from peelian.areas.stop_and_search import grounds_words as words
from peelian.areas.stop_and_search.codes import NO_SUSPICION, POWER_OF

CODE_A: Final = "PACE Code A, paragraph 2"
PERSONAL: Final = "PACE Code A, paragraph 2.2B"
COLLEGE: Final = "College of Policing, Authorised Professional Practice on stop and search"
DEFAULT: Final = "Peelian's default"
# Of ours: nobody has laid down how long grounds must be or how alike is copied.
SHORTEST_WORDS: Final = 10
ENOUGH_WORDS: Final = 7
FEW_WORDS: Final = 4
ALIKE: Final = 0.8
RUN: Final = 3
FEWEST_RUNS: Final = 6


@dataclass(frozen=True)
class Grounds:
    """The grounds as an officer wrote them, with what was sought and on which power."""

    seen: str = ""
    told: str = ""
    known: str = ""
    object_of_search: str = ""
    power: str = ""

    @property
    def text(self) -> str:
        """All three in one."""
        return " ".join(filter(None, (self.seen, self.told, self.known)))


@dataclass(frozen=True)
class Finding:
    """One weakness: what it is, whose rule says so, and what would help."""

    key: str
    weak: str
    authority: str
    helps: str

    @property
    def says(self) -> str:
        """The finding in sentences."""
        return f"{self.weak} ({self.authority}) {self.helps}"


@dataclass(frozen=True)
class Family:
    """Phrases that are weak where nothing else is said."""

    key: str
    phrases: tuple[str, ...]
    weak: str
    authority: str
    helps: str


FAMILIES: Final = (
    Family(
        "manner",
        words.MANNER,
        "says how the person seemed, not what they did.",
        CODE_A,
        "Write what you saw or heard them do, so that another officer could picture it.",
    ),
    Family(
        "reputation",
        words.REPUTATION,
        "is a record, a reputation or company, which cannot be grounds alone.",
        PERSONAL,
        "Write what this person did here and now, or recent intelligence about this item.",
    ),
    Family(
        "area",
        words.AREA,
        "is true of everybody who is there.",
        CODE_A,
        "Write why this person and not the others.",
    ),
    Family(
        "description",
        words.DESCRIPTION,
        "does not say what the description was.",
        CODE_A,
        "Write who gave it, when, and what matched: clothing, build, bag, direction.",
    ),
    Family(
        "looks",
        words.LOOKS,
        "speaks of age, origin, looks or dress, which cannot be grounds alone or together.",
        PERSONAL,
        "Write what the person did, or what you were told about them.",
    ),
    Family(
        "vague source",
        words.VAGUE_SOURCE,
        "names neither the source nor the day.",
        CODE_A,
        "Write what the information says, where it stands and how old it is.",
    ),
    Family(
        "no grounds",
        words.NO_GROUNDS,
        "is no reason to suspect that something would be found.",
        CODE_A,
        "Write here what made you suspect it. Consent is no power to search a person.",
    ),
    Family(
        "smell alone",
        words.SMELL,
        "stands alone, and the smell of cannabis by itself will not normally justify a search.",
        COLLEGE,
        "Write what else there was: behaviour, paraphernalia, intelligence on the vehicle.",
    ),
    Family(
        "flight alone",
        words.FLIGHT,
        "stands alone: many have reasons to avoid the police.",
        CODE_A,
        "Write what the person did before, and what links them with the thing sought.",
    ),
)
# What is taken out before the rest is judged.
EMPTY_PHRASES: Final = tuple(phrase for family in FAMILIES for phrase in family.phrases)


def weaknesses(grounds: Grounds) -> tuple[Finding, ...]:
    """Every weakness of the grounds, in the order in which they should be mended."""
    text = _plain(grounds.text)
    if POWER_OF.get(grounds.power) == NO_SUSPICION:
        return ()
    if not text:
        return (_NOTHING,)
    found = [_short(text)]
    specific = is_specific(text)
    if not specific:
        found.append(_NOT_SPECIFIC)
        found += [_alone(family, text) for family in FAMILIES]
    found.append(_unlinked(grounds.object_of_search, text))
    return tuple(one for one in found if one)


def is_specific(text: str) -> bool:
    """Whether it says something of this person and this moment.

    Phrases that say nothing by themselves are taken out first: "known for knives" is no knife. What
    is left must hold enough words of its own; or, where there was no such phrase, fewer of them
    with a deed, a thing in sight or what a source said in detail among them.
    """
    said = _plain(text)
    rest, empty = _matcher(EMPTY_PHRASES).subn(" / ", said)
    own = len(set(re.findall(r"[a-z0-9':]+", rest)) - words.FILLERS)
    if own >= ENOUGH_WORDS:
        return True
    return not empty and own >= FEW_WORDS and _tells(rest)


def _tells(text: str) -> bool:
    if _matcher((*words.DEEDS, *words.ITEMS)).search(text):
        return True
    return all(_matcher(list_).search(text) for list_ in (words.SOURCES, words.DETAILS))


def copied(text: str, earlier: Iterable[str]) -> Finding | None:
    """Told where a text is nearly one that the same officer wrote before; short ones are passed."""
    mine = _runs(_plain(text))
    if len(mine) < FEWEST_RUNS:
        return None
    if not any(len(mine & _runs(_plain(other))) / len(mine) >= ALIKE for other in earlier):
        return None
    return Finding(
        "copied",
        "This is nearly word for word what you wrote of an earlier search.",
        CODE_A,
        "Grounds belong to one person and one moment: write those of this one.",
    )


_NOTHING = Finding(
    "not written",
    "No grounds are written.",
    CODE_A,
    "Write what you saw, what you were told and what you knew before you decided to search.",
)
_NOT_SPECIFIC = Finding(
    "nothing specific",
    "Nothing here is a deed, a thing in sight, or information with its source and detail.",
    CODE_A,
    "Write what happened, when and where, and who saw it.",
)


def _short(text: str) -> Finding | None:
    many = len(text.split())
    if many >= SHORTEST_WORDS:
        return None
    return Finding(
        "too short",
        f"Only {many} words: a reader who was not there cannot follow them.",
        DEFAULT,
        "Write who did what, when and where, and why you suspected this item.",
    )


def _alone(family: Family, text: str) -> Finding | None:
    found = _matcher(family.phrases).search(text)
    if not found:
        return None
    return Finding(family.key, f"'{found[0]}' {family.weak}", family.authority, family.helps)


def _unlinked(sought: str, text: str) -> Finding | None:
    if not sought:
        return Finding(
            "no object",
            "The record does not say what was sought.",
            CODE_A,
            "Choose the object of the search.",
        )
    if _speaks_of(sought, text):
        return None
    others = [one for one in words.SPEAKS_OF if one != sought and _speaks_of(one, text)]
    if sought not in words.SPEAKS_OF or not others:
        return None
    return Finding(
        "object not linked",
        f"The text points to other things ({', '.join(others).lower()}), not to the object, "
        f"{sought.lower()}.",
        CODE_A,
        "Write why you expected to find it on this person, or mend the object.",
    )


def _speaks_of(sought: str, text: str) -> bool:
    known = words.SPEAKS_OF.get(sought)
    return known is not None and bool(_matcher(known).search(text))


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    """Every run of three words, by which two texts are held against each other."""
    said = re.findall(r"[a-z0-9']+", text)
    return frozenset(tuple(said[n : n + RUN]) for n in range(len(said) - RUN + 1))


def _plain(text: str) -> str:
    return " ".join(text.lower().replace("’", "'").replace("-", " ").split())


@cache
def _matcher(phrases: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=len, reverse=True)
    return re.compile("|".join(_pattern(phrase) for phrase in longest_first))


def _pattern(phrase: str) -> str:
    parts = (
        r"[\w']+" if word == "_" else re.escape(word).replace(r"\*", r"\w*")
        for word in phrase.split()
    )
    return r"\b" + r"\s+".join(parts) + r"\b"
