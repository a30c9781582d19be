"""How soon a force says it will come: its own limits, dated, never the product's."""

from typing import ClassVar

from django.db import models

from peelian.records.base import Record
from peelian.records.protection import PUBLISHED, Purpose, Regime


class ResponseLimit(Record):
    """The force's own limit for one grade of response, from a day to a day."""

    grade = models.CharField(max_length=40, help_text="Grade in the force's own words.")
    limit_minutes = models.IntegerField(help_text="Minutes from creation to arrival.")
    from_date = models.DateField(help_text="First day on which it holds.")
    to_date = models.DateField(null=True, help_text="Last day; nothing while it holds.")
    authority = models.CharField(max_length=200, help_text="Where the force says so.")

    class Meta:
        verbose_name = "response limit"
        verbose_name_plural = "response limits"

    class Protection:
        held_for = Purpose.STATISTICS
        regime = Regime.GENERAL
        retention = PUBLISHED

    class Handling:
        public: ClassVar[tuple[str, ...]] = (
            "grade",
            "limit_minutes",
            "from_date",
            "to_date",
            "authority",
        )
