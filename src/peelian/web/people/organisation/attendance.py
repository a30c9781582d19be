"""Shifts and absences by hand: for what no extract brings."""

from datetime import UTC, datetime

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from peelian.access.giving.attendance import record_absence, record_shift
from peelian.access.powers import Power
from peelian.web.components.parts import Link
from peelian.web.doors import audience
from peelian.web.people.deed import Deed, deed_page
from peelian.web.people.desk import desk_of
from peelian.web.people.inputs import DayField, DeedForm, MomentField

OPTIONAL = False


class ShiftForm(DeedForm):
    """Who is on duty, for whom and when."""

    officer_ref = forms.CharField(label=gettext_lazy("Staff number"), max_length=40)
    unit_ref = forms.CharField(
        label=gettext_lazy("Reference of the unit (optional)"), max_length=40, required=OPTIONAL
    )
    starts_at = MomentField(label=gettext_lazy("From"))
    ends_at = MomentField(label=gettext_lazy("To"))


class AbsenceForm(DeedForm):
    """Who is away, and when."""

    officer_ref = forms.CharField(label=gettext_lazy("Staff number"), max_length=40)
    unit_ref = forms.CharField(
        label=gettext_lazy("Reference of the unit (optional)"),
        help_text=gettext_lazy("Without it no manager sees that they are unavailable."),
        max_length=40,
        required=OPTIONAL,
    )
    starts_on = DayField(label=gettext_lazy("First day"))
    ends_on = DayField(label=gettext_lazy("Last day (optional)"), required=OPTIONAL)
    kind = forms.CharField(
        label=gettext_lazy("Why (optional)"),
        help_text=gettext_lazy("Seen by people services alone, never by managers."),
        max_length=60,
        required=OPTIONAL,
    )


@audience("force")
def shift(request: HttpRequest) -> HttpResponse:
    """Write down a shift."""
    desk = desk_of(request)
    force_id = desk.must(Power.MANAGE_ORGANISATION)
    return deed_page(
        request,
        desk,
        _deed(_("Write down a shift"), _("The shift is written down.")),
        ShiftForm,
        lambda given: record_shift(
            force_id=force_id,
            officer_ref=given["officer_ref"].strip(),
            unit_ref=given["unit_ref"].strip() or None,
            starts_at=_utc(given["starts_at"]),
            ends_at=_utc(given["ends_at"]),
            actor=desk.actor,
            at=desk.at,
        ),
    )


@audience("force")
def absence(request: HttpRequest) -> HttpResponse:
    """Write down an absence."""
    desk = desk_of(request)
    force_id = desk.must(Power.MANAGE_ORGANISATION)
    return deed_page(
        request,
        desk,
        _deed(_("Write down an absence"), _("The absence is written down.")),
        AbsenceForm,
        lambda given: record_absence(
            force_id=force_id,
            officer_ref=given["officer_ref"].strip(),
            unit_ref=given["unit_ref"].strip() or None,
            starts_on=given["starts_on"],
            ends_on=given["ends_on"],
            kind=given["kind"].strip() or None,
            actor=desk.actor,
            at=desk.at,
        ),
    )


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC)


def _deed(title: str, done: str) -> Deed:
    return Deed(
        title=title,
        button=_("Write it down"),
        done=done,
        then=reverse("organisation"),
        crumbs=(Link(_("Organisation"), reverse("organisation")),),
    )


AT = "people/organisation/"
urls: list[URLPattern] = [
    path(f"{AT}shifts/new/", shift, name="record-shift"),
    path(f"{AT}absences/new/", absence, name="record-absence"),
]
