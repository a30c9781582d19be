"""What the demo shows of suspects, bail, managed people and assaults on staff: all invented."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings

from peelian.access.giving.typed import TYPED, new_address
from peelian.areas.workforce.assault import StaffAssault
from peelian.jobs.demo.extract import load_table
from peelian.jobs.demo.investigations import reference
from peelian.jobs.demo.managed import make_visits, managed_table
from peelian.jobs.demo.organisation import FORCE, members, number_of
from peelian.jobs.demo.suspects import suspect_tables
from peelian.records.derived import ZONE
from peelian.records.store.reader import open_reader
from peelian.sources.extracts.source import EXTRACTS


def load_demo_offenders(at: datetime) -> None:
    """Load three extracts and keep visits, breaches and assaults, dated back from this moment.

    What is held already is delivered again as it was, so that a second demo has fresh feeds.
    """
    since = _first_loaded() or at
    for table in (*suspect_tables(since), managed_table(since)):
        load_table(table, at)
    make_visits(at)
    make_assaults(at)


def make_assaults(at: datetime) -> int:
    """Three assaults on staff: one of today, one half done and late, one in order."""
    if StaffAssault.objects.filter(force_id=FORCE).exists():
        return 0
    patrol = [one.number for one in members() if one.unit == "NORTH-R"]
    made = StaffAssault.objects.bulk_create(
        StaffAssault(
            record_id=new_address(),
            source=TYPED,
            force_id=FORCE,
            assault_ref=f"DEMO-A{place:02}",
            investigation_ref=reference(place * 3),
            happened_at=at - timedelta(days=days),
            month=f"{(at - timedelta(days=days)).astimezone(ZoneInfo(ZONE)):%Y-%m}",
            assaulted_ref=patrol[place % len(patrol)],
            person_key=f"DEMO-{patrol[place % len(patrol)]}",
            injury="Minor",
            supervisor_ref=number_of("supervisor"),
            unit_ref="NORTH-R",
            **{name: at - timedelta(days=days) + timedelta(hours=3) for name in done},
            **_named(place, days, at),
        )
        for place, (days, done) in enumerate(
            (
                (0.2, ()),
                (3.0, ("welfare_met_at", "command_told_at")),
                (
                    20.0,
                    (
                        "welfare_met_at",
                        "command_told_at",
                        "executive_told_at",
                        "association_told_at",
                        "rights_explained_at",
                        "proof_checked_at",
                    ),
                ),
            ),
            start=1,
        )
    )
    return len(made)


def _named(place: int, days: float, at: datetime) -> dict[str, object]:
    """The investigator and the report of the accident, of those for whom somebody saw to it."""
    if place == 1:
        return {}
    then = at - timedelta(days=days) + timedelta(hours=5)
    report = {"accident_reported_at": then, "accident_reported_by": "Supervisor"}
    investigator = {
        "investigator_ref": number_of("investigator"),
        "investigator_named_at": then,
    }
    return {**investigator, **report} if place > 2 else investigator


def _first_loaded() -> datetime | None:
    """When the demo's suspects were loaded first; None where they are not yet."""
    parts = open_reader(settings.STORE_ROOT).snapshot.parts_of("suspect")
    own = (part.loaded_at for part in parts if part.source == EXTRACTS.key)
    return min((datetime.fromisoformat(one) for one in own), default=None)
