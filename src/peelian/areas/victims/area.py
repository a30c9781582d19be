"""Victims: what was agreed with each, what they were offered, whether they are kept informed."""

from peelian.engines.measures.area import Area

AREA = Area(
    key="victims",
    title="Victims",
    summary=(
        "Whether each victim's needs are assessed, contact is agreed and kept, a personal "
        "statement is offered, and a withdrawal is written down with its reasons."
    ),
    owner="Head of criminal justice",
    ledger=("INV-20", "INV-21", "INV-22", "INV-23", "INV-24", "INV-25"),
)
