"""Every search is reviewed by a supervisor who was not there, and its officer reads the feedback.

The force in the seeds says that it reviews all and reaches about nine in ten (POW-04); within how
many hours nobody has laid down, so the number is Peelian's default until a force sets its own.
"""

from datetime import date, timedelta

from peelian.areas.stop_and_search.review_questions import FEEDBACK, GIVEN, NONE_NEEDED
from peelian.areas.stop_and_search.words import OWNER, REVIEW_BY
from peelian.engines.duties.authority import Authority, Weight
from peelian.engines.duties.clocks import Days, Hours
from peelian.engines.duties.owners import InUnit, NamedOfficer
from peelian.engines.duties.rule import Example, Rule, Step, Terms
from peelian.engines.duties.settings import Setting
from peelian.spine.happenings import What

REVIEW_HOURS = Setting(
    "stop_and_search.review_hours", "Time in which a search is to be reviewed", 72, "hours"
)
FEEDBACK_DAYS = Setting(
    "stop_and_search.feedback_days", "Time in which feedback is to be read", 14, "days"
)
OURS = Authority(Weight.DEFAULT, "Peelian's default; set the force's own policy on supervision")
# Nobody reviews a search that they made or stood beside.
ANOTHER_SUPERVISOR = InUnit("supervisor", never=("officer_ref", "present_refs"))
# Older searches were never under this clock: nothing is chased that nobody asked for.
SINCE = date(2026, 1, 1)

review_search = Rule(
    key="stop_and_search.search_review",
    title="Review a search",
    why="About one search in five had no adequate written grounds; whoever reads it can say so.",
    about="search_ref",
    starts=(What.SEARCHED,),
    done_when=(What.SEARCH_REVIEWED,),
    terms=(Terms(SINCE, Hours(REVIEW_HOURS), OURS),),
    owner=ANOTHER_SUPERVISOR,
    proof="The review with its verdict and reason, made by a supervisor who was not there.",
    next_step="Read the record, watch the video and make the review.",
    owned_by=OWNER,
    review_by=REVIEW_BY,
    ledger=("POW-04",),
    steps=(
        Step(timedelta(hours=-24), ANOTHER_SUPERVISOR, "A search is to be reviewed in a day."),
        Step(timedelta(0), ANOTHER_SUPERVISOR, "A search was not reviewed in time."),
        Step(
            timedelta(hours=48),
            InUnit("chief-officer"),
            "A search is two days late for review: find out who can do it.",
        ),
    ),
    examples=(
        Example(
            "72 hours run through nights, and the hour that the clocks skip is not lost.",
            (("2026-03-28 14:00", What.SEARCHED, {}),),
            due="2026-03-31 15:00",
            seen="2026-03-31 14:59",
            state="Running",
        ),
        Example(
            "A weekend and a bank holiday count like other days.",
            (("2026-04-03 09:00", What.SEARCHED, {}),),
            due="2026-04-06 09:00",
            seen="2026-04-06 09:00",
            state="Late",
        ),
        Example(
            "Over the end of a month and of February.",
            (
                ("2026-02-27 23:30", What.SEARCHED, {}),
                ("2026-03-02 23:29", What.SEARCH_REVIEWED, {}),
            ),
            due="2026-03-02 23:30",
            seen="2026-03-05 12:00",
            state="Met",
        ),
        Example(
            "A review that comes late is late for ever, and no longer chased.",
            (
                ("2026-10-24 12:00", What.SEARCHED, {}),
                ("2026-10-27 11:01", What.SEARCH_REVIEWED, {}),
            ),
            due="2026-10-27 11:00",
            seen="2026-11-01 12:00",
            state="Met late",
        ),
        Example(
            "A leap day is a day.",
            (("2028-02-28 10:00", What.SEARCHED, {}),),
            due="2028-03-02 10:00",
            seen="2028-03-01 10:00",
            state="Running",
        ),
    ),
)

read_feedback = Rule(
    key="stop_and_search.feedback",
    title="Read the feedback on your search",
    why="Feedback that nobody reads changes nothing.",
    about="search_ref",
    starts=(What.SEARCH_REVIEWED,),
    starts_facts={FEEDBACK: (GIVEN,)},
    done_when=(What.FEEDBACK_READ,),
    terms=(Terms(SINCE, Days(FEEDBACK_DAYS), OURS),),
    owner=NamedOfficer("officer_ref"),
    proof="The officer says in words what they take from it.",
    next_step="Read the review of your search and say what you take from it.",
    owned_by=OWNER,
    review_by=REVIEW_BY,
    ledger=("POW-04",),
    one_at_a_time=True,
    by_hand=True,
    steps=(
        Step(timedelta(days=-3), NamedOfficer("officer_ref"), "Feedback waits to be read."),
        Step(timedelta(0), ANOTHER_SUPERVISOR, "An officer has not read their feedback."),
    ),
    examples=(
        Example(
            "Fourteen days after the day of the review, the last one to its end.",
            (("2026-11-03 16:00", What.SEARCH_REVIEWED, {FEEDBACK: GIVEN}),),
            due="2026-11-17",
            seen="2026-11-17 23:59",
            state="Running",
        ),
        Example(
            "Nothing to read, nothing to do.",
            (("2026-11-03 16:00", What.SEARCH_REVIEWED, {FEEDBACK: NONE_NEEDED}),),
            due="",
            seen="2026-12-01 12:00",
            state="No duty",
        ),
        Example(
            "Read in time.",
            (
                ("2026-12-24 16:00", What.SEARCH_REVIEWED, {FEEDBACK: GIVEN}),
                ("2027-01-07 09:00", What.FEEDBACK_READ, {}),
            ),
            due="2027-01-07",
            seen="2027-02-01 12:00",
            state="Met",
        ),
    ),
)

RULES = (review_search, read_feedback)
