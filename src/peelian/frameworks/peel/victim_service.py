"""The victim service assessment: a hundred files, read from the first call to the outcome.

The inspectorate chooses the files by offence and asks for at least twenty that were closed with one
outcome type (INS-07); plan it as chosen files, divided by outcome, with twenty or more of that
part. What it prints are counts per question, and so do the measures here.
"""

from datetime import date
from typing import Final

from ibis import _

from peelian.areas.contact.procedures import PROCEDURES as THRIVE
from peelian.areas.investigation.audit_sheet import (
    ENDED,
    NO_REFERENCE,
    OFFICERS,
    REPORT,
    STORY,
    SUSPECTS,
    TEAM,
    TEXTS,
    VICTIMS,
)
from peelian.areas.investigation.dimensions import OFFENCE, OUTCOME, STATE, UNIT
from peelian.areas.investigation.models import Investigation
from peelian.areas.investigation.outcome_codes import OUTCOME_TITLES
from peelian.areas.offenders.models import Bail
from peelian.areas.victims.models import VictimContact
from peelian.engines.audits.declared import (
    Audit,
    AuditVersion,
    Beside,
    Hides,
    Passes,
)
from peelian.engines.duties.authority import Authority, Weight
from peelian.engines.duties.settings import Setting
from peelian.engines.procedures.models import Answer
from peelian.frameworks.peel.victim_service_contact import CALL, RECORDING, RESPONSE
from peelian.frameworks.peel.victim_service_examples import EXAMPLES, KEY
from peelian.frameworks.peel.victim_service_file import CARE, INVESTIGATION
from peelian.frameworks.peel.victim_service_file import OUTCOME as OUTCOME_STAGE

OFFICER: Final = Hides("officer", ("officer_ref",))
FILE, LOG = "investigation_ref", "incident_ref"

ASSESSED = Beside(
    Answer,
    field="of_ref",
    by=LOG,
    title="The assessment in Peelian",
    shows=("question", "status", "answer", "words"),
    hides=(OFFICER, TEAM),
    only={"procedure": tuple(one.key for one in THRIVE)},
)
CONTACTS = Beside(
    VictimContact,
    field=FILE,
    by=FILE,
    title="Contacts with the victim",
    shows=("told_at", "about", "route", "by_safe_route", "told"),
    hides=(OFFICER, TEAM),
)
BAIL = Beside(
    Bail,
    field=FILE,
    by=FILE,
    title="Bail",
    shows=(
        "period",
        "starts_on",
        "ends_on",
        "conditions",
        "conditions_for",
        "ended_at",
        "how_ended",
    ),
    hides=(OFFICER, TEAM),
)

VICTIM_SERVICE = Audit(
    key=KEY,
    title="Victim service assessment",
    why="A victim meets the force as one thing, from the call to the outcome. Reading single steps "
    "misses where the file was let fall between them.",
    of=Investigation,
    frame=_.state.isin(["Filed", "Closed"]),
    frame_words="investigations that are filed or closed",
    exclusions=(NO_REFERENCE,),
    versions=(
        AuditVersion(
            1,
            date(2026, 11, 22),
            "The stages of the inspectorate's framework of 2023 to 2025.",
            (CALL, RESPONSE, RECORDING, INVESTIGATION, CARE, OUTCOME_STAGE),
            Passes(
                (
                    "triage-meaningful",
                    "grade-fits",
                    "recorded",
                    "lines",
                    "timely",
                    "supervised",
                    "contract-kept",
                    "right-type",
                    "rationale",
                ),
                "served the victim well throughout",
            ),
        ),
    ),
    shows=(*STORY, *ENDED, "suspect_identified", "victim_told_at"),
    texts=TEXTS,
    hides=(OFFICERS, TEAM),
    beside=(REPORT, ASSESSED, VICTIMS, CONTACTS, SUSPECTS, BAIL),
    barred=("officer_ref", "outcome_by", "outcome_agreed_by"),
    by=(OFFENCE, OUTCOME, UNIT, STATE),
    strata=(OUTCOME, OFFENCE),
    called={OUTCOME.key: OUTCOME_TITLES},
    second_share=Setting(
        "peel.victim_service_second_share",
        "Share of the files in a victim service assessment that a second reviewer marks, blind",
        10,
        "percent",
    ),
    authority=Authority(
        Weight.DEFAULT,
        "Peelian's reading of the inspectorate's victim service assessment (PEEL 2023 to 2025). "
        "The rule over whole files is Peelian's default: the inspectorate prints counts per "
        "question",
    ),
    owned_by="Force liaison lead",
    review_by=date(2027, 11, 1),
    ledger=("INS-06", "INS-07"),
    roles=("inspector", "auditor"),
    takes="About forty minutes a file",
    examples=EXAMPLES,
)

AUDITS = (VICTIM_SERVICE,)
