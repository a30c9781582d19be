"""The times of the assault plan, which says "as soon as practical": each force sets its own."""

from peelian.engines.duties.settings import Setting

INVESTIGATOR_HOURS = Setting(
    "workforce.investigator_hours", "Time to name who investigates", 24, "hours"
)
MEETING_HOURS = Setting(
    "workforce.meeting_hours", "Time for the supervisor to meet the assaulted person", 24, "hours"
)
NOTICE_HOURS = Setting(
    "workforce.notice_hours", "Time to tell command, executive office and association", 24, "hours"
)
RIGHTS_DAYS = Setting(
    "workforce.rights_days", "Working days to explain the rights of a victim", 1, "working days"
)
PROOF_DAYS = Setting(
    "workforce.proof_days",
    "Working days to check the proof and offer a statement",
    5,
    "working days",
)
REPORT_DAYS = Setting(
    "workforce.report_days", "Working days to report the accident", 3, "working days"
)
