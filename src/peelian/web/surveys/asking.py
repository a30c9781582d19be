"""A survey as it is answered: the first page, one part after the other, the check, and sending.

Parts are posted to one address. What was answered goes from page to page inside the form, so that
nothing is kept before its writer sends it, and then without a time, an address or a name (T60).
"""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Final

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _

from peelian import catalogue
from peelian.access.identity import clock
from peelian.access.identity.browsers import browser_of
from peelian.engines.procedures.asking import asked_on, open_pages, open_questions
from peelian.engines.procedures.questions import Page
from peelian.engines.surveys.answering import AskedBy, answer, asked_by
from peelian.engines.surveys.errors import AlreadyUsed, NoSuchRound, NotOpen, NotRight
from peelian.engines.surveys.models import Reply
from peelian.web.surveys.check import parts_of
from peelian.web.surveys.door import cleared, respondent, shown
from peelian.web.surveys.first import asker, first_page
from peelian.web.surveys.flood import REPLIES
from peelian.web.surveys.held import Held, begun, number_of, read_held
from peelian.web.surveys.part_form import PartForm

CHECK: Final = "check"
# What the buttons of a page say.
ON, BACK, SEND, CHANGE = "on", "back", "send", "change"


@dataclass(frozen=True)
class Sent:
    """What a page has brought: on which part it stood, which button was pressed, and answers."""

    where: str
    press: str
    checking: bool
    held: Held
    boxes: QueryDict


@respondent
def survey(request: HttpRequest, token: str) -> HttpResponse:
    """The page that the link of a survey leads to, and every part after it."""
    try:
        asked = asked_by(token, surveys=catalogue.surveys(), at=clock.now())
    except NoSuchRound as error:
        raise Http404 from error
    except AlreadyUsed as used:
        return _sent_page() if _is_second_press(request) else over(used)
    except NotOpen as closed:
        return over(closed)
    if request.method != "POST":
        return first_page(asked, token)
    return _after(request, asked, token, _sent(request, asked))


@respondent
def done(request: HttpRequest) -> HttpResponse:
    """Thanks, and what happens now. The address does not say which survey it was."""
    return cleared(shown("done", page_title=_("Your answers are sent")))


def over(closed: NotOpen | AlreadyUsed) -> HttpResponse:
    """Why a link leads nowhere any more, in a sentence."""
    return shown(
        "over", HTTPStatus.GONE, page_title=_("This survey is not open"), sentence=str(closed)
    )


def _sent(request: HttpRequest, asked: AskedBy) -> Sent:
    held = request.POST.get("held", "")
    return Sent(
        where=request.POST.get("where", ""),
        press=request.POST.get("press", ""),
        checking=request.POST.get("checking") == "yes",
        held=read_held(held, asked.version) if held else begun(),
        boxes=request.POST,
    )


def _after(request: HttpRequest, asked: AskedBy, token: str, sent: Sent) -> HttpResponse:
    """The page that follows the one that was sent."""
    pages = open_pages(asked.version, sent.held.given)
    here = next((one for one in pages if one.key == sent.where), None)
    if here is not None:
        return _after_part(asked, sent, here)
    if sent.where == CHECK:
        verb, _space, part = sent.press.partition(" ")
        if verb == SEND:
            return _send(request, asked, token, sent.held)
        wanted = next((one for one in pages if one.key == part), None)
        if verb == CHANGE and wanted is not None:
            return _part(asked, sent.held, wanted, checking=True)
        if verb == BACK and pages:
            return _part(asked, sent.held, pages[-1])
    return _part(asked, sent.held, pages[0])


def _after_part(asked: AskedBy, sent: Sent, here: Page) -> HttpResponse:
    form = _form(asked, sent.held, here, sent.boxes)
    right = form.is_valid()
    held = sent.held.over(*form.read())
    if sent.press == BACK:
        # What is wrong on the way back is left for when this part is come to again.
        return _before(asked, held, here)
    if not right:
        return _part(asked, sent.held, here, form=form, checking=sent.checking)
    opened = _newly_open(asked, sent.held, held)
    if any(one in opened for one in asked_on(asked.version, here, held.given)):
        return _part(asked, held, here, checking=sent.checking)
    pages = open_pages(asked.version, held.given)
    after = pages[pages.index(here) + 1 :]
    if sent.checking:
        after = tuple(
            one
            for one in after
            if any(each in opened for each in asked_on(asked.version, one, held.given))
        )
    return _part(asked, held, after[0], checking=sent.checking) if after else _check(asked, held)


def _newly_open(asked: AskedBy, before: Held, after: Held) -> frozenset[object]:
    """The questions that the last answers have led to."""
    return frozenset(open_questions(asked.version, after.given)) - frozenset(
        open_questions(asked.version, before.given)
    )


def _before(asked: AskedBy, held: Held, here: Page) -> HttpResponse:
    pages = open_pages(asked.version, held.given)
    at = pages.index(here) if here in pages else 0
    return _part(asked, held, pages[max(at - 1, 0)])


def _form(asked: AskedBy, held: Held, page: Page, sent: QueryDict | None) -> PartForm:
    return PartForm(sent, questions=asked_on(asked.version, page, held.given), given=held.given)


def _part(
    asked: AskedBy, held: Held, page: Page, *, form: PartForm | None = None, checking: bool = False
) -> HttpResponse:
    pages = open_pages(asked.version, held.given)
    at = pages.index(page)
    progress = _("Part {n} of {all}").format(n=at + 1, all=len(pages))
    return shown(
        "part",
        HTTPStatus.BAD_REQUEST if form else HTTPStatus.OK,
        # Titles stay in the history of a browser: they do not say what was asked (T16).
        page_title=progress,
        heading=page.title,
        asked=asked,
        asker=asker(asked),
        progress=progress,
        says=page.says,
        form=form or _form(asked, held, page, None),
        where=page.key,
        held=held.written,
        checking=checking,
        first=at == 0,
    )


def _check(
    asked: AskedBy, held: Held, *, status: int = HTTPStatus.OK, sentence: str = ""
) -> HttpResponse:
    return shown(
        "check",
        status,
        page_title=_("Check your answers"),
        asked=asked,
        asker=asker(asked),
        parts=parts_of(asked.version, held.given),
        held=held.written,
        where=CHECK,
        sentence=sentence,
    )


def _send(request: HttpRequest, asked: AskedBy, token: str, held: Held) -> HttpResponse:
    at = clock.now()
    if REPLIES.too_much(browser_of(request).address, token, at=at):
        busy = _(
            "Many people are sending at this moment. Nothing of yours is lost: wait a minute, then "
            "press Send again."
        )
        return _check(asked, held, status=HTTPStatus.TOO_MANY_REQUESTS, sentence=busy)
    try:
        answer(
            token,
            surveys=catalogue.surveys(),
            answers=held.given.answers,
            words=held.given.words,
            once=held.once,
            at=at,
        )
    except NotRight as wrong:
        return _check(asked, held, status=HTTPStatus.BAD_REQUEST, sentence=str(wrong))
    except (NotOpen, AlreadyUsed) as closed:
        return over(closed)
    return _sent_page()


def _sent_page() -> HttpResponse:
    return HttpResponseRedirect(reverse("survey-sent"))


def _is_second_press(request: HttpRequest) -> bool:
    """Whether the first press of the same button has used the invitation: a slow phone."""
    once = number_of(request.POST.get("held", ""))
    return once is not None and Reply.objects.filter(pk=once).exists()


urls: list[URLPattern] = [
    path("surveys/sent/", done, name="survey-sent"),
    path("surveys/<str:token>/", survey, name="survey"),
]
