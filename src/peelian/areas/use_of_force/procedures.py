"""The form about force that was used, asked step by step, and a supervisor's review of one."""

from peelian.areas.use_of_force import record_questions, review_questions
from peelian.areas.use_of_force.models import UseOfForce
from peelian.areas.use_of_force.words import FIRST_DAY, OWNER, REVIEW_BY
from peelian.engines.duties.authority import Authority, Weight
from peelian.engines.duties.settings import Setting
from peelian.engines.procedures.declared import Procedure, SecondLook, Tells, Version
from peelian.spine.happenings import What

SECOND_LOOKS = Setting(
    "use_of_force.second_looks",
    "Share of reviewed forms that another supervisor reviews again, without the first answers",
    5,
    "percent",
)

record = Procedure(
    key="use_of_force.record",
    title="Use of force form",
    why="Asks for what was done in its order and why, while it is fresh.",
    about=None,
    makes=UseOfForce,
    versions=(
        Version(
            1,
            FIRST_DAY,
            "The words of the national form as forces publish them; year not verified.",
            record_questions.PAGES,
        ),
    ),
    authority=Authority(
        Weight.GUIDANCE,
        "Home Office, police use of force data requirement (wording and year not verified); force "
        "is lawful under the Criminal Law Act 1967, section 3, PACE 1984, section 117, and common "
        "law",
    ),
    owned_by=OWNER,
    review_by=REVIEW_BY,
    ledger=("POW-21",),
    roles=("patrol-officer", "investigator", "offender-manager", "supervisor"),
    takes="About four minutes",
    then="A supervisor who was not there reviews it.",
)

review = Procedure(
    key="use_of_force.review",
    title="Supervisor's review of a use of force",
    why="Use of force has no routine look from above; here each form has one (POW-04).",
    about=UseOfForce,
    versions=(Version(1, FIRST_DAY, "First questions.", review_questions.PAGES),),
    authority=Authority(
        Weight.DEFAULT, "Peelian's default; set the force's own policy on supervision"
    ),
    owned_by=OWNER,
    review_by=REVIEW_BY,
    ledger=("POW-04", "POW-21"),
    roles=("supervisor",),
    grades=review_questions.VERDICTS,
    barred=("officer_ref", "present_refs"),
    tells=(
        Tells(
            What.FORCE_REVIEWED,
            keys=("force_ref",),
            facts=(
                "grade",
                review_questions.FEEDBACK,
                "unit_ref",
                "officer_ref",
                "present_refs",
            ),
        ),
    ),
    settings=(SECOND_LOOKS,),
    second_look=SecondLook(SECOND_LOOKS),
    takes="About five minutes, and the length of the video",
    then="The officer is asked to read your feedback. A share is reviewed again by somebody else.",
)

PROCEDURES = (record, review)
