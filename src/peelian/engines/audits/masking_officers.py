"""Finds members of staff in a text: by rank, by number, by name."""

import re
from collections.abc import Iterator

from peelian.engines.audits.masking_spans import Span, alternatives, whole
from peelian.engines.audits.masking_words import (
    COLLEAGUES,
    HOUSES,
    NO_NAMES,
    NUMBER_OF,
    RANK_BEFORE,
    RANKS,
    STREETS,
)
from peelian.engines.audits.staff import Staff

# A name as it is written: capital first, or all capitals; an initial before it.
NAME = r"(?:[A-Z]\.?\s+)?[A-Z](?:[a-z]+(?:[-'][A-Z]?[a-z]+)*|['’][A-Z][a-z]+|[A-Z]+)"
NUMBER = r"\d{2,6}"
RANK = rf"(?i:(?:(?:{alternatives(RANK_BEFORE)})[\s./]*){{0,3}}(?:{alternatives(RANKS)}))\.?"
# PC 4521, PC 4521 Alder, PC Alder 4521, A/Sgt Alder, DC3310.
BY_RANK = re.compile(
    rf"(?<!\w){RANK}(?:\s*{NUMBER}(?:\s+{NAME}){{0,2}}|\s+{NAME}(?:\s+{NAME})?(?:\s+{NUMBER})?)(?!\w)"
)
# The same in small letters, where the name is one of the force.
RANK_AND_WORD = re.compile(rf"(?<!\w){RANK}\s+([a-z][a-z'-]+)(?!\w)")
BY_COLLEAGUE = re.compile(whole(rf"(?i:{alternatives(COLLEAGUES)}),?\s+({NAME}(?:\s+{NAME})?)"))
BY_NUMBER = re.compile(
    whole(rf"(?i:{alternatives(NUMBER_OF)})\s*(?:(?i:no|num|number|ref)\.?)?\s*[:#]?\s*{NUMBER}")
)
NUMBERS = re.compile(r"(?<![\w.:£$/-])([A-Za-z]{0,2})(\d{3,6})(?![\w:/]|\.\d)")
WORDS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
STREET_BEHIND = re.compile(rf"\s+(?:[A-Z]\w+\s+){{1,3}}(?i:{alternatives(STREETS)})\b")
WORD_BEFORE = re.compile(r"(\w+)\.?\s*$")
# A year or a time of day, as a number of four digits.
FIRST_YEAR, LAST_YEAR = 1950, 2099
HOURS_BEHIND = re.compile(r"\s*(?:hrs?|hours)\b", re.IGNORECASE)
BEFORE_READ = 40


def officers(text: str, staff: Staff, present: frozenset[str]) -> Iterator[Span]:
    """Names and numbers of staff, with the rank before them.

    Of everybody the whole name is looked for; of those who were `present` the last name alone.
    """
    yield from _by_rank(text, staff)
    yield from (found.span(1) for found in BY_COLLEAGUE.finditer(text))
    yield from (found.span() for found in BY_NUMBER.finditer(text))
    yield from _numbers(text, staff)
    yield from _names(text, staff, present)


def _by_rank(text: str, staff: Staff) -> Iterator[Span]:
    for found in BY_RANK.finditer(text):
        if not NO_NAMES & {word.lower() for word in WORDS.findall(found.group())}:
            yield found.span()
    last_names = {name.split()[-1].lower() for name in staff.names.values() if name.split()}
    for found in RANK_AND_WORD.finditer(text):
        if found.group(1).lower() in last_names:
            yield found.span()


def _numbers(text: str, staff: Staff) -> Iterator[Span]:
    """Numbers of the force, unless they are a time, a year or a house."""
    known = {ref.lower() for ref in staff.names}
    for found in NUMBERS.finditer(text):
        if found.group().lower() not in known and found.group(2) not in known:
            continue
        number = int(found.group(2))
        year = len(found.group(2)) == len("2026") and FIRST_YEAR <= number <= LAST_YEAR
        before = WORD_BEFORE.search(text[max(0, found.start() - BEFORE_READ) : found.start()])
        house = before is not None and before.group(1).lower() in HOUSES
        street = STREET_BEHIND.match(text, found.end())
        if not (year or house or street or HOURS_BEHIND.match(text, found.end())):
            yield found.span()
    # Numbers that are words ("D-supervisor", "no-analyst") stand whole.
    for ref in staff.names:
        if not ref.isdigit() and len(ref) > len("D-1"):
            yield from (one.span() for one in re.finditer(whole(re.escape(ref)), text, re.I))


def _names(text: str, staff: Staff, present: frozenset[str]) -> Iterator[Span]:
    wholes = {tuple(name.lower().split()) for name in staff.names.values() if " " in name}
    longest = max(map(len, wholes), default=0)
    last = {
        name.split()[-1].lower()
        for number, name in staff.names.items()
        if number in present and name.split()
    }
    words = list(WORDS.finditer(text))
    for place, word in enumerate(words):
        if word.group().lower() in last and word.group()[0].isupper():
            yield word.span()
        for length in range(2, longest + 1):
            some = words[place : place + length]
            told = tuple(one.group().lower() for one in some)
            if len(some) == length and (told in wholes or (told[::-1] in wholes and length == 2)):
                yield some[0].start(), some[-1].end()
