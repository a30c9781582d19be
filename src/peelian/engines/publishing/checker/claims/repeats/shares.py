"""One statement with two percentages: in a summary, say, and in the chapter it sums up."""

from collections.abc import Iterator, Sequence
from typing import Final

from peelian.engines.publishing.checker.claims.repeats.alike import (
    contradiction,
    negations,
    one_period,
    one_setting,
    steps,
)
from peelian.engines.publishing.checker.claims.repeats.mentions import AUXILIARIES, roots
from peelian.engines.publishing.checker.claims.repeats.places import one_place, sums_up
from peelian.engines.publishing.checker.claims.repeats.words import NEUTRAL
from peelian.engines.publishing.checker.claims.saying import between
from peelian.engines.publishing.checker.claims.wording import dates, labels, root
from peelian.engines.publishing.checker.findings import Finding
from peelian.engines.publishing.checker.language.item import WORD, Item
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.quantities import Quantity, What
from peelian.engines.publishing.checker.language.text import Sentence, Text

_LEAST_WORDS: Final = 3
_MANY: Final = 3
_PRONOUNS: Final = words("this that it they these those")
_FAR_BACK: Final = 12
_SMALL: Final = words(
    "a an the this that these those their our its they we it who which of in on at to for and is "
    "are was were be been has have had just only some about with by"
)
_JUDGING: Final = words("is was are were remains shows means suggests gives")
_JUDGED: Final = words(
    "pleased pleasing welcome encouraging encouraged worrying worried concerned concerning "
    "disappointed disappointing good great positive notable remarkable striking regrettable regret "
    "sad glad clear true concern worry surprising us"
)
_PAST: Final = words("felt thought knew said had found saw made took got went came told left kept")
_WHOSE: Final = words("in among of for at from with")
_NEUTRAL: Final = frozenset(root(word) for word in NEUTRAL)
_Said = tuple[frozenset[str], frozenset[str], frozenset[str], int]


def find(text: Text) -> Iterator[Finding]:
    """Every later percentage of a statement that stood before with another one."""
    yield from _taken_up(text)
    groups: dict[_Said, list[tuple[Sentence, Quantity]]] = {}
    for sentence in text.sentences:
        statement = _statement(sentence)
        if statement is not None:
            groups.setdefault(statement[0], []).append((sentence, statement[1]))
    for said in groups.values():
        first, last = said[0], said[-1]
        if len({one.value for _, one in said}) >= _MANY or first is last:
            continue
        for later in said[1:]:
            if not first[1].span.meets(later[1].span) and _one_time(text, first[0], later[0]):
                yield contradiction(first, later, f"{between(first[1].span)} percent")


def _taken_up(text: Text) -> Iterator[Finding]:
    """ "The 36 percent of victims who declined", where just before it was another percentage."""
    for later in text.sentences:
        for at, item in enumerate(later.row):
            figure = item.quantity
            if figure is None or figure.what is not What.PERCENT or not at:
                continue
            if later.row[at - 1].text not in ("the", "these", "those", "this"):
                continue
            for earlier in text.before(later, 1):
                share = _only_share(earlier)
                if share is not None and _of_the_same(earlier, share, later, at, figure):
                    said = f"{between(share.span)} percent"
                    yield contradiction((earlier, share), (later, figure), said)


def _of_the_same(
    earlier: Sentence, share: Quantity, later: Sentence, at: int, figure: Quantity
) -> bool:
    """Whether the phrase after the later share says nothing that the earlier does not."""
    last = at + 1
    while last < len(later.row) and later.row[last].tag in (WORD, "o"):
        if last > at + 1 and later.row[last].text in AUXILIARIES:
            break
        last += 1
    phrase = later.row[at + 1 : last]
    named = roots(phrase)
    summing = share.span.plus(figure.span).holds(100)
    return (
        any(one.text in ("who", "that", "which") for one in phrase)
        and len(named) > 1
        and named <= roots(earlier.row)
        and negations(phrase) == negations(earlier.row)
        and not (summing or share.span.meets(figure.span))
        and one_setting(earlier, later)
    )


def _only_share(sentence: Sentence) -> Quantity | None:
    shares = [one for one in sentence.quantities if one.what in (What.PERCENT, What.FRACTION)]
    return shares[0] if len(shares) == 1 and shares[0].what is What.PERCENT else None


def _statement(sentence: Sentence) -> tuple[_Said, Quantity] | None:
    """What a sentence says of its only percentage, if that is plain and enough."""
    shares = [one for one in sentence.quantities if one.what is What.PERCENT]
    if len(shares) != 1 or steps(sentence.row) or _of_some_one(sentence):
        return None
    row = _judged_in(sentence.row)
    if row[0].text in _PRONOUNS:
        return None  # "This represents 2 percent": of what, the sentence does not say
    said = _all_roots(row) - _NEUTRAL
    if len(said) < _LEAST_WORDS:
        return None
    return (said, dates(sentence.row), labels(sentence.row), negations(row)), shares[0]


def _judged_in(row: Sequence[Item]) -> Sequence[Item]:
    """A statement without what is thought of it: "that 76 percent ... is welcome", "we regret"."""
    at = next(at for at, one in enumerate(row) if one.tag == What.PERCENT.value)
    that = max((step for step in range(at) if row[step].text == "that"), default=None)
    if that is None or any(one.tag != WORD or one.text in _WHOSE for one in row[that + 1 : at]):
        return row
    if that and row[that - 1].text != "fact":
        lead = {one.text for one in row[:that] if one.tag == WORD}
        return row[that + 1 :] if lead <= NEUTRAL | _SMALL | _JUDGED else row
    verbs = [step for step in range(at, len(row)) if row[step].text in _JUDGING]
    return row[that + 1 : verbs[-1]] if len(verbs) > 1 or _is_after_verb(row, at, verbs) else row


def _is_after_verb(row: Sequence[Item], at: int, verbs: Sequence[int]) -> bool:
    """Whether another verb in the past stands before the only "is": "that 76% felt is good"."""
    return bool(verbs) and any(
        one.text in AUXILIARIES or one.text in _PAST or one.text.endswith("ed")
        for one in row[at + 1 : verbs[-1]]
    )


def _of_some_one(sentence: Sentence) -> bool:
    """ "In one force": nobody knows which."""
    return any(one.text == "one" for one in sentence.row)


def _all_roots(row: Sequence[Item]) -> frozenset[str]:
    """The roots of all words but the smallest: "before" and "after" tell two statements apart."""
    return frozenset(root(one.text) for one in row if one.tag == WORD and one.text not in _SMALL)


def _one_time(text: Text, earlier: Sentence, later: Sentence) -> bool:
    """Whether both may be of one place and one period; a summary has the period of its report."""
    summing = {earlier.part, later.part} & sums_up(text)
    back = 0 if summing or earlier.part == later.part else _FAR_BACK
    return one_place(text, earlier, later) and one_period(text, earlier, later, back)
