"""Measures of response: how long people wait, whether limits are kept, whether they are told."""

from ibis import _

from peelian.areas.response import examples as worked
from peelian.areas.response.dimensions import EVERY_WAY
from peelian.areas.response.views import (
    INCIDENTS,
    INCIDENTS_AND_FIRST_LIMITS,
    INCIDENTS_AND_LIMITS,
)
from peelian.areas.response.words import (
    CLOCK,
    EVENTS,
    FIRST,
    LATE_MINUTES,
    LIMITS,
    NO_TARGET,
    OWN_GRADES,
    OWNER,
    PEEL_DOMESTIC_ABUSE,
    REGRADED,
    REVIEW_BY,
    SOON_MINUTES,
)
from peelian.engines.measures.kinds import Share, Typical

NEEDED = _.needs_attendance.fill_null(False)
ARRIVED = _.minutes_to_arrival.notnull()

attendance_time = Typical(
    key="response.attendance_time",
    title="Minutes from the creation of an incident to arrival",
    short="Attendance time",
    asks="How long do people wait for the police to arrive?",
    among_words="incidents that needed attendance",
    words="minutes from creation to arrival",
    definition=(
        "Whole minutes from the creation of an incident to the first resource at the scene, over "
        "incidents that needed attendance: the median, the 90th centile, the share that took "
        "longer than the force's own limit for their grade, and the mean."
    ),
    why=(
        "An average alone hides those who waited for days; victims who wait lose faith and are "
        "less safe."
    ),
    of=INCIDENTS_AND_LIMITS,
    dated_by="month",
    among=NEEDED,
    counting=_.minutes_to_arrival,
    unit="minutes",
    over=_.minutes_to_arrival > _.limit_minutes,
    over_words="took longer than the force's own limit for their grade",
    mean=True,
    by=EVERY_WAY,
    better="lower",
    counts="event",
    profile=EVENTS,
    comparable=OWN_GRADES,
    cautions=("Ask for one grade at a time: all together say little.", CLOCK, LIMITS, REGRADED),
    owner=OWNER,
    review_by=REVIEW_BY,
    ledger=("CON-19", "VUL-03"),
    versions=FIRST,
    examples=worked.ATTENDANCE_TIME,
    stated=(PEEL_DOMESTIC_ABUSE,),
)

attended_within_limit = Share(
    key="response.attended_within_limit",
    title="Incidents attended within the force's own limit for their grade",
    short="Attended within limit",
    asks="How many incidents are attended within the force's own limit?",
    among_words="incidents whose arrival and limit are known",
    words="were attended within the force's own limit for their grade",
    definition=(
        "Of the incidents that needed attendance and whose arrival and limit are known, those in "
        "which the first resource was at the scene within the force's own limit for the grade at "
        "arrival or closure."
    ),
    why="Whether the force keeps the promise that its grades make.",
    of=INCIDENTS_AND_LIMITS,
    dated_by="month",
    among=NEEDED,
    counting=_.minutes_to_arrival <= _.limit_minutes,
    known=ARRIVED & _.limit_minutes.notnull(),
    of_known=True,
    by=EVERY_WAY,
    better="higher",
    counts="event",
    profile=EVENTS,
    comparable=OWN_GRADES,
    cautions=(CLOCK, LIMITS, REGRADED),
    owner=OWNER,
    review_by=REVIEW_BY,
    ledger=("CON-19",),
    versions=FIRST,
    examples=worked.ATTENDED_WITHIN_LIMIT,
)

attended_within_first_limit = Share(
    key="response.attended_within_first_limit",
    title="Incidents attended within the force's own limit for their first grade",
    short="Attended within first limit",
    asks="How many incidents are attended within the limit of their first grade?",
    among_words="incidents whose arrival and first limit are known",
    words="were attended within the force's own limit for their first grade",
    definition=(
        "As attended within the limit, but by the grade that the incident was given when created, "
        "so that no later change of grade can make it look in time."
    ),
    why="A downgrade shortly before the limit makes a late arrival look like one in time.",
    of=INCIDENTS_AND_FIRST_LIMITS,
    dated_by="month",
    among=NEEDED,
    counting=_.minutes_to_arrival <= _.first_limit_minutes,
    known=ARRIVED & _.first_limit_minutes.notnull(),
    of_known=True,
    by=EVERY_WAY,
    better="higher",
    counts="event",
    profile=EVENTS,
    comparable=OWN_GRADES,
    cautions=(CLOCK, LIMITS),
    owner=OWNER,
    review_by=REVIEW_BY,
    ledger=("CON-19",),
    versions=FIRST,
    examples=worked.ATTENDED_WITHIN_FIRST_LIMIT,
    beside=(attended_within_limit,),
)

attended_within_4_hours = Share(
    key="response.attended_within_4_hours",
    title="Incidents attended within four hours",
    short="Attended within 4 hours",
    asks="How many incidents are attended within four hours?",
    among_words="incidents whose arrival is known",
    words="were attended within four hours",
    definition=(
        "Of the incidents that needed attendance and whose arrival is known, those in which the "
        "first resource was at the scene within 240 minutes of creation."
    ),
    why="Shows how many were reached soon, which an average of skewed waits cannot.",
    of=INCIDENTS,
    dated_by="month",
    among=NEEDED,
    counting=_.minutes_to_arrival <= SOON_MINUTES,
    known=ARRIVED,
    of_known=True,
    by=EVERY_WAY,
    better="higher",
    counts="event",
    profile=EVENTS,
    comparable=OWN_GRADES,
    cautions=(CLOCK, NO_TARGET),
    owner=OWNER,
    review_by=REVIEW_BY,
    ledger=("VUL-03",),
    versions=FIRST,
    examples=worked.ATTENDED_WITHIN_4_HOURS,
)

waited_over_7_days = Share(
    key="response.waited_over_7_days",
    title="Incidents that waited more than seven days",
    short="Waited over 7 days",
    asks="How many incidents waited more than seven days?",
    among_words="incidents whose arrival is known",
    words="waited more than seven days",
    definition=(
        "Of the incidents that needed attendance and whose arrival is known, those in which the "
        "first resource was at the scene more than 10,080 minutes after creation."
    ),
    why="The longest waits are where people come to harm, and no average shows them.",
    of=INCIDENTS,
    dated_by="month",
    among=NEEDED,
    counting=_.minutes_to_arrival > LATE_MINUTES,
    known=ARRIVED,
    of_known=True,
    by=EVERY_WAY,
    better="lower",
    counts="event",
    profile=EVENTS,
    comparable=OWN_GRADES,
    cautions=(
        CLOCK,
        NO_TARGET,
        "Incidents that nobody has attended yet are not known, so the newest months look better.",
    ),
    owner=OWNER,
    review_by=REVIEW_BY,
    ledger=("VUL-03",),
    versions=FIRST,
    examples=worked.WAITED_OVER_7_DAYS,
)

delay_told = Share(
    key="response.delay_told",
    title="Callers told of the delay when the limit had passed",
    short="Told of delay",
    asks="How many callers are told when help will take longer than it should?",
    among_words="incidents known to have passed the force's own limit",
    words="had the caller told of the delay",
    definition=(
        "Of the incidents that needed attendance and took longer than the force's own limit for "
        "their grade, those in which the caller was told that it would take longer. Incidents of "
        "which it is not recorded whether the caller was told stand in neither number."
    ),
    why="People who are told can decide what to do; people who are not lose confidence.",
    of=INCIDENTS_AND_LIMITS,
    dated_by="month",
    among=NEEDED & (_.minutes_to_arrival > _.limit_minutes),
    counting=_.told_of_delay,
    known=_.told_of_delay.notnull(),
    of_known=True,
    by=EVERY_WAY,
    better="higher",
    counts="event",
    profile=EVENTS,
    comparable=OWN_GRADES,
    cautions=(
        LIMITS,
        "Incidents without a recorded arrival may have passed the limit too and are left out.",
    ),
    owner=OWNER,
    review_by=REVIEW_BY,
    ledger=("CON-20",),
    versions=FIRST,
    examples=worked.DELAY_TOLD,
)

MEASURES = (
    attendance_time,
    attended_within_limit,
    attended_within_first_limit,
    attended_within_4_hours,
    waited_over_7_days,
    delay_told,
)
