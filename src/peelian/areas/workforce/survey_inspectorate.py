"""The workforce survey that comes with an inspection: its statements, and what is made of them.

The inspectorate holds it; a force records what was published (INS-10). A force can hold it between
inspections too. It is voluntary: whoever answers chose to, so there is no range and no verdict, and
forces are not ranked by it (inspection.md I33).
"""

from typing import Final

from peelian.areas.workforce.survey_words import (
    BY_ROLE,
    ROLE,
    SINCE,
    agreed,
    statement,
    text,
)
from peelian.areas.workforce.words import OWNER, REVIEW_BY
from peelian.engines.duties.authority import Authority, Weight
from peelian.engines.surveys.declared import (
    Page,
    Question,
    Result,
    Survey,
    Theme,
    Version,
    When,
)

HAD_ONE: Final = (When("had_review", ("yes",)),)
REVIEWED: Final = "replies of people who had a review"

WORK: Final = Page(
    "work",
    "Your work",
    (
        statement(
            "balance",
            "I have a good balance of work and private life.",
            "Who is overloaded falls ill or leaves.",
        ),
        statement(
            "debrief",
            "I am given time to talk through difficult incidents afterwards.",
            "What nobody talks about stays.",
        ),
        statement(
            "training",
            "The force gives me enough training for my role.",
            "Work that nobody was trained for goes wrong.",
        ),
        statement(
            "skills",
            "My skills are considered when I am given work.",
            "Skills that nobody knows of are lost.",
        ),
    ),
)
REVIEW: Final = Page(
    "review",
    "Your yearly review",
    (
        Question(
            "had_review",
            "Have you had a performance and development review in the last 12 months?",
            "Systems count what was ticked; this counts what happened.",
            "yes-no",
            unknown=True,
        ),
        statement(
            "review_valued",
            "I found the review of value.",
            "A review that nobody values takes time for nothing.",
            HAD_ONE,
        ),
        statement(
            "review_develops",
            "The review helps me to develop.",
            "That is what it is for.",
            HAD_ONE,
        ),
    ),
)
HEARD: Final = Page(
    "heard",
    "Being heard",
    (
        statement(
            "feedback",
            "I have confidence in the ways in which the force takes feedback.",
            "Nobody speaks where nobody listens.",
        ),
        statement(
            "ideas_heard",
            "I am confident that my ideas would be heard.",
            "Nobody speaks where nobody listens.",
        ),
        text(
            "one_change",
            "What one thing should the force change?",
            "Numbers say where to look, words what to look for.",
        ),
    ),
)
YOU: Final = Page("you", "About you", (ROLE,))

HAD_REVIEW: Final = Result(
    "had_review",
    "had_review",
    ("yes",),
    "Had a review within the year",
    "had a review within the year",
    "How many say that they had a review within the year?",
    ledger=("WRK-38",),
)

PEEL_SURVEY: Final = Survey(
    key="workforce.inspection_survey",
    title="Workforce survey of an inspection",
    why="What those who work here say of their work tells inspectors and chiefs where to look.",
    says="Nine short questions about your work. You can leave out any of them.",
    asked="the workforce",
    versions=(Version(1, SINCE, "First version.", (WORK, REVIEW, HEARD, YOU)),),
    results=(
        agreed(
            "balance",
            "Good balance of work and private life",
            "agreed that they have a good balance of work and private life",
            ledger="WRK-08",
        ),
        agreed(
            "debrief",
            "Given time to talk incidents through",
            "agreed that they are given time to talk incidents through",
            ledger="WRK-17",
        ),
        agreed(
            "training",
            "Enough training",
            "agreed that the force gives them enough training",
            ledger="WRK-35",
        ),
        agreed(
            "skills",
            "Skills considered",
            "agreed that their skills are considered",
            ledger="WRK-36",
        ),
        HAD_REVIEW,
        agreed(
            "review_valued",
            "Found their review of value",
            "found their review of value",
            among=REVIEWED,
            ledger="WRK-37",
        ),
        agreed(
            "review_develops",
            "Found that their review develops them",
            "found that their review develops them",
            among=REVIEWED,
            ledger="WRK-37",
        ),
        agreed(
            "feedback",
            "Confident in feedback",
            "were confident in the ways of giving feedback",
            ledger="WRK-50",
        ),
        agreed(
            "ideas_heard",
            "Confident that ideas are heard",
            "were confident that their ideas would be heard",
            ledger="WRK-50",
        ),
    ),
    groups=(BY_ROLE,),
    themes=(
        Theme("one_change", "workload", "Workload and shifts"),
        Theme("one_change", "leadership", "Leadership and being heard"),
        Theme("one_change", "kit", "Systems, vehicles and equipment"),
        Theme("one_change", "training", "Training and development"),
        Theme("one_change", "wellbeing", "Welfare and support"),
        Theme("one_change", "fairness", "Fairness and standards"),
    ),
    authority=Authority(
        Weight.GUIDANCE,
        "HMICFRS, PEEL inspection reports, About the data: a voluntary workforce survey, not used "
        "by itself to judge a force. The questions are in Peelian's words",
    ),
    owned_by=OWNER,
    review_by=REVIEW_BY,
    ledger=("INS-10", "WRK-08"),
    rhythm="With each inspection; a force may hold it between them.",
    takes="5 minutes",
)
