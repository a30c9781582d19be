"""Wholes that stand in the sentences before, or earlier in the same one."""

from collections.abc import Iterator
from itertools import pairwise

from peelian.engines.publishing.checker.claims import growth_words
from peelian.engines.publishing.checker.claims.saying import between, finding, number
from peelian.engines.publishing.checker.claims.shares.bound import COUNTED, Bound, aside
from peelian.engines.publishing.checker.claims.shares.phrases import PAIR
from peelian.engines.publishing.checker.claims.shares.words import (
    COMPARING,
    OCCASIONS,
    SHARE,
    TOTALS,
)
from peelian.engines.publishing.checker.findings import About, Finding, Verdict
from peelian.engines.publishing.checker.language import nouns
from peelian.engines.publishing.checker.language.items import DATE, Item
from peelian.engines.publishing.checker.language.phrases import lexicon, matches, tags
from peelian.engines.publishing.checker.language.quantities import Quantity, What
from peelian.engines.publishing.checker.language.text import Sentence, Text
from peelian.numbers.rounding import share


def wholes(
    text: Text, sentence: Sentence, claim: Bound, parts: set[Quantity]
) -> tuple[tuple[Quantity, ...], bool]:
    """The counts before a part that it may be a part of, nearest first, and whether that is plain.

    It is plain where the words point back ("of these, 542 (72.5%)"), or where the one count before
    it is of the same things, or of things that the part leaves unnamed.
    """
    part = claim.part
    if part is None:
        return _only_count_before(text, sentence)
    found = _before(text, sentence, claim, part)
    if _points_back(sentence.row, claim):
        return tuple(found), bool(found)
    found = [one for one in found if one not in parts]
    opened = text.opening(sentence)
    if opened is not None:
        found = [one for one in found if one in opened.quantities] or found
    plain = not _compares(sentence.row)
    totals = [one for one in found if _is_total(text, one)]
    if len(totals) == 1:
        return tuple(totals), plain
    things = _things(sentence.row, claim)
    same = [one for one in found if not things or things in _named(text, one)]
    if not same:
        return _later(text, sentence, claim, parts, things)
    alone = len(found) == 1 and len(same) == 1
    return tuple(found), alone and plain and _same_time(text, sentence, found[0])


def _before(text: Text, sentence: Sentence, claim: Bound, part: Quantity) -> list[Quantity]:
    """Every count before a part that it may be a part of, the nearest first.

    Counts in brackets are asides, such as those of another year, where others are not.
    """
    rows = [sentence.row[: claim.part_at], *(other.row for other in text.before(sentence))]
    found = [(one, aside) for row in rows for one, aside in _larger(part, row)]
    plain = [one for one, aside in found if not aside]
    return plain or [one for one, _ in found]


def _later(
    text: Text, sentence: Sentence, claim: Bound, parts: set[Quantity], things: str
) -> tuple[tuple[Quantity, ...], bool]:
    """A whole that is named afterwards: "12.5% of the samples (n = 16); 80 samples were drawn"."""
    part = claim.part
    if part is None:
        return (), False
    found = [
        one
        for one, _ in _larger(part, sentence.row[max(claim.part_at, claim.at) + 1 :])
        if one not in parts and ((things and things in _named(text, one)) or _is_total(text, one))
    ]
    if not found:
        found = [
            one
            for other in text.after(sentence)
            for one, _ in _larger(part, other.row)
            if one not in parts and _is_total(text, one)
        ]
    return tuple(found), len(found) == 1 and not _compares(sentence.row)


def _same_time(text: Text, sentence: Sentence, figure: Quantity) -> bool:
    """Whether a figure's sentence and this one do not name two different times."""
    row, _ = _place(text, figure)
    here, there = _dates(sentence.row), _dates(row)
    return not here or not there or here == there


def _dates(row: tuple[Item, ...]) -> set[str]:
    return {item.text for item in row if item.tag == DATE}


def _only_count_before(text: Text, sentence: Sentence) -> tuple[tuple[Quantity, ...], bool]:
    """The one count of the sentence before: what "45 percent of them" is of."""
    for other in text.before(sentence, 1):
        counts = [one for one in other.quantities if one.what in COUNTED]
        if len(counts) == 1:
            return (counts[0],), True
    return (), False


def _things(row: tuple[Item, ...], claim: Bound) -> str:
    """What the part counts, in one word: that after it, or that of which the percentage is."""
    named: tuple[str, ...] = ()
    if row[claim.at + 1 : claim.at + 2] and row[claim.at + 1].tag == "o":
        named = nouns.after(row, claim.at + 2)
    named = named or nouns.after(row, claim.part_at + 1)
    head = nouns.head(named)
    return "" if head in OCCASIONS else head


def _compares(row: tuple[Item, ...]) -> bool:
    """Whether a sentence sets groups side by side, each of which has a whole of its own."""
    return any(item.text in COMPARING for item in row)


def _larger(part: Quantity, row: tuple[Item, ...]) -> Iterator[tuple[Quantity, bool]]:
    """Counts that the part may be a part of, the last first, and whether they are in brackets."""
    kinds = (What.MONEY,) if part.what is What.MONEY else COUNTED
    for at in range(len(row) - 1, -1, -1):
        number = row[at].quantity
        if number is None or number.what not in kinds:
            continue
        if number.span.high >= part.span.low and number.value != part.value:
            yield number, aside(row, at)


def _points_back(row: tuple[Item, ...], claim: Bound) -> bool:
    """Whether words name the whole again: "of these", "542 of them", "35 percent of the total"."""
    letters = tags(row, SHARE)
    before, after_part = letters[: claim.part_at], letters[claim.part_at + 1 :]
    of_it = letters[claim.at + 1 :].startswith(("oA", "E"))
    return "oA" in before or after_part.startswith("oA") or of_it


def _named(text: Text, figure: Quantity) -> tuple[str, ...]:
    """What a figure counts."""
    row, at = _place(text, figure)
    return nouns.after(row, at + 1)


def _is_total(text: Text, figure: Quantity) -> bool:
    """Whether the words before a figure call it a whole: "a total of 748", "a sample of 748"."""
    row, at = _place(text, figure)
    if figure.what is What.BASE or any(one.text in TOTALS for one in row[max(0, at - 3) : at]):
        return True
    ahead = [item.text for item in row[at + 1 : at + 6]]
    return any(first == "in" and last in ("all", "total") for first, last in pairwise(ahead))


def _place(text: Text, figure: Quantity) -> tuple[tuple[Item, ...], int]:
    """The row in which a figure stands, and its number in it."""
    sentence = text.around(figure)
    row = sentence.row if sentence is not None else ()
    at = next((at for at, item in enumerate(row) if item.quantity is figure), len(row))
    return row, at


_SUMMING = lexicon(
    S="that's it's this_means this_meant this_is this_was that_is that_means this_represents "
    "this_equates this_amounts meaning this_gives this_left this_leaves in_other_words overall so"
)


def summed_up(text: Text, sentence: Sentence, spoken: set[Quantity]) -> Iterator[Finding]:
    """A sentence that sums up the one before: "This meant that only 41 percent of its posts ...".

    The whole is the count before whose things the percentage names; the part may be any other.
    """
    letters = tags(sentence.row, _SUMMING)
    if "S" not in letters[:2]:
        return
    for at, item in enumerate(sentence.row):
        percent = item.quantity
        if percent is None or percent.what is not What.PERCENT or percent in spoken:
            continue
        if growth_words.is_growth(sentence.row, at):
            return
        earlier = text.before(sentence, 2)
        whole, parts = _summed(earlier, _base_of(sentence.row, at))
        if whole is not None and parts:
            yield _said(sentence, percent, whole, parts)
        return


def _summed(
    earlier: tuple[Sentence, ...], base: tuple[str, ...]
) -> tuple[Quantity | None, list[Quantity]]:
    """The whole and the parts in the sentences before that a percentage may sum up."""
    if not base:
        for match in matches(PAIR, earlier[0].row, tags(earlier[0].row, SHARE)) if earlier else ():
            whole, part = match.quantity("n") or match.quantity("n2"), match.quantity("k")
            return whole, [part] if part else []
        return _of_two(earlier[0]) if earlier else (None, [])
    counts = [
        (number, nouns.after(other.row, place + 1))
        for other in earlier
        for place, one in enumerate(other.row)
        if (number := one.quantity) is not None and number.what is What.COUNT
    ]
    wholes = [number for number, named in counts if nouns.head(named) == nouns.head(base)]
    if not wholes:
        return None, []
    return wholes[-1], [number for number, _ in counts if number is not wholes[-1]]


def _of_two(earlier: Sentence) -> tuple[Quantity | None, list[Quantity]]:
    """The whole and the part of "we looked at 120 files and found that 111 were complete"."""
    counts = [one for one in earlier.quantities if one.what in COUNTED]
    if len(counts) != 2 or len(earlier.quantities) != 2 or counts[0].value <= counts[1].value:
        return None, []
    return counts[0], [counts[1]]


def _base_of(row: tuple[Item, ...], at: int) -> tuple[str, ...]:
    """The things that a percentage is of."""
    if at + 1 >= len(row) or row[at + 1].tag != "o":
        return ()
    return nouns.after(row, at + 2)


def _said(sentence: Sentence, percent: Quantity, whole: Quantity, parts: list[Quantity]) -> Finding:
    fitting = [one for one in parts if share(one.span, whole.span).meets(percent.span)]
    told = "; ".join(
        f"{one.printed} of {whole.printed} is {number(one.value * 100 / whole.value)}"
        for one in fitting or parts
    )
    verdict = Verdict.AGREES if fitting else Verdict.DOES_NOT_FOLLOW
    return finding(
        sentence,
        About.SHARE,
        verdict,
        (percent, whole, *(fitting or parts)),
        computed=f"{told} per cent",
        allowed=between(percent.span) + " per cent",
        because="" if fitting else "none of the counts before gives it",
    )
