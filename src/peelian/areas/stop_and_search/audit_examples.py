"""Published figures of the inspectorate's audit of grounds, recomputed from rows: the oracles."""

from collections.abc import Mapping
from typing import Final

from peelian.engines.audits.measuring_examples import table
from peelian.engines.audits.models import Finding
from peelian.engines.measures.declared import Example
from peelian.records.drawn import RANDOM

KEY: Final = "stop_and_search.grounds"
REASONABLE: Final = "reasonable"
# The inspectorate's own method, normal approximation with the correction for a finite frame, gives
# ± 5.0 points for any frame between these; neither Wilson nor the exact method does.
SHORTEST, LONGEST = 3_706, 9_386


def _inspected(frame: int) -> Example:
    return Example(
        says="235 searches drawn, 188 with reasonable grounds, by the method of the inspectorate "
        f"(normal approximation, finite frame of {frame:,}): 80% ± 5.0 points, as it printed.",
        rows={
            Finding: table(
                KEY, REASONABLE, {"yes": 188, "no": 47}, method="wald_finite", frame=frame
            )
        },
        shows="188 of 235, 80.0%; likely range 75.0% to 85.0%",
    )


def _minority() -> Example:
    return Example(
        says="Of the same draw, 35 searches of people of an ethnic minority, by Wilson's method: a "
        "fraction and a wide range, and no trend.",
        rows={
            Finding: f"""
                audit | question | answer | stands_for | stratum | design | method | sample_ref
                {KEY} | {REASONABLE} | yes | 26 | Ethnic minority | {RANDOM} | wilson | A-1
                {KEY} | {REASONABLE} | no  | 9  | Ethnic minority | {RANDOM} | wilson | A-1
                """
        },
        by=("stratum",),
        shows="Ethnic minority: 26 of 35, 74%; likely range 58% to 86%",
    )


EXAMPLES: Final[Mapping[str, tuple[Example, ...]]] = {
    REASONABLE: (_inspected(SHORTEST), _inspected(LONGEST), _minority()),
}
