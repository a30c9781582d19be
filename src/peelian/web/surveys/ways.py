"""The ways beside a survey: to complain, and to ask for a call. Each has a page of its own.

Nothing that was answered goes with them, and whoever takes one has answered nothing by it. No name
and no reference is asked as a condition (P49).
"""

from http import HTTPStatus

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from peelian import catalogue
from peelian.access.identity import clock
from peelian.access.identity.browsers import browser_of
from peelian.engines.surveys.answering import AskedBy, asked_by
from peelian.engines.surveys.approach import COMPLAINT
from peelian.engines.surveys.approaching import Told, approach
from peelian.engines.surveys.declared import Way
from peelian.engines.surveys.errors import AlreadyUsed, NoSuchRound, NotOpen, NotRight
from peelian.web.surveys.asking import over
from peelian.web.surveys.door import cleared, respondent, shown
from peelian.web.surveys.first import asker
from peelian.web.surveys.flood import MESSAGES

ALONE = {"autocomplete": "off"}


class Words(forms.Form):
    """What every way asks, under names of its own."""

    words = forms.CharField(widget=forms.Textarea(attrs={**ALONE, "rows": 8}), required=False)
    called = forms.CharField(
        label=gettext_lazy("What should we call you? (optional)"),
        help_text=gettext_lazy("Any name will do, or none."),
        widget=forms.TextInput(attrs=ALONE),
        required=False,
    )
    reach_by = forms.CharField(widget=forms.TextInput(attrs=ALONE), required=False)
    reach_when = forms.CharField(
        label=gettext_lazy("When is it good and safe to reach you? (optional)"),
        widget=forms.TextInput(attrs=ALONE),
        required=False,
    )
    about = forms.CharField(
        label=gettext_lazy("Where and when was it? (optional)"),
        help_text=gettext_lazy("A place, a day, or the reference on your receipt if you have one."),
        widget=forms.TextInput(attrs=ALONE),
        required=False,
    )

    def told(self) -> Told:
        """What was written, trimmed."""
        return Told(**{name: str(self.cleaned_data.get(name) or "") for name in self.fields})


class Complaint(Words):
    """What happened; the rest is optional."""

    field_order = ("words", "about", "reach_by", "reach_when", "called")

    def __init__(self, sent: object = None) -> None:
        super().__init__(sent, auto_id="%s")  # type: ignore[arg-type]  # a QueryDict or nothing
        self.fields["words"].label = _("What happened?")
        self.fields["words"].help_text = _(
            "In your own words. You can also say what you would like to come of it."
        )
        self.fields["reach_by"].label = _("How can we reach you? (optional)")
        self.fields["reach_by"].help_text = _(
            "A number, an address, or somebody through whom. Without it your complaint is still "
            "read, but nobody can ask you anything or tell you what came of it."
        )


class Contact(Words):
    """How to reach somebody; the rest is optional."""

    field_order = ("reach_by", "reach_when", "called", "words", "about")

    def __init__(self, sent: object = None) -> None:
        super().__init__(sent, auto_id="%s")  # type: ignore[arg-type]  # a QueryDict or nothing
        self.fields["reach_by"].label = _("How can we reach you?")
        self.fields["reach_by"].help_text = _("A number, an address, or somebody through whom.")
        self.fields["words"].label = _("What is it about? (optional)")


@respondent
def way(request: HttpRequest, token: str, key: str) -> HttpResponse:
    """The page of one way, and what was written on it."""
    at = clock.now()
    try:
        asked = asked_by(token, surveys=catalogue.surveys(), at=at)
    except NoSuchRound as error:
        raise Http404 from error
    except (NotOpen, AlreadyUsed) as closed:
        return over(closed)
    chosen = next((one for one in asked.survey.ways if one.key == key), None)
    if chosen is None:
        raise Http404
    kind = Complaint if chosen.key == COMPLAINT else Contact
    if request.method != "POST":
        return _page(asked, token, chosen, kind())
    form = kind(request.POST)
    form.is_valid()
    if MESSAGES.too_much(browser_of(request).address, f"{token} {key}", at=at):
        form.add_error(
            None,
            _("Many people are writing at this moment. Wait ten minutes, then press Send again."),
        )
        return _page(asked, token, chosen, form, HTTPStatus.TOO_MANY_REQUESTS)
    try:
        made = approach(
            token, surveys=catalogue.surveys(), kind=chosen.key, told=form.told(), at=at
        )
    except NotRight as wrong:
        for name, sentence in wrong.errors.items():
            form.add_error(name, sentence)
        return _page(asked, token, chosen, form, HTTPStatus.BAD_REQUEST)
    return cleared(
        shown(
            "way_done",
            page_title=_("It is sent"),
            asker=asker(asked),
            ref=made.ref,
            reachable=bool(made.reach_by),
            back=reverse("survey", args=[token]),
        )
    )


def _page(
    asked: AskedBy, token: str, chosen: Way, form: Words, status: int = HTTPStatus.OK
) -> HttpResponse:
    return shown(
        "way",
        status,
        page_title=_("Write to us"),
        heading=chosen.title,
        says=chosen.says,
        asker=asker(asked),
        form=form,
        complaint=chosen.key == COMPLAINT,
        back=reverse("survey", args=[token]),
    )


urls: list[URLPattern] = [path("surveys/<str:token>/<slug:key>/", way, name="survey-way")]
