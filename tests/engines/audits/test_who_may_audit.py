"""T04, T05: no verb of the bench answers a stranger, nor anybody who has lost the post since."""

from datetime import date

import pytest

from engines.audits.grounds import AT, GROUNDS, MONTH, YES_TO_ALL, planned
from peelian.access.decide import NotAllowed
from peelian.engines.audits.checking import check_frame
from peelian.engines.audits.downloads import draw_csv, frame_csv
from peelian.engines.audits.drawing import draw
from peelian.engines.audits.ending import abandon, close
from peelian.engines.audits.errors import MayNotReview, NoSuchMarking
from peelian.engines.audits.framing import freeze
from peelian.engines.audits.models import Item
from peelian.engines.audits.reading import marking_of, results_open
from peelian.engines.audits.seeding import publish_seed
from peelian.engines.audits.setting_aside import set_aside
from peelian.engines.audits.sizing import Size, preview
from peelian.engines.audits.taking import decide_next, give_back, take_next
from peelian.spine.post import Holding
from people import FORCE, employ

VERBS = {
    "plan": lambda run, marking, **told: planned(told["tables"], told["actor"]),
    "preview": lambda run, marking, **told: preview(
        GROUNDS,
        force_id=FORCE,
        first=MONTH,
        last=MONTH,
        narrowed={},
        divided_by="",
        size=Size(),
        **told,
    ),
    "freeze": lambda run, marking, **told: freeze(run, GROUNDS, **told),
    "seed": lambda run, marking, tables, **told: publish_seed(run, **told),
    "draw": lambda run, marking, tables, **told: draw(run, **told),
    "close": lambda run, marking, tables, **told: close(run, why="Mine.", **told),
    "abandon": lambda run, marking, tables, **told: abandon(run, why="Mine.", **told),
    "check": lambda run, marking, **told: check_frame(run, GROUNDS, **told),
    "frame": lambda run, marking, tables, **told: frame_csv(run, **told),
    "drawn": lambda run, marking, tables, **told: draw_csv(run, **told),
    "take": lambda run, marking, **told: take_next(run, GROUNDS, **told),
    "decide": lambda run, marking, **told: decide_next(run, GROUNDS, **told),
    "give back": lambda run, marking, tables, **told: give_back(marking.pk, why="Mine.", **told),
    "set aside": lambda run, marking, tables, **told: set_aside(
        marking.item_id, why="Mine.", **told
    ),
    "read": lambda run, marking, tables, **told: marking_of(marking.pk, **told),
}


@pytest.fixture
def strangers(force):
    """An auditor of another force, one without a post any more, and somebody with no such role."""
    foreign, left = (employ("auditor", "F", name=name) for name in ("foreign", "left"))
    type(foreign).objects.filter(pk=foreign.pk).update(force_id="kent")
    foreign.refresh_from_db()
    end_post(left)
    return {"foreign": foreign, "left": left, "analyst": force["analyst"]}


def end_post(person):
    """Nobody's posts count any more after their last day."""
    Holding.objects.filter(officer_ref=person.officer_ref).update(ends_on=date(2026, 3, 1))


def test_no_verb_answers_a_stranger(bench, strangers):
    run = bench.draw(second_share=100)
    marking = bench.take("auditor")
    for who, stranger in strangers.items():
        for name, verb in VERBS.items():
            with pytest.raises((NotAllowed, NoSuchMarking)):
                pytest.fail(f"{name}: {verb(run, marking, actor=stranger, **bench.asked)}, {who}")
        assert not results_open(run, actor=stranger, at=AT)
    bench.standing()
    assert (run.state, Item.objects.filter(run=run, set_aside="").count()) == ("drawn", 4)


STEERING = ("freeze", "seed", "draw", "close", "abandon", "give back", "set aside")


@pytest.mark.parametrize(("planner", "other"), [("inspector", "auditor"), ("auditor", "inspector")])
def test_who_is_inspected_does_not_steer_the_inspection(bench, planner, other):
    """Neither gives up, seeds or thins out the sample of the other; both read how it was drawn."""
    run = bench.drawn(actor=bench.force[planner])
    bench.run = run
    marking = bench.take(planner)
    for name in STEERING:
        verb, actor = VERBS[name], bench.force[other]
        with pytest.raises((NotAllowed, NoSuchMarking)):
            pytest.fail(f"{name}: {verb(run, marking, actor=actor, **bench.asked)}")
    assert frame_csv(run, actor=bench.force[other], at=AT)
    assert draw_csv(run, actor=bench.force[other], at=AT)
    close(run, why="Enough was seen.", actor=bench.force[planner], at=AT)


def test_who_is_inspected_does_not_review_for_the_inspection(bench):
    bench.run = bench.drawn(actor=bench.force["inspector"])
    for name in ("auditor", "supervisor"):
        with pytest.raises(MayNotReview):
            bench.take(name)
    assert bench.take("inspector") is not None


def test_whoever_loses_the_post_loses_the_review(bench):
    bench.draw(second_share=0)
    marking = bench.take("auditor")
    end_post(marking.user)
    with pytest.raises(NotAllowed):
        bench.save(marking, YES_TO_ALL, saved=1)
    with pytest.raises(NotAllowed):
        bench.finish(marking, YES_TO_ALL)
