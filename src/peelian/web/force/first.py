"""The first page of whoever has signed in: their day, what is new, and the ways to records."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy

from peelian.access.decide import has_power
from peelian.access.powers import Power
from peelian.access.visible import visible
from peelian.engines.audits.feedback_reading import has_feedback
from peelian.engines.panels.briefings import briefings_of
from peelian.engines.registers.listing import list_rows
from peelian.web.entrances import ENTRANCES, TITLES
from peelian.web.force.audits.first_links import quality, under_way
from peelian.web.force.exports import exports_table
from peelian.web.force.following import notice_links
from peelian.web.force.inputs import offer
from peelian.web.force.listing import register_links
from peelian.web.force.pages import Page
from peelian.web.force.panels.packs import pack_links
from peelian.web.force.procedures.beginning import begun, can_begin
from peelian.web.force.reader import Caller, caller
from peelian.web.force.registers import Register
from peelian.web.force.surveys.answered import ideas_answered
from peelian.web.force.work.day import day_of
from peelian.web.force.work.owned import owned_measures

FORCE = ENTRANCES[0]
EVERYTHING = "all"
# More than one record can have a reference: then the list is shown.
ONE = 1


class LookUp(forms.Form):
    """A record by what people call it."""

    kind = forms.ChoiceField(label=gettext_lazy("Register"))
    reference = forms.CharField(
        label=gettext_lazy("Reference"),
        max_length=64,
        error_messages={"required": gettext_lazy("Write the reference of a record.")},
    )

    def __init__(self, data: object, kinds: tuple[Register, ...]) -> None:
        super().__init__(data, auto_id="look-up-%s")  # type: ignore[arg-type]  # a QueryDict or None
        offer(self, "kind", [(one.key, one.many) for one in kinds])


def first(request: HttpRequest) -> HttpResponse:
    """The reader's day; under it a look-up, registers and the way to figures.

    Duties stand behind the door of the force alone: nobody else answers for any.
    """
    who = caller(request)
    everything = EVERYTHING in request.GET
    form = LookUp(None, _named(who))
    return render(request, "force/first.html", _shown(who, form, everything=everything))


def look_up(request: HttpRequest) -> HttpResponse:
    """To the one record with this reference, or to the list of those with it."""
    who = caller(request)
    form = LookUp(request.GET, _named(who))
    if not form.is_valid():
        return render(request, "force/first.html", _shown(who, form), status=400)
    one = next(kind for kind in _named(who) if kind.key == form.cleaned_data["kind"])
    wanted = {one.reference: form.cleaned_data["reference"].strip()}
    found = list_rows(who.actor, one.model, who.tables, filters=wanted, limit=ONE + 1, at=who.at)
    if len(found.rows) == ONE:
        return redirect(who.url("record", one.key, found.rows[0].record_id))
    return redirect(f"{who.url('register', one.key)}?{urlencode(wanted)}")


def _named(who: Caller) -> tuple[Register, ...]:
    """The registers whose records have a reference that this person may see."""
    return tuple(
        one
        for one in who.registers
        if one.protected.reference
        and one.protected.reference in visible(who.actor, one.model, at=who.at).columns
    )


def _shown(who: Caller, form: LookUp, *, everything: bool = False) -> dict[str, object]:
    day = day_of(who, everything=everything) if who.entrance == FORCE else None
    here = who.url("first")
    glass = has_power(who.actor, Power.BREAK_GLASS, force_id=who.actor.force_id, at=who.at)
    return {
        "page_title": str(TITLES[who.entrance]),
        "navigation": who.menu(who.entrance),
        "day": day,
        "here": here,
        "everything": f"{here}?{EVERYTHING}",
        "begin": can_begin(who) if day else (),
        "begun": begun(who) if day else None,
        "notices_of": notice_links(who),
        "owned": who.url("owned") if owned_measures(who) else "",
        "registers": register_links(who),
        "form": form if _named(who) else None,
        "look_up": who.url("look-up"),
        "glass": who.url("break-glass") if glass else "",
        "exports": exports_table(who),
        "feedback": who.url("feedback") if day and has_feedback(who.actor) else "",
        "audits": under_way(who),
        "quality": quality(who),
        "packs": pack_links(who),
        "briefings": who.url("briefings") if briefings_of(who.actor, at=who.at) else "",
        "ideas": who.url("survey-answered") if day and ideas_answered(who) else "",
        "figures": reverse("inside-measures"),
    }


pages = (
    Page("", first, "first"),
    Page("look-up/", look_up, "look-up"),
)
