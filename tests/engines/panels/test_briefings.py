"""Briefings: a minute's reading, and how far it reaches."""

import pytest

from peelian.access.decide import NotAllowed
from peelian.access.giving.refusal import NothingThere
from peelian.areas.stop_and_search.panels import SCRUTINY
from peelian.engines.panels.briefings import (
    briefings_of,
    open_briefing,
    publish_briefing,
    reach_of,
    take_back,
)
from peelian.engines.panels.errors import PanelRefused
from people import NOW


def published(actor, words="Say who you are and why, before you touch anybody."):
    return publish_briefing(
        SCRUTINY, title="Say why first", words=words, themes=["explaining"], actor=actor, at=NOW
    )


@pytest.mark.ledger("POW-17")
def test_each_who_opens_it_counts_once_and_is_never_named(force):
    made = published(force["commissioner-staff"])
    for role in ("patrol-officer", "patrol-officer", "investigator"):
        open_briefing(made.ref, actor=force[role], at=NOW)
    # Whoever runs the panel opens it too, and is no officer of the force.
    open_briefing(made.ref, actor=force["commissioner-staff"], at=NOW)
    assert reach_of(made).opened == 2
    assert reach_of(made).people > 10


def test_it_takes_a_minute_and_no_longer(force):
    with pytest.raises(PanelRefused, match="at most 230 words"):
        published(force["commissioner-staff"], "word " * 231)
    with pytest.raises(NotAllowed):
        published(force["auditor"])


def test_it_is_for_the_force_alone_until_it_is_taken_back(force):
    made = published(force["commissioner-staff"])
    for role in ("inspector", "partner", "panel-member"):
        assert briefings_of(force[role], at=NOW) == ()
    take_back(made, because="Wrong case.", actor=force["commissioner-staff"], at=NOW)
    with pytest.raises(NothingThere):
        open_briefing(made.ref, actor=force["patrol-officer"], at=NOW)
