"""Names of places as people type them, made comparable."""

import re

# How people shorten the last word of a street's name.
SHORTENED = {
    "ave": "avenue",
    "cl": "close",
    "cres": "crescent",
    "ct": "court",
    "dr": "drive",
    "gdns": "gardens",
    "gr": "grove",
    "ln": "lane",
    "pl": "place",
    "rd": "road",
    "sq": "square",
    "st": "street",
    "terr": "terrace",
}
LONGEST = 80
NOT_IN_A_NAME = re.compile(r"[^a-z0-9]+")


def tidy(text: str) -> str:
    """What was typed, on one line, without signs that cannot be printed, and not too long."""
    seen = "".join(sign if sign.isprintable() else " " for sign in text)
    return " ".join(seen.split())[:LONGEST]


def plain(text: str) -> str:
    """A name as it is compared: small letters and figures, one space between words."""
    return NOT_IN_A_NAME.sub(" ", text.lower().replace("'", "")).strip()


def begins_a_word(name: str, term: str) -> bool:
    """Whether a name, or a word of it, begins with a term; both as `plain` makes them."""
    return name.startswith(term) or f" {term}" in name


def wordings(text: str) -> tuple[str, ...]:
    """The text as typed and, where its last word may be a shortened one, as written in full."""
    *head, last = plain(text).split() or [""]
    full = SHORTENED.get(last) if head else None
    return tuple(" ".join([*head, each]) for each in ([last, full] if full else [last]))
