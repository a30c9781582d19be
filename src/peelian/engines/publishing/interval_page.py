"""The page on likely ranges and samples as Markdown: what each method assumes and how it fares."""

from collections.abc import Iterable, Iterator, Sequence

from peelian.engines.publishing.markdown import MADE, plain, row, whole
from peelian.numbers.coverage import SEED, TRIALS, Coverage
from peelian.numbers.estimates import CORRECTED_ABOVE, FEW
from peelian.numbers.interval import METHODS

HOUSE = (
    f"- A share estimated from a sample has the interval that its planner named. Where none was "
    f"named: Clopper-Pearson exact under {FEW} records, Wilson score otherwise, with finite "
    f"population correction where more than {CORRECTED_ABOVE:.0%} of the list was drawn. These "
    "bounds are Peelian's default and nobody's rule.",
    "- To reproduce the inspectorate's margins name the normal approximation with finite "
    "population correction: 188 of 235 gives ± 5.0 points for every list of 3,706 to 9,386 "
    "records, and neither Wilson (± 5.1) nor Clopper-Pearson (± 5.3) does.",
    "- Where a list was divided into strata, each record stands for as many as its stratum has for "
    "each one drawn. Samples of several lists are kept apart and each weighted back to its own.",
    "- Files chosen for a purpose, whoever answered a survey, and all there were have a value and "
    "no interval, and the figure says so. One such sample in a figure takes its interval away.",
    "- Two samples differ clearly where the interval of their difference leaves out nought. From "
    "75.4% to 80.0%, with about 240 files each, is no clear change.",
    "- Agreement of two reviewers is the share of files on which they agree, and Cohen's kappa, "
    "which takes away what chance alone would bring.",
)


def interval_page(found: Iterable[Coverage]) -> str:
    """The page, with how often each method held the truth."""
    worlds = tuple(found)
    lines = ["# Likely ranges and samples", "", MADE, ""]
    lines += [
        "A likely range is a 95% interval: of 100 samples drawn like this one, the ranges of about",
        "95 hold the truth. It says how far chance can move a figure, and nothing of mistakes in",
        "recording or marking.",
        "",
        "## Which range is drawn",
        "",
        *map(plain, HOUSE),
        "",
        "## How often each holds the truth",
        "",
        f"For each line a world was invented whose truth is known, and {TRIALS:,} samples were "
        f"drawn from it (seed {SEED}). A method that covers less than 95% there is too sure of "
        "itself; one that covers more is wider than it need be. Chance alone moves these numbers "
        "by about 0.6 of a point.",
        "",
    ]
    for key, method in METHODS.items():
        lines += [f"### {plain(method.name)}", "", f"`{key}`: {plain(method.assumes)}", ""]
        lines += [f"Source: {plain(method.source)}.", ""]
        lines += [*_table([one for one in worlds if one.method == key]), ""]
    return whole(lines)


def _table(found: Sequence[Coverage]) -> Iterator[str]:
    some_without = any(one.without for one in found)
    head = ["Samples of", "Held the truth", *(["Had no range"] if some_without else [])]
    yield row(head)
    yield row("---" for _name in head)
    for one in found:
        cells = [plain(one.words), f"{one.share:.1%}"]
        yield row([*cells, f"{one.without:,} of {one.trials:,}"] if some_without else cells)
