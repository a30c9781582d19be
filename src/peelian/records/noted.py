"""Up to where rows were read for what they say has happened."""

from typing import ClassVar

from django.db import models


class Noted(models.Model):
    """One file, or one month of an operational table, as it was read last.

    `says` is a fingerprint of how it stood; empty while it is being read. `run` is whoever began
    to read it last: a slower reader, which began before, then writes nothing more.
    """

    place = models.CharField(max_length=160, unique=True, help_text="Which file or table.")
    says = models.CharField(max_length=64, blank=True, help_text="How it stood.")
    run = models.CharField(max_length=32, help_text="Whoever began to read it last.")
    at = models.DateTimeField(help_text="When it was read (UTC).")

    class Handling:
        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = ("id", "place", "says", "run", "at")
        personal: ClassVar[tuple[str, ...]] = ()

    def __str__(self) -> str:
        return self.place
