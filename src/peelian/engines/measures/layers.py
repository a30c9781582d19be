"""What a query finds of samples: counts for each stratum of each sample, kept apart.

Two samples are never one: each was drawn from a list of its own, with sizes of its own.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from peelian.engines.measures.sampled import Sampled

# What travels on every row of a sample, and keeps one sample and stratum apart from the next.
DRAWN_AS: Final = (
    "sample_ref",
    "design",
    "method",
    "stratum",
    "stratum_size",
    "stratum_drawn",
)


@dataclass(frozen=True, slots=True)
class Layer:
    """One stratum of one sample, with the counts of a cell.

    `size` and `drawn` are those of the whole stratum, whatever part of it the cell is; both are
    nothing where no frame is known.
    """

    sample: str
    design: str
    method: str
    stratum: str
    size: int | None
    drawn: int | None
    counted: int
    among: int


def layered(rows: Any, groups: Sequence[str], measure: Sampled) -> Any:
    """The query's last step: one row for each group, sample and stratum, with its counts.

    A row counts as often as the answers that it stands for.
    """
    held = rows.filter(measure.among)
    times = held.stands_for.cast("int64")
    counted, out_of, unknown = measure.counting, None, {}
    if measure.known is not None:
        unknown = {"unknown": times.sum(where=~measure.known).fill_null(0)}
    if measure.of_known:
        counted, out_of = measure.counting & measure.known, measure.known
    return held.group_by([*groups, *DRAWN_AS]).aggregate(
        numerator=times.sum(where=counted).fill_null(0),
        denominator=times.sum(where=out_of).fill_null(0),
        **unknown,
    )


def layers(columns: Mapping[str, Sequence[Any]]) -> Iterable[Layer]:
    """The layer of each row of the query's answer, in the same order."""
    counts = zip(columns["numerator"], columns["denominator"], strict=True)
    drawn_as = zip(*(columns[name] for name in DRAWN_AS), strict=True)
    for (counted, among), (sample, design, method, stratum, size, drawn) in zip(
        counts, drawn_as, strict=True
    ):
        yield Layer(
            sample=sample,
            design=design,
            method=method,
            stratum=stratum or "",
            size=size,
            drawn=drawn,
            counted=counted,
            among=among,
        )
