"""Texts that people wrote, apart from everything else they answered, and the themes they got."""

import uuid
from typing import ClassVar

from django.db import models

from peelian.access.user import User


class Comment(models.Model):
    """One text to one question: with no other answer, no group and no time.

    `withheld` says that it tells who wrote it or names somebody: then its themes count and nobody
    reads it any more.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, help_text="Chance, nothing else.")
    round = models.ForeignKey("surveys.Round", on_delete=models.CASCADE, related_name="comments")
    question = models.CharField(max_length=60, help_text="Key of the question.")
    text = models.TextField(blank=True, help_text="What was written; nothing once withheld.")
    withheld = models.BooleanField(default=False, help_text="Whether it was taken away.")

    class Handling:
        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = ("id", "round", "question", "withheld")
        personal: ClassVar[tuple[str, ...]] = ("text",)

    def __str__(self) -> str:
        return str(self.id)


class Turn(models.IntegerChoices):
    """Whose coding: the first coder's, the second's, or that of whoever decided between."""

    FIRST = 1
    SECOND = 2
    DECIDING = 3


class Coding(models.Model):
    """The themes that one person found in one text."""

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="codings")
    turn = models.IntegerField(choices=Turn.choices, help_text="First, second or deciding.")
    user = models.ForeignKey(User, on_delete=models.PROTECT, help_text="Who coded.")
    themes = models.JSONField(default=list, help_text="Keys of the themes, in order.")
    coded_at = models.DateTimeField(help_text="When (UTC).")

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=("comment", "turn"), name="surveys_one_in_turn"),
            models.UniqueConstraint(fields=("comment", "user"), name="surveys_nobody_twice"),
        ]

    class Handling:
        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = ("id", "comment", "turn", "themes", "coded_at")
        personal: ClassVar[tuple[str, ...]] = ("user",)

    def __str__(self) -> str:
        return f"{self.comment_id} {self.turn}"
