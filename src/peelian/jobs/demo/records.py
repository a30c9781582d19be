"""Records of the demo: every one says in its own words that it was invented."""

from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from peelian.access.giving.typed import TYPED, new_address
from peelian.areas.investigation.models import Investigation
from peelian.areas.standards.models import KINDS, ConductMatter
from peelian.areas.standards.models import STATES as MATTER_STATES
from peelian.jobs.demo.investigations import INVESTIGATIONS, reference
from peelian.jobs.demo.organisation import FORCE, members, number_of
from peelian.records.derived import ZONE
from peelian.records.schema import type_key
from peelian.spine.person import BASES, PARTS, Involvement, Person

MATTERS, PEOPLE = 9, 36
HOURS_APART: Final = 31


def make_records(at: datetime) -> None:
    """Conduct matters, people and their parts in investigations, dated back from this moment."""
    own = {"source": TYPED, "force_id": FORCE}
    ConductMatter.objects.bulk_create(_matters(at, own))
    Person.objects.bulk_create(
        Person(
            record_id=new_address(),
            person_key=_key(number),
            given_names="Invented",
            family_name=f"Person {number}",
            address_key=f"DEMO-A{number % 20}",
            address=f"Invented address {number % 20}",
            last_event_on=at.date(),
            **own,
        )
        for number in range(1, PEOPLE + 1)
    )
    Involvement.objects.bulk_create(_involvements(at, own))


def _matters(at: datetime, own: dict[str, str]) -> list[ConductMatter]:
    """The first is about the demo's supervisor, so that they can see that they do not see it."""
    people = [one.number for one in members() if one.name.startswith("Invented")]
    about = [number_of("supervisor"), *people]
    made = []
    for number in range(1, MATTERS + 1):
        recorded = at - timedelta(hours=HOURS_APART * number)
        made.append(
            ConductMatter(
                record_id=new_address(),
                matter_ref=f"DEMO-M{number:03}",
                recorded_at=recorded,
                month=recorded.astimezone(ZoneInfo(ZONE)).strftime("%Y-%m"),
                kind=KINDS.codes[number % len(KINDS.codes)],
                state=MATTER_STATES.codes[number % len(MATTER_STATES.codes)],
                handler_ref=number_of("standards-investigator"),
                subject_ref=about[(number - 1) % len(about)],
                allegation=f"Invented allegation {number}: nobody has done anything.",
                **own,
            )
        )
    return made


def _involvements(at: datetime, own: dict[str, str]) -> list[Involvement]:
    """Two people in each investigation; in one of them, the demo's investigator is a witness."""
    pairs = [
        (_key(1 + (number * step) % PEOPLE), number, step)
        for number in range(1, INVESTIGATIONS + 1)
        for step in (1, 7)
    ]
    pairs.append((f"DEMO-{number_of('investigator')}", 1, PARTS.codes.index("Witness")))
    return [
        Involvement(
            record_id=new_address(),
            person_key=key,
            record_type=type_key(Investigation),
            reference=reference(number),
            part=PARTS.codes[(number + step) % len(PARTS.codes)],
            basis=BASES.codes[number % len(BASES.codes)],
            recorded_on=at.date(),
            **own,
        )
        for key, number, step in dict.fromkeys(pairs)
    ]


def _key(number: int) -> str:
    return f"DEMO-N{number:03}"
