"""Where a word for a quantity stands beside the figures it is said of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from peelian.engines.publishing.checker.claims.averages.words import AFFECTED
from peelian.engines.publishing.checker.claims.wording import root
from peelian.engines.publishing.checker.language.item import DATE, OF, WORD, Item
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.phrases import (
    Lexicon,
    Match,
    lexicon,
    matches,
    pattern,
    tags,
)
from peelian.engines.publishing.checker.language.quantities import Quantity, What
from peelian.engines.publishing.checker.language.text import Sentence
from peelian.numbers.rounding import Range

HALF: Final = Fraction(1, 2)
NEARLY_ALL_FROM: Final = Fraction(3, 4)
"""The least share that "nearly all" is not refused for. Peelian's own rule, and a wide one."""


@dataclass(frozen=True)
class Worded:
    """A word for a share and the figures beside it: a percentage, or a part and its whole.

    It is not ``plain`` where the figure may be of a part of what the word is said of: "most are
    in academies (48 percent) or ...".
    """

    word: Quantity
    percent: Quantity | None
    part: Quantity | None = None
    whole: Quantity | None = None
    plain: bool = True


LETTERS: Final[Lexicon] = lexicon(
    J="majority",
    M="most",
    N="minority",
    A="nearly_all almost_all virtually_all practically_all almost_every nearly_every "
    "almost_everyone nearly_everyone",
)
_SPANS: Final = {
    "J": Range(HALF, Fraction(1)),
    "M": Range(HALF, Fraction(1)),
    "N": Range(Fraction(0), HALF),
    "A": Range(NEARLY_ALL_FROM, Fraction(1)),
}
_VALUES: Final = {"J": HALF, "M": HALF, "N": HALF, "A": Fraction(1)}
_WORD: Final = r"(?P<word>[JMNAf])"
# The figures stand in brackets of their own, or between dashes or commas, and nothing else does:
# "most officers (48 percent)", "a majority, 167 of 294,", "a majority - six of the ten -".
_FORMS: Final = tuple(
    pattern(text)
    for text in (
        _WORD + r"_* [wo_A]{0,14}? \( w? (?P<p>p) [),;]",
        _WORD + r"_* [wo_]{0,12}? \( n [,(]? w? (?P<p>p) [),;o]",
        _WORD + r"_* o w{0,3} n [wo_]{0,8}? \( w? (?P<p>p) [)]",
        _WORD + r"_* , w? (?P<p>p) (?:,|$|[.])",
        _WORD + r"_* [wo_]{0,6}? - w? (?P<p>p) -",
        _WORD + r"_* [wo_]{0,4}? , w? (?P<p>p) [,.]",
        r"(?P<p>p) \( w{0,2} (?P<word>[JNf]) _* \)",
        r"(?P<p>p) [wo]{0,6}? [,-] w{0,3} (?P<word>[JN]) [,.)-]",
        r"(?P<word>[JMNA]) _* [wo_]{0,14}? [(,:-] w? (?P<k>n) o w{0,3}? (?P<n>n)",
        r"(?P<word>[JMNA]) _* [wo_]{0,14}? \( (?P<k>n) / (?P<n>n)",
        r"(?P<word>[JMNAf]) _* o w{0,3}? (?P<n>n) [wo_]{0,10}? [(,-] w{0,2}? (?P<k>n)"
        r" (?:[),-]|w{2}[.,])",
        r"(?P<k>n) o w{0,3}? (?P<n>n) [wo]{0,4}? [,(-] w{0,3} (?P<word>[JN]) [,.)-]",
        r"^w? (?P<word>[JN]) _* o w? (?P<p>p) (?P<whom>o w{1,2})",
        # "most of the 50, 22 of them, agreed"; "most victims, 46 percent in all, agreed"
        r"(?P<word>[JMNAf]) _* o w{0,3}? (?P<n>n) [wo_]{0,10}? [,(-] w? (?P<k>n)"
        r" (?P<all>[ow]{1,2}) [,.)-]",
        r"(?P<word>[JMNAf]) _* [wo_]{0,10}? [,(-] w? (?P<p>p) (?P<all>[ow]{1,2}) [,.)-]",
    )
)
_NO_QUANTIFIER: Final = words("the at for a its our their this second third is was who that")
_PEOPLE: Final = words(
    "people women men children police staff of ( , - young older adult who those callers"
)
_WHOM: Final = AFFECTED | {"peopl", "women", "men", "children", "police", "those"}
"""Roots of those of whom there is a majority; one of votes or seats is a lead."""
_NOT_MANY: Final = words(
    "ethnic group groups community communities background backgrounds owned leader party verdict "
    "shareholder stake rule government"
)
_DENIED: Final = words("no not without hardly any")
_BEFORE_MINORITY: Final = words(
    "a the small tiny only sizeable significant large substantial sizable considerable"
)
_ALL_AHEAD: Final = words("who that we whose which they respondents people cases")
OF_ALL: Final = words("in_all of_them in_total all_told of_these of_those did_so altogether")
_LATER: Final = words("now today currently later since")
_SHARED: Final = words("either or and both including respectively than")
_CHANGES: Final = words("more less fewer lower higher above below as")


def worded(sentence: Sentence) -> Iterator[Worded]:
    """Every word for a share in a sentence whose figures stand beside it."""
    row = sentence.row
    letters = tags(row, LETTERS)
    if not set("JMNAf") & set(letters):
        return
    for form in _FORMS:
        for match in matches(form, row, letters):
            at = match.at("word")
            word = None if at is None else word_at(sentence, letters, at)
            closing = " ".join(match.words("all"))
            if match.at("all") and goes_on(row, match.end):
                continue
            if not {root(one) for one in match.words("whom")} & _WHOM and match.at("whom"):
                continue
            if word is not None and closing in {"", *OF_ALL}:
                yield from _worded(word, match)


_ON: Final = words(
    "and or plus in at on from with within by including mostly mainly chiefly along together"
)


def goes_on(row: Sequence[Item], after: int) -> bool:
    """Whether what follows "120 of them," may add to those, or be said of them alone."""
    return after < len(row) and row[after].text in _ON


def _worded(word: Quantity, match: Match) -> Iterator[Worded]:
    percent, part, whole = (match.quantity(one) for one in ("p", "k", "n"))
    if percent is not None:
        said = {one.text for one in match.items[match.start : match.end + 1]}
        narrowed = match.end < len(match.items) and match.items[match.end].tag == OF
        narrowed = narrowed and match.items[match.start + 1].tag != "("
        others = "(p)" in "".join(one.tag for one in match.items[match.end : match.end + 12])
        plain = not (said & _SHARED or narrowed or others)
        yield Worded(word, percent, plain=plain)
    elif part is not None and whole is not None and 0 < part.value <= whole.value:
        yield Worded(word, None, part, whole, plain=_is_of_all(match))


def _is_of_all(match: Match) -> bool:
    """Whether a part is of all that the word is said of.

    Not so are "20 of 50 strongly", "20 of the 50 women", "20 in time" and a part with a later one
    ("30 of 50 in 2019 and 20 now").
    """
    row, word = match.items, match.at("word")
    last = max(match.at("k") or 0, match.at("n") or 0)
    ahead = [one.text for one in row[last + 1 : last + 3]]
    behind = {one.text for one in row[:last]}
    if row[last + 1 : last + 2] and row[last + 1].tag == WORD:
        known = ahead[0] in _ALL_AHEAD | behind or " ".join(ahead) in OF_ALL
        if not known:
            return False
    rest = row[max(last, word or 0) + 1 :]
    timed = any(one.tag == DATE or one.text in _LATER for one in rest)
    return not (timed and any(one.tag == What.COUNT.value for one in rest))


def _counts(row: Sequence[Item], letters: str, at: int) -> bool:
    """Whether a word is said of how many: not "the most deprived", "an ethnic minority"."""
    behind = row[at - 1].text if at else ""
    ahead = row[at + 1].text if at + 1 < len(row) else ""
    match letters[at]:
        case "M":
            plural = ahead.endswith("s") and not ahead.endswith(("ss", "ous"))
            return behind not in _NO_QUANTIFIER and (ahead in _PEOPLE or plural)
        case "J":
            return ahead not in _NOT_MANY and behind not in _DENIED
        case "N":
            return behind in _BEFORE_MINORITY and ahead not in _NOT_MANY
        case "f":
            mixed = behind == "and" and row[at].text.startswith("a ")
            return behind not in ("by", "to", "from") and ahead not in _CHANGES and not mixed
        case _:
            return True


def word_at(sentence: Sentence, letters: str, at: int) -> Quantity | None:
    """A word as the share that it stands for, if it is said of how many."""
    return _quantity(sentence, letters, at) if _counts(sentence.row, letters, at) else None


def _quantity(sentence: Sentence, letters: str, at: int) -> Quantity:
    """A word as the share that it stands for; fractions are that already."""
    item = sentence.row[at]
    if item.quantity is not None:
        return item.quantity
    letter, end = letters[at], at + 1
    while letters[end : end + 1] == "_":
        end += 1
    last = sentence.row[end - 1]
    printed = sentence.text[item.start - sentence.start : last.end - sentence.start]
    return Quantity(
        What.FRACTION,
        _VALUES[letter],
        _SPANS[letter],
        item.start,
        last.end,
        printed,
        soft="about",
        digits=False,
        part=sentence.part,
    )
