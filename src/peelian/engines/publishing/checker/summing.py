"""What a check found and what it rests on, in sentences that every door shows alike."""

from peelian.engines.publishing.checker.documents import Document
from peelian.engines.publishing.checker.findings import Checked, Verdict

# What has to be looked at stands first.
ORDER = (Verdict.DOES_NOT_FOLLOW, Verdict.AGREES, Verdict.CANNOT)
NOTHING = "No figure was found that follows from another, so there was nothing to check."
HONEST = (
    "A check finds figures of one report that contradict each other. It does not know whether a "
    "figure is true, and a report without a contradiction may still be wrong."
)


def tally(checked: Checked) -> str:
    """How many findings have each verdict: ``agrees 21, does not follow 3, cannot be …``."""
    return ", ".join(f"{verdict.value} {number:,}" for verdict, number in checked.counted().items())


def answer(checked: Checked) -> str:
    """The sentence that sums up: ``3 figures do not follow from each other, 21 agree, …``."""
    if not checked.findings:
        return NOTHING
    counts = checked.counted()
    wrong, right, open_ = (counts[verdict] for verdict in ORDER)
    first = (
        "No figure contradicts another"
        if not wrong
        else f"{wrong:,} figure{'' if wrong == 1 else 's'} "
        f"{'does' if wrong == 1 else 'do'} not follow from others in the report"
    )
    return f"{first}, {right:,} agree{'s' if right == 1 else ''}, {open_:,} cannot be checked."


def what_was_read(document: Document, checked: Checked) -> str:
    """How much of the report was read: sentences, figures, tables, and pages if it has them."""
    read = checked.read
    counted = [
        _some(read.sentences, "sentence"),
        _some(read.with_figures, "of them with figures", "of them with figures"),
        _some(read.figures, "figure"),
        _some(read.tables, "table"),
    ]
    pages = read.pages or document.pages
    if pages:
        counted.insert(0, _some(pages, "page"))
    return f"Read as {document.format}: {', '.join(counted)}."


def what_was_not_read(document: Document, checked: Checked) -> tuple[tuple[str, str], ...]:
    """(place, why) of each part that could not be read, each once, in order."""
    found = [*((one.place, one.why) for one in document.unread), *checked.unread]
    return tuple(dict.fromkeys(found))


def _some(number: int, one: str, more: str = "") -> str:
    return f"{number:,} {one if number == 1 else more or f'{one}s'}"
