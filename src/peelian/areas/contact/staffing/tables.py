"""A plan as rows for files and programs."""

import csv
import io
import json

from peelian.areas.contact.staffing.plan import Plan, Quarter
from peelian.areas.contact.staffing.quarters import WEEKDAYS
from peelian.areas.contact.staffing.words import answer, assumptions, others, tested

HEAD = (
    "force",
    "day",
    "begins",
    "expected_999",
    "expected_101",
    "staff",
    "share",
    "lower",
    "upper",
    "verdict",
    "needed",
    "rostered",
)


def records(plan: Plan) -> list[dict[str, str | int | float | None]]:
    """One record for each quarter of an hour; shares are fractions, None where no call comes."""
    return [dict(zip(HEAD, _row(plan, quarter), strict=True)) for quarter in plan.quarters]


def as_csv(plan: Plan) -> str:
    """The quarters as CSV; what is not there is an empty cell."""
    out = io.StringIO()
    writer = csv.DictWriter(out, HEAD, lineterminator="\n")
    writer.writeheader()
    writer.writerows(records(plan))
    return out.getvalue()


def as_json(plan: Plan) -> str:
    """The whole plan: the answer, its quarters, what it assumes and how far off it has been."""
    test = plan.test
    whole = {
        "answer": answer(plan),
        "others": others(plan),
        "aim": plan.question.aim,
        "synthetic": plan.synthetic,
        "played_days": plan.played,
        "quarters": records(plan),
        "assumptions": assumptions(plan),
        "back_test": tested(plan),
        "errors": None
        if test is None
        else {
            "days": [day.isoformat() for day in test.days],
            "calls_bias": test.calls_bias,
            "calls_mean_absolute_error": test.calls_error,
            "share_bias": test.share_bias,
            "share_mean_absolute_error": test.share_error,
        },
    }
    return json.dumps(whole, ensure_ascii=False, indent=1)


def _row(plan: Plan, one: Quarter) -> tuple[str | int | float | None, ...]:
    likely = one.likely
    shares = (None, None, None) if likely is None else (likely.share, likely.lower, likely.upper)
    return (
        plan.question.force,
        WEEKDAYS[plan.question.weekday - 1],
        one.begins,
        round(one.emergency, 2),
        round(one.other, 2),
        one.staff,
        *(None if share is None else round(share, 4) for share in shares),
        one.verdict.value,
        one.needed,
        one.rostered,
    )
