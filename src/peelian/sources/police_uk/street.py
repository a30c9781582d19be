"""Street files: crimes and anti-social behaviour by month of the report."""

from peelian.records.load.kinds import Column, FileKind
from peelian.records.load.rules import Code, Text
from peelian.sources.police_uk.columns import WHO_WHEN_WHERE
from peelian.spine.crime import CRIME_TYPES, Crime
from peelian.spine.outcome import OUTCOME_TYPES

STREET = FileKind(
    key="police_uk.street",
    title="street file of data.police.uk",
    model=Crime,
    columns=(
        *WHO_WHEN_WHERE,
        Column("Crime type", "crime_type", Code(CRIME_TYPES, required=True)),
        Column("Last outcome category", "last_outcome", Code(OUTCOME_TYPES)),
        Column("Context", "context", Text(200)),
    ),
)
