"""The tables of the trail. `trail.append` and `trail.checkpoints` alone write to them."""

from typing import ClassVar

from django.db import models

from peelian.trail.chain import Link, canonical_time
from peelian.trail.signed import Signed

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
        # What a reviewer asks: the deeds of one account, and all that was done to one record.
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=("actor", "sequence"), name="trail_entry_by_actor"),
            models.Index(
                fields=("record_type", "record_ref", "sequence"), name="trail_entry_by_record"
            ),
        ]

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


class Checkpoint(models.Model):
    """A signed statement of where the chain stood (`trail.signed`), kept here and elsewhere."""

    number = models.BigIntegerField(
        primary_key=True, help_text="1, 2, 3 without gaps: the order of checkpoints."
    )
    sequence = models.BigIntegerField(unique=True, help_text="The newest entry that it covers.")
    head = models.CharField(max_length=64, help_text="Hash of that entry.")
    at = models.DateTimeField(help_text="When it was signed, as the server's clock said (UTC).")
    previous = models.CharField(max_length=64, help_text="Hash of the checkpoint before.")
    key = models.CharField(max_length=64, help_text="Fingerprint of the key that signed it.")
    signature = models.CharField(max_length=128, help_text="Ed25519, in hexadecimal digits.")
    delivered_at = models.DateTimeField(
        null=True,
        db_index=True,
        help_text="When every place that is configured had it; empty until then.",
    )

    class Handling:
        """It names nobody, and its copies are made to be handed out."""

        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = (
            "number",
            "sequence",
            "head",
            "at",
            "previous",
            "key",
            "signature",
            "delivered_at",
        )
        personal: ClassVar[tuple[str, ...]] = ()

    def __str__(self) -> str:
        return f"{self.number}. checkpoint of entry {self.sequence}"

    def signed(self) -> Signed:
        """This checkpoint free of the database."""
        return Signed(
            number=self.number,
            sequence=self.sequence,
            head=self.head,
            at=canonical_time(self.at),
            previous=self.previous,
            key=self.key,
            signature=self.signature,
        )
