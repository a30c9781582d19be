"""Puts the runs of a Word paragraph together: insertions read, deletions and marks of notes not."""

from dataclasses import dataclass, field

from lxml import etree

from peelian.engines.publishing.checker.reading.characters import raised
from peelian.engines.publishing.checker.reading.trees import local, value
from peelian.engines.publishing.checker.reading.word_styles import Styles

_NOTE_MARKS = ("footnoteReference", "endnoteReference", "footnoteRef", "endnoteRef")
_REVIEW = ("del", "moveFrom", "delText", "delInstrText", "commentReference", "annotationRef")
_LEFT_OUT = frozenset(
    ("pPr", "rPr", "sdtPr", "sdtEndPr", "instrText", "rt", "Fallback", *_NOTE_MARKS, *_REVIEW)
)
_PICTURES = frozenset({"drawing", "pict", "object"})


@dataclass
class Runs:
    """The text of a paragraph, the text boxes anchored in it, and what could not be read."""

    pieces: list[str] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text; forced line breaks are newlines."""
        return "".join(self.pieces)


def runs_of(paragraph: etree._Element, styles: Styles) -> Runs:
    """Everything within ``paragraph`` (``w:p``)."""
    runs = Runs()
    _gather(paragraph, styles, runs)
    return runs


def _gather(element: etree._Element, styles: Styles, runs: Runs) -> None:
    for child in element:
        name = local(child)
        if name in _LEFT_OUT and not (name == "Fallback" and len(element) == 1):
            continue
        if name == "r":
            _run(child, styles, runs)
        elif name in _PICTURES:
            _picture(child, runs)
        elif name == "t":
            runs.pieces.append(child.text or "")
        elif name in ("br", "cr"):
            runs.pieces.append("\n\n" if value(child, "type") in ("page", "column") else "\n")
        elif name in ("tab", "ptab"):
            runs.pieces.append(" ")
        elif name == "noBreakHyphen":
            runs.pieces.append("‑")
        else:
            _gather(child, styles, runs)


def _run(run: etree._Element, styles: Styles, runs: Runs) -> None:
    properties = run.find("{*}rPr")
    if styles.is_hidden(properties):
        return
    if not styles.is_raised(properties):
        _gather(run, styles, runs)
        return
    inner = Runs(boxes=runs.boxes, unread=runs.unread)
    _gather(run, styles, inner)
    runs.pieces.append(raised(inner.text))


def _picture(drawing: etree._Element, runs: Runs) -> None:
    boxes = list(drawing.iter("{*}txbxContent"))
    runs.boxes += [box for box in boxes if not _within_another(box)]
    names = {local(one) for one in drawing.iter()}
    if "chart" in names:
        runs.unread.append("a chart: its figures are not read")
    elif "relIds" in names:
        runs.unread.append("a diagram: its words are not read")
    elif names & {"pic", "imagedata"} and "decorative" not in names:
        runs.unread.append("a picture: what it shows is not read")
    elif "OLEObject" in names:
        runs.unread.append("an embedded object: what it shows is not read")


def _within_another(box: etree._Element) -> bool:
    return any(local(above) in ("txbxContent", "Fallback") for above in box.iterancestors())
