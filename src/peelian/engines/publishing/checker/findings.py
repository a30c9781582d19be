"""What the checker says of one printed figure: what follows from what, and how far."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum


class Verdict(StrEnum):
    """The three things that can be said of a printed figure."""

    AGREES = "agrees"
    DOES_NOT_FOLLOW = "does not follow"
    CANNOT = "cannot be checked"


class About(StrEnum):
    """What kind of claim was recomputed."""

    SHARE = "percentage and counts"
    SUM = "parts and their sum"
    RATE = "rate and population"
    MARGIN = "margin and sample"
    CHANGE = "difference or growth"
    REPEAT = "one figure, printed twice"
    AVERAGE = "average and its tail"
    WORDS = "word for a quantity"
    LIST = "list and its length"
    TABLE = "table"


@dataclass(frozen=True)
class Finding:
    """One claim, recomputed.

    ``part`` numbers the passage or table in the document; ``start`` and ``end`` bound the sentence
    in its text. ``marks`` are the (start, end) of the figures concerned, in the text of the
    passage; in a table they are (row, column). ``printed`` is the figure as it stands there,
    ``computed`` what was recomputed and how, ``allowed`` the range that rounding allows, and
    ``because`` the reason of a verdict that is not ``agrees``.
    """

    about: About
    verdict: Verdict
    sentence: str
    place: str
    part: int
    start: int
    end: int
    marks: tuple[tuple[int, int], ...]
    printed: str
    computed: str = ""
    allowed: str = ""
    because: str = ""


@dataclass(frozen=True)
class Read:
    """How much was read: sentences, those with figures in them, tables, and pages if there are."""

    sentences: int
    with_figures: int
    figures: int
    tables: int
    pages: int = 0


@dataclass(frozen=True)
class Checked:
    """A report and everything found in it, in reading order."""

    findings: tuple[Finding, ...]
    read: Read
    unread: tuple[tuple[str, str], ...] = field(default=())

    def counted(self) -> dict[Verdict, int]:
        """How many findings have each verdict, all three named."""
        return counted(self.findings)


def counted(findings: Iterable[Finding]) -> dict[Verdict, int]:
    """How many findings have each verdict; 0 for a verdict that none has."""
    counts = Counter(one.verdict for one in findings)
    return {verdict: counts[verdict] for verdict in Verdict}
