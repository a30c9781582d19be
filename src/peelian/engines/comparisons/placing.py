"""Where each force stands by the two rules, and how often chance alone would put it there."""

from collections import Counter
from collections.abc import Sequence

from peelian.engines.comparisons.compared import Band, Chance, Compared, Funnel, Lines
from peelian.engines.comparisons.funnels import FAR, WIDE, Placed
from peelian.engines.measures.cells import Cell
from peelian.numbers.spread import Divisor, expected_outside, spread

ONE_DEVIATION = "outside one standard deviation"
BEYOND_95 = "beyond the 95% limits"
BEYOND_998 = "beyond the 99.8% limits"


def draw_lines(cells: Sequence[Cell], divisor: Divisor) -> Lines:
    """The unweighted mean of the forces' values and one standard deviation to each side."""
    found = spread([value_of(cell) for cell in cells], divisor=divisor)
    return Lines(
        mean=found.mean,
        deviation=found.deviation,
        lower=found.lower,
        upper=found.upper,
        forces=found.count,
        divisor=found.divisor,
    )


def placed(
    cells: Sequence[Cell], lines: Lines, by_funnel: dict[str, Placed]
) -> tuple[Compared, ...]:
    """The forces from the highest value to the lowest; equal values share a rank."""
    ordered = sorted(cells, key=lambda cell: (-value_of(cell), cell.unit))
    highest_first = [value_of(cell) for cell in ordered]
    return tuple(
        Compared(
            force=cell.unit,
            cell=cell,
            rank=highest_first.index(value_of(cell)) + 1,
            band=_band(value_of(cell), lines),
            deviations=_deviations(value_of(cell), lines),
            zone=found.zone if (found := by_funnel.get(cell.unit)) else None,
            z=found.z if found else None,
            limits=found.limits if found else None,
        )
        for cell in ordered
    )


def chance(forces: Sequence[Compared], funnel: Funnel | None) -> tuple[Chance, ...]:
    """For each rule, how many forces it flags and how many it would flag by its own nature."""
    number = len(forces)
    outside = sum(one.band != "within" for one in forces)
    rules = [
        Chance(
            rule=ONE_DEVIATION,
            flagged=outside,
            expected=expected_outside(number),
            forces=number,
        )
    ]
    if funnel is not None:
        zones = Counter(one.zone for one in forces)
        far = zones["far above"] + zones["far below"]
        beyond = far + zones["above"] + zones["below"]
        for rule, flagged, share in ((BEYOND_95, beyond, WIDE), (BEYOND_998, far, FAR)):
            rules.append(Chance(rule=rule, flagged=flagged, expected=number * share, forces=number))
    return tuple(rules)


def value_of(cell: Cell) -> float:
    """The value of a cell that is compared: those without one were set aside before."""
    if cell.value is None:
        raise ValueError(f"{cell.unit} has no value and must be set aside with its reason.")
    return float(cell.value)


def _band(value: float, lines: Lines) -> Band:
    if value > lines.upper:
        return "above"
    return "below" if value < lines.lower else "within"


def _deviations(value: float, lines: Lines) -> float:
    return (value - lines.mean) / lines.deviation if lines.deviation else 0.0
