"""What duties keep: each duty as a record that is measured like any other, and what was sent."""

from typing import ClassVar

from django.db import models

from peelian.access.tie import Tie
from peelian.access.user import User
from peelian.engines.duties.settings import ForceSetting
from peelian.engines.duties.words import State
from peelian.records.about import RecordAbout
from peelian.records.base import MonthField
from peelian.records.codes import CodeList
from peelian.records.protection import UNDETECTED, Purpose, Regime

STATES = CodeList(
    name="States of a duty",
    authority="Peelian",
    codes=tuple(str(state) for state in State),
)


class Duty(RecordAbout):
    """One duty: whose it is, from when, until when, and whether it was met.

    It is about the record that began it.
    """

    duty_ref = models.CharField(
        max_length=40, null=True, db_index=True, help_text="What people call it."
    )
    rule = models.CharField(max_length=80, db_index=True, help_text="Key of the rule.")
    title = models.CharField(max_length=200, help_text="What is to be done.")
    matter = models.CharField(max_length=80, help_text="What it is about: a reference.")
    towards = models.CharField(
        max_length=80, default="", blank=True, help_text="Towards whom: a reference, or nothing."
    )
    month = MonthField(help_text="Month in which it falls due, local time.")
    started_at = models.DateTimeField(help_text="When the clock began (UTC).")
    due_at = models.DateTimeField(
        null=True, help_text="First moment at which it is late (UTC); none while it is paused."
    )
    done_at = models.DateTimeField(null=True, help_text="When it was met, waived or ended (UTC).")
    state = models.CharField(max_length=20, help_text="Where it stands.")
    late_minutes = models.IntegerField(
        null=True, help_text="Minutes from the end of the time to when it was met."
    )
    paused_minutes = models.IntegerField(default=0, help_text="Minutes that the clock stood still.")
    risk = models.CharField(max_length=20, null=True, help_text="high, medium or standard.")
    unit_ref = models.CharField(max_length=40, null=True, db_index=True, help_text="Its unit.")
    post_ref = models.CharField(
        max_length=40, null=True, db_index=True, help_text="The post that answers for it."
    )
    officer_ref = models.CharField(
        max_length=40, null=True, db_index=True, help_text="Who holds that post."
    )
    vacant = models.BooleanField(
        default=False,
        help_text="Whether nobody holds the post that should answer, so that a supervisor does.",
    )
    moved = models.BooleanField(default=False, help_text="Whether a person moved it to its post.")
    level = models.IntegerField(default=0, help_text="How many times it was escalated.")
    authority = models.CharField(max_length=300, help_text="Whose rule sets its end.")
    list_ref = models.CharField(
        max_length=40, null=True, db_index=True, help_text="The list of work that it belongs to."
    )
    facts = models.TextField(default="{}", help_text="The facts that its clock goes by, as JSON.")
    words = models.TextField(null=True, help_text="What is to be done, in the giver's words.")
    proof = models.TextField(null=True, help_text="What shows that it was done, in words.")
    next_at = models.DateTimeField(
        null=True, db_index=True, help_text="When it has to be looked at next (UTC)."
    )

    class Meta:
        verbose_name = "duty"
        verbose_name_plural = "duties"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=("force_id", "rule", "matter", "towards", "of_id", "started_at"),
                name="duties_duty_once",
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=("force_id", "rule", "matter"), name="duties_duty_of_matter"),
            models.Index(fields=("state", "due_at"), name="duties_duty_due"),
        ]

    class Codes:
        state = STATES

    class Protection:
        held_for = Purpose.POLICING
        regime = Regime.LAW_ENFORCEMENT
        retention = UNDETECTED
        unit = "unit_ref"
        owner = "officer_ref"
        reference = "duty_ref"
        dated = "done_at"
        typed = False

    class Handling:
        public: ClassVar[tuple[str, ...]] = ("rule", "title", "month", "state", "authority")
        restricted: ClassVar[tuple[str, ...]] = (
            "duty_ref",
            "matter",
            "towards",
            "started_at",
            "due_at",
            "done_at",
            "late_minutes",
            "paused_minutes",
            "risk",
            "unit_ref",
            "post_ref",
            "officer_ref",
            "vacant",
            "moved",
            "level",
            "list_ref",
            "facts",
            "next_at",
        )
        personal: ClassVar[tuple[str, ...]] = ("words", "proof")


class Matter(models.Model):
    """What one rule has to do with one thing: the row by which workers take turns.

    Whoever changes a duty holds the row of its matter to the end of the transaction, so that a
    duty is never unfolded, reminded of and moved at the same time.
    """

    force_id = models.CharField(max_length=40, help_text="Slug of the force.")
    rule = models.CharField(max_length=80, help_text="Key of the rule.")
    matter = models.CharField(max_length=80, help_text="What it is about: a reference.")

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=("force_id", "rule", "matter"), name="duties_matter_once"
            ),
        ]

    class Handling:
        public: ClassVar[tuple[str, ...]] = ("rule",)
        restricted: ClassVar[tuple[str, ...]] = ("id", "force_id", "matter")
        personal: ClassVar[tuple[str, ...]] = ()

    def __str__(self) -> str:
        return f"{self.rule} {self.matter}"


class DutyNote(models.Model):
    """One thing that was done about a duty or sent because of it, and only once.

    `what` with its occasion is unique for a duty: "begun", "reminder 1", "late", "escalated 1",
    "met". So a second worker, a kill or a clock that jumps sends nothing twice (T51). The occasion
    is the end for which it was sent, or says that it was the second or third time.
    """

    duty = models.ForeignKey(
        Duty, to_field="record_id", on_delete=models.CASCADE, related_name="notes"
    )
    what = models.CharField(max_length=60, help_text="What was done or sent.")
    occasion = models.CharField(
        max_length=40, blank=True, help_text="For which end, or which time it was."
    )
    at = models.DateTimeField(help_text="When (UTC).")
    by = models.CharField(max_length=120, help_text="Name in the trail of who did.")
    to_post = models.CharField(max_length=40, blank=True, help_text="The post it was sent to.")
    words = models.CharField(max_length=400, blank=True, help_text="Why, in words.")

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=("duty", "what", "occasion"), name="duties_note_once"),
        ]

    class Handling:
        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = (
            "id",
            "duty",
            "what",
            "occasion",
            "at",
            "to_post",
        )
        personal: ClassVar[tuple[str, ...]] = ("by", "words")

    def __str__(self) -> str:
        return f"{self.duty_id} {self.what}"


class DutyTie(models.Model):
    """A tie that stands because somebody answers for a duty, and ends when they no longer do."""

    duty = models.ForeignKey(
        Duty, to_field="record_id", on_delete=models.CASCADE, related_name="ties"
    )
    tie = models.OneToOneField(Tie, on_delete=models.CASCADE, related_name="duty_tie")

    class Handling:
        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = ("id", "duty", "tie")
        personal: ClassVar[tuple[str, ...]] = ()

    def __str__(self) -> str:
        return f"{self.duty_id} {self.tie_id}"


class Digest(models.Model):
    """The letter of one day to one person who has open duties, sent once."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="digests")
    day = models.DateField(help_text="The local day.")
    begun_at = models.DateTimeField(help_text="When sending was begun (UTC).")
    sent_at = models.DateTimeField(null=True, help_text="When the mail server took it (UTC).")

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=("user", "day"), name="duties_digest_once_a_day"),
        ]

    class Handling:
        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = ("id", "day", "begun_at", "sent_at")
        personal: ClassVar[tuple[str, ...]] = ("user",)

    def __str__(self) -> str:
        return f"{self.user_id} {self.day}"


__all__ = ["Digest", "Duty", "DutyNote", "DutyTie", "ForceSetting", "Matter"]
