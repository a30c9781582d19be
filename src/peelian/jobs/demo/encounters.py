"""Searches and uses of force of the demo: invented, and loaded as extracts would be.

Most of the older ones are reviewed, some are late and some fall due today, so that every list of
the demo has something to show. Grounds are of several qualities; all say that they are invented.
"""

from datetime import datetime

from django.conf import settings

from peelian.jobs.demo.extract import Table, load_table
from peelian.jobs.demo.force_forms import FORCE_HEADER, forms
from peelian.jobs.demo.searches import SEARCH_HEADER, searches
from peelian.records.load.report import LoadReport
from peelian.records.store.reader import open_reader
from peelian.sources.extracts.source import EXTRACTS


def load_demo_encounters(at: datetime) -> tuple[LoadReport, ...]:
    """Load both extracts, dated back from this moment; a report for each.

    What is held already is delivered again as it was, so that a second demo has fresh feeds.
    """
    since = _first_loaded() or at
    return tuple(
        load_table(table, at)
        for table in (
            Table("searches.toml", SEARCH_HEADER, searches(since)),
            Table("use-of-force.toml", FORCE_HEADER, forms(since)),
        )
    )


def _first_loaded() -> datetime | None:
    """When the demo's searches were loaded first; None where they are not yet."""
    parts = open_reader(settings.STORE_ROOT).snapshot.parts_of("stopsearch")
    own = (part.loaded_at for part in parts if part.source == EXTRACTS.key)
    return min((datetime.fromisoformat(one) for one in own), default=None)
