"""What stands of drawn files: the rows that every measure of an audit counts."""

from typing import ClassVar

from django.db import models

from peelian.records.about import RecordAbout
from peelian.records.base import MonthField
from peelian.records.codes import CodeList
from peelian.records.drawn import DESIGNS, METHODS, DrawnRow
from peelian.records.protection import UNDETECTED, Purpose, Regime

ANSWER_CODES = CodeList(
    name="Answer to a question of an audit",
    authority="Peelian",
    codes=("yes", "no", "unclear", "not-applicable"),
)


class Finding(DrawnRow, RecordAbout):
    """What stands of one question to one drawn file: a row of every measure of the audit.

    Under the question "passed" stands what the pass rule makes of all answers. Unit and officer are
    those of the file.
    """

    finding_ref = models.CharField(
        max_length=60, null=True, db_index=True, help_text="What people call it."
    )
    audit = models.CharField(max_length=80, db_index=True, help_text="Key of the audit.")
    asked_version = models.IntegerField(help_text="Version of the questions.")
    question = models.CharField(max_length=60, help_text="Key of the question.")
    answer = models.CharField(max_length=20, help_text="What stands.")
    agreed = models.BooleanField(
        null=True, help_text="Whether two reviewers agreed; nothing where one marked it."
    )
    decided = models.BooleanField(
        default=False, help_text="Whether a third reviewer decided between two answers."
    )
    month = MonthField(help_text="Month of the record that was reviewed.")
    settled_at = models.DateTimeField(null=True, help_text="When the answer stood (UTC).")
    unit_ref = models.CharField(max_length=40, null=True, db_index=True, help_text="Its unit.")
    officer_ref = models.CharField(
        max_length=40, null=True, db_index=True, help_text="Whose file it is."
    )
    words = models.TextField(null=True, help_text="The reviewers' remarks.")

    class Meta:
        verbose_name = "finding of an audit"
        verbose_name_plural = "findings of audits"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=("sample_ref", "of_id", "question"), name="audits_one_finding"
            ),
        ]

    class Codes:
        answer = ANSWER_CODES
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
        public: ClassVar[tuple[str, ...]] = ("audit", "asked_version", "question", "month")
        restricted: ClassVar[tuple[str, ...]] = (
            "finding_ref",
            "answer",
            "agreed",
            "decided",
            "settled_at",
            "unit_ref",
            "officer_ref",
        )
        personal: ClassVar[tuple[str, ...]] = ("words",)
