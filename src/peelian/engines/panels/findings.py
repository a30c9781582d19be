"""What a panel as a whole said of a case: rows that every measure of the panel counts."""

from typing import ClassVar

from django.db import models

from peelian.records.about import RecordAbout
from peelian.records.base import MonthField
from peelian.records.drawn import DESIGNS, METHODS, DrawnRow
from peelian.records.protection import UNDETECTED, Purpose, Regime

# As many members said one thing as another.
SPLIT = "split"


class PanelFinding(DrawnRow, RecordAbout):
    """What most members answered to one question about one case.

    Cases by lot are a random sample of the frame of their meeting; those that a trigger brought
    describe themselves alone.
    """

    finding_ref = models.CharField(
        max_length=60, null=True, db_index=True, help_text="What people call it."
    )
    panel = models.CharField(max_length=80, db_index=True, help_text="Key of the panel.")
    asked_version = models.IntegerField(help_text="Version of the score sheet.")
    question = models.CharField(max_length=60, help_text="Key of the question.")
    answer = models.CharField(max_length=60, help_text="What most members said, or split.")
    members = models.IntegerField(help_text="How many members answered it.")
    came_by = models.CharField(max_length=20, help_text="By lot, by a trigger, or named.")
    month = MonthField(help_text="Month of the encounter.")
    found_at = models.DateTimeField(null=True, help_text="When the meeting was closed (UTC).")
    unit_ref = models.CharField(max_length=40, null=True, db_index=True, help_text="Its unit.")
    officer_ref = models.CharField(
        max_length=40, null=True, db_index=True, help_text="Whose encounter it is."
    )

    class Meta:
        verbose_name = "finding of a scrutiny panel"
        verbose_name_plural = "findings of scrutiny panels"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=("sample_ref", "of_id", "question"), name="panels_one_finding"
            ),
        ]

    class Codes:
        design = DESIGNS
        method = METHODS

    class Protection:
        held_for = Purpose.POLICING
        regime = Regime.LAW_ENFORCEMENT
        retention = UNDETECTED
        unit = "unit_ref"
        owner = "officer_ref"
        reference = "finding_ref"
        dated = "month"
        typed = False

    class Handling:
        public: ClassVar[tuple[str, ...]] = ("panel", "asked_version", "question", "month")
        restricted: ClassVar[tuple[str, ...]] = (
            "finding_ref",
            "answer",
            "members",
            "came_by",
            "found_at",
            "unit_ref",
            "officer_ref",
        )
        personal: ClassVar[tuple[str, ...]] = ()
