"""What residents think: seeing the police, satisfaction, safety; twice a year (NEI-31, N22).

Drawn by lot from a list of residents it tells of all of them, with a range; asked by a link for
anybody it tells of those who answered.
"""

from datetime import date
from typing import Final

from peelian.engines.duties.authority import Authority, Weight
from peelian.engines.surveys.declared import (
    Grouping,
    Option,
    Page,
    Question,
    Result,
    Survey,
    Theme,
    Version,
    Weighting,
)

OWNER: Final = "Head of neighbourhood policing"
REVIEW_BY: Final = date(2027, 11, 1)
SINCE: Final = date(2026, 11, 22)

SEEN: Final = Question(
    "seen",
    "How often have you seen an officer on foot or bicycle near your home in the last month?",
    "Being seen is what residents ask of a neighbourhood team.",
    "choice",
    options=(
        Option("weekly", "At least once a week"),
        Option("monthly", "Less often, but at least once"),
        Option("never", "Not at all"),
    ),
    unknown=True,
)
SATISFIED: Final = Question(
    "satisfied",
    "How satisfied are you with the police where you live?",
    "It is you who are served.",
    "choice",
    options=(
        Option("very-satisfied", "Very satisfied"),
        Option("satisfied", "Satisfied"),
        Option("neither", "Neither satisfied nor dissatisfied"),
        Option("dissatisfied", "Dissatisfied"),
        Option("very-dissatisfied", "Very dissatisfied"),
    ),
    unknown=True,
)
SAFE: Final = Question(
    "safe",
    "How safe do you feel when you walk alone where you live after dark?",
    "A fall in recorded crime that nobody feels is worth a second look.",
    "choice",
    options=(
        Option("very-safe", "Very safe"),
        Option("fairly-safe", "Fairly safe"),
        Option("a-bit-unsafe", "A bit unsafe"),
        Option("very-unsafe", "Very unsafe"),
    ),
    unknown=True,
)
CONCERN: Final = Question(
    "concern",
    "What should the police do first where you live?",
    "Priorities are set with residents.",
    "words",
    hint="Leave out names and anything that tells who you are. In an emergency call 999.",
    required=False,
    most=1000,
)
AREA_TYPE: Final = Question(
    "place",
    "Which of these is nearest to where you live?",
    "Towns and villages see their police differently.",
    "choice",
    options=(
        Option("city-centre", "A city or town centre"),
        Option("suburb", "The edge of a city or town"),
        Option("village", "A village or the country"),
    ),
    refusable=True,
)
AGE: Final = Question(
    "age",
    "How old are you?",
    "So that young and old count for as many as they are.",
    "choice",
    options=(
        Option("16-to-34", "16 to 34"),
        Option("35-to-54", "35 to 54"),
        Option("55-or-over", "55 or over"),
    ),
    refusable=True,
)

PERCEPTION: Final = Survey(
    key="neighbourhood.perception",
    title="What residents think",
    why="Residents say whether they see their police, whether they are satisfied and feel safe.",
    says="Four short questions about the police where you live.",
    asked="residents",
    versions=(
        Version(
            1,
            SINCE,
            "First version.",
            (
                Page("police", "The police where you live", (SEEN, SATISFIED, SAFE, CONCERN)),
                Page("you", "About you", (AREA_TYPE, AGE)),
            ),
        ),
    ),
    results=(
        Result(
            "seen",
            "seen",
            ("weekly", "monthly"),
            "Saw an officer in the last month",
            "saw an officer on foot or bicycle near their home in the last month",
            "How many saw an officer on foot or bicycle near their home in the last month?",
        ),
        Result(
            "satisfied",
            "satisfied",
            ("very-satisfied", "satisfied"),
            "Satisfied with the police",
            "were satisfied with the police where they live",
            "How many are satisfied with the police where they live?",
        ),
        Result(
            "safe",
            "safe",
            ("very-safe", "fairly-safe"),
            "Feel safe after dark",
            "feel safe when they walk alone after dark",
            "How many feel safe when they walk alone after dark?",
        ),
    ),
    groups=(Grouping("place", "Town or country"), Grouping("age", "Age")),
    themes=(
        Theme("concern", "seen", "Being seen and known"),
        Theme("concern", "antisocial", "Antisocial behaviour"),
        Theme("concern", "roads", "Roads and parking"),
        Theme("concern", "theft", "Theft and burglary"),
        Theme("concern", "drugs", "Drugs"),
        Theme("concern", "answer", "Getting through and getting an answer"),
    ),
    weightings=(
        Weighting("age", "By age", "age", "Census 2021, residents by age; typed in with the round"),
    ),
    authority=Authority(
        Weight.DEFAULT, "Peelian's default questions; twice a year is the inspected force's rhythm"
    ),
    owned_by=OWNER,
    review_by=REVIEW_BY,
    ledger=("NEI-31",),
    rhythm="Twice a year.",
    takes="3 minutes",
)
