"""PEEL: how the inspectorate looks at a force, as far as its questions can be asked of files."""

from peelian.engines.measures.area import Area

AREA = Area(
    key="peel",
    title="PEEL assessments",
    summary=(
        "Files read from the first call to the outcome, as the inspectorate reads them in its "
        "victim service assessment: counts per question, never a grade."
    ),
    owner="Force liaison lead",
    ledger=("INS-06", "INS-07"),
)
