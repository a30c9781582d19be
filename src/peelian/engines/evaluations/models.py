"""What is kept of a change: what was said of it before it began, and what came of it."""

from enum import StrEnum
from typing import ClassVar

from django.db import models

from peelian.access.user import User
from peelian.records.base import MonthField


class State(StrEnum):
    """Where an evaluation stands; `states.MOVES` says which way it can go."""

    REGISTERED = "registered"
    JUDGED = "judged"
    WITHDRAWN = "withdrawn"


class Evaluation(models.Model):
    """One change, registered before it started, with the test that it will be put to.

    `narrowed` holds the conditions of the figure. `starts` is a list of pairs: who has the change
    (a value of `told_apart_by`, "" where it is the whole force) and from which local day, in ISO
    8601. `others` are those held against them, who never have it. What was registered is never
    altered.
    """

    ref = models.CharField(max_length=20, unique=True, help_text="What people call it: E-1A2B3C.")
    force_id = models.CharField(max_length=40, db_index=True, help_text="Slug of the force.")
    title = models.CharField(max_length=200, help_text="What changes, in a few words.")
    words = models.TextField(help_text="What is done otherwise, and for whom.")
    measure = models.CharField(max_length=120, help_text="Key of the measure that will tell.")
    measure_version = models.IntegerField(help_text="Version of its definition.")
    narrowed = models.JSONField(default=dict, help_text="Conditions: dimension to values.")
    wanted = models.CharField(max_length=10, help_text="Which way it is meant to go: up or down.")
    comparison = models.CharField(max_length=20, help_text="What it is held against.")
    told_apart_by = models.CharField(
        max_length=60, default="", blank=True, help_text="Dimension of those who have the change."
    )
    starts = models.JSONField(default=list, help_text="Who has the change, and from which day.")
    others = models.JSONField(default=list, help_text="Who does not have it.")
    first = MonthField(help_text="First month before the change.")
    last = MonthField(help_text="Last month after it.")
    starts_on = models.DateField(help_text="First local day of the change.")
    check_on = models.DateField(help_text="First local day on which a verdict can be given.")
    what_counts = models.TextField(help_text="What would count as a success.")
    caveats = models.JSONField(default=list, help_text="What was accepted as limits of the test.")
    state = models.CharField(max_length=20, default=State.REGISTERED, help_text="Where it stands.")
    registered_by = models.ForeignKey(User, on_delete=models.PROTECT, help_text="Who registered.")
    registered_at = models.DateTimeField(help_text="When it was registered (UTC).")
    ended_at = models.DateTimeField(null=True, help_text="When it was judged or withdrawn (UTC).")
    ended_because = models.CharField(
        max_length=300, default="", blank=True, help_text="Why it was withdrawn."
    )

    class Handling:
        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = (
            "id",
            "ref",
            "force_id",
            "title",
            "measure",
            "measure_version",
            "narrowed",
            "wanted",
            "comparison",
            "told_apart_by",
            "starts",
            "others",
            "first",
            "last",
            "starts_on",
            "check_on",
            "caveats",
            "state",
            "registered_at",
            "ended_at",
        )
        personal: ClassVar[tuple[str, ...]] = (
            "words",
            "what_counts",
            "registered_by",
            "ended_because",
        )

    def __str__(self) -> str:
        return self.ref


class Verdict(models.Model):
    """What came of it: reckoned on its day, and what a person made of that.

    `value`, `lower` and `upper` are those of the change: a difference of fractions, or a ratio.
    `figures` are the counts that it rests on, a list of rows for readers, so that the verdict can
    be read when the figures have been restated. `checked_by` says how else it was checked.
    """

    evaluation = models.OneToOneField(
        Evaluation, on_delete=models.PROTECT, related_name="verdict", help_text="Of which change."
    )
    result = models.CharField(max_length=30, help_text="The verdict, as reckoned.")
    says = models.TextField(help_text="The verdict in sentences, as reckoned.")
    value = models.FloatField(null=True, help_text="By how much it changed.")
    lower = models.FloatField(null=True, help_text="Lower limit of the change.")
    upper = models.FloatField(null=True, help_text="Upper limit of the change.")
    method = models.CharField(max_length=120, default="", blank=True, help_text="Interval method.")
    figures = models.JSONField(default=list, help_text="The figures that it rests on.")
    snapshot = models.CharField(max_length=64, help_text="Snapshot that it was reckoned from.")
    note = models.TextField(help_text="What the person who judged makes of it.")
    then = models.CharField(max_length=20, help_text="What follows: keep, alter, stop or wait.")
    checked_by = models.TextField(
        default="", blank=True, help_text="How else it was checked that the change is real."
    )
    checked_ref = models.CharField(
        max_length=120, default="", blank=True, help_text="Reference of that survey or visit."
    )
    by = models.ForeignKey(User, on_delete=models.PROTECT, help_text="Who gave the verdict.")
    at = models.DateTimeField(help_text="When it was given (UTC).")

    class Handling:
        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = (
            "id",
            "evaluation",
            "result",
            "says",
            "value",
            "lower",
            "upper",
            "method",
            "figures",
            "snapshot",
            "then",
            "checked_ref",
            "at",
        )
        personal: ClassVar[tuple[str, ...]] = ("note", "checked_by", "by")

    def __str__(self) -> str:
        return f"{self.evaluation_id} {self.result}"
