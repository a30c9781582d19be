"""What is left as a percentage: "costs came to £73m. That left a surplus of £19m, or 21%".

What came in is what went out and what is left together, so the percentage can be recomputed even
where the income stands elsewhere. Where it stands in the paragraph just before, as the whole of a
short sentence ("We spent £3.42 million."), the difference is recomputed instead.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from peelian.engines.publishing.checker.claims.saying import between, finding, number
from peelian.engines.publishing.checker.claims.sums.addends import alike
from peelian.engines.publishing.checker.claims.sums.adding import amount, amounts
from peelian.engines.publishing.checker.documents import Kind
from peelian.engines.publishing.checker.findings import About, Finding, Verdict
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.phrases import finder, lexicon, tags
from peelian.engines.publishing.checker.language.quantities import Quantity, What
from peelian.engines.publishing.checker.language.text import Sentence, Text, with_figures
from peelian.numbers.rounding import share

_WORDS: Final = lexicon(
    O="costs expenditure spending outgoings expenses",
    I="income revenue turnover receipts takings",
    S="surplus profit",
    B="came_to come_to were was stood_at totalled amounted_to reached",
    L="left leaves leaving gave gives giving produced producing this_left that_left which_left",
    M="margin_of margin or which_is equal_to equivalent_to",
    P="spent",
    U="we it they",
    Q="total our overall the its all operating running annual",
    Y="in_the_year this_year during_the_year over_the_year in_total in_all altogether",
)
_COSTS: Final = finder(r"^ Q{0,3} O (?: Y [_]* )? B [_]* [wo]{0,2}? (?P<went>m) [.,]", _WORDS)
_LEFT: Final = finder(
    r"L [_]* [wIQ]{0,4}? S o (?P<left>m) ,?"
    r" (?: w{0,2}? M [_]* w{0,2}? (?P<share>p) | \( (?P<share2>p) )"
    r" (?= [,.;)] | o [wQ]{0,2}? I )",
    _WORDS,
)
_AGAINST: Final = finder(
    r"^ w{1,2}? [wQ]{0,3}? I o (?P<came>m) , L [_]* [wQ]{0,2}? S o (?P<left>m)"
    r" [wQ]{0,3}? [,.]",
    _WORDS,
)
_SPENT: Final = finder(
    r"^ (?: (?: Y [_]* ,? )? U P | Q{0,3} O (?: Y [_]* )? B [_]* ) [wo]{0,2}? (?P<went>m)"
    r" (?: Y [_]* )? \. $",
    _WORDS,
)
_ELSE: Final = words(
    "before after excluding including other exceptional tax interest adjusted adjustments plus "
    "investment gains staff average pension depreciation additional extra last previous per"
)
_SET: Final = words("set against with from on after")
_FAR: Final = 3


def find(text: Text) -> Iterator[Finding]:
    """Every margin of what is left, and every surplus whose costs stand a paragraph before."""
    for sentence in with_figures(text):
        if "S" not in tags(sentence.row, _WORDS):
            continue
        yield from _margins(text, sentence)
        yield from _differences(text, sentence)


def _margins(text: Text, sentence: Sentence) -> Iterator[Finding]:
    near = [sentence, *text.before(sentence, 1)]
    if any(_is_unplain(one) for one in near):
        return
    for match in _LEFT(sentence.row):
        left, told = match.quantity("left"), match.quantity("share") or match.quantity("share2")
        went = _only(near, left)
        if left is None or told is None or went is None or told.soft or left.soft:
            continue
        came = went.span.plus(left.span)
        allowed = share(left.span, came)
        agrees = allowed.meets(told.span)
        ratio = left.value * 100 / (left.value + went.value)
        both = amount(left.value + went.value, left)
        yield finding(
            sentence,
            About.SHARE,
            Verdict.AGREES if agrees else Verdict.DOES_NOT_FOLLOW,
            (told, left, went),
            computed=f"{left.printed} of {both} that came in is {number(ratio)} per cent",
            allowed=f"{between(allowed)} per cent",
            because="" if agrees else "what went out and what is left are what came in",
        )


def _only(near: Sequence[Sentence], left: Quantity | None) -> Quantity | None:
    """The costs, where they are the only other amount of money."""
    money = [one for said in near for one in said.quantities if one.what is What.MONEY]
    for said in near:
        for match in _COSTS(said.row):
            went = match.quantity("went")
            if went and left and alike(went, left) and len(money) == 2 and not went.soft:
                return went
    return None


def _differences(text: Text, sentence: Sentence) -> Iterator[Finding]:
    if sentence.row[0].text not in _SET or _is_unplain(sentence):
        return
    for match in _AGAINST(sentence.row):
        came, left = match.quantity("came"), match.quantity("left")
        went = _spent(text, sentence)
        if (
            came is None
            or left is None
            or went is None
            or any(one.soft or not alike(one, left) for one in (came, left, went))
        ):
            continue
        if came.value <= went.value:
            continue
        span = came.span.minus(went.span)
        agrees = span.meets(left.span)
        yield finding(
            sentence,
            About.SUM,
            Verdict.AGREES if agrees else Verdict.DOES_NOT_FOLLOW,
            (left, came),
            computed=f"{came.printed} - {went.printed} is {amount(came.value - went.value, left)}",
            allowed=amounts(span, left),
            because="" if agrees else f"the difference is not {left.printed}",
        )


def _spent(text: Text, sentence: Sentence) -> Quantity | None:
    """What was spent in all, as the first sentence of this paragraph or the one before says."""
    first = sentence.number
    while first and text.sentences[first - 1].part == sentence.part:
        first -= 1
    for said in (sentence, *reversed(text.sentences[max(0, first - 1 - 2 * _FAR) : first])):
        if said.kind is not Kind.PARAGRAPH or said.part < sentence.part - 1:
            return None
        opens = not said.number or text.sentences[said.number - 1].part != said.part
        for match in _SPENT(said.row) if opens and not _is_unplain(said) else ():
            return match.quantity("went")
    return None


def _is_unplain(said: Sentence) -> bool:
    return any(one.text in _ELSE for one in said.row)
