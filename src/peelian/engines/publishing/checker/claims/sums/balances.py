"""What came in, what went out, and what is left: "we spent £1.28m of £1.35m, £0.07m under budget".

Income less spending is a surplus or a deficit, a budget less spending an underspend or an
overspend, exports less imports a balance of trade. The three amounts stand in one passage. The
words are plain where they name each side once, and no other amount stands beside them.
"""

from collections.abc import Iterator, Sequence
from itertools import product
from typing import Final

from peelian.engines.publishing.checker.claims.saying import finding
from peelian.engines.publishing.checker.claims.sums.addends import alike
from peelian.engines.publishing.checker.claims.sums.adding import amount, amounts
from peelian.engines.publishing.checker.findings import About, Finding, Verdict
from peelian.engines.publishing.checker.language.item import OF, Item
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.phrases import lexicon, matches, pattern, tags
from peelian.engines.publishing.checker.language.quantities import Quantity, What
from peelian.engines.publishing.checker.language.text import Sentence, Text, with_figures
from peelian.numbers.rounding import Range

_WORDS: Final = lexicon(
    I="income revenue revenues receipts exports budget budgets funding turnover takings let_for "
    "estimated_at budgeted_at priced_at approved_at tendered_at",
    O="expenditure spending spend spent outgoings outlay outlays costs imports expenses costing "
    "cost",
    S="surplus deficit underspend underspending overspend overspending shortfall",
)
_LEFT: Final = (
    # a surplus of £1.3 million; the trade deficit narrowed to $40.8 billion; -$79.6bn
    pattern(r"S [w]{0,4}? [o]? [w]{0,4}? -? (?P<left>m) (?! [-/])"),
    # a £1.3 million underspend
    pattern(r"(?P<left>m) w? S"),
)
_UNPLAIN: Final = words(
    "forecast forecasts expected predicted planned before after excluding including net operating "
    "reserve reserves transfer transfers adjusted adjustment depreciation tax grant other others "
    "another plus additional total half quarter on per average cumulative accumulated structural "
    "on in for previous last compared than by"
)
"""Words with which another amount may come in, or the amounts are of something else."""
_BACK: Final = 3
_SIDES: Final = frozenset("IO")


def find(text: Text) -> Iterator[Finding]:
    """Every surplus, deficit, underspend or overspend beside the two amounts that it is between."""
    for sentence in with_figures(text):
        letters = tags(sentence.row, _WORDS)
        if "S" not in letters:
            continue
        for wanted in _LEFT:
            for match in matches(wanted, sentence.row, letters):
                left, at = match.quantity("left"), match.at("left")
                if left is not None and at is not None:
                    yield from _of(text, sentence, left)


def _of(text: Text, sentence: Sentence, left: Quantity) -> Iterator[Finding]:
    near = [*reversed(text.before(sentence, _BACK)), sentence]
    near = [one for one in near if one.part == sentence.part]
    came, went = _side(near, "I", left), _side(near, "O", left)
    for one, other in product(came, went):
        if (said := _said(sentence, left, one, other)) and said.verdict is Verdict.AGREES:
            yield said
            return
    plain = _plain(near, left)
    if plain is not None and len(came) == 1 and len(went) == 1 and came[0] is not went[0]:
        yield _said(sentence, left, came[0], went[0])


def _side(near: Sequence[Sentence], letter: str, left: Quantity) -> list[Quantity]:
    """The amounts that may be one side: those after its word up to the other's, or before it."""
    found: list[Quantity] = []
    for sentence in near:
        letters = tags(sentence.row, _WORDS)
        for at, its in enumerate(letters):
            if its == letter:
                found += _around(sentence.row, letters, at, left)
    return list(dict.fromkeys(found))


def _around(row: Sequence[Item], letters: str, at: int, left: Quantity) -> Iterator[Quantity]:
    for place in range(at + 1, len(row)):
        if letters[place] in "IOS;":
            break
        figure = row[place].quantity
        if figure is not None and _is_side(figure, left):
            yield figure
    place = at - 2 if at > 1 and row[at - 1].tag == OF else at - 1
    figure = row[place].quantity if place >= 0 else None
    if figure is not None and _is_side(figure, left):
        yield figure


def _is_side(figure: Quantity, left: Quantity) -> bool:
    return figure is not left and alike(figure, left)


def _plain(near: Sequence[Sentence], left: Quantity) -> Quantity | None:
    """What is left, where only two other amounts stand near and each side is named once."""
    first = next(
        (at for at, one in enumerate(near) if _SIDES & set(tags(one.row, _WORDS))), len(near)
    )
    told = near[first:]
    money = [one for said in told for one in said.quantities if one.what is What.MONEY]
    letters = "".join(tags(one.row, _WORDS) for one in told)
    if len(money) != 3 or not all(letters.count(one) == 1 for one in "IOS"):
        return None
    for said in told:
        for item in said.row:
            if item.tag != "w" or item.start >= left.end:
                continue
            if item.text in _UNPLAIN and not _is_of_side(said.row, item):
                return None
    if any(one.soft for one in money) or _is_of_some(near[-1].row, left):
        return None
    return left


def _is_of_side(row: Sequence[Item], item: Item) -> bool:
    """Whether a small word only says whose the income is: "the budget for my office"."""
    at = next(place for place, one in enumerate(row) if one is item)
    return item.text in ("for", "in") and not any(
        one.quantity is not None and one.quantity.what is What.MONEY for one in row[:at]
    )


def _is_of_some(row: Sequence[Item], left: Quantity) -> bool:
    """Whether the amount left is of something smaller: "an underspend of £2m on overtime"."""
    at = next(place for place, one in enumerate(row) if one.quantity is left)
    return any(one.text in _UNPLAIN for one in row[at + 1 : at + 3])


def _said(sentence: Sentence, left: Quantity, one: Quantity, other: Quantity) -> Finding:
    more, less = (one, other) if one.value >= other.value else (other, one)
    span = _between(more.span, less.span)
    agrees = span.meets(left.span)
    made = amount(more.value - less.value, more)
    return finding(
        sentence,
        About.SUM,
        Verdict.AGREES if agrees else Verdict.DOES_NOT_FOLLOW,
        (left, one, other),
        computed=f"{more.printed} - {less.printed} is {made}",
        allowed=amounts(span, more),
        because="" if agrees else f"the difference is not {left.printed}",
    )


def _between(more: Range, less: Range) -> Range:
    """Every difference, none below nought."""
    span = more.minus(less) if less.high != float("inf") else Range(more.low * 0, more.high)
    return Range(max(span.low, span.low * 0), span.high)
