"""What masking was measured to find: said on every sheet and in the manual.

The numbers are those of the texts in `tests/engines/audits/masking`, of which half were drawn by
lot and set aside before the lists of words were made; these are of that half. A test measures anew
and compares.
"""

from collections.abc import Mapping
from typing import Final

from peelian.engines.audits.declared import Secret
from peelian.engines.audits.masking_measuring import Recall
from peelian.numbers.shares import wilson

TEXTS: Final = 75
MEASURED: Final[tuple[Recall, ...]] = (
    Recall("officer", found=10, of=11, beside=0, taken=20),
    Recall("team", found=11, of=12, beside=1, taken=27),
    Recall("ethnicity", found=16, of=16, beside=5, taken=23),
    Recall("result", found=15, of=19, beside=7, taken=83),
)
WHAT: Final[Mapping[Secret, str]] = {
    "officer": "names and numbers of staff",
    "team": "names of teams",
    "ethnicity": "words on ethnicity",
    "result": "words on what came of it",
}


def in_words() -> tuple[str, ...]:
    """One sentence for each secret, and what they are worth."""
    return (
        *(sentence(one) for one in MEASURED),
        f"Measured on {TEXTS} invented texts that were set aside before the lists were made. Real "
        "texts are written otherwise: where you can tell all the same, say so in a remark.",
    )


def sentence(one: Recall) -> str:
    """How many of its places are found, with the likely range, and what is taken beside them."""
    likely = wilson(one.found, one.of)
    return (
        f"Of {WHAT[one.secret]}, {one.found} of {one.of} were masked (likely "
        f"{likely.lower:.0%} to {likely.upper:.0%}); of the words masked for it, {one.beside} of "
        f"{one.taken} gave nothing away."
    )


def as_table() -> str:
    """The same as a table of the manual, in Markdown."""
    lines = [
        "| What is hidden | Places found | Likely range | Words masked that gave nothing away |",
        "| --- | --- | --- | --- |",
    ]
    for one in MEASURED:
        likely = wilson(one.found, one.of)
        lines.append(
            f"| {WHAT[one.secret].capitalize()} | {one.found} of {one.of} | {likely.lower:.0%} to "
            f"{likely.upper:.0%} | {one.beside} of {one.taken} |"
        )
    return "\n".join(lines)
