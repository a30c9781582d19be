"""Passwords that somebody who knows the place, or who has a list, would try first.

They are asked at every choice of a password. Composition is never asked for: it makes passwords
harder to keep in mind and no harder to guess.
"""

import re
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from django.conf import settings
from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from peelian.access.user import User
from peelian.spine.force import forces

# Names of ranks, of what people here work on, and of the product.
WORDS = frozenset(
    {
        "peelian",
        "police",
        "policing",
        "constabulary",
        "constable",
        "sergeant",
        "inspector",
        "superintendent",
        "officer",
        "force",
        "custody",
        "warrant",
        "detective",
        "station",
        "control",
        "room",
    }
)
# Letters that must be left when the words of the place are taken out: as many as a short word has.
LEFT = 6
SHORTEST = 4
# Share of neighbours that makes a row of a password. Peelian's default.
WALKED = 0.75
NOT_LETTERS = re.compile(r"[\W\d_]+")


class NoWordsOfThePlace:
    """Refuses a password that is little more than the names of this service and its force."""

    def validate(self, password: str, user: User | None = None) -> None:
        """Raises `ValidationError` where too little is left without such words."""
        rest = NOT_LETTERS.sub("", password.casefold())
        whole = len(rest)
        for word in sorted(_words(), key=len, reverse=True):
            rest = rest.replace(word, "")
        if len(rest) < min(whole, LEFT):
            raise ValidationError(
                _(
                    "This password is little more than words that anybody would try here, such "
                    "as the name of the force. Choose words that have nothing to do with it."
                ),
                code="words_of_the_place",
            )

    def get_help_text(self) -> str:
        return _("Not made of the names of this service, of the force or of ranks.")


class NotKnownToThieves(CommonPasswordValidator):
    """Refuses what stands in lists of stolen passwords, also with digits and signs round it.

    Two lists are asked: Django's, of some 20,000, and the file `known-passwords.txt` in the home
    folder, one password on each line, which a force brings and renews.
    """

    def validate(self, password: str, user: User | None = None) -> None:
        """Raises `ValidationError` for a password, or the heart of one, that is on a list."""
        super().validate(password, user)
        if _walks(password):
            raise ValidationError(
                _(
                    "This password is a row of signs that follow each other. Choose several words "
                    "that do not belong together."
                ),
                code="a_walk",
            )
        folded = password.strip().casefold()
        heart = _once(NOT_LETTERS.sub("", folded))
        brought = _brought(settings.PEELIAN_HOME / "known-passwords.txt")
        if folded in brought or {heart, _once(folded)} & self.passwords:
            raise ValidationError(
                _(
                    "This password, or most of it, is on lists of stolen passwords. Choose "
                    "several words that do not belong together."
                ),
                code="known_to_thieves",
            )

    def get_help_text(self) -> str:
        return _("Not on a list of stolen passwords.")


def _once(text: str) -> str:
    """`qwertyqwerty` as `qwerty`: what is said twice is no harder to guess."""
    for size in range(1, len(text) // 2 + 1):
        if len(text) % size == 0 and text == text[:size] * (len(text) // size):
            return text[:size]
    return text


def _walks(text: str) -> bool:
    """Whether nearly every sign is the one before again, or its neighbour: 123456789012."""
    steps = [
        (ord(b) - ord(a)) % 10 if (a + b).isdigit() else ord(b) - ord(a) for a, b in pairwise(text)
    ]
    return sum(step in (-1, 0, 1, 9) for step in steps) >= WALKED * len(steps)


@lru_cache(maxsize=1)
def _words() -> frozenset[str]:
    """Our own words, and those of four letters or more in the names of forces."""
    named = [part for one in forces().values() for part in re.split(r"\W+", one.name.casefold())]
    return WORDS | {word for word in named if len(word) >= SHORTEST}


def _brought(path: Path) -> frozenset[str]:
    """The list of the force, read again when its file changes; empty where there is none."""
    try:
        return _read(path, path.stat().st_mtime_ns)
    except FileNotFoundError:
        return frozenset()


@lru_cache(maxsize=1)
def _read(path: Path, _changed: int) -> frozenset[str]:
    with path.open(encoding="utf-8", errors="replace") as lines:
        return frozenset(line.strip().casefold() for line in lines)
