"""What is kept of the reviews: that a night was reviewed, what it listed, what was said of it.

Rows are written once. The models refuse to change or delete them; the trail, which the database
itself guards, holds an entry for each, so that a row changed behind their backs can be shown.
"""

from typing import ClassVar, NoReturn, TypeVar

from django.db import models

from peelian.access.user import User
from peelian.engines.oversight.evidence import Signal
from peelian.engines.oversight.feedback import FINDINGS, Finding

NAME_LIMIT = 120  # characters
LONGEST_WORDS = 600


OneRow = TypeVar("OneRow", bound="Once", covariant=True)


class WrittenOnce(Exception):
    """A row of a review was to be changed or deleted; say something new instead."""


class OnceQuerySet(models.QuerySet[OneRow]):
    """Rows that can be read and added."""

    def update(self, **kwargs: object) -> NoReturn:
        raise WrittenOnce("What a review has written is not changed. Give a new verdict instead.")

    def delete(self) -> NoReturn:
        raise WrittenOnce("What a review has written is not deleted by hand.")


OnceManager = models.Manager.from_queryset(OnceQuerySet)


class Once(models.Model):
    """A row that is written once."""

    objects = OnceManager()

    class Meta:
        abstract = True

    def save(self, *args: object, **kwargs: object) -> None:
        """Write a new row; raises `WrittenOnce` for one that is already there."""
        if not self._state.adding:
            raise WrittenOnce(
                f"{self} is written and stays. Give a new verdict instead of changing it."
            )
        super().save(force_insert=True)

    def delete(self, *args: object, **kwargs: object) -> NoReturn:
        raise WrittenOnce(f"{self} is written and stays.")


class NightReview(Once):
    """That the look-ups of one day were reviewed: also where nothing was worth listing."""

    force_id = models.CharField(max_length=40, help_text="Slug of the force.")
    night = models.DateField(help_text="The day whose look-ups were reviewed, where the force is.")
    at = models.DateTimeField(help_text="When it was done, in UTC.")
    by = models.CharField(max_length=NAME_LIMIT, help_text="Name in the trail of who did it.")
    look_ups = models.PositiveIntegerField(help_text="Sights of people's records on that day.")
    pairs = models.PositiveIntegerField(help_text="Pairs of an actor and a person among them.")
    over = models.PositiveIntegerField(help_text="Worth listing, had the list had room.")
    unknown_staff = models.PositiveIntegerField(help_text="Actors who are on no staff list.")
    weights = models.CharField(max_length=300, help_text="Where the weights came from.")

    class Meta:
        verbose_name = "reviewed night"
        verbose_name_plural = "reviewed nights"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=("force_id", "night"), name="oversight_night_reviewed_once"
            ),
        ]

    class Handling:
        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = (
            "id",
            "force_id",
            "night",
            "at",
            "by",
            "look_ups",
            "pairs",
            "over",
            "unknown_staff",
            "weights",
        )

    def __str__(self) -> str:
        return f"Review of {self.night} in {self.force_id}"


class Alert(Once):
    """One actor and one person whose look-ups are worth a second look. It accuses nobody."""

    review = models.ForeignKey(NightReview, on_delete=models.PROTECT, related_name="alerts")
    force_id = models.CharField(max_length=40, help_text="Slug of the force.")
    listed_at = models.DateTimeField(help_text="When it was listed, in UTC.")
    actor = models.CharField(
        max_length=NAME_LIMIT, db_index=True, help_text="Name in the trail of who looked."
    )
    person = models.CharField(max_length=64, help_text="Key of the person looked at.")
    score = models.FloatField(help_text="Sum of the weights: an order of reading, no chance.")
    evidence = models.JSONField(help_text="Pairs of signal and sentence, in the order of reading.")
    look_ups = models.JSONField(help_text="Sequence numbers of the sights in the trail.")

    class Meta:
        verbose_name = "alert about look-ups"
        verbose_name_plural = "alerts about look-ups"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=("review", "actor", "person"), name="oversight_alert_one_of_a_pair"
            ),
        ]

    class Handling:
        """An alert about somebody is about them, whatever comes of it."""

        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = ("id", "review", "force_id", "listed_at")
        personal: ClassVar[tuple[str, ...]] = ("actor", "person", "score", "evidence", "look_ups")

    def __str__(self) -> str:
        return f"Alert {self.pk} of {self.force_id}"

    @property
    def signals(self) -> frozenset[Signal]:
        """Which signals spoke."""
        return frozenset(Signal(signal) for signal, _ in self.evidence)

    @property
    def sentences(self) -> tuple[str, ...]:
        """What a reviewer reads, in order."""
        return tuple(sentence for _, sentence in self.evidence)

    def about(self, account: User) -> bool:
        """Whether the alert is about the holder of this account."""
        return self.actor == account.trail_name


class Verdict(Once):
    """What a reviewer said of an alert. The newest counts; earlier ones stay beside it."""

    alert = models.ForeignKey(Alert, on_delete=models.PROTECT, related_name="verdicts")
    finding = models.CharField(
        max_length=20, choices=[(finding.value, says) for finding, says in FINDINGS.items()]
    )
    wrong = models.JSONField(help_text="Signals that are not so; only with a wrong signal.")
    words = models.CharField(max_length=LONGEST_WORDS, help_text="Why, in the reviewer's words.")
    by = models.CharField(max_length=NAME_LIMIT, help_text="Name in the trail of the reviewer.")
    at = models.DateTimeField(help_text="When it was said, in UTC.")

    class Meta:
        verbose_name = "verdict on an alert"
        verbose_name_plural = "verdicts on alerts"
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=("alert", "at"), name="oversight_verdict_newest"),
        ]

    class Handling:
        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = ("id", "alert", "at", "by")
        personal: ClassVar[tuple[str, ...]] = ("finding", "wrong", "words")

    def __str__(self) -> str:
        return f"Verdict {self.pk} on alert {self.alert_id}"

    @property
    def found(self) -> Finding:
        """The finding as a word of the closed list."""
        return Finding(self.finding)


class GroupCount(Once):
    """How many of one ethnic group there were in the weeks up to a night, and were on the list."""

    review = models.ForeignKey(NightReview, on_delete=models.PROTECT, related_name="groups")
    side = models.CharField(max_length=10, help_text="staff, or people: those looked at.")
    group = models.CharField(
        max_length=40, blank=True, help_text="The group; empty where none is recorded."
    )
    size = models.PositiveIntegerField(help_text="Members who could have been listed.")
    listed = models.PositiveIntegerField(help_text="Members who were listed.")

    class Meta:
        verbose_name = "count of an ethnic group"
        verbose_name_plural = "counts of ethnic groups"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=("review", "side", "group"), name="oversight_group_counted_once"
            ),
        ]

    class Handling:
        """Of a small group a count can be about somebody, so pages hide it."""

        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = ("id", "review", "side")
        personal: ClassVar[tuple[str, ...]] = ("group", "size", "listed")

    def __str__(self) -> str:
        return f"{self.side} {self.group or 'not recorded'} in review {self.review_id}"
