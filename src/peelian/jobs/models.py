"""What an installation remembers of its own running: copies made, jobs run, workers seen."""

from typing import ClassVar

from django.db import models


class Safeguard(models.Model):
    """One backup or drill: when, what came of it, and how large it was."""

    class Kind(models.TextChoices):
        BACKUP = "backup", "Backup"
        DRILL = "drill", "Drill"

    id = models.CharField(max_length=32, primary_key=True, help_text="Name of it in the trail.")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    began_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, help_text="Empty where it did not end well.")
    size = models.BigIntegerField(default=0, help_text="Of the sealed file, in bytes.")
    seconds = models.FloatField(default=0.0, help_text="How long it took.")
    said = models.CharField(max_length=400, blank=True, help_text="What came of it, in a line.")

    class Handling:
        """About the machine and about nobody."""

        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = (
            "id",
            "kind",
            "began_at",
            "ended_at",
            "size",
            "seconds",
            "said",
        )
        personal: ClassVar[tuple[str, ...]] = ()

    def __str__(self) -> str:
        return f"{self.kind} {self.id}"


class JobState(models.Model):
    """Where one periodic job stands: who holds it until when, and what its last run came to.

    C-JOB-1. `fence` counts the takings: a holder whose number is no longer the highest has lost
    the job, whatever its own clock says.
    """

    name = models.CharField(max_length=60, primary_key=True)
    fence = models.BigIntegerField(default=0)
    holder = models.CharField(max_length=64, blank=True)
    held_until = models.DateTimeField(null=True)
    due_at = models.DateTimeField()
    began_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    went_well_at = models.DateTimeField(null=True)
    failures = models.PositiveIntegerField(default=0, help_text="In a row, up to now.")
    said = models.CharField(max_length=400, blank=True, help_text="What the last run came to.")

    class Handling:
        """About the machine and about nobody."""

        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = (
            "name",
            "fence",
            "holder",
            "held_until",
            "due_at",
            "began_at",
            "ended_at",
            "went_well_at",
            "failures",
            "said",
        )
        personal: ClassVar[tuple[str, ...]] = ()

    def __str__(self) -> str:
        return self.name


class WorkerSeen(models.Model):
    """One worker process: since when it runs, and when it was last heard of."""

    id = models.CharField(max_length=64, primary_key=True)
    began_at = models.DateTimeField()
    seen_at = models.DateTimeField(db_index=True)

    class Handling:
        """About the machine and about nobody."""

        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = ("id", "began_at", "seen_at")
        personal: ClassVar[tuple[str, ...]] = ()

    def __str__(self) -> str:
        return self.id
