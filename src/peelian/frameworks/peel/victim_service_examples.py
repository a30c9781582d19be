"""The counts that the inspectorate printed of one force, recomputed from rows: the oracles.

It chose the files by offence and by outcome, so every count describes these files and nothing else:
no likely range is drawn, and a "changed" would be a guess.
"""

from collections.abc import Mapping
from typing import Final

from peelian.engines.audits.declared import PASSED
from peelian.engines.audits.measuring_examples import table
from peelian.engines.audits.models import Finding
from peelian.engines.measures.declared import Example
from peelian.frameworks.peel.victim_service_contact import (
    MEANINGFUL,
    REPEAT,
    TRIAGE,
    VULNERABLE,
)
from peelian.frameworks.peel.victim_service_file import CONTRACT, STATEMENT, SUSPECT, WITHDRAWAL
from peelian.records.drawn import CHOSEN

KEY: Final = "peel.victim_service"
FILES: Final = 100
# By question: how many said yes, of how many to which it applied, and the share in whole per cent.
PRINTED: Final[Mapping[str, tuple[int, int, int]]] = {
    TRIAGE: (87, 88, 99),
    MEANINGFUL: (84, 87, 97),
    REPEAT: (78, 80, 98),
    VULNERABLE: (82, 82, 100),
    STATEMENT: (26, 32, 81),
    WITHDRAWAL: (8, 10, 80),
    CONTRACT: (62, 69, 90),
    SUSPECT: (30, 48, 62),
}


def _as_printed(question: str, yes: int, relevant: int, share: int) -> Example:
    counts = {"yes": yes, "no": relevant - yes, "not-applicable": FILES - relevant}
    return Example(
        says=f"Of {FILES} files that inspectors chose, {relevant} are relevant and {yes} have it. "
        "It describes these files; there is no likely range.",
        rows={
            Finding: table(
                KEY,
                question,
                {answer: number for answer, number in counts.items() if number},
                design=CHOSEN,
                drawn=FILES,
            )
        },
        shows=f"{yes} of {relevant}, {share}%",
    )


def _by_outcome() -> Example:
    return Example(
        says="At least twenty files of one outcome type were asked for, so that it could be judged "
        "by itself: each part is a fraction of its own files, and the two are not added up to "
        "a share of the force.",
        rows={
            Finding: f"""
                audit | question | answer | stratum | design | stands_for | sample_ref
                {KEY} | {PASSED} | yes    | 20      | {CHOSEN} | 9  | A-1
                {KEY} | {PASSED} | no     | 20      | {CHOSEN} | 11 | A-1
                {KEY} | {PASSED} | yes    | others  | {CHOSEN} | 60 | A-1
                {KEY} | {PASSED} | no     | others  | {CHOSEN} | 20 | A-1
                """
        },
        by=("stratum",),
        shows="20: 9 of 20, 45%\nothers: 60 of 80, 75%",
    )


EXAMPLES: Final[Mapping[str, tuple[Example, ...]]] = {
    **{key: (_as_printed(key, *counts),) for key, counts in PRINTED.items()},
    PASSED: (_by_outcome(),),
}
