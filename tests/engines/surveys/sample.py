"""A small survey: one question that all are asked, one that hangs on it, a text, two groupings."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

from peelian.engines.duties.authority import Authority, Weight
from peelian.engines.surveys.answering import answer
from peelian.engines.surveys.declared import (
    VOLUNTARY,
    Grouping,
    Option,
    Page,
    Question,
    Result,
    Survey,
    Theme,
    Version,
    Weighting,
    When,
)
from peelian.engines.surveys.envelopes import Said
from peelian.engines.surveys.inviting import invite
from peelian.engines.surveys.models import Round
from peelian.engines.surveys.opening import open_round
from people import FORCE

OPENS = datetime(2026, 3, 2, 9, tzinfo=UTC)
CLOSES = OPENS + timedelta(days=14)
ONCE = OPENS + timedelta(hours=3)


def _choice(key, *options, **more):
    return Question(
        key, f"{key}?", "Why not.", "choice", tuple(Option(one, one) for one in options), **more
    )


SURVEY = Survey(
    key="demo.survey",
    title="A small survey",
    why="To try.",
    says="Three questions.",
    asked="the workforce",
    versions=(
        Version(
            1,
            date(2026, 1, 1),
            "First.",
            (
                Page(
                    "work",
                    "Work",
                    (
                        _choice("happy", "yes", "no"),
                        _choice("why_not", "pay", "hours", only=(When("happy", ("no",)),)),
                        Question("change", "Change what?", "Tell.", "words", most=1000),
                    ),
                ),
                Page(
                    "you",
                    "You",
                    (
                        _choice("role", "officer", "staff", "chief", refusable=True),
                        _choice("age", "young", "old", refusable=True),
                    ),
                ),
            ),
        ),
    ),
    results=(
        Result("happy", "happy", ("yes",), "Happy", "were happy", "How many are happy?"),
        Result("pay", "why_not", ("pay",), "Pay", "named their pay", "How many name pay?"),
    ),
    groups=(Grouping("role", "Role"), Grouping("age", "Age")),
    themes=(Theme("change", "kit", "Kit"), Theme("change", "people", "People")),
    ideas=("change",),
    weightings=(Weighting("age", "By age", "age", "Register of staff"),),
    authority=Authority(Weight.DEFAULT, "Peelian's default"),
    owned_by="Head of people services",
    review_by=date(2027, 1, 1),
    ledger=("INS-10",),
)


def begin(actor, **more):
    """An open voluntary round with a link for anybody."""
    given = {"design": VOLUNTARY, "open_link": True, "opens_at": OPENS, "closes_at": CLOSES}
    return open_round(
        SURVEY, force_id=FORCE, title="Spring", actor=actor, at=OPENS, **(given | more)
    )


def reply(token, *, at=ONCE, once=None, words=None, **answers):
    """One reply by this link."""
    answer(
        token,
        surveys=(SURVEY,),
        answers=answers,
        words=words or {},
        once=once or uuid4(),
        at=at,
    )


def said(number, *, stratum="", words=None, **answers):
    """So many replies of the same content, as they are when envelopes are opened."""
    return [Said(answers, words or {}, stratum)] * number


def closed(**more):
    """A round that is not kept, for counting alone."""
    given = {"ref": "S-1", "survey": SURVEY.key, "asked_version": 1, "force_id": FORCE}
    return Round(
        **(given | {"design": VOLUNTARY, "month": "2026-03", "smallest": 10, "strata": {}} | more)
    )


def invited(held, actor, wanted=1, **more):
    """New invitations."""
    return invite(held, wanted=wanted, actor=actor, at=OPENS, **more)
