"""The numbers of this area that no law sets: each force sets its own, from a day on."""

from peelian.engines.duties.settings import Setting

RUI_DAYS = Setting(
    "offenders.rui_review_days", "Days between reviews of release under investigation", 28, "days"
)
HIGH_HOURS = Setting(
    "offenders.reach_high_hours", "Time to reach a suspect of the high band", 24, "hours"
)
MEDIUM_DAYS = Setting(
    "offenders.reach_medium_days", "Time to reach a suspect of the medium band", 7, "days"
)
STANDARD_DAYS = Setting(
    "offenders.reach_standard_days", "Time to reach a suspect of the standard band", 28, "days"
)
CIRCULATE_HOURS = Setting(
    "offenders.circulate_hours", "Time from the decision to circulation", 24, "hours"
)
ABUSE_HOURS = Setting(
    "offenders.abuse_arrest_hours", "Time to arrest, or to say why not", 24, "hours"
)
TRY_AGAIN_DAYS = Setting(
    "offenders.visit_again_days", "Time to try again when nobody was seen", 7, "days"
)
RISK_MONTHS = Setting(
    "offenders.risk_review_months", "Time between assessments of risk", 12, "months"
)
PLAN_HIGH_MONTHS = Setting(
    "offenders.plan_review_high_months",
    "Time between a supervisor's reviews of a plan, very high and high level",
    3,
    "months",
)
PLAN_MEDIUM_MONTHS = Setting(
    "offenders.plan_review_medium_months",
    "Time between a supervisor's reviews of a plan, medium level",
    6,
    "months",
)
PLAN_LOW_MONTHS = Setting(
    "offenders.plan_review_low_months",
    "Time between a supervisor's reviews of a plan, low level",
    12,
    "months",
)
RECORD_HOURS = Setting(
    "offenders.record_breach_hours", "Time to record a breach as a crime", 24, "hours"
)
PATTERN = Setting(
    "offenders.breach_pattern", "Breaches in twelve months that make a pattern", 3, "breaches"
)
BAND_HIGH = Setting(
    "offenders.band_high", "Points from which a suspect is of the high band", 5, "points"
)
BAND_MEDIUM = Setting(
    "offenders.band_medium", "Points from which a suspect is of the medium band", 2, "points"
)
