"""What a chart is told: points, dated events, and the kind of figure they carry.

Charts take plain values. Whoever calls has already decided what the reader may see.
"""

from dataclasses import dataclass
from typing import Final, Literal

from django.utils.translation import gettext

Kind = Literal["count", "share", "sampled", "rate", "ratio", "typical"]
# Plain fractions, written as percentages.
SHARES: Final[tuple[Kind, ...]] = ("share", "sampled")
Status = Literal["ok", "suppressed", "no_data", "not_computable", "not_comparable"]


@dataclass(frozen=True, kw_only=True)
class Point:
    """One figure on a chart.

    ``label`` is what the axis shows ("Mar 2021", "Staffordshire"); ``order`` places it along a time
    axis; ``key`` is the code that joins it to an area on a map; ``size`` is the number of cases or
    residents that it rests on. ``value``, ``lower`` and ``upper`` are plain fractions for shares,
    per 1,000 for rates. ``shown`` is the value as written for readers, ``text`` the sentence of the
    tooltip.

    Raises ``ValueError`` if the status and the value contradict each other: a hidden or missing
    figure must never be drawn as a number.
    """

    label: str
    value: float | None
    order: int = 0
    lower: float | None = None
    upper: float | None = None
    status: Status = "ok"
    maturing: bool = False
    series: str = ""
    text: str = ""
    key: str = ""
    shown: str = ""
    size: float | None = None

    def __post_init__(self) -> None:
        if self.status == "ok" and self.value is None:
            raise ValueError(
                f"{self.label!r} has status 'ok' but no value. "
                "Give the value, or say why there is none: suppressed, no_data, not_computable "
                "or not_comparable."
            )
        if self.status != "ok" and self.value is not None:
            raise ValueError(
                f"{self.label!r} has status {self.status!r} and the value {self.value}. "
                "A figure that is not 'ok' carries no value."
            )
        if (self.lower is None) != (self.upper is None):
            raise ValueError(f"{self.label!r} has one end of a range. Give both ends or neither.")

    @property
    def highest(self) -> float:
        """Top of the range if there is one, else the value; zero where there is no figure."""
        return max(self.value or 0.0, self.upper or 0.0)

    @property
    def lowest(self) -> float:
        """Bottom of the range if there is one, else the value."""
        return min(value for value in (self.value or 0.0, self.lower) if value is not None)


@dataclass(frozen=True, kw_only=True)
class Event:
    """Something that happened at the start of the period called ``label`` and may split a trend."""

    label: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Line:
    """A level drawn across a chart, with the words that stand at it; ``main`` for the middle."""

    at: float
    words: str
    main: bool = False


def status_words(status: Status) -> str:
    """Why there is no figure, in the two or three words that stand in its place."""
    words = {
        "ok": "",
        "suppressed": gettext("hidden: small number"),
        "no_data": gettext("no data"),
        "not_computable": gettext("cannot be worked out"),
        "not_comparable": gettext("not comparable"),
    }
    return words[status]
