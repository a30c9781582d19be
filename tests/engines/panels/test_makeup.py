"""Members beside the residents of the force area, in counts, for the panel office alone."""

from datetime import date

import pytest

from peelian.access.decide import NotAllowed
from peelian.areas.stop_and_search.panels import SCRUTINY
from peelian.engines.panels.makeup import make_up
from peelian.engines.panels.members import Told, join
from peelian.records.store.reader import open_reader
from people import NOW


@pytest.fixture
def nine(force):
    """Eight who said something and one who did not."""
    for number, group in enumerate(["White"] * 7 + ["Asian", ""]):
        join(
            SCRUTINY,
            name=f"Member {number}",
            joined_on=date(2026, 1, 1),
            told=Told(ethnic_group=group),
            actor=force["commissioner-staff"],
            at=NOW,
        )


@pytest.mark.ledger("POW-19")
def test_of_as_many_residents(force, nine, sample_store):
    """Staffordshire, Census 2021: about 91% White, so 7.3 of eight."""
    found = make_up(
        SCRUTINY, actor=force["commissioner-staff"], at=NOW, tables=open_reader(sample_store)
    )
    assert (found.members, found.said, found.untrained) == (9, 8, 9)
    by_group = {one.group: one for one in found.groups}
    assert by_group["White"].members == 7
    assert by_group["White"].expected == pytest.approx(7.3, abs=0.1)
    assert sum(one.expected for one in found.groups) == pytest.approx(8)


def test_nobody_else_sees_it_and_without_residents_it_says_so(force, nine, tables):
    for role in ("auditor", "panel-member", "chief-officer"):
        with pytest.raises(NotAllowed):
            make_up(SCRUTINY, actor=force[role], at=NOW, tables=tables)
    found = make_up(SCRUTINY, actor=force["commissioner-staff"], at=NOW, tables=tables)
    assert {one.expected for one in found.groups} == {None}
