"""An audit of the matrix with a file under review, and feedback on files of every standing.

What reviewers meet of a file that says every secret is tried in `test_blindness`; here every reader
asks for the pages of one run and of reviews that are not theirs.
"""

from datetime import timedelta
from typing import Final

from django.conf import settings
from django.utils import timezone

from matrix.beside import Beside
from matrix.canaries import canary
from matrix.planting import MONTH, Planted
from peelian.areas.stop_and_search.audits import GROUNDS_AUDIT
from peelian.engines.audits.feedback_models import FROM_AUDIT, Feedback
from peelian.engines.audits.models import FrameRow, Item, Marking, Run, State, Turn
from peelian.records.store.reader import open_reader
from people import FORCE, NOW, Force

AUDIT: Final = GROUNDS_AUDIT
RUN_REF: Final = "A-MATRIX"
# Who plans, and who has a part in audits at all: reviews, or plans.
RUNNERS: Final = ("auditor", "inspector")
REVIEWERS: Final = ("auditor", "inspector", "supervisor")
# To whom feedback went, by the name of the file, and who reads it beside them.
GIVEN_TO: Final = {
    "team": ("investigator", {"investigator", "supervisor"}),
    "other": ("other-team", {"other-team"}),
    "sealed": ("investigator", set[str]()),
    "about": ("investigator", set[str]()),
    "conflict": ("investigator", set[str]()),
}


def put_audit(force: Force, search: Planted) -> tuple[dict[str, object], list[Beside]]:
    """A run over one search, which the auditor has under review with a remark begun.

    The words of the run and of the remark are theirs; its title is for whoever has a part in it.
    """
    title, remark = canary("run", "title"), canary("review", "remark")
    run = Run.objects.create(
        ref=RUN_REF,
        audit=AUDIT.key,
        asked_version=1,
        force_id=FORCE,
        title=title,
        first=MONTH,
        last=MONTH,
        design="Random",
        wanted={"": 1},
        second_share=100,
        seed_source="the numbers of a lottery",
        seed="1 2 3",
        state=State.DRAWN,
        made_by=force["auditor"],
        made_at=NOW,
        frozen_at=NOW,
        drawn_at=NOW,
        snapshot=open_reader(settings.STORE_ROOT).snapshot.id,
        frame_hash="0" * 64,
        frame_size=1,
    )
    FrameRow.objects.create(run=run, of_id=search.record_id, digest="0" * 64)
    item = Item.objects.create(run=run, position=1, of_id=search.record_id, second=True)
    marking = Marking.objects.create(
        item=item,
        turn=Turn.FIRST,
        user=force["auditor"],
        officer_ref="no-auditor",
        words={"reasonable": remark},
        taken_at=timezone.now() - timedelta(minutes=5),
    )
    return {"run": run.ref, "review": marking.pk}, [
        Beside(title, "title of an audit", frozenset(REVIEWERS)),
        Beside(remark, "remark of a reviewer", frozenset({"auditor"})),
    ]


def sheet_words(search: Planted) -> frozenset[str]:
    """The words that the sheet of this search shows."""
    return frozenset(word for name, word in search.words.items() if name in AUDIT.shows)


def put_feedback(one: Planted) -> list[Beside]:
    """What an audit said of a file, and what was answered: for whom it is and who leads them."""
    officer, readers = GIVEN_TO[one.name]
    told = {name: canary("feedback", one.name, name) for name in ("words", "reply")}
    Feedback.objects.create(
        record_id=f"feedback-{one.name}",
        source="typed",
        force_id=FORCE,
        of_type=one.key,
        of_id=one.record_id,
        of_ref=one.words["investigation_ref"],
        feedback_ref=f"FB-{one.name.upper()}",
        from_kind=FROM_AUDIT,
        from_ref=RUN_REF,
        unit_ref=one.unit,
        officer_ref=f"no-{officer}",
        given_by="no-auditor",
        given_at=NOW,
        month=MONTH,
        reply_by=NOW.date(),
        # One waits for an answer, the others have one.
        replied_at=None if one.name == "team" else NOW,
        **told,
    )
    return [
        Beside(word, f"{name} of feedback on '{one.name}'", frozenset(readers))
        for name, word in told.items()
    ]
