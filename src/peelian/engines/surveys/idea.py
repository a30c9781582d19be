"""An idea from a consultation, and what became of it: a reply and a decision (WRK-50)."""

from typing import ClassVar, Final

from django.db import models

from peelian.records.base import MonthField, Record
from peelian.records.codes import CodeList
from peelian.records.protection import STAFF, Purpose, Regime

TAKEN_UP: Final = "Taken up"
TAKEN_IN_PART: Final = "Taken up in part"
NOT_TAKEN_UP: Final = "Not taken up"
DECISIONS: Final = CodeList(
    name="What was decided on an idea",
    authority="Peelian",
    codes=(TAKEN_UP, TAKEN_IN_PART, NOT_TAKEN_UP),
)


class Idea(Record):
    """One idea that was given anonymously: `told` is what leaders understood, in their own words.

    The text itself stays in its `Comment`, so that no style of writing is shown to all. `reply` is
    what the workforce reads.
    """

    round_ref = models.CharField(max_length=40, db_index=True, help_text="The round it came in.")
    survey = models.CharField(max_length=80, db_index=True, help_text="Key of the survey.")
    question = models.CharField(max_length=60, help_text="Key of the question.")
    month = MonthField(help_text="Month of the round.")
    comment_id = models.CharField(max_length=36, db_index=True, help_text="Address of the text.")
    decision = models.CharField(max_length=30, null=True, help_text="What was decided.")
    decided_at = models.DateTimeField(null=True, help_text="When it was answered (UTC).")
    decided_by = models.CharField(max_length=40, null=True, help_text="Staff number of who did.")
    told = models.TextField(null=True, help_text="The idea in the words of who answers it.")
    reply = models.TextField(null=True, help_text="What is said to those who gave it.")

    class Meta:
        verbose_name = "idea"
        verbose_name_plural = "ideas"

    class Codes:
        decision = DECISIONS

    class Protection:
        held_for = Purpose.WORKFORCE
        regime = Regime.GENERAL
        retention = STAFF
        dated = "month"
        typed = False

    class Handling:
        public: ClassVar[tuple[str, ...]] = ("survey", "question", "month", "decision")
        restricted: ClassVar[tuple[str, ...]] = (
            "round_ref",
            "comment_id",
            "decided_at",
            "decided_by",
        )
        personal: ClassVar[tuple[str, ...]] = ("told", "reply")
