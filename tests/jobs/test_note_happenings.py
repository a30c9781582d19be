"""The worker's run: rows and feeds are noted together, and it says how many."""

import pytest
from django.conf import settings

from peelian.jobs.happenings import NOTER, note_happenings
from peelian.records.happenings import Happening
from peelian.spine.suspect import Suspect
from people import NOW
from records.test_noting import suspect
from stored_rows import put_rows

pytestmark = pytest.mark.django_db


def test_what_rows_say_and_which_feeds_are_late_is_noted_once(tmp_path, monkeypatch):
    """Delivered at six in the morning of 1 March, every hour; it is ten of the next day."""
    monkeypatch.setattr(settings, "STORE_ROOT", tmp_path / "store")
    hourly = {"feed": "Custody", "rhythm": "hour, late after 2 hours"}
    put_rows(tmp_path / "store", Suspect, [suspect("A")], **hourly)
    put_rows(tmp_path / "store", Suspect, [suspect("B")], force="kent", source="police_uk")

    assert note_happenings(NOW) == ("1 happenings noted or corrected, 1 feeds late or fresh again")
    assert note_happenings(NOW) == ("0 happenings noted or corrected, 0 feeds late or fresh again")
    assert sorted(Happening.objects.values_list("name", "by")) == [
        ("feed-late", NOTER),
        ("suspect-named", NOTER),
    ]
