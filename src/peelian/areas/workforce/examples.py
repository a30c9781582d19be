"""Worked examples of the assault plan, by local clocks, worked by hand."""

from peelian.engines.duties.rule import Example
from peelian.spine.happenings import What

# Good Friday is 3 April 2026, Easter Monday the 6th.
BEFORE_EASTER: tuple[str, What, dict[str, str | int | bool | None]] = (
    "2026-04-02 22:00",
    What.STAFF_ASSAULTED,
    {},
)

INVESTIGATOR = (
    Example(
        says="Assaulted late on the evening before clocks go forward: 24 hours of true time.",
        happened=(("2026-03-28 23:00", What.STAFF_ASSAULTED, {}),),
        due="2026-03-30 00:00",
        seen="2026-03-29 23:30",
        state="Running",
    ),
    Example(
        says="Somebody else was named within the hour.",
        happened=(
            ("2026-03-28 23:00", What.STAFF_ASSAULTED, {}),
            ("2026-03-28 23:40", What.INVESTIGATOR_NAMED, {}),
        ),
        due="2026-03-30 00:00",
        seen="2026-04-01 09:00",
        state="Met",
    ),
)
MEETING = (
    Example(
        says="On a bank holiday people are hurt too: the meeting does not wait for its end.",
        happened=(BEFORE_EASTER,),
        due="2026-04-03 22:00",
        seen="2026-04-03 22:00",
        state="Late",
    ),
)
RIGHTS = (
    Example(
        says="The next working day after the Thursday before Easter is Tuesday.",
        happened=(BEFORE_EASTER,),
        due="2026-04-07",
        seen="2026-04-07 23:59",
        state="Running",
    ),
)
NOTICE = {
    told: (
        Example(
            says="Told after 24 hours: late, and counted so.",
            happened=(BEFORE_EASTER, ("2026-04-04 08:00", told, {})),
            due="2026-04-03 22:00",
            seen="2026-04-05 09:00",
            state="Met late",
        ),
    )
    for told in (What.COMMAND_TOLD, What.EXECUTIVE_TOLD, What.ASSOCIATION_TOLD)
}
PROOF = (
    Example(
        says="Five working days after 23 December 2026, with Boxing Day kept on the Monday.",
        happened=(("2026-12-23 10:00", What.STAFF_ASSAULTED, {}),),
        due="2027-01-04",
        seen="2027-01-05 00:00",
        state="Late",
    ),
)
REPORT = (
    Example(
        says="Three working days after leap day, a Tuesday in 2028.",
        happened=(("2028-02-29 10:00", What.STAFF_ASSAULTED, {}),),
        due="2028-03-03",
        seen="2028-03-03 12:00",
        state="Running",
    ),
)
