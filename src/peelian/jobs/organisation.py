"""Renewing organisations from the command line, after a load or when asked."""

from datetime import datetime

from django.conf import settings

from peelian.access.actors import service_account
from peelian.access.giving.leave import COMMAND_LINE
from peelian.access.giving.renewal import (
    ORGANISATION,
    Renewed,
    forces_with_extracts,
    renew_organisation,
)
from peelian.records.base import Record
from peelian.records.store.reader import open_reader


def renew(
    *, force: str | None = None, at: datetime, everything: bool = False
) -> dict[str, tuple[Renewed, ...]]:
    """Renew one force, or every force of which an extract tells; what changed, by force.

    Files that were taken in before are left alone, unless `everything` is asked for.
    Each force is renewed whole or not at all. Raises `BrokenExtract`.
    """
    tables = open_reader(settings.STORE_ROOT)
    actor = service_account(COMMAND_LINE)
    slugs = forces_with_extracts(tables) if force is None else (force,)
    return {
        slug: renew_organisation(
            tables=tables, force_id=slug, actor=actor, at=at, everything=everything
        )
        for slug in slugs
    }


def of_organisation(model: type[Record]) -> bool:
    """Whether access reads this record type from the operational tables."""
    return model in ORGANISATION
