"""T32, T40: a deed of an audit and its entry in the trail stand together, or neither does."""

import pytest

from engines.audits.grounds import AT, GROUNDS, YES_TO_ALL, planned
from peelian.engines.audits.downloads import frame_csv
from peelian.engines.audits.drawing import draw
from peelian.engines.audits.ending import abandon, close
from peelian.engines.audits.framing import freeze
from peelian.engines.audits.models import Finding, FrameRow, Item, Marking, Run
from peelian.engines.audits.seeding import publish_seed
from peelian.engines.audits.setting_aside import set_aside
from peelian.engines.audits.sizing import Size
from peelian.engines.audits.taking import give_back
from peelian.trail.errors import TrailError
from peelian.trail.models import Entry


class Broken(TrailError):
    """The trail cannot be written."""


@pytest.fixture
def trail_breaks(monkeypatch):
    def breaks(*args, **more):
        raise Broken

    def arm():
        for module in ("running", "writing"):
            monkeypatch.setattr(f"peelian.engines.audits.{module}.append", breaks)

    return arm


def everything():
    """Every row of the bench and of the trail, as it stands."""
    models = (Run, FrameRow, Item, Marking, Finding, Entry)
    return [sorted(map(repr, model.objects.values_list())) for model in models]


DEEDS = {
    "plan": lambda bench, run, actor: planned(bench.tables, actor),
    "freeze": lambda bench, run, actor: freeze(
        planned_run(), GROUNDS, actor=actor, at=AT, tables=bench.tables
    ),
    "publish": lambda bench, run, actor: publish_seed(frozen_run(), "7", actor=actor, at=AT),
    "draw": lambda bench, run, actor: draw(seeded_run(), actor=actor, at=AT),
    "download": lambda bench, run, actor: frame_csv(run, actor=actor, at=AT),
    "take": lambda bench, run, actor: bench.take("auditor-2"),
    "save": lambda bench, run, actor: bench.save(open_review(), YES_TO_ALL, saved=1),
    "finish": lambda bench, run, actor: bench.finish(open_review(), YES_TO_ALL),
    "give back": lambda bench, run, actor: give_back(
        open_review().pk, why="Called away.", actor=actor, at=AT
    ),
    "set aside": lambda bench, run, actor: set_aside(
        open_review().item_id, why="Two in one.", actor=actor, at=AT
    ),
    "close": lambda bench, run, actor: close(run, why="No time.", actor=actor, at=AT),
    "abandon": lambda bench, run, actor: abandon(run, why="Wrong month.", actor=actor, at=AT),
}


def planned_run():
    return Run.objects.get(title="planned")


def frozen_run():
    return Run.objects.get(title="frozen")


def seeded_run():
    return Run.objects.get(title="seeded")


def open_review():
    return Marking.objects.select_related("user").get(done_at=None)


def test_nothing_is_done_where_the_trail_cannot_be_written(bench, trail_breaks):
    actor, outside = bench.force["auditor"], {"seed_source": "the lottery"}
    freezing = {"actor": actor, "at": AT, "tables": bench.tables}
    planned(bench.tables, actor, title="planned")
    freeze(planned(bench.tables, actor, title="frozen", **outside), GROUNDS, **freezing)
    seeded = freeze(planned(bench.tables, actor, title="seeded", **outside), GROUNDS, **freezing)
    publish_seed(seeded, "7", actor=actor, at=AT)
    run = bench.draw(second_share=0, size=Size(total=3))
    bench.review("auditor", YES_TO_ALL)
    bench.take("auditor")
    before = everything()
    trail_breaks()

    for name, deed in DEEDS.items():
        with pytest.raises(Broken):
            deed(bench, run, actor)
        assert everything() == before, name
