"""A price, a number and their product: "£48 a head; for the 650 delegates the bill was £31,200".

Shares of equal size are the same the other way round: "£360,000 was shared equally between 24
councils; each received £15,000". The words are plain where the sentence, or it and the next, hold
one number and two amounts and nothing that is added or taken off.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from peelian.engines.publishing.checker.claims.saying import finding
from peelian.engines.publishing.checker.claims.sums.adding import amount, amounts
from peelian.engines.publishing.checker.findings import About, Finding, Verdict
from peelian.engines.publishing.checker.language import nouns
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.phrases import lexicon, matches, pattern, tags
from peelian.engines.publishing.checker.language.quantities import Quantity, What
from peelian.engines.publishing.checker.language.text import Sentence, Text, with_figures

_WORDS: Final = lexicon(
    E="each apiece",
    A="a per an every",
    Q="equally equal_shares equal_parts equal_grants equal_sums evenly",
    T="total bill sum in_all altogether cost costs costing came_to comes_to",
)
_PRICE: Final = pattern(
    r"(?P<price>m) (?: E (?! w) | E (?=[.,;]) | [AE] (?P<unit>w) | (?P<per>r) )"
)
_COST: Final = (
    pattern(r"T [_]* [wo]{0,4}? (?P<total>m)"),
    pattern(r"(?P<total>m) [wo]{0,2}? T"),
)
_SHARED: Final = pattern(r"(?P<total>m) [wdo]{0,6}? Q [_]* w{0,3}? (?P<many>n)")
_EACH: Final = pattern(r"E [wdo]{0,5}? (?P<price>m)")
_PEOPLE: Final = words("head person")
_PER_PERSON: Final = frozenset({"per person", "per head"})
_TIMES: Final = words(
    "year month week day night hour minute annum mile kilometre km litre square metre tonne kilo"
)
_UNPLAIN: Final = words(
    "vat tax plus discount discounts deposit average mean median minimum maximum least most about "
    "including excluding extra additional free other others some rest remaining first further "
    "only also up over than another twice instead days nights weeks months years hours times after "
    "before less more fees subsidy half between raised"
)
"""Words with which something is added, or the price is not everybody's."""
_SO: Final = words("total altogether accordingly therefore thus hence equally")
_FEW: Final = 2
_NEAR: Final = Fraction(2)


@dataclass(frozen=True)
class Product:
    """A price for each, how many there are, and what they come to; ``judged`` is one of them."""

    price: Quantity
    many: Quantity
    total: Quantity
    judged: Quantity

    @property
    def fits(self) -> bool:
        """Whether the price may come to the total."""
        return self.price.span.times(self.many.span).meets(self.total.span)


def find(text: Text) -> Iterator[Finding]:
    """Every total of a price, and every equal share, whose number is printed beside it."""
    for sentence in with_figures(text):
        if not any(one.what is What.MONEY for one in sentence.quantities):
            continue
        near = (sentence, *text.after(sentence, 1))
        for wide in (near[:1], near):
            found = next(iter((*_priced(wide), *_shared(wide))), None)
            if found is not None:
                yield from _judged(sentence, wide, found)
                break


def _priced(near: Sequence[Sentence]) -> Iterator[Product]:
    first = near[0]
    for match in matches(_PRICE, first.row, tags(first.row, _WORDS)):
        price = match.quantity("price")
        unit = nouns.stem(match.words("unit")[0]) if match.words("unit") else ""
        total, many = _total(near, price), _many(near)
        if price is None or total is None or many is None or unit in _TIMES:
            continue
        if not _PER_PERSON.issuperset(match.words("per")):
            continue
        if unit and unit not in _PEOPLE and unit not in _counted(near, many):
            continue
        yield Product(price, many, total, total)


def _shared(near: Sequence[Sentence]) -> Iterator[Product]:
    first = near[0]
    for match in matches(_SHARED, first.row, tags(first.row, _WORDS)):
        total, many = match.quantity("total"), match.quantity("many")
        for said in near:
            for other in matches(_EACH, said.row, tags(said.row, _WORDS)):
                price = other.quantity("price")
                if price is not None and price is not total and total and many:
                    yield Product(price, many, total, price)


def _total(near: Sequence[Sentence], price: Quantity | None) -> Quantity | None:
    for said in near:
        for wanted in _COST:
            for match in matches(wanted, said.row, tags(said.row, _WORDS)):
                total = match.quantity("total")
                if total is not None and price is not None and total.value > price.value:
                    return total
    return None


def _many(near: Sequence[Sentence]) -> Quantity | None:
    """The only number of things there is."""
    found = [one for said in near for one in said.quantities if one.what is What.COUNT]
    values = {one.value for one in found}
    return found[0] if len(values) == 1 and found[0].exact and not found[0].soft else None


def _counted(near: Sequence[Sentence], many: Quantity) -> frozenset[str]:
    """The names of what is counted."""
    for said in near:
        for at, item in enumerate(said.row):
            if item.quantity is many:
                return frozenset(nouns.after(said.row, at + 1))
    return frozenset()


def _judged(sentence: Sentence, near: Sequence[Sentence], found: Product) -> Iterator[Finding]:
    price, many, total = found.price, found.many, found.total
    if price.unit != total.unit or (not found.fits and not _is_plain(near, found)):
        return
    shared = found.judged is price
    like = total if not shared else price
    made = price.value * many.value if not shared else total.value / many.value
    span = price.span.times(many.span) if not shared else total.span.over(many.span)
    said = f"{total.printed} over {many.printed}"
    if not shared:
        said = f"{price.printed} times {many.printed}"
    yield finding(
        sentence,
        About.SUM,
        Verdict.AGREES if found.fits else Verdict.DOES_NOT_FOLLOW,
        (found.judged, *(one for one in (price, many, total) if one is not found.judged)),
        computed=f"{said} is {amount(made, like)}",
        allowed=amounts(span, like),
        because="" if found.fits else f"that is not {found.judged.printed}",
    )


def _is_plain(near: Sequence[Sentence], found: Product) -> bool:
    """Whether nothing but the three figures stands there, and nothing is added or taken off."""
    figures = [one for said in near for one in said.quantities]
    money = [one for one in figures if one.what is What.MONEY]
    counts = [one for one in figures if one.what not in (What.MONEY, What.PER)]
    if len(money) != _FEW or any(one.value != found.many.value for one in counts):
        return False
    if any(one.soft for one in figures):
        return False
    made = found.price.value * found.many.value / found.total.value
    if not 1 / _NEAR <= made <= _NEAR:
        return False  # then it is the total of something else
    said = {item.text for one in near for item in one.row}
    shared = found.judged is found.price
    if not _SO & said:
        return False
    allowed = frozenset({"between"}) if shared else frozenset[str]()
    return not (_UNPLAIN - allowed) & said
