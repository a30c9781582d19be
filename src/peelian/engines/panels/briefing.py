"""What was learned at meetings, as a minute's reading, and who opened it."""

from typing import ClassVar

from django.db import models

from peelian.access.user import User


class Briefing(models.Model):
    """A short note to every officer: what panels saw, and what to do next time."""

    ref = models.CharField(max_length=20, unique=True, help_text="What people call it: B-1A2B3C.")
    panel = models.CharField(max_length=80, db_index=True, help_text="Key of the declared panel.")
    force_id = models.CharField(max_length=40, db_index=True, help_text="Slug of the force.")
    title = models.CharField(max_length=120, help_text="What it is about.")
    words = models.TextField(help_text="The note: about a minute's reading.")
    themes = models.CharField(
        max_length=300, default="", blank=True, help_text="Keys of themes, commas between."
    )
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, help_text="Who wrote it.")
    published_at = models.DateTimeField(help_text="When it was published (UTC).")
    ended_at = models.DateTimeField(null=True, help_text="When it was taken back (UTC).")

    class Handling:
        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = (
            "id",
            "ref",
            "panel",
            "force_id",
            "title",
            "words",
            "themes",
            "published_at",
            "ended_at",
        )
        personal: ClassVar[tuple[str, ...]] = ("made_by",)

    def __str__(self) -> str:
        return self.ref


class BriefingOpened(models.Model):
    """That somebody opened a briefing: counted once each, and shown as a number alone."""

    briefing = models.ForeignKey(Briefing, on_delete=models.CASCADE, related_name="opened")
    user = models.ForeignKey(User, on_delete=models.CASCADE, help_text="Who opened it.")

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=("briefing", "user"), name="panels_opened_once"),
        ]

    class Handling:
        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = ("id", "briefing")
        personal: ClassVar[tuple[str, ...]] = ("user",)

    def __str__(self) -> str:
        return str(self.briefing_id)
