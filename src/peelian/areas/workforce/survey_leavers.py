"""Those who leave are asked why: the force, and a department that loses people (WRK-02, WRK-03).

The answers of a few are never shown: a round stays open until enough have left, and a department
that is too small asks over a year.
"""

from typing import Final

from peelian.areas.workforce.survey_words import (
    BY_ROLE,
    DEFAULT,
    ROLE,
    SINCE,
    agreed,
    statement,
    text,
)
from peelian.areas.workforce.words import OWNER, REVIEW_BY
from peelian.engines.surveys.declared import (
    Grouping,
    Option,
    Page,
    Question,
    Result,
    Survey,
    Theme,
    Version,
)

REASONS: Final = Question(
    "reason",
    "What is the main reason for which you leave?",
    "Commanders can act on reasons, not on a number of leavers.",
    "choice",
    options=(
        Option("retiring", "I retire"),
        Option("workload", "Workload or hours"),
        Option("pay", "Pay or cost of living"),
        Option("supervision", "How I was supervised or led"),
        Option("treatment", "How colleagues treated me"),
        Option("development", "No way to develop"),
        Option("health", "My health"),
        Option("family", "Family or moving away"),
        Option("other-force", "A post in another force"),
        Option("other", "Another reason"),
    ),
    refusable=True,
)
SERVICE: Final = Question(
    "service",
    "How long have you worked here?",
    "Those who leave early leave for other reasons.",
    "choice",
    options=(
        Option("under-2", "Less than 2 years"),
        Option("2-to-9", "2 to 9 years"),
        Option("10-or-more", "10 years or more"),
    ),
    refusable=True,
)
SUPERVISED: Final = statement(
    "supervised",
    "My supervisor gave me the support that I needed.",
    "Weak supervision was found where a department asked.",
)
VALUED: Final = statement("valued", "I felt valued here.", "Whom nobody values goes.")
STAYED: Final = text(
    "stayed", "What would have made you stay?", "The answer may keep somebody else."
)
THEMES: Final = (
    Theme("stayed", "nothing", "Nothing: it was time to go"),
    Theme("stayed", "workload", "Workload, shifts or leave"),
    Theme("stayed", "leadership", "Supervision and leadership"),
    Theme("stayed", "pay", "Pay and conditions"),
    Theme("stayed", "development", "Development and postings"),
    Theme("stayed", "support", "Support after hard work or illness"),
)
COULD_ACT: Final = Result(
    "could_act",
    "reason",
    ("workload", "supervision", "treatment", "development"),
    "Left for a reason in the force's hands",
    "left for a reason that lies in the force's own hands",
    "How many leave for a reason that lies in the force's own hands?",
    "people who said why they left",
    better="lower",
    ledger=("WRK-02",),
)
SUPERVISION: Final = Result(
    "supervision",
    "reason",
    ("supervision",),
    "Left because of how they were supervised",
    "left because of how they were supervised or led",
    "How many leave because of how they were supervised or led?",
    "people who said why they left",
    better="lower",
    ledger=("WRK-03",),
)

LEAVERS: Final = Survey(
    key="workforce.leavers",
    title="Leavers' questionnaire",
    why="Why people leave is known to those who leave, and to nobody else.",
    says="Five questions about why you leave and what would have kept you.",
    asked="people who leave",
    versions=(
        Version(
            1,
            SINCE,
            "First version.",
            (
                Page("why", "Why you leave", (REASONS, SUPERVISED, VALUED, STAYED)),
                Page("you", "About you", (ROLE, SERVICE)),
            ),
        ),
    ),
    results=(
        COULD_ACT,
        agreed("supervised", "Supported", "felt supported by their supervisor", ledger="WRK-02"),
        agreed("valued", "Felt valued", "felt valued", ledger="WRK-02"),
    ),
    groups=(BY_ROLE, Grouping("service", "Time with the force")),
    themes=THEMES,
    authority=DEFAULT,
    owned_by=OWNER,
    review_by=REVIEW_BY,
    ledger=("WRK-02",),
    rhythm="Open all year, in rounds of six months.",
    takes="4 minutes",
)
DEPARTMENT: Final = Survey(
    key="workforce.department_leavers",
    title="Leavers of a department",
    why="A department that loses people learns whether it is the work or how it is led.",
    says="Three questions about why you leave this department.",
    asked="people who leave",
    versions=(
        Version(
            1,
            SINCE,
            "First version.",
            (Page("why", "Why you leave", (REASONS, SUPERVISED, STAYED)),),
        ),
    ),
    results=(
        SUPERVISION,
        agreed("supervised", "Supported", "felt supported by their supervisor", ledger="WRK-03"),
    ),
    themes=THEMES,
    authority=DEFAULT,
    owned_by=OWNER,
    review_by=REVIEW_BY,
    ledger=("WRK-03",),
    rhythm="Where a department loses many: named in the round's title, and held again a year on.",
    takes="3 minutes",
)
