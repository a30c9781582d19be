"""The record of a search, asked step by step, and a supervisor's review of one."""

from datetime import date

from peelian.areas.stop_and_search import record_questions, review_questions
from peelian.areas.stop_and_search.models import StopSearch
from peelian.areas.stop_and_search.words import OWNER, REVIEW_BY
from peelian.engines.duties.authority import Authority, Weight
from peelian.engines.duties.settings import Setting
from peelian.engines.procedures.declared import Procedure, SecondLook, Tells, Version
from peelian.spine.happenings import What

FIRST_DAY = date(2026, 11, 22)
SECOND_LOOKS = Setting(
    "stop_and_search.second_looks",
    "Share of reviewed searches that another supervisor reviews again, without the first answers",
    5,
    "percent",
)

record = Procedure(
    key="stop_and_search.record",
    title="Record of a stop and search",
    why=(
        "Asks for what was seen, told and known, so that grounds are written while they are fresh, "
        "and shows weak ones before they are saved."
    ),
    about=None,
    makes=StopSearch,
    versions=(Version(1, FIRST_DAY, "Grounds are asked in three parts.", record_questions.PAGES),),
    authority=Authority(
        Weight.STATUTE,
        "Police and Criminal Evidence Act 1984, section 3; PACE Code A, paragraph 4",
    ),
    owned_by=OWNER,
    review_by=REVIEW_BY,
    ledger=("POW-01", "POW-02"),
    roles=("patrol-officer", "investigator", "offender-manager", "supervisor"),
    takes="About four minutes",
    then=(
        "A supervisor who was not there reviews it. If you used force, write a use of force form "
        "too."
    ),
)

review = Procedure(
    key="stop_and_search.review",
    title="Supervisor's review of a search",
    why="Every search is looked at by somebody who was not there, and the officer hears of it.",
    about=StopSearch,
    versions=(Version(1, FIRST_DAY, "First questions.", review_questions.PAGES),),
    authority=Authority(
        Weight.DEFAULT,
        "Peelian's default; set the force's own policy on supervision (PACE Code A, paragraph 5, "
        "asks supervisors to monitor searches)",
    ),
    owned_by=OWNER,
    review_by=REVIEW_BY,
    ledger=("POW-04",),
    roles=("supervisor",),
    grades=review_questions.VERDICTS,
    barred=("officer_ref", "present_refs"),
    tells=(
        Tells(
            What.SEARCH_REVIEWED,
            keys=("search_ref",),
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
