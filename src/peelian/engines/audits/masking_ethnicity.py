"""Finds in a text how somebody looks, where they come from, what they speak or believe."""

import re
from collections.abc import Iterator

from peelian.engines.audits.masking_spans import Span, alternatives, phrases, whole
from peelian.engines.audits.masking_words import (
    BRITISH,
    BUILD,
    CAPITAL_ONLY,
    COLOURS,
    LOOKS,
    MIXED,
    PEOPLES,
    PERSONS,
    REGIONS,
    SKIN,
)

# The codes of what an officer saw (IC1 to IC9), and short ones for a person: w/m, b/f.
CODES = re.compile(r"(?<!\w)(?:[Ii][Cc]\s?\d|[WwBbAa]/[MmFf])(?!\w)")
# The codes of what a person said, where the text says that it is one.
SAID = re.compile(
    r"(?i:ethnicity|self[\s-]defined|SDE|16\s?\+\s?1)\W{1,3}(?:(?i:as|code|is)\s+)?([WMABO]\d{1,2})(?!\w)"
)
WHENCE = re.compile(
    r"(?:(?i:of)\s+)?[A-Z][a-z]+(?:\s+[A-Z][a-z]+)?\s+"
    r"(?:accent|descent|origin|heritage|national|nationals|nationality|appearance)(?!\w)"
)
PEOPLE = re.compile(whole(rf"(?i:{alternatives((*PEOPLES, *REGIONS, *MIXED, *LOOKS))})"))
CAPITAL = re.compile(whole("|".join(CAPITAL_ONLY)))
OF_SKIN = re.compile(
    whole(
        rf"(?i:(?:a\s+)?(?:{alternatives(SKIN)})[\s-]skin(?:ned)?"
        rf"|skin\s+(?:colou?r|tone)?\s*(?:is\s+|was\s+)?(?:{alternatives(SKIN)})"
        rf"|(?:{alternatives(SKIN)})\s+(?:skin|complexion|complected))"
    )
)
COLOUR = rf"(?:{alternatives(COLOURS)})"
PERSON = rf"(?:{alternatives(PERSONS)})"
BETWEEN = rf"(?:(?:{alternatives((*BUILD, *BRITISH))})[\s,]+){{0,3}}"
# A white male; a black, slim, young man.
BEFORE_PERSON = re.compile(
    whole(rf"(?i:({COLOUR}(?:[\s/-]+(?:{alternatives(BRITISH)}))?)[\s,]+{BETWEEN}{PERSON})")
)
# Male, white, 20s; he was black; the suspect as white.
BEHIND_PERSON = re.compile(
    rf"(?<!\w)(?i:{PERSON}|he|she|they|described|suspect)\s*[,:-]?\s*"
    rf"(?i:(?:is|was|were|are|being|as|described)\s+){{0,3}}(?i:{BETWEEN})"
    rf"(?i:({COLOUR}(?:[\s/-]+(?:{alternatives(BRITISH)}))?))"
    r"(?=\s*(?:[,.;)]|$|\d|(?i:and|with|who|aged|approx|approximately|about|around|mid|late|early|in\s+his|in\s+her)\b))"
)
BY_NATION = re.compile(whole(rf"(?i:{COLOUR}[\s/-]+(?:{alternatives(BRITISH)}))"))


def ethnicity(text: str) -> Iterator[Span]:
    """Words and codes of ethnicity, origin, language and faith; a colour beside a person only."""
    for pattern in (CODES, WHENCE, PEOPLE, CAPITAL, OF_SKIN, BY_NATION):
        yield from (found.span() for found in pattern.finditer(text))
    for pattern in (SAID, BEFORE_PERSON, BEHIND_PERSON):
        yield from (found.span(1) for found in pattern.finditer(text))
    yield from phrases(text, ("ethnic appearance", "skin colour dark", "skin colour light"))
