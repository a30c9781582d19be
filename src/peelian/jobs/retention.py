"""What is due for review, counted every day so that somebody notices. It erases nothing."""

from datetime import datetime

from django.conf import settings

from peelian import catalogue
from peelian.engines.retention.due import number_due
from peelian.records.openness import OPENLY_PUBLISHED
from peelian.records.schema import type_key
from peelian.records.store.reader import Reader, open_reader

# The count of one record type and force stops here: the list itself is for people.
MOST = 10_000


def due_in_words(now: datetime) -> str:
    """One line for the operator: how many records of which force are due, and nothing of them."""
    tables = open_reader(settings.STORE_ROOT)
    told = []
    for force_id in _forces(tables):
        number = sum(
            number_due(model, tables, force_id=force_id, at=now, most=MOST)
            for model in catalogue.REGISTERS
        )
        if number:
            told.append(f"{force_id} {number}")
    return f"due for review: {', '.join(told)}" if told else "nothing due for review"


def _forces(tables: Reader) -> list[str]:
    """The forces with any row of their own, typed or loaded."""
    found: set[str] = set()
    for model in catalogue.REGISTERS:
        found |= set(model._default_manager.values_list("force_id", flat=True).distinct())
        found |= {
            part.force_id
            for part in tables.snapshot.parts_of(type_key(model))
            if part.source not in OPENLY_PUBLISHED
        }
    return sorted(found - {""})
