"""Feedback to whoever did the work: what a reviewer or a panel said, and what was answered."""

from typing import ClassVar

from django.db import models

from peelian.records.about import RecordAbout
from peelian.records.base import MonthField
from peelian.records.codes import CodeList
from peelian.records.protection import UNDETECTED, Purpose, Regime

FROM_AUDIT, FROM_PANEL = "Audit", "Panel"
FROM_KINDS = CodeList(
    name="From where feedback on a file comes",
    authority="Peelian",
    codes=(FROM_AUDIT, FROM_PANEL),
)


class Feedback(RecordAbout):
    """Words about one file to the member of staff whose file it is, and their reply.

    `from_ref` is the run of the audit or the case of the panel. One goes from there to one member
    of staff about one file; a correction is another one, from the same place, after the reply.
    """

    feedback_ref = models.CharField(
        max_length=40, null=True, unique=True, help_text="What people call it: FB-1A2B3C4D."
    )
    from_kind = models.CharField(max_length=20, help_text="Whether an audit or a panel gave it.")
    from_ref = models.CharField(
        max_length=60, db_index=True, help_text="Reference of the run or of the case."
    )
    unit_ref = models.CharField(
        max_length=40, null=True, db_index=True, help_text="Unit of the file."
    )
    officer_ref = models.CharField(
        max_length=40, null=True, db_index=True, help_text="To whom it is given."
    )
    given_by = models.CharField(max_length=40, null=True, help_text="Who gave it: staff number.")
    given_at = models.DateTimeField(null=True, help_text="When it was given (UTC).")
    month = MonthField(help_text="Month in which it was given, local time.")
    reply_by = models.DateField(null=True, help_text="Last local day for a reply.")
    replied_at = models.DateTimeField(null=True, help_text="When it was answered (UTC).")
    words = models.TextField(null=True, help_text="The feedback.")
    reply = models.TextField(null=True, help_text="The reply.")

    class Meta:
        verbose_name = "feedback on a file"
        verbose_name_plural = "feedback on files"

    class Codes:
        from_kind = FROM_KINDS

    class Protection:
        held_for = Purpose.POLICING
        regime = Regime.LAW_ENFORCEMENT
        retention = UNDETECTED
        unit = "unit_ref"
        owner = "officer_ref"
        reference = "feedback_ref"
        dated = "month"
        typed = True

    class Handling:
        public: ClassVar[tuple[str, ...]] = ("from_kind", "month")
        restricted: ClassVar[tuple[str, ...]] = (
            "feedback_ref",
            "from_ref",
            "unit_ref",
            "officer_ref",
            "given_at",
            "reply_by",
            "replied_at",
        )
        personal: ClassVar[tuple[str, ...]] = ("given_by", "words", "reply")
