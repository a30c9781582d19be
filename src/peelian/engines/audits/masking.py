"""Takes out of a text what a reviewer must not know, as far as words can be found.

Nothing is certain here: people are described in ever new words. So the sheet says beside each text
how much is found of what gives a secret away, measured on texts that were not used to make this.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from peelian.engines.audits.declared import Secret
from peelian.engines.audits.masking_ethnicity import ethnicity
from peelian.engines.audits.masking_officers import officers
from peelian.engines.audits.masking_results import results
from peelian.engines.audits.masking_spans import Span, joined, phrases
from peelian.engines.audits.masking_teams import teams
from peelian.engines.audits.masking_words import COLOURS
from peelian.engines.audits.staff import Staff

# A shorter value stands in other words by chance.
SHORTEST_VALUE = 3
NOBODY = Staff({}, {})


@dataclass(frozen=True)
class Hidden:
    """What is kept from a reviewer of one file.

    `values` are what its hidden fields hold, `words` what the audit itself names, both by secret;
    a secret that is in neither is not masked. `present` are the numbers of those who were there.
    """

    values: Mapping[Secret, tuple[str, ...]]
    words: Mapping[Secret, tuple[str, ...]] = field(default_factory=dict)
    staff: Staff = NOBODY
    present: frozenset[str] = frozenset()

    def with_other(self, other: "Hidden") -> "Hidden":
        """What either of two files of one force hides."""
        return Hidden(
            values=_both(self.values, other.values),
            words=_both(self.words, other.words),
            staff=self.staff,
            present=self.present | other.present,
        )

    @property
    def secrets(self) -> tuple[Secret, ...]:
        """Every secret, in the order in which they were named."""
        return tuple(dict.fromkeys((*self.values, *self.words)))


def _both(
    mine: Mapping[Secret, tuple[str, ...]], theirs: Mapping[Secret, tuple[str, ...]]
) -> dict[Secret, tuple[str, ...]]:
    secrets = dict.fromkeys((*mine, *theirs))
    return {secret: (*mine.get(secret, ()), *theirs.get(secret, ())) for secret in secrets}


@dataclass(frozen=True)
class Place:
    """A stretch of the text as it was, from one character to before another, and what it hides."""

    start: int
    end: int
    secret: Secret


@dataclass(frozen=True)
class Masked:
    """A text that may be shown, and the places in it that were taken out."""

    text: str
    places: tuple[Place, ...]


def mask(text: str, hidden: Hidden) -> Masked:
    """The text with "[hidden: officer]" in place of what gives a secret away.

    Signs that no reader sees are left out first: they would hide a name from whoever looks for it.
    """
    plain = readable(text)
    found = tuple(places(plain, hidden))
    parts, last = [], 0
    for place in found:
        parts += [plain[last : place.start], f"[hidden: {place.secret}]"]
        last = place.end
    return Masked("".join((*parts, plain[last:])), found)


def readable(text: str) -> str:
    """The text in composed letters, without format signs: what the places of `mask` are of."""
    composed = unicodedata.normalize("NFC", text).replace("\u00a0", " ")
    return "".join(one for one in composed if unicodedata.category(one) != "Cf")


def places(text: str, hidden: Hidden) -> Iterator[Place]:
    """The places of a readable text that give a secret away, in order and apart from each other."""
    found = [
        Place(start, end, secret)
        for secret in hidden.secrets
        for start, end in joined(_spans(text, secret, hidden))
    ]
    last = 0
    for place in sorted(found, key=lambda one: (one.start, -one.end)):
        if place.end <= last:
            continue
        yield Place(max(place.start, last), place.end, place.secret)
        last = place.end


def _spans(text: str, secret: Secret, hidden: Hidden) -> Iterator[Span]:
    yield from phrases(text, _worth(secret, hidden.values.get(secret, ())))
    yield from phrases(text, hidden.words.get(secret, ()))
    match secret:
        case "officer":
            yield from officers(text, hidden.staff, hidden.present)
        case "team":
            yield from teams(text, hidden.staff)
        case "ethnicity":
            yield from ethnicity(text)
        case "result":
            yield from results(text)


def _worth(secret: Secret, values: Iterable[str]) -> Iterator[str]:
    """The values that can be looked for as they stand: a lone colour is no person's by itself."""
    alone = COLOURS if secret in ("ethnicity",) else ()
    for value in values:
        if len(value) >= SHORTEST_VALUE and value.lower() not in alone:
            yield value
