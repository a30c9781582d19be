"""What panels keep: members, meetings with their frames and cases, scores, briefings."""

from typing import ClassVar

from django.db import models

from peelian.access.user import User
from peelian.engines.panels.briefing import Briefing, BriefingOpened
from peelian.engines.panels.findings import PanelFinding
from peelian.engines.panels.member import Member
from peelian.engines.panels.states import Came, CameBy, CaseState, State
from peelian.records.base import MonthField


class Meeting(models.Model):
    """One meeting, from its plan to its close.

    The frame is frozen and hashed before a seed is known; `seed_source` says where the seed comes
    from, before it does.
    """

    ref = models.CharField(max_length=20, unique=True, help_text="What people call it: P-1A2B3C.")
    panel = models.CharField(max_length=80, db_index=True, help_text="Key of the declared panel.")
    asked_version = models.IntegerField(help_text="Version of the score sheet.")
    force_id = models.CharField(max_length=40, db_index=True, help_text="Slug of the force.")
    unit_ref = models.CharField(
        max_length=40, default="", blank=True, help_text="Unit of a local panel's cases."
    )
    held_on = models.DateField(help_text="Day of the meeting.")
    place = models.CharField(max_length=120, help_text="Where it meets, in words.")
    first = MonthField(help_text="First month of its cases.")
    last = MonthField(help_text="Last month of its cases.")
    cases_wanted = models.IntegerField(help_text="How many cases it has time for.")
    lot_wanted = models.IntegerField(help_text="How many of them are drawn by lot.")
    seed_source = models.CharField(max_length=300, help_text="Where the seed will come from.")
    state = models.CharField(max_length=20, default=State.PLANNED, help_text="Where it stands.")
    planned_by = models.ForeignKey(User, on_delete=models.PROTECT, help_text="Who planned it.")
    planned_at = models.DateTimeField(help_text="When it was planned (UTC).")
    frozen_at = models.DateTimeField(null=True, help_text="When the frame was frozen (UTC).")
    snapshot = models.CharField(max_length=80, default="", help_text="Snapshot of the frame.")
    frame_hash = models.CharField(max_length=64, default="", help_text="SHA-256 of its frame file.")
    frame_size = models.IntegerField(null=True, help_text="Records in the frame.")
    seed = models.CharField(max_length=200, default="", help_text="Seed, as it was published.")
    drawn_at = models.DateTimeField(null=True, help_text="When cases were drawn (UTC).")
    opened_at = models.DateTimeField(null=True, help_text="When members could see cases (UTC).")
    closed_at = models.DateTimeField(null=True, help_text="When it ended (UTC).")
    ended_because = models.CharField(
        max_length=300, default="", blank=True, help_text="Why it was abandoned, in words."
    )

    class Handling:
        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = (
            "id",
            "ref",
            "panel",
            "asked_version",
            "force_id",
            "unit_ref",
            "held_on",
            "place",
            "first",
            "last",
            "cases_wanted",
            "lot_wanted",
            "seed_source",
            "state",
            "planned_at",
            "frozen_at",
            "snapshot",
            "frame_hash",
            "frame_size",
            "seed",
            "drawn_at",
            "opened_at",
            "closed_at",
            "ended_because",
        )
        personal: ClassVar[tuple[str, ...]] = ("planned_by",)

    def __str__(self) -> str:
        return self.ref


class FramedCase(models.Model):
    """One record of a frozen frame, with the triggers that it meets."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="frame")
    of_id = models.CharField(max_length=36, help_text="Address of the record.")
    triggers = models.CharField(
        max_length=300, default="", blank=True, help_text="Keys of triggers, commas between."
    )
    digest = models.CharField(max_length=64, help_text="SHA-256 of what members would be shown.")

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=("meeting", "of_id"), name="panels_once_in_a_frame"),
        ]

    class Handling:
        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = ("id", "meeting", "of_id", "triggers", "digest")
        personal: ClassVar[tuple[str, ...]] = ()

    def __str__(self) -> str:
        return self.of_id


class Attendance(models.Model):
    """Whether a member came to a meeting."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="attendance")
    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="attendance")
    came = models.CharField(
        max_length=20,
        choices=[(str(one), str(one)) for one in Came],
        help_text="Came, sent apologies, or neither.",
    )

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=("meeting", "member"), name="panels_came_once"),
        ]

    class Handling:
        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = ("id", "meeting", "came")
        personal: ClassVar[tuple[str, ...]] = ("member",)

    def __str__(self) -> str:
        return f"{self.meeting_id} {self.came}"


class Case(models.Model):
    """One encounter before a panel, under a reference that says nothing of whose it is.

    Whose it is stands in the record alone, so that it goes with the record when that is erased.
    `video_ref` is where the force keeps the recording; no recording is ever held here.
    """

    ref = models.CharField(max_length=24, unique=True, help_text="What the panel calls it.")
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="cases")
    number = models.IntegerField(help_text="Place in the order of the meeting, from 1.")
    of_type = models.CharField(max_length=60, help_text="Type of the record.")
    of_id = models.CharField(max_length=36, db_index=True, help_text="Address of the record.")
    month = MonthField(help_text="Month of the record.")
    came_by = models.CharField(
        max_length=20, default=CameBy.LOT, help_text="By lot, by a trigger, or named."
    )
    triggers = models.CharField(
        max_length=300, default="", blank=True, help_text="Keys of triggers, commas between."
    )
    state = models.CharField(max_length=20, default=CaseState.DRAWN, help_text="Where it stands.")
    video_ref = models.CharField(
        max_length=120, default="", blank=True, help_text="Reference of the recording."
    )
    stretch = models.CharField(
        max_length=120, default="", blank=True, help_text="Which minutes to show, in words."
    )
    redacted = models.BooleanField(
        default=False, help_text="Whether nobody in the recording can be recognised."
    )
    hide_words = models.CharField(
        max_length=400, default="", blank=True, help_text="Further words to hide on the sheet."
    )
    prepared_by = models.ForeignKey(
        User, null=True, on_delete=models.PROTECT, help_text="Who prepared it."
    )
    prepared_at = models.DateTimeField(null=True, help_text="When it was prepared (UTC).")
    set_aside = models.CharField(
        max_length=300, default="", blank=True, help_text="Why it is not shown, in words."
    )
    themes = models.CharField(
        max_length=300, default="", blank=True, help_text="Keys of themes, commas between."
    )
    feedback_id = models.CharField(
        max_length=36, default="", blank=True, help_text="Address of the feedback given."
    )

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=("meeting", "of_id"), name="panels_case_once"),
            models.UniqueConstraint(fields=("meeting", "number"), name="panels_one_at_a_place"),
        ]

    class Handling:
        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = (
            "id",
            "ref",
            "meeting",
            "number",
            "of_type",
            "of_id",
            "month",
            "came_by",
            "triggers",
            "state",
            "video_ref",
            "stretch",
            "redacted",
            "prepared_at",
            "themes",
            "feedback_id",
        )
        personal: ClassVar[tuple[str, ...]] = (
            "hide_words",
            "prepared_by",
            "set_aside",
        )

    def __str__(self) -> str:
        return self.ref


class Score(models.Model):
    """What one member makes of one case; nothing but `conflict` where they step back from it."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="scores")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="scores")
    conflict = models.BooleanField(default=False, help_text="Whether they stepped back from it.")
    answers = models.JSONField(default=dict, help_text="Answers by question.")
    words = models.JSONField(default=dict, help_text="Remarks by question.")
    typed_by = models.ForeignKey(User, on_delete=models.PROTECT, help_text="Who typed it.")
    given_at = models.DateTimeField(help_text="When it was given (UTC).")

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=("case", "member"), name="panels_scored_once"),
        ]

    class Handling:
        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = ("id", "case", "answers", "given_at")
        personal: ClassVar[tuple[str, ...]] = ("member", "conflict", "words", "typed_by")

    def __str__(self) -> str:
        return f"{self.case_id} {self.member_id}"


__all__ = [
    "Attendance",
    "Briefing",
    "BriefingOpened",
    "Case",
    "FramedCase",
    "Meeting",
    "Member",
    "PanelFinding",
    "Score",
]
