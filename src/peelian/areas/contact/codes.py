"""The words that records of contact may use."""

from peelian.records.codes import CodeList

EMERGENCY = "999"
NON_EMERGENCY = "101"

LINES = CodeList(
    name="lines and channels",
    authority="The ways in which the public reach a police force in England and Wales",
    codes=(
        EMERGENCY,
        NON_EMERGENCY,
        "Online report",
        "Live chat",
        "Social media",
        "Front desk",
        "Other",
    ),
)

QUEUES = CodeList(
    name="queues of the contact centre",
    authority="Where a switchboard answers first, it passes callers on to a second queue",
    codes=("First answer", "Second queue"),
)
