"""Guided work with victims: needs, contact, personal statement, and what a withdrawal leaves."""

from datetime import date

from peelian.areas.victims.questions import CONTRACT, NEEDS, STATEMENT, WITHDRAWAL
from peelian.engines.duties.authority import Authority, Weight
from peelian.engines.procedures.declared import (
    YES,
    Asked,
    Grades,
    Option,
    Page,
    Procedure,
    Suggestion,
    Tells,
    Version,
    When,
)
from peelian.spine.happenings import What
from peelian.spine.orders import PROTECTIVE_ORDERS
from peelian.spine.victim import Victim

CODE_2020 = "Code of Practice for Victims of Crime in England and Wales (2020)"
IN_FORCE = date(2021, 4, 1)
REVIEW_BY = date(2027, 11, 1)
KEYS = ("victim_ref", "investigation_ref")
WHOSE = ("unit_ref", "officer_ref")
ORDER_KEYS = tuple(key for key, _ in PROTECTIVE_ORDERS)
INVESTIGATING = ("patrol-officer", "investigator", "supervisor")


def code(right: str) -> Authority:
    """A right of the Code of 2020."""
    return Authority(Weight.CODE, f"{CODE_2020}, {right}")


def asked_since(day: date, pages: tuple[Page, ...]) -> tuple[Version, ...]:
    """The first questions, by the Code that is in force from this day."""
    return (Version(1, day, "Code of 2020.", pages),)


NEEDS_ASSESSMENT = Procedure(
    key="victims.needs",
    title="Needs assessment of a victim",
    why="Help that is asked for late does not help.",
    about=Victim,
    versions=asked_since(IN_FORCE, NEEDS),
    authority=code("Rights 1 and 4"),
    owned_by="Head of criminal justice",
    review_by=REVIEW_BY,
    ledger=("INV-20",),
    roles=INVESTIGATING,
    tells=(
        Tells(What.NEEDS_ASSESSED, KEYS),
        Tells(
            What.ENHANCED_RIGHTS,
            KEYS,
            ("enhanced_rights",),
            only=(When("enhanced_rights", (YES,)),),
        ),
        Tells(What.SUPPORT_REFERRED, KEYS, only=(When("referral", ("referred",)),)),
        Tells(What.SUPPORT_DECLINED, KEYS, only=(When("referral", ("declined",)),)),
    ),
    takes="About ten minutes, with the victim",
    then="With enhanced rights they are told of each step within one working day, from now on.",
)
CONTACT_AGREED = Procedure(
    key="victims.contract",
    title="What is agreed with a victim about contact",
    why="A promise of contact is judged by what this victim agreed to.",
    about=Victim,
    versions=asked_since(IN_FORCE, CONTRACT),
    authority=code("Rights 1, 3 and 6"),
    owned_by="Head of criminal justice",
    review_by=REVIEW_BY,
    ledger=("INV-21",),
    roles=INVESTIGATING,
    tells=(Tells(What.CONTRACT_AGREED, KEYS, (*WHOSE, "update_every_days")),),
    takes="About five minutes, with the victim",
    then="The first update is due after as many days as you agreed, and so on from each update.",
)
PERSONAL_STATEMENT = Procedure(
    key="victims.statement",
    title="Offer of a personal statement",
    why="Inspectors ask whether it was offered, not whether it was made.",
    about=Victim,
    versions=asked_since(IN_FORCE, STATEMENT),
    authority=code("Right 7"),
    owned_by="Head of criminal justice",
    review_by=REVIEW_BY,
    ledger=("INV-22",),
    roles=INVESTIGATING,
    tells=(Tells(What.STATEMENT_OFFERED, KEYS, only=(When("offered", (YES,)),)),),
    takes="About five minutes, with the victim",
    then="They may change their mind up to the sentence. Where it was not offered, offer it again.",
)


def no_suggestion(asked: Asked) -> Suggestion:
    """Whether a case goes on without its victim follows from no answer."""
    return Suggestion("", ("Weigh the evidence and the danger; either way say why.",))


WITHDRAWN = Procedure(
    key="victims.withdrawal",
    title="A victim withdraws support",
    why="A withdrawal ends no duty to protect, and not always the case.",
    about=Victim,
    versions=asked_since(date(2026, 11, 22), WITHDRAWAL),
    authority=Authority(Weight.DEFAULT, "Peelian's default, by what inspectors ask for"),
    owned_by="Head of crime",
    review_by=REVIEW_BY,
    ledger=("INV-23", "INV-24", "VUL-31"),
    roles=INVESTIGATING,
    grades=Grades(
        options=(
            Option("end", "The case ends"),
            Option("advice", "Ask the prosecutor for advice"),
            Option("go-on", "Go on without the victim"),
        ),
        suggest=no_suggestion,
        asks="Does the case go on by the evidence alone?",
    ),
    tells=(
        Tells(What.WITHDRAWAL_RECORDED, KEYS),
        Tells(What.ORDERS_CONSIDERED, KEYS, only=(When("orders", ORDER_KEYS),)),
    ),
    takes="About fifteen minutes, alone with the victim",
    then="What protects them goes on. The case goes on, or ends, as was decided here.",
)

PROCEDURES = (NEEDS_ASSESSMENT, CONTACT_AGREED, PERSONAL_STATEMENT, WITHDRAWN)
