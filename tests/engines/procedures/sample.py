"""Three small procedures over investigations, as an area would declare them.

`RISK` can be declined, has branches, a look-up, criteria and grades that are never suggested.
`CHECK` suggests a grade, bars the officer in the case and is looked at twice. `RECORD` makes an
investigation by itself, with advice on weak words.
"""

from datetime import date

from peelian.areas.investigation.models import Investigation
from peelian.engines.duties.authority import Authority, Weight
from peelian.engines.duties.settings import Setting
from peelian.engines.procedures.declared import (
    MATCH,
    NO_MATCH,
    YES,
    Advice,
    Asked,
    Criterion,
    Found,
    Grades,
    LookedInto,
    Option,
    Page,
    Procedure,
    Question,
    SecondLook,
    Suggestion,
    Tells,
    Version,
    When,
)
from peelian.spine.happenings import What

DEFAULT = Authority(Weight.DEFAULT, "An example; no force goes by it")
TICKS = Setting("sample.ticks", "Ticks that make a risk visible", 2, "ticks")
SHARE = Setting("sample.share", "Share that is looked at again", 100, "per cent")
LEVELS = (
    Option("standard", "Standard"),
    Option("medium", "Medium"),
    Option("high", "High"),
)


def earlier(looked: LookedInto) -> dict[str, Found]:
    """Other investigations of the same offence in the same force."""
    assert isinstance(looked.record, Investigation)
    rows = Investigation.objects.filter(offence=looked.record.offence)
    others = rows.exclude(record_id=looked.record.record_id).count()
    if others:
        return {"before": Found(f"{others} earlier in: investigations.", MATCH, others)}
    return {"before": Found("No match in these sources: investigations.", NO_MATCH, 0)}


def ticks(asked: Asked) -> str:
    found = sum(1 for key in ("threats", "weapon") if asked.answers.get(key) == YES)
    most = asked.settings["sample.ticks"]
    return (
        f"{found} of the questions were answered yes; {most} are enough." if found >= most else ""
    )


def judged(asked: Asked) -> str:
    return "The assessor judges the risk to be high." if asked.facts["decided"] == "high" else ""


RISK = Procedure(
    key="sample.risk",
    title="Risk to the victim",
    why="What is known of the danger decides what is done today.",
    about=Investigation,
    versions=(
        Version(
            1,
            date(2020, 1, 1),
            "First version.",
            (
                Page(
                    "danger",
                    "What they are afraid of",
                    (
                        Question(
                            "threats",
                            "Have they been threatened?",
                            "Threats often come before violence.",
                            "yes-no",
                            refusable=True,
                            unasked=True,
                            unknown=True,
                            personal=False,
                        ),
                        Question(
                            "weapon",
                            "Was a weapon spoken of?",
                            "A weapon makes a threat more dangerous.",
                            "yes-no",
                            only=(When("threats", (YES,)),),
                            refusable=True,
                        ),
                    ),
                ),
                Page(
                    "before",
                    "What happened before",
                    (
                        Question(
                            "before",
                            "Is there an earlier report?",
                            "What is repeated tends to grow worse.",
                            "look-up",
                        ),
                        Question(
                            "said",
                            "What do they say in their own words?",
                            "Their words are worth more than a summary.",
                            "words",
                            refusable=True,
                            required=False,
                        ),
                    ),
                ),
            ),
        ),
    ),
    authority=DEFAULT,
    owned_by="Head of crime",
    review_by=date(2027, 11, 1),
    ledger=("VUL-01",),
    roles=("investigator", "supervisor"),
    can_be_refused=True,
    refusals=(Option("afraid", "Afraid of what follows"), Option("no-reason", "Gave no reason")),
    grades=Grades(
        LEVELS,
        lambda _asked: Suggestion("", ("Ticks never become a grade.",)),
        "How high is the risk?",
    ),
    criteria=(
        Criterion("judgement", "professional judgement", judged, DEFAULT),
        Criterion("visible", "visible high risk", ticks, DEFAULT),
    ),
    settings=(TICKS,),
    facts=earlier,
    tells=(
        Tells(What.RISK_ASSESSED, ("investigation_ref",), ("grade", "threats"), ("Completed",)),
        Tells(What.RISK_REFUSED, ("investigation_ref",), ("refusal",), ("Refused",)),
        Tells(What.REFERRAL_CALLED_FOR, ("investigation_ref",), ("criteria",), criteria=True),
    ),
    then="The hub reads it today.",
    takes="About five minutes",
)

CHECK = Procedure(
    key="sample.check",
    title="Check of an investigation",
    why="A second pair of eyes finds what one does not.",
    about=Investigation,
    versions=(
        Version(
            1,
            date(2020, 1, 1),
            "First version.",
            (
                Page(
                    "lines",
                    "Lines of enquiry",
                    (
                        Question(
                            "open-lines",
                            "How many lines are open?",
                            "Open lines are work that waits.",
                            "number",
                        ),
                        Question(
                            "missing",
                            "What is missing?",
                            "It is what is asked for next.",
                            "several",
                            (
                                Option("plan", "A plan"),
                                Option("victim", "The victim's account"),
                                Option("none", "Nothing"),
                            ),
                        ),
                        Question(
                            "seen-on",
                            "When did you look at it?",
                            "So that others know how old the check is.",
                            "day",
                            unknown=True,
                        ),
                    ),
                ),
            ),
        ),
    ),
    authority=DEFAULT,
    owned_by="Head of crime",
    review_by=date(2027, 11, 1),
    ledger=("INV-01",),
    roles=("investigator", "supervisor"),
    barred=("officer_ref",),
    grades=Grades(
        (Option("short", "Falls short"), Option("meets", "Meets the standard")),
        lambda asked: Suggestion(
            "meets" if asked.answers.get("missing") == "none" else "short",
            ("It goes by whether anything is missing.",),
        ),
        "Does it meet the standard?",
        higher=("supervisor",),
        lower=None,
    ),
    second_look=SecondLook(SHARE),
)


def weak(asked: Asked) -> tuple[str, ...]:
    text = asked.words.get("summary", "")
    said = []
    if text and len(text) < 20:
        said.append(
            "This is short: say what was seen, told and known, so that others can judge it."
        )
    if text and text in asked.earlier.get("summary", ()):
        said.append("These are the words of an earlier record of yours: say what differs here.")
    return tuple(said)


RECORD = Procedure(
    key="sample.record",
    title="New investigation",
    why="Work that nobody writes down is work that nobody does.",
    about=None,
    makes=Investigation,
    versions=(
        Version(
            1,
            date(2020, 1, 1),
            "First version.",
            (
                Page(
                    "what",
                    "What happened",
                    (
                        Question(
                            "offence",
                            "Which offence is it?",
                            "It decides who looks into it.",
                            "choice",
                            (Option("Burglary", "Burglary"), Option("Fraud", "Fraud")),
                            field="offence",
                            personal=False,
                        ),
                        Question(
                            "state",
                            "How far has it come?",
                            "What is settled needs nobody.",
                            "choice",
                            (Option("Open", "Open"), Option("Filed", "Filed")),
                            field="state",
                        ),
                        Question(
                            "opened",
                            "When did it come in?",
                            "The clock runs from then.",
                            "moment",
                            field="opened_at",
                        ),
                        Question(
                            "summary",
                            "What is known?",
                            "Whoever takes it on starts from this.",
                            "words",
                            field="summary",
                            unknown=True,
                            advice=(Advice("weak", weak),),
                        ),
                    ),
                ),
            ),
        ),
    ),
    authority=DEFAULT,
    owned_by="Head of crime",
    review_by=date(2027, 11, 1),
    ledger=("INV-01",),
    roles=("investigator", "supervisor"),
    tells=(Tells(What.TASK_GIVEN, ("investigation_ref",), ("offence",)),),
)
PROCEDURES = (RISK, CHECK, RECORD)
