"""A share estimated from a sample: value, interval and words follow from how rows were come by."""

from dataclasses import dataclass
from typing import ClassVar

from peelian.engines.measures.kinds import BadDeclaration, Kind, Share
from peelian.records.drawn import DrawnRow


@dataclass(frozen=True, kw_only=True)
class Sampled(Share):
    """Those `counting` within those `among`, of rows that are samples (`records.drawn.DrawnRow`).

    Rows drawn by lot within strata of known size are weighted back to their frame; the interval is
    of the method that the sample names. Rows chosen for a purpose, whoever answered, and all there
    were have a value and no interval. The numbers that are shown as numerator and denominator are
    those of the rows, never weighted.
    """

    kind: ClassVar[Kind] = "sampled"

    def __post_init__(self) -> None:
        super().__post_init__()
        if not issubclass(self.record_type, DrawnRow):
            raise BadDeclaration(
                f"{self.key}: rows of {self.record_type.__name__} do not say how they were drawn; "
                "count them as a Share, or make the record type a DrawnRow."
            )
        if self.distinct:
            raise BadDeclaration(f"{self.key}: rows of a sample are counted as they are drawn.")
