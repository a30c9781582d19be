"""Scrutiny panels of the demo: one meeting held and closed, one whose cases wait for the force."""

from datetime import datetime, timedelta
from typing import Final

from django.conf import settings

from peelian.access.user import User
from peelian.areas.stop_and_search.panels import SCRUTINY as SEARCHES
from peelian.areas.use_of_force.panels import SCRUTINY as FORCE_USED
from peelian.engines.panels.briefings import publish_briefing
from peelian.engines.panels.declared import Panel
from peelian.engines.panels.drawing import draw_cases
from peelian.engines.panels.errors import PanelRefused
from peelian.engines.panels.feeding_back import feed_back
from peelian.engines.panels.freezing import freeze
from peelian.engines.panels.members import Told, join
from peelian.engines.panels.models import Case, Meeting, Member
from peelian.engines.panels.opening import close, note_attendance, open_cases
from peelian.engines.panels.planning import plan
from peelian.engines.panels.preparing import prepare, set_aside
from peelian.engines.panels.scoring import score
from peelian.engines.panels.states import Came, CaseState
from peelian.engines.panels.usual import ACCEPTABLE, GOOD, LEARNING, PARTLY
from peelian.engines.procedures.asking import Answers
from peelian.engines.procedures.questions import NO, YES, Version
from peelian.jobs.demo.organisation import FORCE, number_of
from peelian.records.months import shift
from peelian.records.store.reader import Reader, open_reader

A_DAY: Final = timedelta(days=1)
CASES, BY_LOT, FED_BACK = 6, 4, 2
SEED: Final = "Invented seed 7 12 19 33 40 41"
SOURCE: Final = "an invented lottery"
# (what the panel calls them, ethnic group as they say, whether they came)
MEMBERS: Final = (
    ("Demo panel member", "White", Came.ATTENDED),
    ("Demo panel member, second", "Asian", Came.ATTENDED),
    ("Demo panel member, third", "White", Came.ATTENDED),
    ("Demo panel member, fourth", "", Came.APOLOGIES),
    ("Demo panel member, fifth", "Black", Came.ABSENT),
)


def make_demo_panels(at: datetime) -> int:
    """Hold one panel and prepare the next; how many meetings, 0 if some were held already.

    Needs the demo's people and its encounters.
    """
    if Meeting.objects.filter(force_id=FORCE).exists():
        return 0
    office = _person("commissioner-staff")
    tables = open_reader(settings.STORE_ROOT)
    members = [_member(SEARCHES, number, office, at) for number in range(len(MEMBERS))]
    for number in range(2):
        _member(FORCE_USED, number, office, at)
    held = _drawn(SEARCHES, -3 * A_DAY, office, at, tables)
    if held is not None:
        _hold(held, members, office, at, tables)
    return sum(
        one is not None for one in (held, _drawn(FORCE_USED, 14 * A_DAY, office, at, tables))
    )


def _person(role: str) -> User:
    return User.objects.get(force_id=FORCE, officer_ref=number_of(role))


def _member(panel: Panel, number: int, office: User, at: datetime) -> Member:
    name, group, _came = MEMBERS[number]
    day = at.date()
    trained = number != len(MEMBERS) - 2
    return join(
        panel,
        name=name,
        email=str(_person("panel-member").email) if number == 0 else "",
        joined_on=day - 200 * A_DAY,
        told=Told(
            vetted_until=day + 500 * A_DAY,
            trained_on=day - 180 * A_DAY if trained else None,
            ride_along_on=day - 90 * A_DAY if number == 0 else None,
            ethnic_group=group,
        ),
        actor=office,
        at=at,
    )


def _drawn(
    panel: Panel, away: timedelta, office: User, at: datetime, tables: Reader
) -> Meeting | None:
    """A meeting with its cases drawn; None where the demo's months hold no case."""
    month = f"{at:%Y-%m}"
    meeting = plan(
        panel,
        held_on=(at + away).date(),
        place="Invented hall",
        first=shift(month, -2),
        last=month,
        seed_source=SOURCE,
        cases=CASES,
        by_lot=BY_LOT,
        actor=office,
        at=at,
    )
    try:
        freeze(meeting, panel, actor=office, at=at, tables=tables)
    except PanelRefused:
        return None
    draw_cases(meeting, panel, seed=SEED, actor=office, at=at, tables=tables)
    meeting.refresh_from_db()
    return meeting


def _hold(
    meeting: Meeting, members: list[Member], office: User, at: datetime, tables: Reader
) -> None:
    """Prepare the cases, judge them, tell two officers, and close; the rest waits for nobody."""
    preparer = _person("auditor")
    while waiting := meeting.cases.filter(state=CaseState.DRAWN).order_by("number").first():
        _prepare(waiting, preparer, at, tables)
    open_cases(meeting, actor=office, at=at)
    came = {one.pk: str(MEMBERS[place][2]) for place, one in enumerate(members)}
    note_attendance(meeting, came, actor=office, at=at)
    there = [one for one in members if came[one.pk] == Came.ATTENDED]
    ready = list(meeting.cases.filter(state=CaseState.READY).order_by("number"))
    sheet = SEARCHES.version(meeting.asked_version)
    for case in ready:
        for place, member in enumerate(there):
            given = _view(sheet, case.number + place // 2)
            score(case, SEARCHES, given, member=member, actor=office, at=at)
    for case in ready[:FED_BACK]:
        feed_back(
            case,
            SEARCHES,
            words="Invented: you were calm and kind. Say why you search before you begin.",
            themes=("explaining", "good"),
            actor=office,
            at=at,
            tables=tables,
        )
    close(meeting, SEARCHES, actor=office, at=at, tables=tables)
    publish_briefing(
        SEARCHES,
        title="Say why before you begin",
        words="Invented. The panel saw calm and kind officers, and people who did not know why "
        "they were searched.\n\nSay who you are, what you look for, why, and by which power, "
        "before you touch anybody. Offer the record.",
        themes=("explaining",),
        actor=office,
        at=at,
    )


def _prepare(case: Case, preparer: User, at: datetime, tables: Reader) -> None:
    if case.video_ref:
        prepare(case, SEARCHES, video_ref=case.video_ref, actor=preparer, at=at, tables=tables)
        return
    because = "Invented: the record names no recording."
    set_aside(case, SEARCHES, because=because, actor=preparer, at=at, tables=tables)


def _view(sheet: Version, turn: int) -> Answers:
    """Invented answers, not the same for every case and member."""
    usual = (YES, PARTLY, YES, NO)[turn % 4]
    overall = (ACCEPTABLE, LEARNING, GOOD, LEARNING)[turn % 4]
    answers = {
        one.key: overall if one.key == "overall" else (YES if one.key == "courteous" else usual)
        for one in sheet.questions
        if one.kind == "choice"
    }
    return Answers(answers, {"to-officer": "Invented: say why first."})
