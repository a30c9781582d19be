"""A report of five parts and what a check could say of it, written by hand."""

from peelian.engines.publishing.checker.documents import Document, Kind, Passage, Table, Unread
from peelian.engines.publishing.checker.findings import About, Checked, Finding, Read, Verdict

RIGHT = "Of 748 files, 542 (72.5 percent) were sound."
WRONG = "In 587 of 748 files (73.4 percent) a plan was made."
OPEN = "Some 61 percent <b>agreed</b>."
PARAGRAPH = f"{RIGHT} {WRONG}"

DOCUMENT = Document(
    format="Markdown",
    parts=(
        Passage("What we found", "line 1", Kind.HEADING),
        Passage(PARAGRAPH, "line 3"),
        Passage(OPEN, "line 5", Kind.ITEM, list=1, level=1),
        Table(
            (("Kind", "Files"), ("Sound", "542"), ("Not sound", "206"), ("All", "750")),
            "line 7",
            "Files by kind & year",
        ),
    ),
    unread=(Unread("line 12", "a picture of text"),),
)


def span(text, words):
    """From and to of these words in a text."""
    first = text.index(words)
    return first, first + len(words)


def finding(verdict, sentence, printed, *, part=1, about=About.SHARE, place="line 3", **more):
    text = DOCUMENT.parts[part]
    first, last = span(text.text, sentence) if isinstance(text, Passage) else (0, 0)
    marks = (span(text.text, printed),) if isinstance(text, Passage) else more.pop("marks")
    return Finding(about, verdict, sentence, place, part, first, last, marks, printed, **more)


FINDINGS = (
    finding(Verdict.AGREES, RIGHT, "72.5 percent", computed="542 of 748 is 72.46 percent"),
    finding(
        Verdict.DOES_NOT_FOLLOW,
        WRONG,
        "73.4 percent",
        computed="587 of 748 is 78.48 percent",
        allowed="78.4 to 78.5 percent",
        because="No rounding leads from one to the other.",
    ),
    finding(
        Verdict.CANNOT, OPEN, "61 percent", part=2, place="line 5", because="no counts are given"
    ),
    finding(
        Verdict.DOES_NOT_FOLLOW,
        "Sound 542, Not sound 206, All 750",
        "750",
        part=3,
        place="line 7",
        about=About.TABLE,
        marks=((3, 1), (1, 1)),
        computed="542 + 206 = 748",
        allowed="748",
    ),
)
CHECKED = Checked(
    FINDINGS,
    Read(sentences=4, with_figures=3, figures=9, tables=1),
    (("line 5", "not a sentence"),),
)
NOTHING = Checked((), Read(sentences=4, with_figures=0, figures=0, tables=0))
