"""The whole report as it was read, with every checked figure marked: one page of HTML by itself.

It opens from a disk, asks no other file and runs nothing: no scripts, no addresses but those within
the page. Everything that came from the report is escaped (T44, C-WEB-1). A mark carries a verdict
in words, the same way a note does, so that nothing rests on colour alone; each note links to its
figure and back.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

from peelian.engines.publishing.checker.annotated_style import STYLE
from peelian.engines.publishing.checker.documents import Document, Kind, Passage, Table
from peelian.engines.publishing.checker.findings import Checked, Finding, Verdict
from peelian.engines.publishing.checker.lines import said
from peelian.engines.publishing.checker.marking import marked
from peelian.engines.publishing.checker.summing import (
    HONEST,
    ORDER,
    answer,
    what_was_not_read,
    what_was_read,
)

Numbered = tuple[int, Finding]
# What a list of findings of one verdict is called.
CHAPTERS: Final = {
    Verdict.DOES_NOT_FOLLOW: "What does not follow",
    Verdict.AGREES: "What agrees",
    Verdict.CANNOT: "What cannot be checked",
}
CLASSES: Final = {
    Verdict.DOES_NOT_FOLLOW: "wrong",
    Verdict.AGREES: "agrees",
    Verdict.CANNOT: "open",
}
POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def annotated(document: Document, checked: Checked, *, title: str = "Checked report") -> str:
    """The page. ``title`` is shown and escaped; it names the report, not a verdict."""
    return "\n".join(_page(document, checked, escape(title)))


def _page(document: Document, checked: Checked, title: str) -> Iterator[str]:
    yield "<!DOCTYPE html>"
    yield '<html lang="en-GB">'
    yield '<head><meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    yield '<meta name="referrer" content="no-referrer">'
    yield f"<title>{title}</title><style>{STYLE}</style></head>"
    yield '<body><a class="skip" href="#report">Skip to the report</a>'
    yield f"<header><p>Peelian</p></header><main><h1>{title}</h1>"
    yield f'<p class="answer">{escape(answer(checked))}</p>'
    yield f"<p>{HONEST}</p>"
    yield from _reading(document, checked)
    yield from _notes(checked)
    yield f'<section class="report" id="report" aria-label="The report as it was read">{_LEGEND}'
    yield from _report(document, checked)
    yield "</section></main></body></html>"


_LEGEND: Final = (
    '<h2>The report as it was read</h2><p class="legend">A figure that was checked is underlined, '
    "with its verdict and the number of its note behind it: "
    + ", ".join(
        f'<mark class="{CLASSES[one]}">figure <span>[{one.value}]</span></mark>' for one in ORDER
    )
    + ".</p>"
)


def _reading(document: Document, checked: Checked) -> Iterator[str]:
    yield f"<h2>What was read</h2><p>{escape(what_was_read(document, checked))}</p>"
    unread = what_was_not_read(document, checked)
    if unread:
        yield "<h3>What could not be read</h3><ul>"
        for place, why in unread:
            yield f"<li>{escape(place)}: {escape(why)}</li>"
        yield "</ul>"


def _notes(checked: Checked) -> Iterator[str]:
    """The findings, what has to be looked at first; each keeps its number in reading order."""
    numbered = list(enumerate(checked.findings, start=1))
    for verdict in ORDER:
        chosen = [pair for pair in numbered if pair[1].verdict is verdict]
        if not chosen:
            continue
        yield f'<h2>{CHAPTERS[verdict]} ({len(chosen):,})</h2><ol class="notes">'
        for number, one in chosen:
            yield (
                f'<li id="note-{number}" value="{number}"><p><strong>{escape(one.printed)}</strong>'
                f' <span class="verdict {CLASSES[verdict]}">{verdict.value}</span>'
                f' <span class="place">{escape(one.place)}, {one.about.value}</span></p>'
                f"<blockquote>{escape(one.sentence)}</blockquote><p>{escape(said(one))}</p>"
                f'<p><a href="#figure-{number}">See it in the report (note {number})</a></p></li>'
            )
        yield "</ol>"


def _report(document: Document, checked: Checked) -> Iterator[str]:
    by_part: dict[int, list[Numbered]] = defaultdict(list)
    for number, one in enumerate(checked.findings, start=1):
        by_part[one.part].append((number, one))
    listed = False
    for order, part in enumerate(document.parts):
        found = by_part[order]
        item = isinstance(part, Passage) and part.kind is Kind.ITEM
        if item != listed:
            yield "<ul>" if item else "</ul>"
            listed = item
        yield _table(part, found) if isinstance(part, Table) else _passage(part, found)
    if listed:
        yield "</ul>"


def _passage(part: Passage, found: Sequence[Numbered]) -> str:
    text = marked(
        part.text,
        [(number, one.verdict, mark) for number, one in found for mark in _spans(one, part)],
        classes=CLASSES,
    )
    place = f'<span class="place">{escape(part.place)}</span>'
    if part.kind is Kind.HEADING:
        return f'<p class="heading" role="heading" aria-level="3">{text} {place}</p>'
    if part.kind is Kind.ITEM:
        return f'<li class="level-{min(max(part.level, 1), 4)}">{text} {place}</li>'
    return f"<p>{text} {place}</p>"


def _spans(one: Finding, part: Passage) -> tuple[tuple[int, int], ...]:
    """The marks of a finding; of one that marks nothing, its sentence."""
    whole = (one.start, one.end or len(part.text))
    return one.marks or (whole,)


def _table(part: Table, found: Sequence[Numbered]) -> str:
    judged: dict[tuple[int, int], list[Numbered]] = defaultdict(list)
    grounds: set[tuple[int, int]] = set()
    begun: set[int] = set()
    for number, one in found:
        for mark in one.marks[:1]:
            judged[mark].append((number, one))
        if one.verdict is Verdict.DOES_NOT_FOLLOW:
            grounds.update(one.marks[1:])
    rows = []
    for order, row in enumerate(part.rows):
        made = []
        for column, text in enumerate(row):
            here = judged.get((order, column), ())
            inner = marked(
                text,
                [(number, one.verdict, (0, len(text))) for number, one in here],
                classes=CLASSES,
                begun=begun,
            )
            if not here and (order, column) in grounds:
                inner = f'<mark class="ground">{inner}</mark>'
            tag, scope = _cell(part, order, column, text)
            made.append(f"<{tag}{scope}>{inner}</{tag}>")
        rows.append(f"<tr>{''.join(made)}</tr>")
    caption = " ".join(one for one in (part.caption, f"({part.place})") if one)
    # What marks no cell is about the table as a whole.
    about_all = [
        (number, one.verdict, (0, len(caption))) for number, one in found if number not in begun
    ]
    return (
        f'<div class="scroll" role="region" tabindex="0" aria-label="{escape(caption)}"><table>'
        f"<caption>{marked(caption, about_all, classes=CLASSES)}</caption>"
        f"{''.join(rows)}</table></div>"
    )


def _cell(part: Table, order: int, column: int, text: str) -> tuple[str, str]:
    """The tag of a cell: headings above, and the words that open a row beside its figures."""
    if order < part.heads:
        return "th", ' scope="col"'
    if column == 0 and text and not text[0].isdigit():
        return "th", ' scope="row"'
    return "td", ""
