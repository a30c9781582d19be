"""Worked examples of the measures that every audit has: rows in, answer out, worked by hand.

What a row does not say is filled with an unremarkable value (Staffordshire, March 2021). A row can
stand for several answers, so that a published table is two lines and not two hundred.
"""

from peelian.engines.audits.models import Finding
from peelian.engines.measures.declared import Example
from peelian.records.drawn import CHOSEN, RANDOM


def table(
    key: str,
    question: str,
    counts: dict[str, int],
    *,
    design: str = RANDOM,
    method: str = "default",
    frame: int | None = None,
    drawn: int | None = None,
) -> str:
    """Rows of one sample: how many files have which answer, out of how many that were drawn."""
    out_of = sum(counts.values()) if drawn is None else drawn
    size = "" if frame is None else str(frame)
    head = (
        "audit | question | answer | stands_for | sample_ref | design | method | stratum_size | "
        "stratum_drawn"
    )
    return "\n".join(
        [
            head,
            *(
                f"{key} | {question} | {answer} | {number} | A-1 | {design} | {method} | {size} | "
                f"{out_of}"
                for answer, number in counts.items()
            ),
        ]
    )


def answered(key: str, question: str) -> tuple[Example, ...]:
    """Yes among those to which it applies; another question and another audit are left alone."""
    rows = table(key, question, {"yes": 6, "no": 2, "unclear": 1, "not-applicable": 1}, frame=400)
    other = f"{key} | another | no | 1 | A-1 | {RANDOM} | default | 400 | 10"
    foreign = f"another | {question} | no | 1 | A-2 | {RANDOM} | default | 400 | 10"
    return (
        Example(
            says="Of ten files drawn one is not applicable and leaves the whole; one of which the "
            "reviewer cannot tell stays in it.",
            rows={Finding: "\n".join((rows, other, foreign))},
            shows="6 of 9, 67%, 1 unknown; likely range 30% to 93%",
        ),
    )


def passed(key: str) -> tuple[Example, ...]:
    """Chosen files describe themselves, those drawn by lot their frame."""
    return (
        Example(
            says="Ten files were chosen for a purpose: the fraction describes these files, and "
            "there is no likely range.",
            rows={Finding: table(key, "passed", {"yes": 8, "no": 2}, design=CHOSEN)},
            shows="8 of 10, 80%",
        ),
        Example(
            says="By part of the frame, each drawn by lot from its own number of records.",
            rows={Finding: _in_two_parts(key)},
            by=("stratum",),
            shows="North: 40 of 50, 80%; likely range 68% to 88%\n"
            "South: 20 of 50, 40%; likely range 31% to 50%",
        ),
        Example(
            says="Both together: a file of the north stands for six records, one of the south for "
            "two. So the share is 300 / 400 x 80% + 100 / 400 x 40% = 70%, not 60 of 100.",
            rows={Finding: _in_two_parts(key)},
            shows="60 of 100, 70.0%; likely range 61.4% to 77.4%",
        ),
    )


def _in_two_parts(key: str) -> str:
    """Fifty files of the north, of 300 records, and fifty of the south, of 100."""
    drawn = f"A-1 | {RANDOM} | default"
    return f"""
        audit | question | answer | sample_ref | design | method | stratum | stratum_size | \
stratum_drawn | stands_for
        {key} | passed   | yes    | {drawn} | North   | 300 | 50 | 40
        {key} | passed   | no     | {drawn} | North   | 300 | 50 | 10
        {key} | passed   | yes    | {drawn} | South   | 100 | 50 | 20
        {key} | passed   | no     | {drawn} | South   | 100 | 50 | 30
        """


def agreed(key: str) -> tuple[Example, ...]:
    """Among those that were marked twice, by the verdict on the whole file."""
    return (
        Example(
            says="Three files were marked twice and two verdicts agree; the one marked once says "
            "nothing of it, and single questions are not counted.",
            rows={
                Finding: f"""
                    audit | question | answer | agreed | stands_for
                    {key} | passed   | yes    | true   | 1
                    {key} | passed   | no     | true   | 1
                    {key} | passed   | yes    | false  | 1
                    {key} | passed   | yes    |        | 1
                    {key} | other    | yes    | false  | 1
                    """
            },
            shows="2 of 3, 67%",
        ),
    )
