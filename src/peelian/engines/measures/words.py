"""Numbers in words, one way for pages, manual, command line and examples.

One decimal place for percentages from 100 or more cases, none below; thousands with commas;
ranges as "likely range … to …".
"""

from dataclasses import dataclass

from peelian.engines.measures.cells import Cell
from peelian.engines.measures.kinds import Count, Measure, Rate, RateRatio, Share, Typical
from peelian.engines.measures.sampled import Sampled
from peelian.engines.measures.status import Status

# Below this many cases a decimal place would pretend to a precision that is not there.
CASES_FOR_A_DECIMAL = 100
# A rate below this is rounded to nought.
LEAST_RATE = 0.01
# From here on a time in minutes is hard to picture.
MINUTES_FOR_HOURS = 120


def value_in_words(cell: Cell, measure: Measure, value: float | None) -> str:
    """A value, or a limit of its interval, in the unit of the measure; a dash where none is."""
    if value is None:
        return "–"
    match measure:
        case Share():
            return _percentage(value, cell.denominator or 0)
        case Rate() if 0 < value < LEAST_RATE:
            # Something is not nothing: 0.00 would read as none at all.
            return f"under {LEAST_RATE}"
        case Rate():
            return f"{value:,.2f}" if value < 10 else f"{value:,.1f}"
        case RateRatio():
            return f"{value:.2f}"
        case Typical():
            return f"{value:,.1f}"
        case _:
            return f"{value:,.0f}"


def unit_in_words(measure: Measure) -> str:
    """What a value of this measure is, for the head of a column."""
    match measure:
        case Share():
            return "share"
        case Rate(base=base):
            return f"per {base:,} residents"
        case RateRatio(compared=(one, other)):
            return f"times as high in {one} as in {other}"
        case Typical(unit=unit):
            return f"median, {unit}"
        case _:
            return "number"


def range_in_words(cell: Cell, measure: Measure) -> str:
    """The interval as readers meet it; empty where the cell has none."""
    if cell.lower is None or cell.upper is None:
        return ""
    low = value_in_words(cell, measure, cell.lower)
    return f"likely range {low} to {value_in_words(cell, measure, cell.upper)}"


def counts_in_words(cell: Cell, measure: Measure) -> str:
    """The counts under a value: "382 of 6,049"."""
    if cell.numerator is None:
        return ""
    if cell.denominator is None:
        return f"{cell.numerator:,}"
    joiner = "against" if isinstance(measure, RateRatio) else "of"
    if isinstance(measure, Rate):
        return f"{cell.numerator:,} among {cell.denominator:,} residents"
    return f"{cell.numerator:,} {joiner} {cell.denominator:,}"


@dataclass(frozen=True)
class Tail:
    """What stands beside a median, in words; empty where the measure does not ask for it."""

    ninth: str
    over: str
    mean: str


def tail_in_words(cell: Cell, measure: Measure) -> Tail | None:
    """The 90th centile, the cases over the limit and the mean; None for other kinds."""
    if not isinstance(measure, Typical) or cell.value is None:
        return None
    parts, over = cell.parts, ""
    if "share over limit" in parts:
        counted, limited = int(parts["over the limit"]), int(parts["limit known"])
        share = _percentage(parts["share over limit"], limited)
        over = f"{counted:,} of {limited:,} ({share})"
    return Tail(
        ninth=quantity_in_words(parts["90th centile"], measure.unit),
        over=over,
        mean=quantity_in_words(parts["mean"], measure.unit) if "mean" in parts else "",
    )


def quantity_in_words(value: float, unit: str) -> str:
    """A quantity with its unit; long times in minutes also in hours, which readers think in."""
    said = f"{value:,.1f} {unit}"
    if unit == "minutes" and value >= MINUTES_FOR_HOURS:
        said = f"{said} ({value / 60:,.1f} hours)"
    return said


def parts_in_words(cell: Cell, measure: Measure) -> tuple[str, ...]:
    """What stands beside a median, each part a sentence without its full stop."""
    tail = tail_in_words(cell, measure)
    if tail is None or not isinstance(measure, Typical):
        return ()
    told = [f"Nine in ten: {tail.ninth} or less"]
    told += [f"{tail.over} {measure.over_words}"] if tail.over else []
    told += [f"Mean, which a few long ones move: {tail.mean}"] if tail.mean else []
    return tuple(told)


def _percentage(value: float, cases: int) -> str:
    return f"{value:.{1 if cases >= CASES_FOR_A_DECIMAL else 0}%}"


def in_brief(cell: Cell, measure: Measure) -> str:
    """A cell on one line: its breakdown, counts and value, or its status."""
    named = [value or "not recorded" for _key, value in cell.breakdown]
    if cell.period.grain != "span":
        named.insert(0, cell.period.label)
    head = f"{', '.join(named)}: " if named else ""
    if cell.status is not Status.OK:
        return f"{head}{cell.status}"
    value = value_in_words(cell, measure, cell.value)
    tail = f", {cell.unknown} unknown" if cell.unknown else ""
    if isinstance(measure, Count):
        return f"{head}{value}{tail}"
    parts = "".join(f"; {part}" for part in parts_in_words(cell, measure))
    # Of a sample the range is the answer as much as the share is.
    if isinstance(measure, Sampled) and range_in_words(cell, measure):
        parts = f"; {range_in_words(cell, measure)}{parts}"
    return f"{head}{counts_in_words(cell, measure)}, {value}{tail}{parts}"
