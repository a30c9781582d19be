"""How an invented force behaves: the settings of the generator of look-ups, every one of them ours.

Nobody publishes how often staff cover for one another or what misuse looks like in the logs. These
figures are assumptions, and three sets of them differ so that what is fitted on one is scored on
another: TRAINING, TRYING (for use while the review is being built) and UNSEEN (scored once).
"""

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Habits:
    """Shares are of ordinary look-ups unless another whole is named."""

    # Untied although proper: the task comes later, a colleague is covered for, somebody asks.
    late: float = 0.007
    late_recorded: float = 0.60  # of late ones, recorded as a tie by the time of the review
    cover: float = 0.004
    cover_off: float = 0.15  # of covering, off shift
    enquiry: float = 0.003
    contact_pairs: int = 300  # proper repeated contact that nobody records as a task
    contact_recorded: float = 0.40
    contact_open: float = 0.50  # of them, a plan or a flag that counts as open work
    news_events: int = 6  # a person whom many look up after a briefing
    overtime: float = 0.03  # at work beyond the end of the shift
    glass: float = 0.0003
    bulk: float = 0.002  # of days at work: research or clearing a backlog, at four times the pace
    reason_given: float = 0.95  # of untied proper sights
    shifts_unknown: float = 0.0  # of staff
    lives_on_beat: float = 0.20  # of staff, at home in the district of their team
    # What the force's lists know.
    own_linked: float = 0.90
    former_known: float = 0.80
    family_declared: float = 0.40
    marked: float = 0.60  # of well-known people
    surname_slope: float = 0.95
    minority_staff: float = 0.09
    minority_people: float = 0.18
    # How misuse hides.
    masked: float = 0.05  # of cases, behind a tie of the own team's work
    misuse_off: float = 0.25  # of misuse sights, off shift
    misuse_reason: float = 0.90
    misuse_glass: float = 0.08
    misuse_open: float = 0.25  # of cases, set off by something that the police are dealing with


TRAINING = Habits()
TRYING = replace(
    TRAINING,
    late=0.006,
    late_recorded=0.65,
    cover=0.005,
    contact_pairs=350,
    overtime=0.035,
    former_known=0.75,
    surname_slope=1.0,
)
UNSEEN = replace(
    TRAINING,
    late=0.008,
    late_recorded=0.55,
    cover=0.005,
    cover_off=0.20,
    enquiry=0.002,
    contact_pairs=420,
    contact_recorded=0.35,
    contact_open=0.40,
    news_events=9,
    overtime=0.045,
    bulk=0.003,
    reason_given=0.90,
    shifts_unknown=0.05,
    lives_on_beat=0.30,
    own_linked=0.85,
    former_known=0.70,
    family_declared=0.30,
    marked=0.50,
    surname_slope=1.05,
    minority_staff=0.14,
    minority_people=0.25,
    masked=0.06,
    misuse_off=0.20,
    misuse_reason=0.95,
    misuse_glass=0.05,
    misuse_open=0.35,
)
