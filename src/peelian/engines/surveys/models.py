"""What surveys keep: rounds, invitations, sealed replies until the close, and counts after it.

Nothing here names who answered, or when. A reply is a sealed envelope until its round closes; then
all are opened at once, counted, and thrown away. What stays are counts by question and one group
at a time, and texts that hang together with nothing. See `docs/surveys.md` for what an attacker
with the whole database learns.
"""

import uuid
from enum import StrEnum
from typing import ClassVar

from django.db import models

from peelian.access.user import User
from peelian.engines.surveys.approach import Approach
from peelian.engines.surveys.coded import Coding, Comment
from peelian.engines.surveys.idea import Idea
from peelian.records.base import MonthField, Record
from peelian.records.codes import CodeList
from peelian.records.drawn import DESIGNS, METHODS, DrawnRow
from peelian.records.protection import PUBLISHED, Purpose, Regime

__all__ = [
    "Approach",
    "Coding",
    "Comment",
    "Idea",
    "Invitation",
    "Published",
    "Reply",
    "Round",
    "SurveyAnswer",
]


class State(StrEnum):
    """Where a round stands; `states.MOVES` says which way it can go."""

    OPEN = "open"
    CLOSED = "closed"
    # Counts that somebody else published: nobody was asked here.
    RECORDED = "recorded"
    ABANDONED = "abandoned"


class Via(StrEnum):
    """How a reply came: by a link of one's own, or by the link that anybody may use."""

    INVITATION = "invitation"
    OPEN = "open"


class Round(models.Model):
    """One holding of a survey, from the first invitation to its close.

    `strata` holds, for a random sample, how many people each part of the list has ("" where it is
    not divided); `totals` how many people there are by option of the weighting's question. `salt`
    belongs to the key of the envelopes and goes with them. `replied_invited` and `replied_open` are
    written at the close.
    """

    ref = models.CharField(max_length=20, unique=True, help_text="What people call it: S-1A2B3C.")
    survey = models.CharField(max_length=80, db_index=True, help_text="Key of the survey.")
    asked_version = models.IntegerField(help_text="Version of the questions.")
    force_id = models.CharField(max_length=40, db_index=True, help_text="Slug of the force.")
    title = models.CharField(max_length=200, help_text="What it is called, in its maker's words.")
    design = models.CharField(max_length=20, help_text="How replies are come by.")
    state = models.CharField(max_length=20, default=State.OPEN, help_text="Where it stands.")
    month = MonthField(help_text="Month under which its results stand, local time.")
    opens_at = models.DateTimeField(null=True, help_text="When it opens (UTC).")
    closes_at = models.DateTimeField(null=True, help_text="After this nobody can answer (UTC).")
    open_token = models.CharField(
        max_length=40, null=True, unique=True, help_text="The end of the link for anybody."
    )
    strata = models.JSONField(default=dict, help_text="People on the list, by stratum.")
    weighting = models.CharField(max_length=60, default="", blank=True, help_text="Its key.")
    totals = models.JSONField(default=dict, help_text="People by option of the weighting.")
    smallest = models.IntegerField(help_text="Replies below which nothing of a group is kept.")
    invited = models.IntegerField(default=0, help_text="Invitations that were made.")
    replied_invited = models.IntegerField(default=0, help_text="Replies to invitations.")
    replied_open = models.IntegerField(default=0, help_text="Replies by the link for anybody.")
    salt = models.CharField(max_length=64, default="", blank=True, help_text="Of the envelopes.")
    source = models.CharField(
        max_length=300, default="", blank=True, help_text="Where recorded counts were published."
    )
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, help_text="Who opened it.")
    made_at = models.DateTimeField(help_text="When it was made (UTC).")
    closed_at = models.DateTimeField(null=True, help_text="When it ended (UTC).")
    ended_because = models.CharField(
        max_length=400, default="", blank=True, help_text="Why it was abandoned, in words."
    )

    class Codes:
        design = DESIGNS

    class Handling:
        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = (
            "id",
            "ref",
            "survey",
            "asked_version",
            "force_id",
            "title",
            "design",
            "state",
            "month",
            "opens_at",
            "closes_at",
            "open_token",
            "strata",
            "weighting",
            "totals",
            "smallest",
            "invited",
            "replied_invited",
            "replied_open",
            "salt",
            "source",
            "made_at",
            "closed_at",
            "ended_because",
        )
        personal: ClassVar[tuple[str, ...]] = ("made_by",)

    def __str__(self) -> str:
        return self.ref


class Invitation(models.Model):
    """One link that can be used once: its hash and whether it was used, never whose, never when.

    Invitations go when their round ends.
    """

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="invitations")
    token_hash = models.CharField(
        max_length=64, unique=True, help_text="SHA-256 of the link's end."
    )
    stratum = models.CharField(max_length=120, default="", blank=True, help_text="Its stratum.")
    used = models.BooleanField(default=False, help_text="Whether somebody answered by it.")

    class Handling:
        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = ("id", "round", "token_hash", "stratum", "used")
        personal: ClassVar[tuple[str, ...]] = ()

    def __str__(self) -> str:
        return f"invitation of {self.round_id}"


class Reply(models.Model):
    """One reply in its envelope, until its round closes: no person, no time, no readable answer."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, help_text="Chance, nothing else.")
    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="replies")
    via = models.CharField(max_length=20, help_text="By invitation or by the link for anybody.")
    body = models.TextField(help_text="The sealed envelope, of a length that tells nothing.")

    class Handling:
        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = ("id", "round", "via")
        personal: ClassVar[tuple[str, ...]] = ("body",)

    def __str__(self) -> str:
        return f"reply to {self.round_id}"


ANSWERED = "Answered"
STATUSES = CodeList(
    name="How a question of a survey was answered",
    authority="Peelian",
    codes=(ANSWERED, "Preferred not to say", "Not answered"),
)


class SurveyAnswer(DrawnRow, Record):
    """How many gave one answer to one question, among everybody or in one group.

    `stands_for` is how many they are. A row is never one person's: there is one for each answer,
    and so many people stand in it. `grouped_by` is empty for everybody; `group` is nothing for
    those whose group is too small to be told, taken together.
    """

    survey = models.CharField(max_length=80, db_index=True, help_text="Key of the survey.")
    asked_version = models.IntegerField(help_text="Version of the questions.")
    month = MonthField(help_text="Month under which the round's results stand.")
    question = models.CharField(max_length=60, help_text="Key of the question.")
    status = models.CharField(max_length=30, help_text="Whether it was answered.")
    answer = models.CharField(max_length=60, null=True, help_text="The answer: a code.")
    grouped_by = models.CharField(
        max_length=60, default="", blank=True, help_text="Question of the group; empty for all."
    )
    group = models.CharField(
        max_length=60, null=True, help_text="The group; nothing where it is too small to be told."
    )

    class Meta:
        verbose_name = "counted answer to a survey"
        verbose_name_plural = "counted answers to surveys"

    class Codes:
        status = STATUSES
        design = DESIGNS
        method = METHODS

    class Protection:
        held_for = Purpose.STATISTICS
        regime = Regime.GENERAL
        retention = PUBLISHED
        dated = "month"
        typed = False

    class Handling:
        public: ClassVar[tuple[str, ...]] = ("survey", "asked_version", "month", "question")
        restricted: ClassVar[tuple[str, ...]] = ("status", "answer", "grouped_by", "group")
        personal: ClassVar[tuple[str, ...]] = ()


class Published(models.Model):
    """A share that somebody printed with its counts: "587 of 748, 78.4%"."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="published")
    result = models.CharField(max_length=60, help_text="Key of the result.")
    grouped_by = models.CharField(max_length=60, default="", blank=True, help_text="Its grouping.")
    group = models.CharField(max_length=60, default="", blank=True, help_text="Its group.")
    counted = models.IntegerField(help_text="The numerator as printed.")
    among = models.IntegerField(help_text="The denominator as printed.")
    printed = models.CharField(max_length=12, help_text="The percentage as printed: 78.4.")

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=("round", "result", "grouped_by", "group"), name="surveys_printed_once"
            ),
        ]

    class Handling:
        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = (
            "id",
            "round",
            "result",
            "grouped_by",
            "group",
            "counted",
            "among",
            "printed",
        )
        personal: ClassVar[tuple[str, ...]] = ()

    def __str__(self) -> str:
        return f"{self.counted} of {self.among}"
