"""A page asks as much of the database and of the store for two hundred duties as for five."""

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from peelian.areas.investigation.models import Investigation
from peelian.engines.duties.models import Duty, DutyNote
from peelian.records import feed_ages as ages_of_records
from peelian.records.store.reader import Reader
from peelian.web.force.work import feeds as feeds_of_work
from people import FORCE, investigation
from stored_rows import put_rows, stored_investigation
from web.force.signed_in import browser_of
from web.force.work.duties_at_hand import REVIEW, UPDATE, a_duty, moved_note

pytestmark = pytest.mark.django_db

FEW, MANY = 5, 200
# Who asks for which page, and how many questions of the database it may take.
PAGES = {
    "my day": ("investigator", "/force/", 60),
    "all of my day": ("investigator", "/force/?all", 60),
    "a supervisor's day": ("supervisor", "/force/", 60),
    "my team": ("supervisor", "/force/work/team/", 70),
    "one post of my team": ("supervisor", "/force/work/team/?post=post-investigator", 70),
    "pacesetter": ("supervisor", "/force/work/pacesetter/", 80),
    "the wall": ("supervisor", "/force/work/pacesetter/?wall", 80),
    "one duty": ("investigator", "/force/work/duties/duty-1/", 60),
    "a register": ("investigator", "/force/records/investigation/", 50),
}


@pytest.fixture(autouse=True)
def real_feeds(feeds, monkeypatch):
    """The ages of feeds as they are read, in the place of those that other tests make up."""
    monkeypatch.setattr(feeds_of_work, "feed_ages", ages_of_records.feed_ages)


def work(number):
    """So many duties, each about a case of its own; every second case is loaded, not typed."""
    DutyNote.objects.all().delete()
    Duty.objects.all().delete()
    Investigation.objects.all().delete()
    mine = {"unit": "N1", "officer": "no-investigator"}
    loaded = [stored_investigation(f"L{one}", **mine) for one in range(0, number, 2)]
    put_rows(settings.STORE_ROOT, Investigation, loaded, rhythm="day")
    for one in range(number):
        if one % 2:
            case = investigation(f"T{one}", **mine)
        else:
            case = Investigation(**stored_investigation(f"L{one}", **mine) | {"force_id": FORCE})
        made = a_duty(
            case,
            rule=(REVIEW, UPDATE)[one % 3 == 0],
            hours=one - number // 2,
            matter=f"matter {one}",
            risk=("high", None)[one % 2],
        )
        moved_note(made)


class Questions:
    """What one page asks: of the database, and of the store."""

    def __init__(self, client, url, monkeypatch):
        cache.clear()
        self.store = 0
        answered = Reader.to_arrow

        def counted(reader, expr):
            self.store += 1
            return answered(reader, expr)

        with monkeypatch.context() as patched, CaptureQueriesContext(connection) as database:
            patched.setattr(Reader, "to_arrow", counted)
            assert client.get(url).status_code == 200
        self.database = len(database)


@pytest.mark.parametrize("page", PAGES)
def test_as_many_questions_for_two_hundred_duties_as_for_five(force, rules, monkeypatch, page):
    who, url, most = PAGES[page]
    client = browser_of(force[who])
    work(FEW)
    client.get(url)
    few = Questions(client, url, monkeypatch)
    work(MANY)
    many = Questions(client, url, monkeypatch)

    assert (many.database, many.store) == (few.database, few.store)
    assert many.database <= most
