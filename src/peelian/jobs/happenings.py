"""Noting what has happened, as the worker does it every few seconds."""

from datetime import datetime
from typing import Final

from django.conf import settings

from peelian.records.noting import note_loaded
from peelian.records.noting_feeds import note_feeds
from peelian.records.openness import OPENLY_PUBLISHED
from peelian.records.store.reader import open_reader

# The name in the trail of whoever notes what rows say.
NOTER: Final = "service:noting"


def note_happenings(at: datetime) -> str:
    """Note what rows say has happened and which feeds are late; a line for the operator."""
    tables = open_reader(settings.STORE_ROOT)
    said = note_loaded(tables, besides=OPENLY_PUBLISHED, by=NOTER, at=at)
    feeds = note_feeds(tables.snapshot, by=NOTER, at=at)
    return f"{said} happenings noted or corrected, {feeds} feeds late or fresh again"
