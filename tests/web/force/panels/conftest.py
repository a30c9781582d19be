"""A meeting about forty searches, each with a word of its own in every field."""

from dataclasses import dataclass, field
from datetime import date, timedelta

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from engines.panels.searches import search
from matrix.canaries import canary
from peelian.access.user import User
from peelian.areas.stop_and_search.models import StopSearch
from peelian.areas.stop_and_search.panels import SCRUTINY
from peelian.engines.panels.drawing import draw_cases
from peelian.engines.panels.freezing import freeze
from peelian.engines.panels.members import Told, join
from peelian.engines.panels.models import Case, Meeting, Member
from peelian.engines.panels.opening import open_cases
from peelian.engines.panels.planning import plan
from peelian.engines.panels.preparing import prepare
from peelian.records.store.reader import open_reader
from people import Force
from stored_rows import put_rows
from web.force.signed_in import browser_of

# What only the record says, and nobody outside the force may learn.
SECRET = (
    "search_ref",
    "officer_ref",
    "present_refs",
    "reviewer_ref",
    "unit_ref",
    "person_key",
    "place",
    "vehicle",
    "operation",
    "authorisation",
    "custody_ref",
    "video_ref",
    "no_video_because",
)


@dataclass
class Held:
    """A meeting that is open, whose members, and the secret words of its searches."""

    force: Force
    meeting: Meeting
    member: Member
    secrets: dict[str, str] = field(default_factory=dict)

    @property
    def case(self) -> Case:
        return self.meeting.cases.order_by("number").first()

    def browser(self, role: str) -> Client:
        return browser_of(self.force[role])

    def url(self, door: str, page: str = "", thing: str = "cases") -> str:
        ref = self.case.ref if thing == "cases" else self.meeting.ref
        return f"/{door}/panels/{thing}/{ref}/{page}"


def telling(number: int, secrets: dict[str, str]) -> dict[str, object]:
    """A search with a word in every field, whose grounds say all of them again."""
    words = {name: canary("panel", str(number), name) for name in SECRET}
    secrets.update({word: name for name, word in words.items()})
    masked = ", ".join(words[name] for name in ("officer_ref", "present_refs", "vehicle"))
    return search(number, **words) | {
        "month": f"{timezone.now():%Y-%m}",
        "grounds_seen": f"Seen by {masked} of {words['unit_ref']}.",
    }


@pytest.fixture
def held(force, tmp_path, monkeypatch) -> Held:
    """The meeting, with every case prepared and open, under today's clock."""
    root = tmp_path / "store"
    monkeypatch.setattr(settings, "STORE_ROOT", root)
    now = timezone.now()
    month, secrets = f"{now:%Y-%m}", {}
    put_rows(root, StopSearch, [telling(n, secrets) for n in range(1, 13)], month=month)
    tables, office = open_reader(root), force["commissioner-staff"]
    member = _joins(office, now.date(), "panel-member@force.example")
    meeting = plan(
        SCRUTINY,
        held_on=now.date(),
        place="County hall",
        first=month,
        last=month,
        seed_source="dice",
        cases=4,
        by_lot=4,
        actor=office,
        at=now,
    )
    freeze(meeting, SCRUTINY, actor=office, at=now, tables=tables)
    draw_cases(meeting, SCRUTINY, seed="1", actor=office, at=now, tables=tables)
    for case in meeting.cases.all():
        prepare(
            case,
            SCRUTINY,
            video_ref=case.video_ref,
            actor=force["auditor"],
            at=now,
            tables=tables,
        )
    open_cases(meeting, actor=office, at=now)
    meeting.refresh_from_db()
    return Held(force, meeting, member, secrets)


def _joins(office: User, today: date, email: str = "") -> Member:
    return join(
        SCRUTINY,
        name="First member",
        email=email,
        joined_on=today - timedelta(days=30),
        told=Told(trained_on=today, vetted_until=today + timedelta(days=30), ethnic_group="Asian"),
        actor=office,
        at=timezone.now(),
    )
