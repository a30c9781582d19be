"""An invented force whose record systems send extracts, and a clock that the test turns.

Nothing is typed here that a system holds: rows are kept as those systems would keep them, and each
delivery sends whole tables, as extracts do. The worker's jobs run when the test says so.
"""

import json
from collections import defaultdict
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.apps import apps
from django.conf import settings

from journeys.extracts import LONDON, csv_of, mapping
from peelian import catalogue
from peelian.access.identity import clock
from peelian.access.user import User
from peelian.engines.duties.models import Duty
from peelian.engines.measures.calculate import calculate
from peelian.engines.measures.request import request
from peelian.jobs.duty_work import settle_duties, tick_duties
from peelian.jobs.happenings import note_happenings
from peelian.jobs.loading import load_files
from peelian.records.base import Record
from peelian.records.mirror import mirror
from peelian.records.store.reader import open_reader
from peelian.sources.extracts.source import EXTRACTS
from peelian.trail.models import Entry
from people import FORCE
from web.force.signed_in import browser_of

A_DAY = timedelta(days=1)


def local(text: str) -> datetime:
    """A local time, "2026-03-27 21:10", in UTC."""
    return datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=LONDON).astimezone(UTC)


class World:
    """The clock, the record systems, and what Peelian makes of them."""

    def __init__(self, root: Path, inbox: Path, monkeypatch) -> None:
        self.root, self.inbox = root, inbox
        self.now = local("2026-03-02 09:00")
        self.systems: dict[str, dict[str, dict[str, object]]] = defaultdict(dict)
        monkeypatch.setattr(settings, "STORE_ROOT", root)
        monkeypatch.setattr(clock, "now", lambda: self.now)

    def turn_to(self, text: str) -> None:
        """It is now this local time; the worker has looked at least once a day on the way."""
        until = local(text)
        assert until >= self.now
        while self.now < until:
            self.now = min(until, self.now + A_DAY)
            self.work()

    def record(self, system: str, key: str, **fields: object) -> None:
        """Somebody writes this in a record system; nobody writes it in Peelian."""
        self.systems[system].setdefault(key, {}).update(fields)

    def deliver(self, *systems: str) -> None:
        """These systems (all of them if none is named) send their tables, and the worker works."""
        models = [model for model in apps.get_models() if issubclass(model, Record)]
        for name in systems or tuple(self.systems):
            file = self.inbox / f"{name}.csv"
            file.write_text(csv_of(name, self.systems[name].values()), encoding="utf-8")
            with EXTRACTS.under(mapping(name), models=models, home=settings.PEELIAN_HOME) as told:
                report = load_files(told, [file], at=self.now, claims=told.claims)
            assert not [one for one in report.files if one.rejected], report
        self.work()

    def work(self) -> None:
        """All that the worker would do by now."""
        for job in (note_happenings, settle_duties, tick_duties):
            job(self.now)
        mirror(self.root, at=self.now)

    def session_of(self, user: User) -> str:
        """The cookie of somebody who has just come in."""
        client = browser_of(user, at=self.now)
        return client.cookies[settings.SESSION_COOKIE_NAME].value

    def duties(self, rule: str, matter: str) -> list[Duty]:
        """The duties of a rule about one thing, oldest first."""
        return list(
            Duty.objects.filter(force_id=FORCE, rule=rule, matter=matter).order_by("started_at")
        )

    def states(self, rule: str, matter: str) -> list[str]:
        """How those duties stand, oldest first."""
        return [str(duty.state) for duty in self.duties(rule, matter)]

    def told(self, duty: Duty) -> set[str]:
        """What the trail says of a duty."""
        rows = Entry.objects.filter(record_type="duty", record_ref=duty.record_id)
        return {str(json.loads(row.detail).get("what", "")) for row in rows}

    def figure(self, key: str) -> tuple[float | None, float | None]:
        """What a measure counts for this force over all that is loaded: how many, of how many."""
        asked = request(catalogue.measure(key), where={"force": FORCE})
        (cell,) = calculate(asked, open_reader(self.root)).cells
        return cell.numerator, cell.denominator
