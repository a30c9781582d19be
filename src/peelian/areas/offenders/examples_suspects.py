"""Worked examples of duties about suspects, by local clocks, worked by hand."""

from peelian.engines.duties.rule import Example
from peelian.spine.happenings import What

NEXT_ACTION = (
    Example(
        says="The whole of the day that was set is in time, a bank holiday too.",
        happened=(
            ("2026-04-01 09:00", What.SUSPECT_ACTION_SET, {"next_action_due": "2026-04-06"}),
        ),
        due="2026-04-06",
        seen="2026-04-06 23:59",
        state="Running",
    ),
    Example(
        says="The next action replaces the one that is done, with a day of its own.",
        happened=(
            ("2026-04-01 09:00", What.SUSPECT_ACTION_SET, {"next_action_due": "2026-04-06"}),
            ("2026-04-05 15:00", What.SUSPECT_ACTION_SET, {"next_action_due": "2026-04-30"}),
        ),
        due="2026-04-30",
        seen="2026-05-01 00:00",
        state="Late",
    ),
    Example(
        says="An action without a day cannot lapse unseen: it is late at once.",
        happened=(("2026-04-01 09:00", What.SUSPECT_ACTION_SET, {"next_action_due": None}),),
        due="",
        seen="2026-04-01 09:00",
        state="Late",
    ),
    Example(
        says="Arrested: the action is done.",
        happened=(
            ("2028-02-28 09:00", What.SUSPECT_ACTION_SET, {"next_action_due": "2028-02-29"}),
            ("2028-02-29 22:00", What.SUSPECT_ARRESTED, {}),
        ),
        due="2028-02-29",
        seen="2028-03-01 09:00",
        state="Met",
    ),
)

REACHED = (
    Example(
        says="A high band: 24 hours of true time, over the night in which clocks go forward.",
        happened=(("2026-03-28 14:00", What.SUSPECT_NAMED, {"risk_band": "High"}),),
        due="2026-03-29 15:00",
        seen="2026-03-29 14:30",
        state="Running",
    ),
    Example(
        says="A medium band: seven days after the day, whatever the hour.",
        happened=(("2026-03-28 14:00", What.SUSPECT_NAMED, {"risk_band": "Medium"}),),
        due="2026-04-04",
        seen="2026-04-05 00:00",
        state="Late",
    ),
    Example(
        says="Nobody has placed this one in a band: that of the middle counts until somebody does.",
        happened=(("2026-03-28 14:00", What.SUSPECT_NAMED, {"risk_band": None}),),
        due="2026-04-04",
        seen="2026-03-30 09:00",
        state="Running",
    ),
    Example(
        says="A standard band named on 31 January of a leap year: 28 days later is 28 February.",
        happened=(
            ("2028-01-31 09:00", What.SUSPECT_NAMED, {"risk_band": "Standard"}),
            ("2028-02-28 22:00", What.SUSPECT_INTERVIEWED, {}),
        ),
        due="2028-02-28",
        seen="2028-03-01 09:00",
        state="Met",
    ),
    Example(
        says="Eliminated before anybody was reached: there is nothing left to do.",
        happened=(
            ("2026-05-01 09:00", What.SUSPECT_NAMED, {"risk_band": "Medium"}),
            ("2026-05-03 09:00", What.SUSPECT_SETTLED, {"state": "Eliminated"}),
        ),
        due="2026-05-08",
        seen="2026-05-10 09:00",
        state="Ended",
    ),
)

CIRCULATED = (
    Example(
        says="Decided on Saturday evening as clocks go back: 24 hours later they show 19:00.",
        happened=(("2026-10-24 20:00", What.SUSPECT_WANTED, {}),),
        due="2026-10-25 19:00",
        seen="2026-10-25 19:00",
        state="Late",
    ),
    Example(
        says="Circulated within the hour.",
        happened=(
            ("2026-05-04 09:00", What.SUSPECT_WANTED, {}),
            ("2026-05-04 09:40", What.SUSPECT_CIRCULATED, {}),
        ),
        due="2026-05-05 09:00",
        seen="2026-05-06 09:00",
        state="Met",
    ),
)

ABUSE_ARREST = (
    Example(
        says="Named on Christmas Eve: holidays take no time away from the victim.",
        happened=(("2026-12-24 18:00", What.SUSPECT_NAMED, {"domestic_abuse": True}),),
        due="2026-12-25 18:00",
        seen="2026-12-25 18:30",
        state="Late",
    ),
    Example(
        says="Nobody was arrested, and the reason was written down in time.",
        happened=(
            ("2026-02-28 23:00", What.SUSPECT_NAMED, {"domestic_abuse": True}),
            ("2026-03-01 01:00", What.ARREST_DECLINED, {}),
        ),
        due="2026-03-01 23:00",
        seen="2026-03-02 09:00",
        state="Met",
    ),
    Example(
        says="No domestic abuse: arrest is not the default.",
        happened=(("2026-02-28 23:00", What.SUSPECT_NAMED, {"domestic_abuse": False}),),
        due="",
        seen="2026-03-02 09:00",
        state="No duty",
    ),
)
