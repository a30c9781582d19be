"""Checks a report: looks for every kind of claim, and says of the rest why it cannot be checked."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from peelian.engines.publishing.checker.claims import growth_words
from peelian.engines.publishing.checker.claims.averages import averages, divided, extremes, mean_of
from peelian.engines.publishing.checker.claims.changes import changes
from peelian.engines.publishing.checker.claims.lists import lists
from peelian.engines.publishing.checker.claims.margins import margins
from peelian.engines.publishing.checker.claims.margins.levels import levels_in
from peelian.engines.publishing.checker.claims.money import money
from peelian.engines.publishing.checker.claims.rates import one_in, paces, rates
from peelian.engines.publishing.checker.claims.repeats import repeats
from peelian.engines.publishing.checker.claims.saying import finding
from peelian.engines.publishing.checker.claims.shares import shares
from peelian.engines.publishing.checker.claims.sums import sums
from peelian.engines.publishing.checker.claims.tables import tables
from peelian.engines.publishing.checker.claims.worded import words
from peelian.engines.publishing.checker.documents import Document, Unread
from peelian.engines.publishing.checker.findings import About, Checked, Finding, Read, Verdict
from peelian.engines.publishing.checker.language.item import Item
from peelian.engines.publishing.checker.language.quantities import What
from peelian.engines.publishing.checker.language.text import Text, text_of, with_figures

CLAIMS: Final[tuple[Callable[[Text], Iterator[Finding]], ...]] = (
    shares.find,
    averages.find,
    divided.find,
    mean_of.find,
    extremes.find,
    repeats.find,
    changes.find,
    words.find,
    sums.find,
    money.find,
    lists.find,
    margins.find,
    rates.find,
    one_in.find,
    paces.find,
    tables.find,
)
"""What finds each kind of claim, in no order that matters."""


def check(document: Document) -> Checked:
    """Recompute everything in a report that can be recomputed."""
    text = text_of(document)
    found, missed = sought(text)
    kept = settled(found)
    kept += unsupported(text, kept)
    kept.sort(key=lambda one: (one.part, one.marks[:1], one.verdict))
    unread = (*document.unread, *text.unread, *missed)
    return Checked(tuple(kept), _read(text), tuple((one.place, one.why) for one in unread))


def sought(text: Text) -> tuple[list[Finding], list[Unread]]:
    """What every kind of claim finds, and which kinds could not look through the whole report.

    A report comes from anybody. Figures with which nobody reckoned end one kind of claim and not
    the check, and the reader is told.
    """
    found: list[Finding] = []
    missed: list[Unread] = []
    for find in CLAIMS:
        try:
            for one in find(text):
                found.append(one)  # what was found before a fault is kept
        except (ArithmeticError, ValueError, TypeError):
            kind = find.__module__.rpartition(".")[2].replace("_", " ")
            missed.append(Unread("the whole report", f"{kind}: {UNRECKONED}"))
    return found, missed


UNRECKONED: Final = (
    "not all could be checked, since some figure was one that cannot be reckoned with"
)


def settled(found: Iterable[Finding]) -> list[Finding]:
    """One verdict for each judged figure and kind of reading, the kindest that is plain.

    A figure that one reading explains is not refused by another: nobody knows which was meant.
    What cannot be checked in one way is not mentioned where another way could.
    """
    once = list(dict.fromkeys(found))
    agreed = {_judged(one) for one in once if one.verdict is Verdict.AGREES}
    refused = {_judged(one) for one in once if one.verdict is Verdict.DOES_NOT_FOLLOW} - agreed
    kept = []
    said = set()
    for one in once:
        judged = _judged(one)
        if (judged, one.about, one.verdict) in said:
            continue
        said.add((judged, one.about, one.verdict))
        if one.verdict is Verdict.DOES_NOT_FOLLOW and judged in agreed:
            continue
        if one.verdict is Verdict.CANNOT and judged in agreed | refused:
            continue
        kept.append(one)
    return kept


def unsupported(text: Text, kept: Iterable[Finding]) -> list[Finding]:
    """Every percentage that no claim explains, with what is missing; no level of confidence."""
    spoken = {(one.part, mark) for one in kept for mark in one.marks}
    return [
        finding(sentence, About.SHARE, Verdict.CANNOT, (figure,), because=_why(sentence.row, at))
        for sentence in with_figures(text)
        for at, item in enumerate(sentence.row)
        if (figure := item.quantity) is not None
        and figure.what is What.PERCENT
        and (sentence.part, (figure.start, figure.end)) not in spoken
        and figure not in levels_in(sentence.row)
    ]


def _why(row: Sequence[Item], at: int) -> str:
    if growth_words.is_growth(row, at):
        return "the report gives no numbers for before and after"
    return "the report gives no counts for it"


def _judged(one: Finding) -> tuple[int, tuple[int, int]]:
    return one.part, one.marks[0]


def _read(text: Text) -> Read:
    figured = list(with_figures(text))
    return Read(
        sentences=len(text.sentences),
        with_figures=len(figured),
        figures=sum(len(one.quantities) for one in figured) + _in_tables(text),
        tables=len(text.tables),
        pages=text.document.pages,
    )


def _in_tables(text: Text) -> int:
    """How many cells under the headings of tables hold a number."""
    return sum(
        any(sign.isdigit() for sign in cell)
        for _, table in text.tables
        for row in table.rows[table.heads :]
        for cell in row
    )
