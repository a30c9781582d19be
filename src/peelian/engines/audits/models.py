"""What audits keep: runs with their frames and draws, markings, and findings as records."""

import uuid
from enum import StrEnum
from typing import ClassVar

from django.db import models

from peelian.access.user import User
from peelian.engines.audits.feedback_models import Feedback
from peelian.engines.audits.finding import Finding
from peelian.records.base import MonthField
from peelian.records.drawn import DESIGNS, METHODS


class State(StrEnum):
    """Where a run stands; `states.MOVES` says which way it can go."""

    PLANNED = "planned"
    FROZEN = "frozen"
    DRAWN = "drawn"
    CLOSED = "closed"
    ABANDONED = "abandoned"


class Run(models.Model):
    """One audit that was planned, from its question to its close.

    `narrowed` holds the conditions of the frame, `plan` what the size was reckoned from and
    `wanted` how many are to be drawn, by stratum ("" where it is not divided). `seed_source` is
    named before the frame is hashed; `seed` is published after. `sealed_seed` holds a seed of
    Peelian's own, of which only the hash is shown until the draw.
    """

    ref = models.CharField(max_length=20, unique=True, help_text="What people call it: A-1A2B3C.")
    audit = models.CharField(max_length=80, db_index=True, help_text="Key of the declared audit.")
    asked_version = models.IntegerField(help_text="Version of the questions.")
    force_id = models.CharField(max_length=40, db_index=True, help_text="Slug of the force.")
    title = models.CharField(max_length=200, help_text="What it is for, in the planner's words.")
    first = MonthField(help_text="First month of the frame.")
    last = MonthField(help_text="Last month of the frame.")
    narrowed = models.JSONField(default=dict, help_text="Conditions: dimension to values.")
    design = models.CharField(max_length=20, help_text="How files are come by.")
    method = models.CharField(max_length=20, default="default", help_text="Interval method.")
    divided_by = models.CharField(
        max_length=60, default="", blank=True, help_text="Dimension of the strata."
    )
    wanted = models.JSONField(default=dict, help_text="Files to draw, by stratum.")
    plan = models.JSONField(default=dict, help_text="What the size was reckoned from.")
    second_share = models.IntegerField(help_text="Percentage that is marked twice, blind.")
    rhythm = models.CharField(
        max_length=20, default="", blank=True, help_text="'month' for continuous dip sampling."
    )
    begun_by_run = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, help_text="Standing run that it belongs to."
    )
    seed_source = models.CharField(
        max_length=300, help_text="Where the seed will be published, in words."
    )
    sealed_seed = models.CharField(
        max_length=400, default="", blank=True, help_text="Own seed, encrypted until it is shown."
    )
    state = models.CharField(max_length=20, default=State.PLANNED, help_text="Where it stands.")
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, help_text="Who planned it.")
    made_at = models.DateTimeField(help_text="When it was planned (UTC).")
    frozen_at = models.DateTimeField(null=True, help_text="When the frame was frozen (UTC).")
    snapshot = models.CharField(
        max_length=80, default="", blank=True, help_text="Snapshot that the frame was read from."
    )
    frame_hash = models.CharField(
        max_length=64, default="", blank=True, help_text="SHA-256 of the frame file."
    )
    frame_size = models.IntegerField(null=True, help_text="Records in the frame.")
    seed = models.CharField(max_length=200, default="", blank=True, help_text="Seed, published.")
    seeded_at = models.DateTimeField(null=True, help_text="When the seed was entered (UTC).")
    drawn_at = models.DateTimeField(null=True, help_text="When the sample was drawn (UTC).")
    closed_at = models.DateTimeField(null=True, help_text="When it ended (UTC).")
    ended_because = models.CharField(
        max_length=400, default="", blank=True, help_text="Why it was abandoned, in words."
    )

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=("begun_by_run", "first"), name="audits_once_a_month_of_a_rhythm"
            ),
        ]

    class Codes:
        design = DESIGNS
        method = METHODS

    class Handling:
        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = (
            "id",
            "ref",
            "audit",
            "asked_version",
            "force_id",
            "title",
            "first",
            "last",
            "narrowed",
            "design",
            "method",
            "divided_by",
            "wanted",
            "plan",
            "second_share",
            "rhythm",
            "begun_by_run",
            "seed_source",
            "sealed_seed",
            "state",
            "made_at",
            "frozen_at",
            "snapshot",
            "frame_hash",
            "frame_size",
            "seed",
            "seeded_at",
            "drawn_at",
            "closed_at",
            "ended_because",
        )
        personal: ClassVar[tuple[str, ...]] = ("made_by",)

    def __str__(self) -> str:
        return self.ref


class FrameRow(models.Model):
    """One row of a frozen frame, or one that was left out with the reason why."""

    run = models.ForeignKey(Run, on_delete=models.CASCADE, related_name="frame")
    of_id = models.CharField(max_length=36, help_text="Address of the record.")
    stratum = models.CharField(max_length=120, default="", blank=True, help_text="Its stratum.")
    digest = models.CharField(
        max_length=64, help_text="SHA-256 of what a reviewer would be shown of it."
    )
    left_out = models.CharField(
        max_length=60, default="", blank=True, help_text="Why it was left out: a key."
    )

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=("run", "of_id"), name="audits_once_in_a_frame"),
        ]

    class Handling:
        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = ("id", "run", "of_id", "stratum", "digest")
        personal: ClassVar[tuple[str, ...]] = ("left_out",)

    def __str__(self) -> str:
        return self.of_id


class Item(models.Model):
    """One drawn file and how far its review has come."""

    run = models.ForeignKey(Run, on_delete=models.CASCADE, related_name="items")
    position = models.IntegerField(help_text="Place in the order of the draw, from 1.")
    of_id = models.CharField(max_length=36, help_text="Address of the record.")
    stratum = models.CharField(max_length=120, default="", blank=True, help_text="Its stratum.")
    second = models.BooleanField(default=False, help_text="Whether it is marked twice.")
    settled_at = models.DateTimeField(null=True, help_text="When its answers stood (UTC).")
    set_aside = models.CharField(
        max_length=300, default="", blank=True, help_text="Why it could not be reviewed, in words."
    )
    about = models.JSONField(
        default=dict, help_text="What findings say of the record, once it is settled."
    )

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=("run", "of_id"), name="audits_drawn_once"),
            models.UniqueConstraint(fields=("run", "position"), name="audits_one_at_a_place"),
        ]

    class Handling:
        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = (
            "id",
            "run",
            "position",
            "of_id",
            "stratum",
            "second",
            "settled_at",
        )
        personal: ClassVar[tuple[str, ...]] = ("set_aside", "about")

    def __str__(self) -> str:
        return f"{self.run_id} {self.position}"


class Turn(models.IntegerChoices):
    """Whose answers: the first reviewer's, the second's, or those of whoever decided between."""

    FIRST = 1
    SECOND = 2
    DECIDING = 3


class Marking(models.Model):
    """One person's review of one file.

    `answers` and `words` by question, as `Asked` has them; `saved` counts savings, so that a late
    one cannot overwrite a newer. `blind` tells whether they had read the record itself.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, help_text="Its address.")
    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="markings")
    turn = models.IntegerField(choices=Turn.choices, help_text="First, second or deciding.")
    user = models.ForeignKey(User, on_delete=models.PROTECT, help_text="Who reviews.")
    officer_ref = models.CharField(max_length=40, help_text="Their staff number.")
    answers = models.JSONField(default=dict, help_text="Answers by question.")
    words = models.JSONField(default=dict, help_text="Remarks by question.")
    by_itself = models.JSONField(
        default=list, help_text="Questions that the file answered without being asked."
    )
    passed = models.CharField(max_length=20, default="", blank=True, help_text="By the pass rule.")
    blind = models.BooleanField(null=True, help_text="Whether they had not read the record.")
    masked = models.IntegerField(default=0, help_text="Places that were masked on the sheet.")
    saved = models.IntegerField(default=0, help_text="Counts savings.")
    taken_at = models.DateTimeField(help_text="When it was handed out (UTC).")
    saved_at = models.DateTimeField(null=True, help_text="When it was last saved (UTC).")
    done_at = models.DateTimeField(null=True, help_text="When it was finished (UTC).")

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=("item", "turn"), name="audits_one_in_turn"),
            models.UniqueConstraint(fields=("item", "user"), name="audits_nobody_twice"),
        ]

    class Handling:
        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = (
            "id",
            "item",
            "turn",
            "answers",
            "by_itself",
            "passed",
            "blind",
            "masked",
            "saved",
            "taken_at",
            "saved_at",
            "done_at",
        )
        personal: ClassVar[tuple[str, ...]] = ("user", "officer_ref", "words")

    def __str__(self) -> str:
        return str(self.id)


__all__ = ["Feedback", "Finding", "FrameRow", "Item", "Marking", "Run", "State", "Turn"]
