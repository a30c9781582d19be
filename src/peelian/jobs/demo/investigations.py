"""Investigations of the demo: written as an extract of a crime system would be, and loaded as one.

So they are counted in figures, listed beside what is typed, and adopted when somebody edits one.
"""

import csv
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final
from zoneinfo import ZoneInfo

from django.apps import apps
from django.conf import settings

from peelian.jobs.demo.case_files import LEFT_BLANK_EVERY, ending_of, log_of, plan_of, review_of
from peelian.jobs.demo.organisation import COLLEAGUES, members, number_of
from peelian.jobs.loading import load_files
from peelian.records.base import Record
from peelian.records.derived import ZONE
from peelian.records.load.report import LoadReport
from peelian.records.store.reader import open_reader
from peelian.sources.extracts.source import EXTRACTS

INVESTIGATIONS: Final = 240
HOURS_APART: Final = 31
# One in so many names no officer, so that the figure about it is not a round one.
UNNAMED_EVERY: Final = 17
RECORD_TYPE = "investigation"
MOMENT: Final = "%d/%m/%Y %H:%M"
MAPPING = "investigations.toml"
OFFENCES = ("Burglary", "Violence without injury", "Theft", "Criminal damage", "Robbery")
STATES = ("Under investigation", "With CPS", "Filed pending", "Finalised")
# The two of them that are over, and so have an outcome.
ENDED = frozenset(STATES[2:])
HEADER = (
    "Investigation no",
    "Log no",
    "Opened",
    "Offence",
    "Unit",
    "Officer in case",
    "Status",
    "Summary",
    "Next action",
    "Plan",
    "Reviews",
    "Closed",
    "Outcome type",
    "Outcome decided",
    "Outcome rationale",
    "Outcome by",
    "Outcome agreed by",
    "Suspect",
    "Victim's wish",
    "Victim told",
)


def load_demo_investigations(at: datetime) -> LoadReport | None:
    """Load ten months of invented investigations, dated back from this moment; None if held."""
    if open_reader(settings.STORE_ROOT).snapshot.parts_of(RECORD_TYPE):
        return None
    mapping = next(path for path in EXTRACTS.examples() if path.name == MAPPING)
    models = [model for model in apps.get_models() if issubclass(model, Record)]
    with TemporaryDirectory() as folder:
        file = Path(folder) / "demo-investigations.csv"
        with file.open("w", newline="", encoding="utf-8") as out:
            writer = csv.writer(out)
            writer.writerow(HEADER)
            writer.writerows(_lines(at))
        with EXTRACTS.under(mapping, models=models, home=settings.PEELIAN_HOME) as mapped:
            return load_files(mapped, [file], at=at, claims=mapped.claims)


def reference(number: int) -> str:
    """What the demo's crime system calls its investigation of this number."""
    return f"DEMO-{number:04}"


def _lines(at: datetime) -> Iterator[tuple[str, ...]]:
    units = [unit for _, unit, _ in COLLEAGUES]
    people = members()
    local = at.astimezone(ZoneInfo(ZONE))
    for number in range(1, INVESTIGATIONS + 1):
        unit = units[number % len(units)]
        here = [one.number for one in people if one.unit == unit]
        state = STATES[number % len(STATES)]
        officer = "" if number % UNNAMED_EVERY == 0 else here[number % len(here)]
        yield (
            reference(number),
            log_of(number, HOURS_APART),
            (local - timedelta(hours=HOURS_APART * number)).strftime(MOMENT),
            OFFENCES[number % len(OFFENCES)],
            unit,
            officer,
            state,
            f"Invented summary {number}: it describes nothing that happened.",
            f"Invented next step {number}.",
            plan_of(number),
            review_of(number),
            local.strftime("%d/%m/%Y") if state == "Finalised" else "",
            *(_ended(number, officer, local) if state in ENDED else ("",) * 8),
        )


def _ended(number: int, officer: str, local: datetime) -> tuple[str, ...]:
    """The outcome, its reason, who decided and agreed, and what the victim wished and was told."""
    ending = ending_of(number)
    decided = (local - timedelta(hours=HOURS_APART * number // 2)).strftime(MOMENT)
    told = number % LEFT_BLANK_EVERY != 0
    return (
        ending.code,
        decided,
        ending.because,
        officer,
        number_of("supervisor") if number % 3 else "",
        "Y" if ending.suspect else "N",
        ending.wish,
        decided if told else "",
    )
