"""The funnel of a comparison: limits that allow for a force's size and for overdispersion."""

from collections.abc import Sequence
from dataclasses import dataclass

from peelian.engines.comparisons.compared import Funnel, FunnelLimits, Zone
from peelian.engines.measures.cells import Cell
from peelian.engines.measures.kinds import Measure, Rate, Share
from peelian.engines.measures.sampled import Sampled
from peelian.numbers import funnel as numbers
from peelian.numbers.confidence import deviate
from peelian.numbers.ratios import NotComputable

# How many forces lie beyond a pair of limits if they differ by chance and as the funnel allows.
WIDE = 0.05
FAR = 0.002
Z95 = deviate(1 - WIDE)
Z998 = deviate(1 - FAR)
# Enough points for a smooth line.
POINTS = 60
# The curve reaches this much beyond the smallest and the largest force.
MARGIN = 1.05

SCALES = {
    "share": "arcsine of the square root of the share",
    "rate": "square root of the rate's ratio to the centre",
}
NO_FUNNEL = (
    "No funnel is drawn: its limits need a number of cases within a denominator, and a {kind} has "
    "none."
)
NO_FUNNEL_OF_SAMPLES = (
    "No funnel is drawn: each force drew its own sample in its own way, so its size does not say "
    "how sure its figure is. The likely range of each figure does."
)


@dataclass(frozen=True, slots=True)
class Placed:
    """Where one force lies in the funnel."""

    zone: Zone
    z: float
    limits: FunnelLimits


def draw_funnel(
    cells: Sequence[Cell], measure: Measure
) -> tuple[Funnel | None, dict[str, Placed], str]:
    """The funnel, the place of each force by its slug, and a remark where there is none."""
    match measure:
        case Sampled():
            return None, {}, NO_FUNNEL_OF_SAMPLES
        case Share():
            scale: numbers.Scale = "share"
            base = 1
        case Rate():
            scale, base = "rate", measure.base
        case _:
            remark = NO_FUNNEL.format(kind=_kind(measure))
            return None, {}, remark
    observed = {cell.unit: _observed(cell) for cell in cells}
    try:
        found = numbers.funnel(tuple(observed.values()), scale=scale, base=base)
    except NotComputable as error:
        return None, {}, f"No funnel is drawn: {error}"
    by_force = {
        cell.unit: _placed(found, observed[cell.unit], float(cell.value or 0.0)) for cell in cells
    }
    sizes = [one.size for one in observed.values()]
    return (
        Funnel(
            centre=found.centre,
            overdispersion=found.overdispersion,
            between=found.tau,
            adjusted=found.adjusted,
            scale=SCALES[scale],
            method=_method(found),
            curve=_curve(found, min(sizes) / MARGIN, max(sizes) * MARGIN),
        ),
        by_force,
        "",
    )


def _observed(cell: Cell) -> numbers.Observed:
    if cell.numerator is None or not cell.denominator:
        raise ValueError(f"{cell.unit} has no counts and must be set aside with its reason.")
    return numbers.Observed(cell.numerator, cell.denominator)


def _placed(found: numbers.Funnel, one: numbers.Observed, value: float) -> Placed:
    limits = _limits(found, one.size)
    zone: Zone = "within"
    if value > limits.upper998:
        zone = "far above"
    elif value > limits.upper95:
        zone = "above"
    elif value < limits.lower998:
        zone = "far below"
    elif value < limits.lower95:
        zone = "below"
    return Placed(zone, numbers.z_score(found, one), limits)


def _limits(found: numbers.Funnel, size: float) -> FunnelLimits:
    lower95, upper95 = numbers.limits(found, size, Z95)
    lower998, upper998 = numbers.limits(found, size, Z998)
    return FunnelLimits(
        size=size, lower95=lower95, upper95=upper95, lower998=lower998, upper998=upper998
    )


def _curve(found: numbers.Funnel, low: float, high: float) -> tuple[FunnelLimits, ...]:
    """Limits at sizes from low to high, closest together at the small end, where they bend."""
    steps = POINTS - 1
    return tuple(_limits(found, low * (high / low) ** (step / steps)) for step in range(POINTS))


def _method(found: numbers.Funnel) -> str:
    widened = (
        "widened by an additive variance between forces, which the overdispersion calls for"
        if found.adjusted
        else "not widened, since forces differ no more than chance explains"
    )
    return (
        f"Funnel limits at 95% and 99.8% on the {SCALES[found.scale]}, {widened} (overdispersion "
        f"{found.overdispersion:,.2f} from z-scores winsorised at {found.winsorised:.0%}; "
        "Spiegelhalter 2005, Spiegelhalter and others 2012)."
    )


def _kind(measure: Measure) -> str:
    return "ratio of two rates" if measure.kind == "ratio" else "middle value"
