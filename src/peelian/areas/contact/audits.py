"""Audits of THRIVE: while contacts are open, and afterwards; a central team marks a share again.

Supervisors who mark colleagues mark them kindly. So the second reviewer of both audits is of the
audit team, never of contact, and sees nothing of the first answers (CON-14); how often the two
agree stands beside every figure.
"""

from datetime import date
from typing import Final

from ibis import _

from peelian.areas.contact.audit_examples import EXAMPLES, LATER
from peelian.areas.contact.audit_questions import ASSESSMENT, CHECKS, MEANINGFUL, USED
from peelian.areas.contact.procedures import PROCEDURES
from peelian.engines.audits.declared import (
    Audit,
    AuditVersion,
    Beside,
    Exclusion,
    Hides,
    Passes,
)
from peelian.engines.duties.authority import Authority, Weight
from peelian.engines.duties.settings import Setting
from peelian.engines.measures.declared import Dimension
from peelian.engines.procedures.models import Answer
from peelian.spine.incident import Incident

OWNER, REVIEW_BY = "Head of contact management", date(2027, 11, 1)
THRIVE: Final = Authority(
    Weight.DEFAULT,
    "Peelian's default, after the inspectorate's questions on THRIVE; set the force's own policy",
)
VERSIONS: Final = (
    AuditVersion(
        1,
        date(2026, 11, 22),
        "The inspectorate's two questions, then each element by itself.",
        (ASSESSMENT, CHECKS),
        Passes((USED, MEANINGFUL, "grade-fits"), "were assessed well and graded to fit"),
    ),
)
FORM: Final = Beside(
    Answer,
    field="of_id",
    by="record_id",
    title="The assessment in Peelian",
    shows=("question", "status", "answer", "words"),
    hides=(Hides("officer", ("officer_ref",)), Hides("team", ("unit_ref",))),
    only={"procedure": tuple(one.key for one in PROCEDURES)},
)
SHOWS: Final = ("opened_at", "line", "category", "risk_assessment", "first_grade", "grade")
HIDES: Final = (
    Hides("officer", ("handler_ref", "officer_ref")),
    Hides("team", ("unit_ref",)),
    Hides("result", ("arrived_at", "minutes_to_arrival")),
)
BY: Final = (
    Dimension("line", "Line on which it was reported", field="line"),
    Dimension("category", "Category", field="category"),
    Dimension("grade", "Grade", field="grade"),
)
NOBODY_RANG: Final = Exclusion(
    "no-reference", "Has no reference by which its log could be found", _.incident_ref.isnull()
)
SECOND: Final = Setting(
    "contact.thrive_second_share",
    "Share of contact's own reviews that the central audit team marks again, blind",
    20,
    "percent",
)


def thrive_audit(
    key: str, title: str, why: str, frame: object, words: str, ledger: tuple[str, ...]
) -> Audit:
    """The same questions, to contacts that are open or to those that are over."""
    return Audit(
        key=key,
        title=title,
        why=why,
        of=Incident,
        frame=frame,
        frame_words=words,
        exclusions=(NOBODY_RANG,),
        versions=VERSIONS,
        shows=SHOWS,
        texts=("risk_assessment",),
        hides=HIDES,
        beside=(FORM,),
        barred=("handler_ref", "officer_ref"),
        work_of="handler_ref",
        by=BY,
        strata=BY,
        second_share=SECOND,
        authority=THRIVE,
        owned_by=OWNER,
        review_by=REVIEW_BY,
        ledger=ledger,
        roles=("supervisor", "auditor"),
        second_roles=("auditor",),
        takes="About four minutes a contact",
        examples=EXAMPLES if key == LATER else {},
    )


LIVE_AUDIT = thrive_audit(
    "contact.thrive_live",
    "THRIVE read while contacts are open",
    "What is found while the caller waits can still be put right.",
    _.closed_at.isnull(),
    "contacts that are open when the frame is frozen",
    ("CON-12", "CON-14", "CON-26"),
)
LATER_AUDIT = thrive_audit(
    LATER,
    "THRIVE read afterwards",
    "What is missing again and again is what a handler can be coached in.",
    _.closed_at.notnull(),
    "contacts that are closed",
    ("CON-13", "CON-14", "CON-26"),
)

AUDITS = (LIVE_AUDIT, LATER_AUDIT)
