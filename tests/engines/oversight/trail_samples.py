"""Entries of a small trail, written as the product writes them."""

from datetime import UTC, datetime

from django.db import transaction

from peelian.trail.append import append
from peelian.trail.looks import append_look
from peelian.trail.particulars import Particulars
from peelian.trail.verbs import Verb

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def wrote(
    actor, kind="investigation", address="investigation-I-1", at=NOON, verb="consulted", **said
):
    """One entry about one record."""
    with transaction.atomic():
        return append(
            actor=getattr(actor, "trail_name", actor),
            verb=Verb(verb),
            ref=(kind, address),
            detail=Particulars(**said).detail(),
            at=at,
        )


def listed(actor, shown, kind="investigation", at=NOON, query=""):
    """One look at a list."""
    with transaction.atomic():
        return append_look(
            actor=actor.trail_name,
            record_type=kind,
            query=query,
            filters={"state": "Open"},
            shown=shown,
            at=at,
        )
