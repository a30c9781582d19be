"""Worked examples of the measures of surveys: rows in, answer out, worked by hand."""

from peelian.engines.measures.declared import Example
from peelian.engines.procedures.asking import options_of
from peelian.engines.surveys.declared import Grouping, Result, Survey
from peelian.engines.surveys.idea import NOT_TAKEN_UP, TAKEN_IN_PART, TAKEN_UP, Idea
from peelian.engines.surveys.models import SurveyAnswer

# As the first row of every table: each stands for as many people as `stands_for` says.
HEAD = (
    "survey | question | status | answer | grouped_by | group | design | stands_for | sample_ref "
    "| stratum_size | stratum_drawn | method"
)


def of_result(survey: Survey, result: Result, grouping: Grouping | None) -> tuple[Example, ...]:
    """Voluntary and drawn by lot, of everybody; by one grouping, with small groups together."""
    if grouping is not None:
        return (_grouped(survey, result, grouping),)
    return (_voluntary(survey, result), _by_lot(survey, result))


def _voluntary(survey: Survey, result: Result) -> Example:
    yes, no = _answers(survey, result)
    table = "\n".join(
        (
            HEAD,
            _row(survey, result, yes, number=542),
            _row(survey, result, no, number=206),
            _row(survey, result, "", status="Preferred not to say", number=5),
            _row(survey, result, yes, number=167, by="another", group="one"),
        )
    )
    return Example(
        says="748 answered, of whom 542 are counted; five preferred not to say and stand in "
        "neither number; rows of a group are counted in that group alone. Whoever answered chose "
        "to, so there is no range.",
        rows={SurveyAnswer: table},
        shows="542 of 748, 72.5%, 5 unknown",
    )


def _by_lot(survey: Survey, result: Result) -> Example:
    yes, no = _answers(survey, result)
    drawn = {"design": "Random", "size": "4000", "drawn": "100"}
    table = "\n".join(
        (
            HEAD,
            _row(survey, result, yes, number=60, **drawn),
            _row(survey, result, no, number=40, **drawn),
        )
    )
    return Example(
        says="Of 100 who were drawn by lot from 4,000 and answered, 60 are counted: an estimate "
        "for all 4,000, with a range.",
        rows={SurveyAnswer: table},
        shows="60 of 100, 60.0%; likely range 50.2% to 69.1%",
    )


def _grouped(survey: Survey, result: Result, grouping: Grouping) -> Example:
    yes, no = _answers(survey, result)
    group = options_of(survey.question(grouping.question))[0].key
    by = {"by": grouping.question}
    table = "\n".join(
        (
            HEAD,
            _row(survey, result, yes, number=24, group=group, **by),
            _row(survey, result, no, number=16, group=group, **by),
            _row(survey, result, yes, number=6, **by),
            _row(survey, result, no, number=6, **by),
        )
    )
    return Example(
        says="One group of 40 is told apart; two small ones are told together, as unknown.",
        rows={SurveyAnswer: table},
        by=(grouping.question,),
        where={grouping.question: group},
        shows=f"{group}: 24 of 40, 60%",
    )


def _answers(survey: Survey, result: Result) -> tuple[str, str]:
    """An answer that the result counts, and one that it does not."""
    keys = [one.key for one in options_of(survey.question(result.question))]
    return result.counts[0], next(key for key in reversed(keys) if key not in result.counts)


def _row(
    survey: Survey,
    result: Result,
    answer: str,
    *,
    number: int,
    status: str = "Answered",
    by: str = "",
    group: str = "",
    design: str = "Voluntary",
    size: str = "",
    drawn: str = "",
) -> str:
    cells = (
        survey.key,
        result.question,
        status,
        answer,
        by,
        group,
        design,
        str(number),
        "S-1",
        size,
        drawn,
        "default",
    )
    return " | ".join(cells)


def given(key: str) -> tuple[Example, ...]:
    """Answered or not."""
    return (
        Example(
            says="Three ideas, two of them answered; one of another survey is not counted.",
            rows={Idea: _ideas(key)},
            shows="3",
        ),
    )


def answered(key: str) -> tuple[Example, ...]:
    """Whatever the decision."""
    return (
        Example(
            says="Two of three have a decision, one for and one against.",
            rows={Idea: _ideas(key)},
            shows="2 of 3, 67%",
        ),
    )


def taken_up(key: str) -> tuple[Example, ...]:
    """Wholly or in part, of those that are decided."""
    return (
        Example(
            says="Of two with a decision one is taken up in part; the third waits.",
            rows={Idea: _ideas(key)},
            shows="1 of 2, 50%",
        ),
    )


def _ideas(key: str) -> str:
    return f"""
        survey  | decision
        {key}   | {TAKEN_IN_PART}
        {key}   | {NOT_TAKEN_UP}
        {key}   |
        another | {TAKEN_UP}
        """
