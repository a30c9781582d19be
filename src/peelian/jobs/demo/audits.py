"""Audits of the demo: one over, one under way, one of files chosen for their outcome, and one that
draws a few files of each month by itself.

Made by the same verbs as on a page, by the demo's audit team, its inspector and its supervisor.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from django.conf import settings

from peelian.access.user import User
from peelian.areas.contact.audits import LATER_AUDIT
from peelian.areas.investigation.audits import DIP
from peelian.areas.stop_and_search.audits import GROUNDS_AUDIT
from peelian.engines.audits.declared import Audit
from peelian.engines.audits.drawing import draw
from peelian.engines.audits.ending import close
from peelian.engines.audits.framing import freeze
from peelian.engines.audits.marking import finish
from peelian.engines.audits.models import Item, Marking, Run
from peelian.engines.audits.planning import MONTHLY, plan
from peelian.engines.audits.seeding import publish_seed
from peelian.engines.audits.setting_aside import set_aside
from peelian.engines.audits.sizing import Size
from peelian.engines.audits.taking import decide_next, take_next
from peelian.frameworks.peel.victim_service import VICTIM_SERVICE
from peelian.jobs.demo.audit_answers import REMARK, answers_to
from peelian.jobs.demo.organisation import FORCE
from peelian.jobs.demo.people import address_of
from peelian.records.derived import ZONE
from peelian.records.drawn import CHOSEN, RANDOM
from peelian.records.months import shift
from peelian.records.store.reader import Reader, open_reader

MONTHS_BACK: Final = 11
# Files of the audit under way that its supervisor has read.
BEGUN: Final = 3
# Files that the standing audit draws of each month.
PER_MONTH: Final = 6
# The demo asks for five files of one outcome, where the inspectorate asks for twenty.
CHOSEN_BY_OUTCOME: Final = {"20": 5, "16": 2, "18": 2}
Taker = Callable[..., Marking | None]


def make_demo_audits(at: datetime) -> int:
    """Plan, draw and review the demo's audits; how many, 0 if there are some already.

    Needs the demo's people, its encounters and what its systems send.
    """
    if Run.objects.filter(force_id=FORCE).exists():
        return 0
    auditor, inspector, supervisor = (
        User.objects.get(email=address_of(role)) for role in ("auditor", "inspector", "supervisor")
    )
    tables = open_reader(settings.STORE_ROOT)
    grounds = _drawn(
        GROUNDS_AUDIT,
        "Grounds of searches: yearly audit",
        Size(half_width=0.15, expected=0.8),
        design=RANDOM,
        second_share=50,
        actor=auditor,
        at=at,
        tables=tables,
    )
    _review(grounds, GROUNDS_AUDIT, auditor, at, tables)
    _review(grounds, GROUNDS_AUDIT, inspector, at, tables)
    _review(grounds, GROUNDS_AUDIT, supervisor, at, tables, taker=decide_next)
    _end(grounds, auditor, at)
    contacts = _drawn(
        LATER_AUDIT,
        "THRIVE: yearly audit",
        Size(total=12),
        design=RANDOM,
        second_share=25,
        actor=auditor,
        at=at,
        tables=tables,
    )
    _review(contacts, LATER_AUDIT, supervisor, at, tables, most=BEGUN)
    files = _drawn(
        VICTIM_SERVICE,
        "Victim service: files closed as action by another body, and some others",
        Size(quotas=CHOSEN_BY_OUTCOME),
        design=CHOSEN,
        divided_by="outcome",
        second_share=0,
        actor=auditor,
        at=at,
        tables=tables,
    )
    _review(files, VICTIM_SERVICE, auditor, at, tables)
    _end(files, auditor, at)
    plan(
        DIP,
        force_id=FORCE,
        title="Dip sample of open investigations, every month",
        first=shift(_month(at), -1),
        last="",
        size=Size(total=PER_MONTH),
        rhythm=MONTHLY,
        actor=auditor,
        at=at,
        tables=tables,
    )
    return 4


def _month(at: datetime) -> str:
    return at.astimezone(ZoneInfo(ZONE)).strftime("%Y-%m")


def _drawn(
    audit: Audit,
    title: str,
    size: Size,
    *,
    design: str,
    second_share: int,
    actor: User,
    at: datetime,
    tables: Reader,
    divided_by: str = "",
) -> Run:
    """A run with its frame frozen, its sealed seed shown, and its files drawn."""
    month = _month(at)
    run = plan(
        audit,
        force_id=FORCE,
        title=title,
        first=shift(month, -MONTHS_BACK),
        last=month,
        design=design,
        divided_by=divided_by,
        size=size,
        second_share=second_share,
        actor=actor,
        at=at,
        tables=tables,
    )
    run = freeze(run, audit, actor=actor, at=at, tables=tables)
    run = publish_seed(run, actor=actor, at=at)
    draw(run, actor=actor, at=at)
    run.refresh_from_db()
    return run


def _review(
    run: Run,
    audit: Audit,
    actor: User,
    at: datetime,
    tables: Reader,
    *,
    taker: Taker = take_next,
    most: int | None = None,
) -> int:
    """Review what waits for this person; how many files."""
    done = 0
    while done != most:
        marking = taker(run, audit, actor=actor, at=at, tables=tables)
        if marking is None:
            break
        answers = answers_to(marking, audit, tables)
        finish(
            marking.pk,
            audit,
            answers=answers,
            words={next(iter(answers)): REMARK} if answers else {},
            saved=1,
            actor=actor,
            at=at,
            tables=tables,
        )
        done += 1
    return done


def _end(run: Run, actor: User, at: datetime) -> None:
    """Close the run; the demo's sealed investigation, if it was drawn, is set aside first."""
    for item in Item.objects.filter(run=run, settled_at=None):
        set_aside(item.pk, why="It is sealed: nobody here may read it.", actor=actor, at=at)
    close(run, actor=actor, at=at)
