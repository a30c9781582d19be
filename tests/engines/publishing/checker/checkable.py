"""What can be checked in the seed report: figures, their lines, and how they hang together.

Worked out by hand and recomputed here with fractions alone: nothing of the checker is used. A
relation is broken only where no rounding and no usual level of confidence saves it.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction


@dataclass(frozen=True)
class Figure:
    """A printed number: ``text`` stands on ``line`` right after ``before``, and only there."""

    line: int
    before: str
    text: str
    words: bool = False


@dataclass(frozen=True)
class Relation:
    """Figures, by name, and whether printed numbers in their places contradict each other.

    ``beside`` are figures of the same sentence that a reader may take in their stead.
    """

    name: str
    figures: Mapping[str, Figure]
    broken: Callable[[Mapping[str, str]], bool]
    beside: Mapping[str, Figure] = field(default_factory=dict)


def exact(printed: str) -> Fraction:
    return Fraction(printed)


def ends(printed: str) -> tuple[Fraction, Fraction]:
    """The least and the most that rounds to a printed number."""
    half = Fraction(1, 2) / 10 ** len(printed.partition(".")[2])
    return exact(printed) - half, exact(printed) + half


def share_is_broken(numbers: Mapping[str, str]) -> bool:
    low, high = ends(numbers["percent"])
    return not low <= 100 * exact(numbers["part"]) / exact(numbers["whole"]) <= high


def share_of_any_is_broken(numbers: Mapping[str, str]) -> bool:
    """Whether the percentage is that of none of several parts: of held, lower or vacant posts."""
    wanted = {name: numbers[name] for name in ("percent", "whole")}
    parts = [value for name, value in numbers.items() if name not in wanted]
    return all(share_is_broken({**wanted, "part": one}) for one in parts)


def sum_is_broken(numbers: Mapping[str, str]) -> bool:
    parts = [exact(value) for name, value in numbers.items() if name != "total"]
    return sum(parts) != exact(numbers["total"])


def no_total_fits_both(numbers: Mapping[str, str]) -> bool:
    """Whether no number of sergeants makes the two counts the two percentages."""
    wholes = []
    for count, percent in (("first", "first percent"), ("second", "second percent")):
        (low, high), part = ends(numbers[percent]), exact(numbers[count])
        wholes.append(range(math.ceil(100 * part / high), math.floor(100 * part / low) + 1))
    return max(one.start for one in wholes) >= min(one.stop for one in wholes)


def margin_is_too_wide(numbers: Mapping[str, str]) -> bool:
    """Whether the margin is wider than any population makes it, at 99 per cent confidence even."""
    shares = [end / 100 for end in ends(numbers["percent"])]
    widest = max(one * (1 - one) for one in (*shares, sum(shares) / 2))
    squared = widest / exact(numbers["sample"]) * Fraction("2.576") ** 2
    least = ends(numbers["margin"])[0] / 100
    return least > 0 and least**2 > squared


def money_is_broken(numbers: Mapping[str, str]) -> bool:
    (part_low, part_high), (low, high) = ends(numbers["part"]), ends(numbers["whole"])
    percent_low, percent_high = ends(numbers["percent"])
    return 100 * part_high / low < percent_low or 100 * part_low / high > percent_high


def mean_is_too_low(numbers: Mapping[str, str]) -> bool:
    """Seven days are 168 hours."""
    return ends(numbers["mean"])[1] < ends(numbers["percent"])[0] / 100 * 168


def list_is_broken(numbers: Mapping[str, str]) -> bool:
    return numbers["length"] != "four"


def share(name: str, line: int, percent: tuple[str, str], part: tuple[str, str], whole: str):
    """A percentage with its counts: "... 72.5 percent ... (542 of 748 ..."."""
    return Relation(
        name,
        {
            "percent": Figure(line, *percent),
            "part": Figure(line, *part),
            "whole": Figure(line, f"{part[0]}{part[1]} of ", whole),
        },
        share_is_broken,
    )


POSTS = {
    "total": Figure(165, "the force had ", "307"),
    "held": Figure(165, "it only had ", "127"),
    "lower": Figure(165, "with ", "115"),
    "vacant": Figure(165, "level, and ", "65"),
}
RELATIONS = (
    Relation(
        "reasonable grounds",
        {
            "sample": Figure(59, "a sample of ", "235"),
            "percent": Figure(59, "we estimate that ", "80"),
            "margin": Figure(59, "+/- ", "5.0"),
        },
        margin_is_too_wide,
    ),
    Relation("posts add up", POSTS, sum_is_broken),
    Relation(
        "posts held",
        {
            "percent": Figure(165, "only ", "41"),
            "part": POSTS["held"],
            "whole": POSTS["total"],
        },
        share_of_any_is_broken,
        beside={"lower": POSTS["lower"], "vacant": POSTS["vacant"]},
    ),
    Relation(
        "attendance",
        {
            "mean": Figure(201, "related incidents was ", "22"),
            "percent": Figure(201, "And in ", "41"),
        },
        mean_is_too_low,
    ),
    share("balance", 262, ("survey, ", "72.5"), ("respondents (", "542"), "748"),
    share("officers' balance", 262, ("with only ", "56.8"), ("balance (", "167"), "294"),
    share("debriefs", 267, ("only ", "37.1"), ("responded (", "109"), "294"),
    Relation(
        "sergeants",
        {
            "first": Figure(277, "confirmed that ", "94"),
            "first percent": Figure(277, "course (", "29"),
            "second": Figure(277, "and ", "67"),
            "second percent": Figure(277, "sergeants (", "20"),
        },
        no_total_fits_both,
    ),
    share("reviews had", 287, ("survey, ", "88.4"), ("respondents (", "661"), "748"),
    share("reviews valued", 289, ("found that ", "67.9"), ("12 months (", "449"), "661"),
    share("reviews effective", 289, ("Only ", "56.6"), ("a PDR (", "374"), "661"),
    Relation("pillars", {"length": Figure(307, "It has ", "four", words=True)}, list_is_broken),
    share("feedback", 320, ("that only ", "57.4"), ("respondents (", "429"), "748"),
    share("ideas", 320, ("and only ", "53.3"), ("percent (", "399"), "748"),
    Relation(
        "council tax",
        {
            "whole": Figure(327, "a total of £", "247"),
            "part": Figure(327, "precept is £", "89"),
            "percent": Figure(327, "which is ", "36.1"),
        },
        money_is_broken,
    ),
)
"""Every relation of the report that a reader could recompute."""

ALWAYS_BROKEN = (
    share("training", 284, ("found that ", "78.4"), ("respondents (", "587"), "748"),
    share("skills", 284, ("and ", "76.4"), ("respondents (", "571"), "748"),
    RELATIONS[3],
)
"""The three that contradict each other in the report as it was published."""
