"""Pages of duties over three invented rules, with every feed fresh unless a test says otherwise."""

import pytest

from peelian import catalogue
from peelian.records.feed_ages import FeedAge
from peelian.web.force.work import feeds as feeds_of_work
from people import NOW, investigation
from web.force.work.duties_at_hand import RULES


@pytest.fixture
def rules(monkeypatch):
    """The three rules, in the place of all others, and nothing else that names a setting."""
    monkeypatch.setattr(catalogue, "rules", lambda: RULES)
    for others in ("procedures", "audits", "panels", "surveys"):
        monkeypatch.setattr(catalogue, others, tuple)
    return RULES


@pytest.fixture
def case(force, rules):
    """An investigation of the investigator of the north's first team."""
    return investigation("A", unit="N1", officer="no-investigator")


def age(state, says):
    return FeedAge("bail", "Bail", "custody", NOW, "at 06:10 today", state, says)


class Feeds:
    """The feeds on which pages of work rest: all fresh, until one is made late."""

    def __init__(self):
        self.found = (age("fresh", "Bail (custody) were last delivered at 06:10 today."),)

    def late(self):
        self.found = (age("late", "Bail (custody) are late. More was expected by 06:00."),)


@pytest.fixture(autouse=True)
def feeds(monkeypatch):
    made = Feeds()
    monkeypatch.setattr(feeds_of_work, "feed_ages", lambda *asked, **more: made.found)
    return made
