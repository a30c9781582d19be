"""Broken glass: a record of another unit opened at once, with a reason that its owner is told."""

from typing import ClassVar

from django.db import models

from peelian.access.dated import Dated
from peelian.access.user import User


class GlassReason(models.TextChoices):
    """The short list of reasons."""

    LIFE = "life", "Somebody may be in danger"
    CALL = "call", "A caller or somebody in front of me asks about it"
    ARREST = "arrest", "An arrest, a search or a stop under way"
    LINK = "link", "It may be linked to a matter I work on"
    COVER = "cover", "I stand in for a colleague"
    ORDER = "order", "A court, an ombudsman or a senior officer asks"


class BrokenGlass(Dated):
    """A person has opened a record that their post alone would not open. It closes by itself."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="glass_broken")
    record_type = models.CharField(max_length=60, help_text="Type of the record.")
    record_id = models.CharField(max_length=36, help_text="Address of the record.")
    reason = models.CharField(max_length=12, choices=GlassReason.choices)
    words = models.CharField(max_length=300, blank=True, help_text="More, in the person's words.")

    class Meta:
        verbose_name = "opening by broken glass"
        verbose_name_plural = "openings by broken glass"

    class Handling:
        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = ("id", "record_type")
        personal: ClassVar[tuple[str, ...]] = ("user", "record_id", "reason", "words")

    def __str__(self) -> str:
        return f"{self.user_id} {self.record_type} {self.record_id}"
