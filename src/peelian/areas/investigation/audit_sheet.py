"""What a reviewer of an investigation is shown: the file's own fields, and what belongs to it."""

from typing import Final

from ibis import _

from peelian.engines.audits.declared import Beside, Exclusion, Hides
from peelian.spine.incident import Incident
from peelian.spine.suspect import Suspect
from peelian.spine.victim import Victim

STORY: Final = ("offence", "opened_at", "state", "summary", "plan", "supervision", "next_step")
ENDED: Final = ("closed_on", "outcome_code", "outcome_at", "outcome_because", "victim_view")
TEXTS: Final = ("summary", "plan", "supervision", "next_step", "outcome_because", "victim_view")
OFFICERS: Final = Hides("officer", ("officer_ref", "outcome_by", "outcome_agreed_by"))
TEAM: Final = Hides("team", ("unit_ref",))
OF_THE_FILE: Final = "investigation_ref"
VICTIMS: Final = Beside(
    Victim,
    field=OF_THE_FILE,
    by=OF_THE_FILE,
    title="The victim",
    shows=(
        "recorded_at",
        "enhanced_rights",
        "needs_assessed_at",
        "contract_agreed_at",
        "update_every_days",
        "support_referred_at",
        "support_declined_at",
        "statement_offered_at",
        "support_withdrawn_at",
        "not_investigated_at",
        "contact_ended_at",
    ),
    hides=(Hides("officer", ("officer_ref",)), TEAM),
)
SUSPECTS: Final = Beside(
    Suspect,
    field=OF_THE_FILE,
    by=OF_THE_FILE,
    title="The suspect",
    shows=(
        "named_at",
        "offence",
        "state",
        "located_at",
        "arrested_at",
        "interviewed_at",
        "not_arrested_because",
        "under_investigation_because",
        "next_action",
        "next_action_due",
        "settled_at",
    ),
    hides=(Hides("officer", ("officer_ref", "under_investigation_by")), TEAM),
    texts=("not_arrested_because", "under_investigation_because", "next_action"),
)
REPORT: Final = Beside(
    Incident,
    field="incident_ref",
    by="incident_ref",
    title="The report",
    shows=(
        "opened_at",
        "line",
        "category",
        "risk_assessment",
        "first_grade",
        "grade",
        "arrived_at",
        "told_of_delay",
        "closed_at",
    ),
    hides=(Hides("officer", ("officer_ref", "handler_ref")), TEAM),
)
NO_REFERENCE: Final = Exclusion(
    "no-reference",
    "Has no reference by which its file could be found",
    _.investigation_ref.isnull(),
)
