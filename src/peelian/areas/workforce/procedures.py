"""The assault support plan, which the supervisor goes through with the assaulted person (WRK-13).

Each "yes" is told to the duty that waits for it; what is not done yet stays due. Nobody answers
it about an assault on themselves.
"""

from collections.abc import Mapping
from datetime import date

from peelian.areas.workforce.assault import REPORTERS, StaffAssault
from peelian.areas.workforce.checks import OWN_CASE, is_own_case
from peelian.areas.workforce.words import OWNER, REVIEW_BY, plan
from peelian.engines.procedures.declared import (
    YES,
    Asked,
    Found,
    LookedInto,
    Option,
    Page,
    Procedure,
    Question,
    Tells,
    Version,
    When,
)
from peelian.spine.happenings import What

ASSAULTED = "assaulted"
KEYS = ("assault_ref", "investigation_ref")
FACTS = ("unit_ref", "supervisor_ref", "assaulted_ref")


def _done(key: str, text: str, why: str) -> Question:
    return Question(key, text, why, "yes-no", personal=False)


PEOPLE = Page(
    "people",
    "The assaulted person and the case",
    (
        _done("met", "Have you met the assaulted person?", "As soon as practical (point 4)."),
        Question(
            "need",
            "What do they need?",
            "They may play down what it did to them.",
            "words",
            only=(When("met", (YES,)),),
            refusable=True,
            unasked=True,
        ),
        _done(
            "rights",
            "Have the rights of a victim been explained, and updates agreed?",
            "The Victims' Code holds for staff too (point 2).",
        ),
        _done(
            "named",
            "Has somebody else been named to investigate?",
            "Nobody investigates an assault on themselves (point 3).",
        ),
        Question(
            "investigator",
            "What is the investigator's number?",
            "It is held against that of the assaulted person.",
            "words",
            only=(When("named", (YES,)),),
            personal=False,
            most=40,
        ),
    ),
)
NOTICES = Page(
    "notices",
    "Who has been told",
    (
        _done("command", "The local command or head of department?", "Welfare goes on (point 5)."),
        _done("executive", "The executive office?", "Those who lead know (point 5)."),
        _done(
            "association",
            "The Police Federation, the Superintendents' Association or Unison?",
            "They support day and night (point 5).",
        ),
    ),
)
EVIDENCE = Page(
    "evidence",
    "Proof and report",
    (
        _done(
            "proof",
            "Are the points to prove checked, and was a personal statement offered?",
            "Statements in haste miss what a court needs (point 6).",
        ),
        _done("reported", "Is the accident reported?", "Always, by somebody (point 7)."),
        Question(
            "reporter",
            "Who reported it?",
            "Where the assaulted person cannot, somebody else must.",
            "choice",
            tuple(Option(one, one) for one in REPORTERS.codes),
            only=(When("reported", (YES,)),),
            personal=False,
        ),
        Question(
            "more",
            "What else have you arranged?",
            "The plan is the least: add what this person needs.",
            "words",
            required=False,
        ),
    ),
)
TOLD = {
    "met": What.WELFARE_MET,
    "rights": What.RIGHTS_EXPLAINED,
    "named": What.INVESTIGATOR_NAMED,
    "command": What.COMMAND_TOLD,
    "executive": What.EXECUTIVE_TOLD,
    "association": What.ASSOCIATION_TOLD,
    "proof": What.PROOF_CHECKED,
    "reported": What.ACCIDENT_REPORTED,
}


def _found(looked: LookedInto) -> Mapping[str, Found]:
    """Who was assaulted, so that they are not named as the one who investigates."""
    assault = looked.record
    if not isinstance(assault, StaffAssault):
        return {}
    return {ASSAULTED: Found("From the record of the assault.", fact=assault.assaulted_ref)}


def _wrong(asked: Asked) -> Mapping[str, str]:
    assaulted = asked.facts.get(ASSAULTED)
    investigator = asked.words.get("investigator")
    if is_own_case(str(assaulted or ""), investigator):
        return {"investigator": OWN_CASE}
    return {}


assault_plan = Procedure(
    key="workforce.assault_plan",
    title="Assault support plan",
    why="Assaulted staff were unhappy with how they were treated, and files lacked proof.",
    about=StaffAssault,
    versions=(
        Version(1, date(2020, 1, 1), "The seven points of the force.", (PEOPLE, NOTICES, EVIDENCE)),
    ),
    authority=plan(1),
    barred=("assaulted_ref",),
    tells=tuple(
        Tells(told, KEYS, FACTS, only=(When(question, (YES,)),)) for question, told in TOLD.items()
    ),
    facts=_found,
    wrong=_wrong,
    owned_by=OWNER,
    review_by=REVIEW_BY,
    ledger=("WRK-13", "WRK-14", "WRK-15", "INV-35"),
    roles=("supervisor",),
    takes="About three minutes, after the meeting",
    then="What is not done yet stays due; come back to it.",
)

PROCEDURES = (assault_plan,)
