"""How charts look: colours, letters, and the rounding of axes.

Colours are the accessible palette of the Government Analysis Function. Its pale colours do not
reach the contrast that letters need, so words on charts are always near-black.
"""

import math
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from peelian.web.components.points import SHARES, Kind

INK = "#0b0c0c"
QUIET_INK = "#484b4d"
GRID = "#d9dcdf"
DARK_BLUE = "#12436D"
OTHERS = "#7b95ab"
PALE_BLUE = "#a9cbe8"
PALE_GREY = "#d4d8db"
MISSING = "#eceef0"
MATURING = "#eef3f8"

# In the order of use; never more than four on one chart.
SERIES_COLOURS = (DARK_BLUE, "#28A197", "#801650", "#F46A25")
SERIES_SHAPES = ("circle", "square", "triangle-up", "diamond")

# Five steps of the palette's dark blue, light to dark. The lightest still differs from bare paper.
CLASS_COLOURS = ("#d3e0ec", "#9dbad4", "#6391b8", "#2f6797", "#0e2f4d")

FONT_SIZE = 14
LINE = 17  # pixels between two lines of text at FONT_SIZE

CONFIG: Mapping[str, Any] = MappingProxyType(
    {
        # One label on the whole picture says what it shows; the table under it holds the values.
        "aria": False,
        "mark": {"aria": False},
        "font": "Arial, sans-serif",
        "background": "white",
        "view": {"stroke": None},
        "axis": {
            "labelFontSize": FONT_SIZE,
            "labelColor": INK,
            "titleFontSize": FONT_SIZE,
            "titleFontWeight": "normal",
            "titleColor": INK,
            "gridColor": GRID,
            "domainColor": INK,
            "tickColor": INK,
            "labelPadding": 6,
        },
        "text": {"fontSize": FONT_SIZE, "color": INK, "lineBreak": "\n", "lineHeight": LINE},
    }
)


@dataclass(frozen=True)
class Ruler:
    """The ends and ticks of a value axis, and how its numbers are written (d3 format)."""

    low: float
    high: float
    ticks: tuple[float, ...]
    number_format: str


def ruler(*, lowest: float, highest: float, kind: Kind, steps: int = 5) -> Ruler:
    """Round an axis outwards to ticks that people count in: 1, 2, 2.5 or 5 of some power of ten."""
    span = (highest - lowest) or abs(highest) or 1.0
    rough = span / steps
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(size * power for size in (1, 2, 2.5, 5, 10) if size * power >= rough * 0.999)
    if kind == "count":
        step = max(1.0, math.ceil(step))  # no axis should offer half a crime
    first, last = math.floor(lowest / step + 1e-9), math.ceil(highest / step - 1e-9)
    ticks = tuple(round(index * step, 10) for index in range(first, max(last, first + 1) + 1))
    return Ruler(ticks[0], ticks[-1], ticks, _number_format(kind, step))


def _number_format(kind: Kind, step: float) -> str:
    shown = step * 100 if kind in SHARES else step
    decimals = 0
    while decimals < 4 and abs(round(shown, decimals) - shown) > 1e-9:
        decimals += 1
    return f".{decimals}%" if kind in SHARES else f",.{decimals}f"


def written(value: float, kind: Kind) -> str:
    """A figure as it stands beside its bar or in a map's key."""
    if kind in SHARES:
        return f"{value:.1%}"
    if kind == "count":
        return f"{value:,.0f}"
    return f"{value:,.2f}" if kind == "ratio" else f"{value:,.1f}"


def wrapped(text: str, *, width: int) -> str:
    """Break a label into lines of at most ``width`` letters; words stay whole."""
    return "\n".join(textwrap.wrap(text, width, break_long_words=False)) or text
