"""The table of the trail. Entries are written by `trail.append` and by nothing else."""

from typing import ClassVar

from django.db import models

from peelian.trail.chain import Link

# In characters. SQLite does not enforce lengths, so `trail.append` checks them on both databases.
ACTOR_LIMIT = 120
TYPE_LIMIT = 60
REF_LIMIT = 200


class Entry(models.Model):
    """Who did what to which record. It refers to people and records by name, never by key.

    A foreign key would let the trail block an erasure, or be emptied by one.
    """

    sequence = models.BigIntegerField(
        primary_key=True, help_text="1, 2, 3 without gaps: the order of deeds, whatever clocks say."
    )
    at = models.DateTimeField(help_text="When the actor's server says that it happened (UTC).")
    actor = models.CharField(
        max_length=ACTOR_LIMIT, help_text="Who did it, by the name of the account."
    )
    verb = models.CharField(max_length=20, help_text="What was done: a word of trail.verbs.")
    record_type = models.CharField(
        max_length=TYPE_LIMIT, help_text="Type of the record it was done to."
    )
    record_ref = models.CharField(
        max_length=REF_LIMIT, help_text="Address of that record in its type."
    )
    detail = models.TextField(help_text="What else is worth knowing, as canonical JSON.")
    previous_hash = models.CharField(max_length=64, help_text="Hash of the entry before.")
    hash = models.CharField(max_length=64, help_text="SHA-256 of the canonical form (trail.chain).")

    class Meta:
        verbose_name_plural = "entries"

    class Handling:
        """Nobody reads the trail but the post that reviews it, and what it says names people."""

        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = ("sequence", "at", "verb", "previous_hash", "hash")
        personal: ClassVar[tuple[str, ...]] = ("actor", "record_type", "record_ref", "detail")

    def __str__(self) -> str:
        return f"{self.sequence}. {self.actor} {self.verb} {self.record_type} {self.record_ref}"

    def link(self) -> Link:
        """This entry as the chain sees it, for `trail.verify`."""
        return Link(
            sequence=self.sequence,
            at=self.at,
            actor=self.actor,
            verb=self.verb,
            record_type=self.record_type,
            record_ref=self.record_ref,
            detail=self.detail,
            previous_hash=self.previous_hash,
            hash=self.hash,
        )
