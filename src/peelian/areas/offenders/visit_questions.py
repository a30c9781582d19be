"""What an offender manager is asked about a home visit, and what is said of the answers at once."""

from peelian.areas.offenders.visit import (
    APPROVED,
    APPROVERS,
    CREWS,
    LONE,
    NOT_IN,
    OUTCOMES,
    REFUSED_ENTRY,
    RISKS,
    SEEN,
    TWO,
)
from peelian.engines.procedures.declared import Advice, Option, Page, Question, When
from peelian.records.codes import CodeList

IF_TWO = (When("crew", (TWO,)),)
IF_APPROVED = (When("crew", (APPROVED,)),)
IF_ONE = (When("crew", (APPROVED, LONE)),)
IF_SEEN = (When("outcome", (SEEN,)),)
SAYS = {
    LONE: (
        "A visit by one officer does not count: the visit stays due. An inspector can let one "
        "officer go alone, with a reason.",
    ),
    NOT_IN: ("Try again at another hour: a duty to do so runs from now.",),
    REFUSED_ENTRY: (
        "Nobody can be made to let you in without a warrant. After two refusals a superintendent "
        "can ask a magistrate for one (Sexual Offences Act 2003 s96B). Look at the risk again now.",
    ),
}


def _next_step(question: str) -> Advice:
    return Advice(f"{question}-next", lambda asked: SAYS.get(asked.answers.get(question, ""), ()))


def _options(codes: CodeList) -> tuple[Option, ...]:
    return tuple(Option(one, one) for one in codes.codes)


WHO = Page(
    "who",
    "Who went",
    (
        Question(
            "at",
            "When was the visit?",
            "The next one is due from it.",
            "moment",
            field="visited_at",
            personal=False,
        ),
        Question(
            "crew",
            "Who went?",
            "At least two go, for their safety and so that nobody's word stands alone.",
            "choice",
            _options(CREWS),
            field="crew",
            personal=False,
            advice=(_next_step("crew"),),
        ),
        Question(
            "second",
            "What is the second officer's number?",
            "Two who are named can be asked.",
            "words",
            only=IF_TWO,
            field="second_ref",
            personal=False,
            most=40,
        ),
        Question(
            "approver",
            "Who approved that one officer went?",
            "An inspector or above, before the visit.",
            "choice",
            _options(APPROVERS),
            only=IF_APPROVED,
            field="lone_approved_by",
            personal=False,
        ),
        Question(
            "alone",
            "Why did one officer go alone?",
            "Whoever reads this later needs the reason.",
            "words",
            only=IF_ONE,
            field="lone_because",
            personal=False,
            most=400,
        ),
        Question(
            "announced",
            "Was the visit announced?",
            "Unannounced is usual: what is announced is tidied.",
            "yes-no",
            field="announced",
            personal=False,
        ),
    ),
)
SEEING = Page(
    "seen",
    "What was seen",
    (
        Question(
            "outcome",
            "Was the person seen?",
            "Only a visit at which they were seen meets the plan.",
            "choice",
            _options(OUTCOMES),
            field="outcome",
            personal=False,
            advice=(_next_step("outcome"),),
        ),
        Question(
            "devices",
            "Were devices checked?",
            "What is on them shows what is not said.",
            "yes-no",
            only=IF_SEEN,
            field="devices_checked",
            refusable=True,
            unasked=True,
            personal=False,
        ),
        Question(
            "household",
            "Who lives or stays there?",
            "A child in the household has to be notified and known.",
            "words",
            only=IF_SEEN,
            field="household",
            refusable=True,
            unasked=True,
        ),
        Question(
            "risk",
            "Has the risk changed?",
            "A change asks for a new assessment.",
            "choice",
            _options(RISKS),
            field="risk",
        ),
        Question(
            "notes",
            "What else was seen?",
            "Write nothing from ViSOR here.",
            "words",
            field="notes",
            required=False,
        ),
        Question(
            "next",
            "For which day do you think of the next visit?",
            "When it is due stands in the plan; this is for your diary.",
            "day",
            field="next_on",
            required=False,
            personal=False,
        ),
    ),
)
