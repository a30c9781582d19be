"""What a check found, as the page shows it: what does not follow first, then the rest in tables."""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from peelian.engines.publishing.checker.annotated import annotated
from peelian.engines.publishing.checker.as_json import to_json
from peelian.engines.publishing.checker.documents import Document, Passage
from peelian.engines.publishing.checker.findings import Checked, Finding, Verdict
from peelian.engines.publishing.checker.summing import what_was_not_read
from peelian.web.components.parts import Column, SummaryRow, Table, TableCell, TableRow

# What is shown on the page; the files to keep hold every finding.
MOST_IN_FULL: Final = 100
MOST_IN_TABLE: Final = 200
MOST_UNREAD: Final = 50
# Of one file that travels within the page. Only the longest reports with thousands of findings come
# to more; those are for the command.
LARGEST_FILE: Final = 6_000_000


@dataclass(frozen=True)
class Piece:
    """A piece of a sentence; ``marked`` where the figure stands that is spoken of."""

    text: str
    marked: bool


@dataclass(frozen=True)
class Contradiction:
    """A finding that does not follow, in full: its figure, its sentence, and rows of facts."""

    printed: str
    pieces: tuple[Piece, ...]
    rows: tuple[SummaryRow, ...]


@dataclass(frozen=True)
class File:
    """A file to keep that was never one here: it travels in its own link. ``size`` is in words."""

    text: str
    name: str
    url: str
    size: str


def contradictions(document: Document, checked: Checked) -> tuple[Contradiction, ...]:
    """What does not follow, in reading order, as many as the page shows."""
    found = with_verdict(checked, Verdict.DOES_NOT_FOLLOW)[:MOST_IN_FULL]
    return tuple(
        Contradiction(one.printed, tuple(_pieces(document, one)), tuple(_facts(one)))
        for one in found
    )


def with_verdict(checked: Checked, verdict: Verdict) -> tuple[Finding, ...]:
    """The findings with one verdict, in reading order."""
    return tuple(one for one in checked.findings if one.verdict is verdict)


def agreeing(checked: Checked) -> Table | None:
    """What agrees, with what it was held against; None where nothing does."""
    return _table(
        _("What agrees"),
        _("Sentence, and what was recomputed"),
        [
            (one, _joined(one.computed, one.allowed))
            for one in with_verdict(checked, Verdict.AGREES)[:MOST_IN_TABLE]
        ],
    )


def unchecked(checked: Checked) -> Table | None:
    """What cannot be checked, with the reason; None where everything could be."""
    return _table(
        _("What cannot be checked"),
        _("Sentence, and why not"),
        [(one, one.because) for one in with_verdict(checked, Verdict.CANNOT)[:MOST_IN_TABLE]],
    )


def left_out(checked: Checked) -> str:
    """That some findings are not on the page, where that is so."""
    caps = (
        (Verdict.DOES_NOT_FOLLOW, MOST_IN_FULL),
        (Verdict.AGREES, MOST_IN_TABLE),
        (Verdict.CANNOT, MOST_IN_TABLE),
    )
    number = sum(max(0, len(with_verdict(checked, one)) - most) for one, most in caps)
    if not number:
        return ""
    return ngettext(
        "{number} finding is not shown on this page; the files to keep hold all of them.",
        "{number} findings are not shown on this page; the files to keep hold all of them.",
        number,
    ).format(number=f"{number:,}")


def not_read(document: Document, checked: Checked) -> tuple[str, ...]:
    """A line for each part that could not be read."""
    found = what_was_not_read(document, checked)
    shown = [f"{place}: {why}" for place, why in found[:MOST_UNREAD]]
    if len(found) > MOST_UNREAD:
        shown.append(_("and {number} more").format(number=f"{len(found) - MOST_UNREAD:,}"))
    return tuple(shown)


def files(document: Document, checked: Checked, *, title: str) -> tuple[File, ...]:
    """The whole report with its figures marked, and the findings as data.

    Each lies in its link, so that whoever wants it need not send the report again and nothing has
    to be kept here until then. One that is too large for a link is left out.
    """
    made = (
        (
            _("The whole report with its figures marked (HTML)"),
            "checked-report.html",
            "text/html",
            annotated(document, checked, title=title),
        ),
        (
            _("All findings as data (JSON)"),
            "checked-report.json",
            "application/json",
            to_json(document, checked),
        ),
    )
    return tuple(
        File(text, name, _link(kind, content), f"{-(-len(content) // 1000):,} kB")
        for text, name, kind, content in (
            (text, name, kind, made_of.encode("utf-8", "replace"))
            for text, name, kind, made_of in made
        )
        if len(content) <= LARGEST_FILE
    )


def _link(kind: str, content: bytes) -> str:
    return f"data:{kind};charset=utf-8;base64,{b64encode(content).decode()}"


def _pieces(document: Document, one: Finding) -> Iterator[Piece]:
    """The sentence, cut where its marks begin and end; whole where they lie in a table."""
    part = document.parts[one.part]
    within = (
        sorted((max(a, one.start), min(b, one.end)) for a, b in one.marks)
        if isinstance(part, Passage) and part.text[one.start : one.end] == one.sentence
        else []
    )
    at = one.start
    for first, last in within:
        first = max(first, at)
        if last <= first:
            continue
        yield Piece(one.sentence[at - one.start : first - one.start], marked=False)
        yield Piece(one.sentence[first - one.start : last - one.start], marked=True)
        at = last
    yield Piece(one.sentence[at - one.start :], marked=False)


def _facts(one: Finding) -> Iterator[SummaryRow]:
    for key, value in (
        (_("Where"), one.place),
        (_("What was recomputed"), one.computed),
        (_("What rounding allows"), one.allowed),
        (_("Why it does not follow"), one.because),
    ):
        if value:
            yield SummaryRow(key, capfirst(value))


def _table(caption: str, heading: str, found: Sequence[tuple[Finding, str]]) -> Table | None:
    """Two columns, so that a telephone has room for the sentence."""
    if not found:
        return None
    rows = tuple(
        TableRow(
            (
                TableCell(one.printed, under=one.place),
                TableCell(one.sentence, under=capfirst(words)),
            )
        )
        for one, words in found
    )
    return Table(caption, (Column(_("Figure")), Column(heading)), rows, caption_hidden=True)


def _joined(computed: str, allowed: str) -> str:
    """What was recomputed and what rounding allows, as far as they are given."""
    if not allowed:
        return computed
    return _("{computed}; rounding allows {allowed}").format(computed=computed, allowed=allowed)
