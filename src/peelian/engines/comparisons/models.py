"""What is kept about comparisons: where a person made the limits of a control chart anew."""

from typing import ClassVar

from django.db import models

from peelian.records.base import MonthField, Record
from peelian.records.protection import PUBLISHED, Purpose, Regime

LONGEST_NAME = 200  # characters
LONGEST_REASON = 600


class Rebase(Record):
    """Limits made anew from a month on, by a named person, because the process itself changed."""

    measure = models.CharField(max_length=120, db_index=True, help_text="Key of the measure.")
    conditions = models.TextField(
        help_text="The rows it is of, as type=Burglary; empty for all of them."
    )
    month = MonthField(help_text="First month of the new limits.")
    by = models.CharField(max_length=LONGEST_NAME, help_text="Name and post of who answers for it.")
    reason = models.CharField(max_length=LONGEST_REASON, help_text="What changed, in a sentence.")
    made_at = models.DateTimeField(help_text="When it was entered, in UTC.")

    class Meta:
        verbose_name = "rebase of a control chart"
        verbose_name_plural = "rebases of control charts"

    class Protection:
        held_for = Purpose.STATISTICS
        regime = Regime.GENERAL
        retention = PUBLISHED

    class Handling:
        # The name is public: limits that move are only trusted where someone answers for them.
        public: ClassVar[tuple[str, ...]] = (
            "measure",
            "conditions",
            "month",
            "by",
            "reason",
            "made_at",
        )
