"""Suspects and bail of the demo: invented, some late, some soon due and some in order.

Times are days before now; what is to come has a minus.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from peelian.jobs.demo.extract import Line, Table
from peelian.jobs.demo.investigations import OFFENCES, reference
from peelian.jobs.demo.organisation import COLLEAGUES, members
from peelian.records.derived import ZONE

PEOPLE: Final = 36
ROUNDS: Final = 2
SUSPECT_HEADER = (
    "Suspect no",
    "Investigation no",
    "Nominal",
    "Named",
    "Offence",
    "DA",
    "Status",
    "Located",
    "Circulation asked",
    "Circulated",
    "Arrested",
    "Interviewed",
    "No arrest decided",
    "No arrest reason",
    "RUI from",
    "RUI decided by",
    "RUI reason",
    "RUI reviewed",
    "Finalised",
    "Category",
    "Next action",
    "Next action set",
    "Next action due",
    "Team",
    "Officer in case",
)
BAIL_HEADER = (
    "Bail no",
    "Period",
    "Suspect no",
    "Investigation no",
    "Nominal",
    "Offence",
    "Case",
    "Arrested",
    "Bail start",
    "Authorised",
    "Authorised by",
    "Bail to",
    "Conditions",
    "Purpose",
    "To CPS",
    "From CPS",
    "Ended",
    "Result",
    "Category",
    "Team",
    "Officer in case",
)


@dataclass(frozen=True)
class Bailed:
    """One period of bail: first and last day, who authorised it, and what became of it."""

    start: int
    end: int
    by: str = "Custody officer"
    period: int = 1
    authorised: float | None = None
    prosecutor: float | None = None
    ended: float | None = None
    result: str = ""
    case: str = "Standard"


@dataclass(frozen=True)
class Scene:
    """What has become of one suspect."""

    state: str
    band: str
    named: float
    abuse: str = "N"
    wanted: float | None = None
    circulated: float | None = None
    arrested: float | None = None
    interviewed: float | None = None
    no_arrest: float | None = None
    released: float | None = None
    decided: bool = True
    reviewed: float | None = None
    settled: float | None = None
    action: tuple[float, int] | None = None
    bail: tuple[Bailed, ...] = ()


SCENES = (
    Scene("Named", "A", 0.4, "Y", action=(0.3, 0)),
    Scene("Named", "A", 3, action=(2, 1)),
    Scene("Wanted", "B", 12, "Y", wanted=10, circulated=9.6, action=(9, -2)),
    Scene("Named", "B", 4, wanted=2, action=(2, -1)),
    Scene("Located", "", 5, action=(1, -1)),
    Scene("Bail", "B", 60, "Y", arrested=59.2, action=(5, -6), bail=(Bailed(58, -2),)),
    Scene("Bail", "A", 89, "Y", arrested=88.4, action=(20, 3), bail=(Bailed(87, 1),)),
    Scene("Bail", "C", 40, arrested=39.5, action=(8, -9), bail=(Bailed(38, -20),)),
    Scene(
        "Bail",
        "B",
        130,
        arrested=129.3,
        action=(30, -12),
        bail=(
            Bailed(128, 38, ended=40, result="Extended"),
            Bailed(128, -45, "Insp", 2, authorised=40),
        ),
    ),
    Scene("Bail", "C", 50, arrested=49.1, bail=(Bailed(48, -95),)),
    Scene("Bail", "B", 70, "Y", arrested=69.4, bail=(Bailed(68, -6, prosecutor=9),)),
    Scene(
        "RUI",
        "C",
        75,
        interviewed=70,
        arrested=70.5,
        released=33,
        bail=(Bailed(69, 33, ended=33, result="RUI"),),
    ),
    Scene("RUI", "B", 90, arrested=88, released=58, reviewed=20),
    Scene(
        "RUI",
        "",
        100,
        "Y",
        arrested=96.5,
        released=5,
        decided=False,
        bail=(Bailed(95, 5, ended=4.5, result="Lapsed"),),
    ),
    Scene("Charged", "A", 30, "Y", arrested=29.8, interviewed=29.6, settled=29),
    Scene("NFA", "C", 45, "Y", interviewed=40, no_arrest=44.7, settled=15),
)


def suspect_tables(at: datetime) -> tuple[Table, ...]:
    """The two extracts: suspects, and periods of bail."""
    return (
        Table("suspects.toml", SUSPECT_HEADER, _suspects(at)),
        Table("bail.toml", BAIL_HEADER, _bail(at)),
    )


def suspect_reference(number: int) -> str:
    """What the demo's crime system calls its suspect of this number."""
    return f"DEMO-S{number:03}"


def _numbered() -> Iterator[tuple[int, Scene]]:
    return enumerate(SCENES * ROUNDS, start=1)


def _suspects(at: datetime) -> Iterator[Line]:
    clock = _Clock(at)
    for number, one in _numbered():
        unit, officer = _whose(number)
        yield (
            suspect_reference(number),
            reference(number),
            _person(number),
            clock.moment(one.named),
            OFFENCES[number % len(OFFENCES)],
            one.abuse,
            one.state,
            clock.moment(one.arrested),
            clock.moment(one.wanted),
            clock.moment(one.circulated),
            clock.moment(one.arrested),
            clock.moment(one.interviewed),
            clock.moment(one.no_arrest),
            "" if one.no_arrest is None else "Invented reason: came of their own accord.",
            clock.moment(one.released),
            officer if one.released is not None and one.decided else "",
            "Invented reason." if one.released is not None and one.decided else "",
            clock.moment(one.reviewed),
            clock.moment(one.settled),
            one.band,
            "" if one.action is None else f"Invented next step {number}.",
            "" if one.action is None else clock.moment(one.action[0]),
            "" if one.action is None else clock.day(one.action[1]),
            unit,
            officer,
        )


def _bail(at: datetime) -> Iterator[Line]:
    clock = _Clock(at)
    for number, one in _numbered():
        unit, officer = _whose(number)
        for period in one.bail:
            authorised = period.authorised if period.authorised is not None else one.arrested
            yield (
                f"DEMO-B{number:03}",
                str(period.period),
                suspect_reference(number),
                reference(number),
                _person(number),
                OFFENCES[number % len(OFFENCES)],
                period.case,
                f"{clock.day(period.start + 1)} 21:10",
                clock.day(period.start),
                clock.moment(authorised),
                period.by,
                clock.day(period.end),
                "2",
                "Protect the victim" if one.abuse == "Y" else "Secure attendance",
                clock.moment(period.prosecutor),
                "",
                clock.moment(period.ended),
                period.result,
                one.band,
                unit,
                officer,
            )


@dataclass(frozen=True)
class _Clock:
    """Days before now, as the demo's systems write them: local, with the day first."""

    at: datetime

    def moment(self, days: float | None) -> str:
        """The moment so many days ago; empty for none."""
        if days is None:
            return ""
        then = (self.at - timedelta(days=days)).astimezone(ZoneInfo(ZONE))
        return then.strftime("%d/%m/%Y %H:%M")

    def day(self, days: int) -> str:
        """The local day so many days ago."""
        today: date = self.at.astimezone(ZoneInfo(ZONE)).date()
        return (today - timedelta(days=days)).strftime("%d/%m/%Y")


def _whose(number: int) -> tuple[str, str]:
    """The unit and the officer of the investigation of this number."""
    units = [unit for _, unit, _ in COLLEAGUES]
    unit = units[number % len(units)]
    here = [one.number for one in members() if one.unit == unit and one.role != "supervisor"]
    return unit, here[number % len(here)]


def _person(number: int) -> str:
    """A person of the demo who has no part in the investigation of this number yet."""
    return f"DEMO-N{1 + (number * 11 + 3) % PEOPLE:03}"
