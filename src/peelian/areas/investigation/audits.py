"""Audits of investigations: the audit team's own, supervisors' dip samples, and outcome codes.

Nobody reviews a file of their own unit, so a supervisor's dip sample is of other teams' files
(INV-13), and its results are figures at once: nobody keys them again elsewhere (INV-12).
"""

from datetime import date
from typing import Final

from ibis import _

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
from peelian.areas.investigation.measures import OWNER, REVIEW_BY
from peelian.areas.investigation.models import Investigation
from peelian.areas.investigation.outcome_codes import OUTCOME_TITLES
from peelian.areas.investigation.outcome_questions import CODE, EVERY_CODE, FITS
from peelian.areas.investigation.quality_questions import DIP_SAMPLE, SECTIONS, SOUND, SOUND_DIP
from peelian.engines.audits.declared import (
    Audit,
    AuditVersion,
    Passes,
)
from peelian.engines.duties.authority import Authority, Weight
from peelian.engines.duties.settings import Setting

FIRST_DAY: Final = date(2026, 11, 22)
OWN_POLICY: Final = Authority(
    Weight.DEFAULT,
    "Peelian's default, after what the inspectorate reads in a file; set the force's own policy",
)
REGISTRAR: Final = Authority(
    Weight.GUIDANCE,
    "Home Office outcomes framework; the force's crime registrar keeps the conditions in force",
)
QUALITY = Audit(
    key="investigation.quality",
    title="Audit of the quality of investigations",
    why="Five things make a file sound: first contact, attendance, investigation, supervision and "
    "care for the victim. A score of the whole hides which one is weak.",
    of=Investigation,
    frame=_.state.isin(["Filed", "Closed"]),
    frame_words="investigations that are filed or closed",
    exclusions=(NO_REFERENCE,),
    versions=(
        AuditVersion(
            1, FIRST_DAY, "The five stages.", SECTIONS, Passes(SOUND, "were sound throughout")
        ),
    ),
    shows=(*STORY, *ENDED),
    texts=TEXTS,
    hides=(OFFICERS, TEAM),
    beside=(REPORT, VICTIMS, SUSPECTS),
    barred=("officer_ref", "outcome_by", "outcome_agreed_by"),
    by=(OFFENCE, UNIT, STATE, OUTCOME),
    strata=(OFFENCE, UNIT, OUTCOME),
    called={OUTCOME.key: OUTCOME_TITLES},
    second_share=Setting(
        "investigation.quality_second_share",
        "Share of the files in an audit of investigations that a second reviewer marks, blind",
        10,
        "percent",
    ),
    authority=OWN_POLICY,
    owned_by=OWNER,
    review_by=REVIEW_BY,
    ledger=("INV-11", "INV-14"),
    roles=("auditor", "inspector"),
    takes="About twenty minutes a file",
)
DIP = Audit(
    key="investigation.dip_sample",
    title="Supervisors' dip sample of investigations",
    why="Supervisors who read files of other teams favour nobody, and see how others work.",
    of=Investigation,
    frame=_.state.isin(["Open", "With the prosecutor"]),
    frame_words="investigations that are open or with the prosecutor",
    exclusions=(NO_REFERENCE,),
    versions=(
        AuditVersion(
            1,
            FIRST_DAY,
            "What can still be put right while the file is open.",
            DIP_SAMPLE,
            Passes(SOUND_DIP, "were on course"),
        ),
    ),
    shows=STORY,
    texts=tuple(one for one in TEXTS if one in STORY),
    hides=(OFFICERS, TEAM),
    beside=(REPORT, VICTIMS, SUSPECTS),
    barred=("officer_ref",),
    by=(OFFENCE, UNIT, STATE),
    strata=(UNIT, OFFENCE),
    second_share=Setting(
        "investigation.dip_second_share",
        "Share of the files in a dip sample that a supervisor of yet another team marks, blind",
        10,
        "percent",
    ),
    authority=OWN_POLICY,
    owned_by=OWNER,
    review_by=REVIEW_BY,
    ledger=("INV-12", "INV-13", "INV-14"),
    roles=("supervisor",),
    takes="About ten minutes a file",
)
OUTCOME_AUDIT = Audit(
    key="investigation.outcome_code",
    title="Audit of outcome codes",
    why="The code tells the victim and the public how a crime was dealt with, so it must be true: "
    "each type has conditions of its own.",
    of=Investigation,
    frame=_.outcome_code.notnull(),
    frame_words="investigations that were closed with an outcome code",
    exclusions=(NO_REFERENCE,),
    versions=(
        AuditVersion(
            1,
            FIRST_DAY,
            "The conditions of types 1 to 22 as far as they are known here.",
            (CODE, EVERY_CODE),
            Passes(FITS, "had a code that fits the facts"),
        ),
    ),
    shows=(*STORY, *ENDED, "suspect_identified", "victim_told_at"),
    texts=TEXTS,
    hides=(OFFICERS, TEAM),
    beside=(VICTIMS, SUSPECTS),
    barred=("officer_ref", "outcome_by", "outcome_agreed_by"),
    by=(OUTCOME, OFFENCE, UNIT),
    strata=(OUTCOME, OFFENCE, UNIT),
    called={OUTCOME.key: OUTCOME_TITLES},
    second_share=Setting(
        "investigation.outcome_second_share",
        "Share of the files in an audit of outcome codes that a second reviewer marks, blind",
        20,
        "percent",
    ),
    authority=REGISTRAR,
    owned_by="Force crime and incident registrar",
    review_by=REVIEW_BY,
    ledger=("INV-18", "INS-07"),
    roles=("auditor", "inspector", "supervisor"),
    takes="About ten minutes a file",
)

AUDITS = (QUALITY, DIP, OUTCOME_AUDIT)
