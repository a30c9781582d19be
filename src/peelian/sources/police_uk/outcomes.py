"""Outcomes files: what became of crimes, by the month in which the outcome was given."""

from peelian.records.load.kinds import Column, FileKind
from peelian.records.load.rules import Code
from peelian.sources.police_uk.columns import WHO_WHEN_WHERE
from peelian.spine.outcome import OUTCOME_TYPES, Outcome

OUTCOMES = FileKind(
    key="police_uk.outcomes",
    title="outcomes file of data.police.uk",
    model=Outcome,
    columns=(
        *WHO_WHEN_WHERE,
        Column("Outcome type", "outcome_type", Code(OUTCOME_TYPES, required=True)),
    ),
)
