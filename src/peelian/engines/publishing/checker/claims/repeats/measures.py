"""One measure with two values: "the charge rate is 7.4 percent. This charge rate of 4.7"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from peelian.engines.publishing.checker.claims.repeats.alike import contradiction, one_setting
from peelian.engines.publishing.checker.claims.repeats.mentions import roots
from peelian.engines.publishing.checker.claims.saying import between
from peelian.engines.publishing.checker.claims.wording import FUNCTION, dates, names
from peelian.engines.publishing.checker.findings import Finding
from peelian.engines.publishing.checker.language.item import DATE, OF, WORD, Item
from peelian.engines.publishing.checker.language.lexicons import words
from peelian.engines.publishing.checker.language.quantities import Quantity, What
from peelian.engines.publishing.checker.language.text import Sentence, Text, with_figures
from peelian.engines.publishing.checker.language.units import HOURS

_MEASURED: Final = (What.PERCENT, What.DURATION, What.MONEY)
_GIVES: Final = words("is was stands stood remains at of")
_KNOWN: Final = words("the this that its their our")
_SUBJECT: Final = words("the its their our")
_OPENS: Final = words("with at")
_NARROWING: Final = words("for in at among of by from per on to with within that which who (")
_OF_ALL: Final = frozenset({"average", "median"})
_LONGEST: Final = 6
_BACK: Final = 2
_NOUN: Final = 3


def find(text: Text) -> Iterator[Finding]:
    """Every value of a known measure for which the sentence before gave another."""
    for later in with_figures(text):
        for at in range(len(later.row)):
            figure = later.row[at].quantity
            if figure is None or figure.what not in _MEASURED or figure.soft or figure.ranged:
                continue
            narrowed = {one.text for one in later.row[at + 1 : at + 2]} & _NARROWING
            phrase = () if narrowed else _measure(later.row, at)
            for earlier in _just_before(text, later) if phrase else ():
                given = _value(earlier, phrase, figure.what, later)
                if given is None or given.span.meets(figure.span):
                    continue
                row = later.row[: at + 1]
                said = replace(later, row=row, text=later.text[: row[-1].end - later.start])
                dated = dates(later.row) <= dates(earlier.row)
                if dated and one_setting(earlier, said, _OF_ALL):
                    yield contradiction((earlier, given), (later, figure), _told(given))


def _measure(row: Sequence[Item], at: int) -> Sequence[Item]:
    """The words of "this charge rate of" before a value; none where it is of another measure."""
    if at < 2 or row[at - 1].tag != OF:
        return ()
    first = at - 1
    while first > 0 and at - first <= _LONGEST and row[first - 1].tag == WORD:
        first -= 1
        if row[first].text in FUNCTION:
            break
    opener = row[first].text
    named = row[first + 1 : at - 1]
    if first and row[first].text in ("a", "an") and row[first - 1].text in _OPENS and first == 1:
        return named
    return named if opener in _KNOWN or opener.endswith("'s") else ()


def _just_before(text: Text, later: Sentence) -> Iterator[Sentence]:
    """The sentence before, or the one before that where nothing is told in between."""
    for earlier in text.before(later, _BACK):
        yield earlier
        if earlier.quantities or dates(earlier.row) or names(earlier.text):
            return


def _value(
    earlier: Sentence, phrase: Sequence[Item], what: What, later: Sentence
) -> Quantity | None:
    """The only value of its kind in a sentence whose subject is the measure and nothing more.

    More may be said of it where the later sentence says it too, of one year: "the response rate to
    the 2024 survey".
    """
    row = earlier.row
    values = [at for at, one in enumerate(row) if one.quantity and one.quantity.what is what]
    if len(values) != 1 or not row or row[0].text not in _SUBJECT:
        return None
    at = values[0]
    figure = row[at].quantity
    if figure is None or figure.soft or figure.ranged or row[at - 1].text not in _GIVES:
        return None
    named, measure, dated = roots(row[1:at]), roots(phrase), _dated(row)
    alike = dated == _dated(later.row) and measure <= named <= roots(later.row)
    return figure if named and (named == measure or (dated and measure and alike)) else None


def _dated(row: Sequence[Item]) -> tuple[str, str] | None:
    """The only date and the word that it stands before: "the 2024 survey", but not "of staff"."""
    dated = [at for at, one in enumerate(row) if one.tag == DATE]
    if len(dated) != 1 or len(row) < dated[0] + _NOUN or row[dated[0] + 1].tag != WORD:
        return None
    date, noun, following = row[dated[0] : dated[0] + _NOUN]
    narrowed = following.tag == OF or following.text in _NARROWING
    return None if narrowed else (date.text, noun.text)


def _told(given: Quantity) -> str:
    if given.what is What.DURATION:
        return f"{between(given.span.by(1 / HOURS[given.unit]))} {given.unit}s"
    said = between(given.span)
    return f"{given.unit}{said}" if given.what is What.MONEY else f"{said} percent"
