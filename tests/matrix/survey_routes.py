"""The rows of surveys, for those who run them, behind every door."""

from typing import Final

from matrix.rows import Row, held_by, nobody, numbered, with_args
from matrix.surveyed import INDEPENDENT, RUNNERS

# Who runs surveys, and who alone reads complaints beside them.
SURVEYORS: Final = held_by(*RUNNERS)
COMPLAINTS: Final = held_by(*INDEPENDENT)
NOT_OF_THE_FORCE: Final = ("inspector", "commissioner-staff", "panel-member", "partner")
SURVEY: Final = "neighbourhood.treatment"

SURVEY_ROUTES: Final = {
    "survey-rounds": Row(passes=SURVEYORS),
    "survey-answered": Row(passes=lambda world, reader, args: reader not in NOT_OF_THE_FORCE),
    "survey-open": Row(with_args(SURVEY), sends={"title": "x"}, passes=SURVEYORS),
    "survey-published": Row(sends={"title": "x"}, passes=SURVEYORS),
    "survey-round": Row(numbered("open round"), passes=SURVEYORS),
    "survey-invite": Row(numbered("open round"), sends={"wanted": "2"}, passes=SURVEYORS),
    "survey-close": Row(numbered("open round"), sends={}, passes=SURVEYORS),
    "survey-longer": Row(
        numbered("open round"),
        sends={"last_day_0": "1", "last_day_1": "1", "last_day_2": "2099"},
        passes=SURVEYORS,
    ),
    "survey-abandon": Row(numbered("open round"), sends={"why": "x"}, passes=SURVEYORS),
    "survey-results": Row(numbered("closed round"), passes=SURVEYORS),
    "survey-printed": Row(numbered("closed round"), passes=nobody),
    "survey-themes": Row(numbered("closed round", "words"), passes=SURVEYORS),
    "survey-code": Row(
        numbered("closed round", "words"), sends={"themes": "manner"}, passes=SURVEYORS
    ),
    "survey-decide": Row(
        numbered("closed round", "words"), sends={"themes": "manner"}, passes=SURVEYORS
    ),
    "survey-take-away": Row(
        lambda world, wide: [(world.numbers["closed round"], "words", world.numbers["text"])],
        sends={"why": "x"},
        passes=SURVEYORS,
    ),
    "survey-ideas": Row(numbered("round of ideas"), passes=SURVEYORS),
    "survey-idea": Row(
        lambda world, wide: [(world.numbers["round of ideas"], world.numbers["idea"])],
        sends={"told": "x", "decision": "Taken up", "reply": "x"},
        passes=SURVEYORS,
    ),
    "approaches": Row(passes=COMPLAINTS),
    "approach": Row(numbered("approach"), sends={"why": "x"}, passes=COMPLAINTS),
}
