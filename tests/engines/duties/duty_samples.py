"""Rules as small as they can be, and events written by local time."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from peelian.engines.duties.authority import Authority, Weight
from peelian.engines.duties.calendars import Calendar
from peelian.engines.duties.clocks import Days, FromRecord, Hours
from peelian.engines.duties.owners import NamedOfficer
from peelian.engines.duties.rule import Example, Retime, Rule, Step, Terms
from peelian.engines.duties.unfold import Event, state_at, unfold
from peelian.spine.happenings import What

LONDON = ZoneInfo("Europe/London")
LAW = Authority(Weight.STATUTE, "An Act s1")
OWN = Authority(Weight.POLICY, "A policy")
ALWAYS = date(2000, 1, 1)


def at(local: str) -> datetime:
    """A local time in London as UTC."""
    return datetime.fromisoformat(local).replace(tzinfo=LONDON).astimezone(UTC)


def local(moment: datetime | None) -> str:
    return "" if moment is None else f"{moment.astimezone(LONDON):%Y-%m-%d %H:%M}"


def default(setting, _day) -> int:
    return setting.default


A_DAY = Hours(24)


def rule(due=A_DAY, **changed) -> Rule:
    """A duty to review a search within a day, unless said otherwise."""
    plain = {
        "key": "sample.review",
        "title": "Review a search",
        "why": "So that someone looks.",
        "about": "search_ref",
        "starts": (What.SEARCHED,),
        "done_when": (What.SEARCH_REVIEWED,),
        "terms": (Terms(ALWAYS, due, LAW),),
        "owner": NamedOfficer(),
        "proof": "A review.",
        "next_step": "Review it.",
        "owned_by": "Head of operations",
        "review_by": date(2027, 6, 30),
        "ledger": ("POW-04",),
        "examples": (Example("None.", (), "", "2026-03-27", "No duty"),),
        "steps": (Step(after=timedelta(hours=-2), to=NamedOfficer(), says="Soon."),),
    }
    return Rule(**(plain | changed))


def event(when: str, name: What, ref: str = "S-1", sequence: int = 0, **facts) -> Event:
    return Event(str(name), at(when), ("search", ref), facts, sequence)


def duties(ruled: Rule, *events: Event):
    return unfold(ruled, events, calendar=Calendar(), number=default)


def said(found, seen="2026-12-31"):
    """Each duty as (towards whom, start, end, state), by local time."""
    return [
        (one.each, local(one.started.at), local(one.due_at), str(state_at(one, at(seen))))
        for one in found
    ]


VISITS = rule(
    Days(FromRecord("visit_every_days")),
    about="plan_ref",
    starts=(What.MANAGED, What.VISITED),
    done_when=(What.VISITED,),
    ends_when=(What.SUSPECT_SETTLED,),
    retimed_by=(Retime(What.PLAN_REVIEWED),),
    one_at_a_time=True,
)
