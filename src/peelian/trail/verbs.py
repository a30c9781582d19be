"""The closed list of deeds that the trail records.

The first six are those that section 62 of the Data Protection Act 2018 requires a police force to
log. Whoever adds one says here what it means: a deed without a meaning cannot be reviewed.
"""

from enum import StrEnum


class Verb(StrEnum):
    """What was done, as a past participle: `<actor> <verb> <record>` reads as a sentence."""

    COLLECTED = "collected"  # brought in from a source, or typed
    ALTERED = "altered"  # changed in any field
    CONSULTED = "consulted"  # looked at; written before the page is shown
    DISCLOSED = "disclosed"  # handed to somebody outside, exports included
    COMBINED = "combined"  # joined with another record, or recognised as the same
    ERASED = "erased"  # removed for good
    RELEASED = "released"  # published: a figure, a report, an alert
    DENIED = "denied"  # asked for and refused
    SIGNED_IN = "signed_in"  # entered, by page or by key
