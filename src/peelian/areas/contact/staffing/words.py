"""A plan in words: the answer in a sentence, what it assumes, and how far off it has been."""

from peelian.areas.contact.staffing.plan import Plan, Quarter, Verdict
from peelian.areas.contact.staffing.quarters import WEEKDAYS
from peelian.areas.contact.words import AIM_999, WITHIN_SECONDS
from peelian.engines.measures.cover import force_name
from peelian.engines.publishing.days import day_in_words
from peelian.records.store.invented import marked


def answer(plan: Plan) -> str:
    """Which quarters will miss, the worst of them, and what would fix it."""
    day = WEEKDAYS[plan.question.weekday - 1]
    whose = force_name(plan.question.force)
    whose = marked(whose) if plan.synthetic else whose
    missing, unsure = plan.of(Verdict.MISS), plan.of(Verdict.BORDERLINE)
    if plan.question.staff is None:
        most = max(one.staff for one in plan.quarters)
        fewest = min(one.staff for one in plan.quarters)
        return (
            f"On a {day}, {whose} needs from {fewest} to {most} staff at their desks to answer "
            f"{plan.question.aim:.0%} of 999 calls within ten seconds all day."
        )
    aim = f"{plan.question.aim:.0%} of 999 calls within ten seconds"
    are = "is" if len(unsure) == 1 else "are"
    borderline = f" {len(unsure)} {are} borderline." if unsure else ""
    if not missing:
        return f"On a {day}, {whose} will not clearly miss {aim} at any time.{borderline}"
    worst = min(missing, key=lambda one: one.likely.share if one.likely else 1.0)
    return (
        f"On a {day}, {whose} will miss {aim} in {len(missing)} of {len(plan.quarters)} quarters "
        f"of an hour.{borderline} The worst begins at {worst.begins}: {share_in_words(worst)}, "
        f"with {worst.staff} staff. {_fix(worst, plan.question.aim)}"
    )


def share_in_words(quarter: Quarter) -> str:
    """The share to be expected with its likely range."""
    if quarter.likely is None:
        return "–"
    one = quarter.likely
    return f"{one.share:.0%}, likely range {one.lower:.0%} to {one.upper:.0%}"


def assumptions(plan: Plan) -> tuple[str, ...]:
    """Everything that the plan takes as given, with its numbers."""
    demand, days = plan.demand, plan.demand.days
    told = [
        (
            f"Calls come as on {_days(len(days), plan.question.weekday)}, {day_in_words(days[0])} "
            f"to {day_in_words(days[-1])}: by chance, at the mean rate of their quarter of an "
            "hour. Bank holidays, events and weather are not allowed for."
        ),
        (
            "Everyone at a desk takes both lines. A waiting 999 call is taken before any 101 call "
            "and breaks off none; within a line the first to come is the first taken."
        ),
        (
            f"A 999 call keeps someone busy for {demand.emergency.handling:,.0f} seconds on "
            f"average and a 101 call for {demand.other.handling:,.0f}, exponentially distributed."
        ),
        (
            f"The carrier's clock has run {demand.handover:.1f} seconds before the room hears a "
            f"call, so {plan.seconds:.1f} of {WITHIN_SECONDS} seconds are left. Time to pick up is "
            "not added."
        ),
        _patience(plan),
        (
            f"The aim is {plan.question.aim:.0%} of 999 calls"
            + (f" ({AIM_999.authority})." if plan.question.aim == AIM_999.value else ".")
        ),
        (
            f"The day was played {plan.played} times by Ciw, a library of queue simulation; likely "
            "ranges are of the play, not of how one day differs from another."
        ),
    ]
    told.append(
        "Staff needed are those with whom the played quarter or the hour around it met the aim, "
        "to about one person."
    )
    if plan.question.staff is None:
        told.append("No staff were given: the smallest that met the aim were sought and played.")
    if plan.question.shrinkage is not None:
        told.append(
            f"Rostered staff are those needed at desks divided by 1 less a shrinkage of "
            f"{plan.question.shrinkage:.0%}."
        )
    if plan.synthetic:
        told.append("Synthetic: some or all of these calls were invented and describe no one.")
    return tuple(told)


def tested(plan: Plan) -> str:
    """How far off a plan from earlier days was on the days kept back."""
    test = plan.test
    if test is None:
        return "Too few days are loaded to hold a plan from earlier days against later ones."
    told = (
        f"Held against {_days(len(test.days), plan.question.weekday)} kept back, from "
        f"{day_in_words(test.days[0])}: calls were forecast {_over(test.calls_bias)}, and by the "
        f"hour {test.calls_error:.0%} off on average."
    )
    if test.share_bias is None or test.share_error is None:
        why = (
            "no staff were given"
            if plan.question.staff is None
            else "no carrier's clock is loaded for those days"
        )
        return f"{told} The share in ten seconds could not be tested: {why}."
    points = test.share_bias * 100
    return (
        f"{told} If these staff were at work then, the share in ten seconds was forecast "
        f"{abs(points):.1f} points too {'high' if points > 0 else 'low'}, and by the hour "
        f"{test.share_error * 100:.1f} points off on average."
    )


def others(plan: Plan) -> str:
    """What 101 callers meet meanwhile; empty where none call."""
    if plan.others_wait is None or plan.others_gave_up is None:
        return ""
    return (
        f"Meanwhile 101 callers wait {plan.others_wait:,.0f} seconds on average, and "
        f"{plan.others_gave_up:.0%} of them hang up."
    )


def _fix(worst: Quarter, aim: float) -> str:
    if worst.needed <= worst.staff:
        return (
            f"{worst.needed} staff would meet {aim:.0%} there if the quarters before were staffed "
            "as the table says: callers left waiting from before are the trouble."
        )
    more = worst.needed - worst.staff
    return f"{more} more there, {worst.needed} in all, would meet {aim:.0%}."


def _patience(plan: Plan) -> str:
    told = []
    for name, line in (("101", plan.demand.other), ("999", plan.demand.emergency)):
        if line.patience is None:
            told.append(f"{name} callers never hang up, as none was seen to")
        else:
            told.append(f"{name} callers have {line.patience:,.0f} seconds of patience on average")
    return (
        f"{' and '.join(told)}, exponentially distributed: all seconds waited, divided by the "
        "callers who hung up."
    )


def _days(number: int, weekday: int) -> str:
    name = WEEKDAYS[weekday - 1]
    return f"the one {name}" if number == 1 else f"the {number} {name}s"


def _over(bias: float) -> str:
    return f"{abs(bias):.0%} too {'high' if bias > 0 else 'low'}"
