"""Worked examples of the chain, by hand."""

from peelian.engines.duties.rule import Example
from peelian.records.happenings import Fact
from peelian.spine.happenings import What

INCIDENT: dict[str, Fact] = {"incident_ref": "I1"}
CHILDREN: dict[str, Fact] = {**INCIDENT, "children": True}
SUSPECT: dict[str, Fact] = {"suspect_ref": "S1", "investigation_ref": "C1", "domestic_abuse": True}
ENDED: dict[str, Fact] = {**SUSPECT, "state": "No further action"}

ASSESSED = (
    Example(
        "Nine true hours over the night in which the clocks go forward.",
        (("2027-03-27 22:00", What.DOMESTIC_ABUSE_ATTENDED, INCIDENT),),
        due="2027-03-28 08:00",
        seen="2027-03-28 07:30",
        state="Running",
    ),
    Example(
        "Declined with a reason, it is met: what was seen is then written down.",
        (
            ("2027-03-01 20:00", What.DOMESTIC_ABUSE_ATTENDED, INCIDENT),
            ("2027-03-01 20:50", What.RISK_REFUSED, INCIDENT),
        ),
        due="2027-03-02 05:00",
        seen="2027-03-02 09:00",
        state="Met",
    ),
)
REFERRED = (
    Example(
        "Called for on Christmas Eve: by the end of the Tuesday after.",
        (("2026-12-24 22:00", What.REFERRAL_CALLED_FOR, INCIDENT),),
        due="2026-12-29",
        seen="2026-12-29 23:00",
        state="Running",
    ),
    Example(
        "A reason for none meets it as well as a referral does.",
        (
            ("2027-03-25 09:00", What.REFERRAL_CALLED_FOR, INCIDENT),
            ("2027-03-31 09:00", What.REFERRAL_DECLINED, INCIDENT),
        ),
        due="2027-03-30",
        seen="2027-04-01 09:00",
        state="Met late",
    ),
)
SCHOOL = (
    Example(
        "A Friday's incident: by the Tuesday after the early May holiday.",
        (("2027-04-30 23:00", What.RISK_ASSESSED, CHILDREN),),
        due="2027-05-04",
        seen="2027-05-04 08:00",
        state="Running",
    ),
)
ORDERS = (
    Example(
        "Twenty-four true hours, to the leap day and no further.",
        (("2028-02-28 15:00", What.SUSPECT_SETTLED, ENDED),),
        due="2028-02-29 15:00",
        seen="2028-02-29 15:00",
        state="Late",
    ),
)
