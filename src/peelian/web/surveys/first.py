"""The page on which a link ends: who asks, why, what becomes of it, and what anonymous means here.

Told at once and in full, because whoever answers after a night shift, at seventy, or after having
been searched decides by it whether to go on.
"""

from typing import Final

from django.http import HttpResponse
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from peelian.access.decide import doors_of
from peelian.engines.publishing.sentences import force_name
from peelian.engines.surveys.answering import AskedBy
from peelian.engines.surveys.models import Via
from peelian.web.components.how_long import minutes
from peelian.web.components.parts import Link, SummaryRow
from peelian.web.surveys.door import shown
from peelian.web.surveys.held import begun

WORKFORCE: Final = ("the workforce", "people who leave")


def first_page(asked: AskedBy, token: str) -> HttpResponse:
    """What to know before the first question, and the ways beside it."""
    survey = asked.survey
    return shown(
        "first",
        page_title=_("Before you begin"),
        heading=survey.title,
        asked=asked,
        asker=asker(asked),
        who=who_asks(asked),
        takes=how_long(asked),
        facts=_facts(asked),
        ways=tuple(
            Link(way.title, reverse("survey-way", args=[token, way.key]), detail=way.says)
            for way in survey.ways
        ),
        alone=asked.via is Via.INVITATION,
        workforce=survey.asked in WORKFORCE,
        held=begun().written,
    )


def asker(asked: AskedBy) -> str:
    """Who asks, as the head of every page says it: the force, or whoever watches over it."""
    named = force_name(asked.round.force_id)
    if is_commissioners(asked):
        return _("Police and crime commissioner ({force})").format(force=named)
    return named


def who_asks(asked: AskedBy) -> str:
    """The same as the subject of a sentence."""
    if is_commissioners(asked):
        return _("The police and crime commissioner, who watches over {force},").format(
            force=force_name(asked.round.force_id)
        )
    return asker(asked)


def is_commissioners(asked: AskedBy) -> bool:
    """Whether the commissioner's staff asks, who are independent of the force."""
    held = asked.round
    return "commissioner" in doors_of(held.made_by, at=held.made_at)


def _facts(asked: AskedBy) -> tuple[SummaryRow, ...]:
    survey, held = asked.survey, asked.round
    becomes = _(
        "Answers are counted together. Of a group, such as a role or an area, nothing is shown "
        "unless at least {n} of it have replied. What you write in your own words is read apart "
        "from your other answers. Those who run surveys for the force, and for its commissioner, "
        "read the counts and the texts; nobody reads a single reply."
    ).format(n=held.smallest)
    who = asker(asked)
    if not is_commissioners(asked):
        who = _("{force}: {owner}").format(force=who, owner=survey.owned_by)
    rows = [
        SummaryRow(_("Who asks"), who),
        SummaryRow(_("Why"), survey.why),
        SummaryRow(_("What happens with it"), becomes),
    ]
    if held.closes_at is not None:
        rows.append(
            SummaryRow(_("Open until"), date_format(localtime(held.closes_at), "j F Y, H:i"))
        )
    return tuple(rows)


def how_long(asked: AskedBy) -> str:
    """In minutes and questions; in the words of the survey where it gives any."""
    questions = tuple(asked.version.questions)
    number = ngettext("at most {n} question", "at most {n} questions", len(questions)).format(
        n=len(questions)
    )
    return _("{time}, {number}").format(
        time=asked.survey.takes or minutes(asked.version), number=number
    )
