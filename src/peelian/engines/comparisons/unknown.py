"""How much of a figure is not known, and when that is too much to set it beside others."""

from peelian.engines.measures.cells import Cell
from peelian.engines.measures.kinds import Measure, RateRatio, Share


def unknown_share(cell: Cell, measure: Measure) -> float | None:
    """The unknown rows as a share of all rows that the figure asks about; None without a figure.

    In a share that is not `of_known` the unknown rows are among those in the denominator; in every
    other case they stand beside those that were counted. A ratio has None: beyond the limit the
    engine of measures gives no ratio at all.
    """
    if cell.unknown is None or cell.numerator is None or isinstance(measure, RateRatio):
        return None
    if isinstance(measure, Share):
        outside = cell.unknown if measure.distinct or measure.of_known else 0
        whole = (cell.denominator or 0) + outside
    else:
        whole = cell.numerator + cell.unknown
    return cell.unknown / whole if whole else None


def too_much_unknown(cell: Cell, measure: Measure) -> str:
    """Why a figure is set aside for what is not known; empty where it is not."""
    limit, share = measure.most_unknown, unknown_share(cell, measure)
    if limit is None or share is None or share <= limit.share:
        return ""
    return (
        f"Not known on {share:.0%} of rows, above the limit of {limit.share:.0%} "
        f"({limit.authority})."
    )
