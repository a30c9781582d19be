"""The yearly counts of searches that forces return: figures, of which no row is a search."""

from typing import ClassVar

from django.db import models

from peelian.records.base import MonthField, Record
from peelian.records.protection import PUBLISHED, Purpose, Regime


class SearchReturn(Record):
    """Searches of one kind that a force counted in one financial year: a count, not a search."""

    month = MonthField(help_text="Last month of the year counted: 2019-03 for the year to March.")
    legislation = models.CharField(max_length=160, help_text="Power used.")
    reason = models.CharField(max_length=160, help_text="Reason for the search.")
    ethnic_group = models.CharField(
        max_length=80, null=True, help_text="Group of the self-defined ethnicity."
    )
    ethnicity = models.CharField(max_length=120, null=True, help_text="Self-defined ethnicity.")
    searches = models.IntegerField(null=True, help_text="Searches; nothing where not returned.")
    arrests = models.IntegerField(null=True, help_text="Arrests that followed.")

    class Meta:
        verbose_name = "yearly count of searches"
        verbose_name_plural = "yearly counts of searches"

    class Protection:
        held_for = Purpose.STATISTICS
        regime = Regime.GENERAL
        retention = PUBLISHED

    class Handling:
        public: ClassVar[tuple[str, ...]] = (
            "month",
            "legislation",
            "reason",
            "ethnic_group",
            "ethnicity",
            "searches",
            "arrests",
        )
