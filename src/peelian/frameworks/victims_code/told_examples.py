"""Worked examples of Right 6, by hand, with the bank holidays of England and Wales."""

from peelian.areas.victims.models import ARREST, BAIL_CONDITIONS
from peelian.engines.duties.rule import Example
from peelian.records.happenings import Fact
from peelian.spine.happenings import What

INVESTIGATION: dict[str, Fact] = {"investigation_ref": "C1"}
VICTIM: dict[str, Fact] = {"investigation_ref": "C1", "victim_ref": "V1"}
ENHANCED: dict[str, Fact] = {**VICTIM, "enhanced_rights": True}
RECORDED = ("2026-09-01 09:00", What.VICTIM_RECORDED, VICTIM)


def told(
    moment: str, about: str, *, safely: bool | None = True
) -> tuple[str, What, dict[str, Fact]]:
    """A contact with this victim."""
    return moment, What.VICTIM_UPDATED, {**VICTIM, "about": about, "by_safe_route": safely}


ARRESTED = (
    Example(
        "Over Christmas: Thursday, then Tuesday to Thursday, then the Monday after New Year.",
        (RECORDED, ("2026-12-23 10:00", What.SUSPECT_ARRESTED, INVESTIGATION)),
        due="2027-01-04",
        seen="2027-01-04 23:00",
        state="Running",
    ),
    Example(
        "With enhanced rights one working day: from Christmas Eve to the Tuesday after.",
        (
            RECORDED,
            ("2026-09-02 09:00", What.ENHANCED_RIGHTS, ENHANCED),
            ("2026-12-24 16:00", What.SUSPECT_ARRESTED, INVESTIGATION),
        ),
        due="2026-12-29",
        seen="2026-12-30 00:00",
        state="Late",
    ),
    Example(
        "Rights recognised on the Tuesday: one working day from then, not the Monday after.",
        (
            RECORDED,
            ("2026-12-23 10:00", What.SUSPECT_ARRESTED, INVESTIGATION),
            ("2026-12-29 12:00", What.ENHANCED_RIGHTS, ENHANCED),
        ),
        due="2026-12-30",
        seen="2026-12-30 09:00",
        state="Running",
    ),
    Example(
        "Rights recognised after the end lengthen nothing: it stays late.",
        (
            RECORDED,
            ("2026-12-23 10:00", What.SUSPECT_ARRESTED, INVESTIGATION),
            ("2027-01-05 12:00", What.ENHANCED_RIGHTS, ENHANCED),
        ),
        due="2027-01-04",
        seen="2027-01-05 13:00",
        state="Late",
    ),
    Example(
        "Told by a route that is not safe, the duty is not met.",
        (
            RECORDED,
            ("2026-12-23 10:00", What.SUSPECT_ARRESTED, INVESTIGATION),
            told("2026-12-24 09:00", ARREST, safely=False),
        ),
        due="2027-01-04",
        seen="2026-12-24 10:00",
        state="Running",
    ),
    Example(
        "Told in time by the safe route, it is met.",
        (
            RECORDED,
            ("2026-12-23 10:00", What.SUSPECT_ARRESTED, INVESTIGATION),
            told("2026-12-31 09:00", ARREST),
        ),
        due="2027-01-04",
        seen="2027-01-31 09:00",
        state="Met",
    ),
)
INTERVIEWED = (
    Example(
        "Over Easter and the change to summer time: Thursday, then Tuesday to Friday.",
        (RECORDED, ("2027-03-24 14:00", What.SUSPECT_INTERVIEWED, INVESTIGATION)),
        due="2027-04-02",
        seen="2027-04-02 23:30",
        state="Running",
    ),
)
RELEASED = (
    Example(
        "Over the end of April and the early May bank holiday.",
        (RECORDED, ("2027-04-29 20:00", What.RELEASED_WITHOUT_CHARGE, INVESTIGATION)),
        due="2027-05-07",
        seen="2027-05-08 00:00",
        state="Late",
    ),
)
BAILED = (
    Example(
        "Over the leap day: 24, 25, 28 and 29 February, 1 March.",
        (RECORDED, ("2028-02-23 18:00", What.BAILED, INVESTIGATION)),
        due="2028-03-01",
        seen="2028-03-01 12:00",
        state="Running",
    ),
    Example(
        "With enhanced rights, to the end of the leap day itself.",
        (
            RECORDED,
            ("2028-01-03 09:00", What.ENHANCED_RIGHTS, ENHANCED),
            ("2028-02-28 18:00", What.RELEASED_UNDER_INVESTIGATION, INVESTIGATION),
        ),
        due="2028-02-29",
        seen="2028-02-29 23:59",
        state="Running",
    ),
)
BAIL_CHANGED = (
    Example(
        "Late on the Friday before the clocks go back: the next five working days.",
        (RECORDED, ("2026-10-23 23:30", What.BAIL_CHANGED, INVESTIGATION)),
        due="2026-10-30",
        seen="2026-10-30 23:30",
        state="Running",
    ),
    Example(
        "What was told of the arrest does not tell of the change of bail.",
        (
            RECORDED,
            ("2026-10-23 23:30", What.BAIL_CHANGED, INVESTIGATION),
            told("2026-10-26 09:00", ARREST),
            told("2026-11-02 09:00", BAIL_CONDITIONS),
        ),
        due="2026-10-30",
        seen="2026-11-02 10:00",
        state="Met late",
    ),
)
NOT_INVESTIGATED = (
    Example(
        "Over the late August bank holiday and the end of the month.",
        (RECORDED, ("2027-08-27 11:00", What.NOT_INVESTIGATED, VICTIM)),
        due="2027-09-06",
        seen="2027-09-07 00:00",
        state="Late",
    ),
)
