"""Give a role and take it away."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from peelian.access.giving.roles import end_role, give_role
from peelian.access.held import RoleHeld
from peelian.access.powers import Power
from peelian.access.roles import ALL_ROLES, ROLES
from peelian.web.components.parts import Link
from peelian.web.doors import audience
from peelian.web.people.accounts.person import person_at
from peelian.web.people.deed import Deed, deed_page
from peelian.web.people.desk import Desk, desk_of
from peelian.web.people.inputs import DayField, DeedForm, Reason, ReasonForm, end_of
from peelian.web.people.organisation.names import units_on


class RoleForm(DeedForm):
    """Which role, where, until when and why."""

    role = forms.ChoiceField(
        label=gettext_lazy("Role"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose a role.")},
    )
    unit = forms.ChoiceField(
        label=gettext_lazy("For"),
        help_text=gettext_lazy("A unit counts with all units under it."),
        required=False,
    )
    until = DayField(
        label=gettext_lazy("Last day (optional)"),
        help_text=gettext_lazy("Leave empty for a role that goes on until somebody ends it."),
        required=False,
    )
    reason = Reason()


def _form(desk: Desk, force_id: str, data: Any) -> RoleForm:
    form = RoleForm(data)
    form.choose("role", [(one.key, f"{_(one.title)}: {_(one.says)}") for one in ALL_ROLES])
    form.choose("unit", [("", _("The whole force")), *units_on(force_id, desk.at)])
    return form


@audience("force")
def give(request: HttpRequest, key: str) -> HttpResponse:
    """Every role with its description, so that nobody gives one without knowing what it opens."""
    desk = desk_of(request)
    force_id = desk.must(Power.GIVE_ROLES)
    user = person_at(desk, key, Power.GIVE_ROLES)
    deed = Deed(
        title=_("Give {name} a role").format(name=user.name),
        says=_("It counts from now on, beside the roles of their posts."),
        button=_("Give the role"),
        done=_("The role is given."),
        then=reverse("account", args=[key]),
        crumbs=(Link(_("Accounts"), reverse("accounts")),),
    )
    return deed_page(
        request,
        desk,
        deed,
        lambda data: _form(desk, force_id, data),
        lambda given: give_role(
            user=user,
            role=given["role"],
            force_id=force_id,
            unit_ref=given["unit"],
            until=end_of(given["until"]),
            reason=given["reason"],
            actor=desk.actor,
            at=desk.at,
        ),
    )


@audience("force")
def end(request: HttpRequest, number: int) -> HttpResponse:
    """End one role that somebody holds."""
    desk = desk_of(request)
    force_id = desk.must(Power.GIVE_ROLES)
    held = RoleHeld.objects.filter(pk=number, force_id=force_id).select_related("user").first()
    if held is None:
        raise Http404
    title = ROLES[held.role].title if held.role in ROLES else held.role
    deed = Deed(
        title=_("End the role {role} of {name}").format(role=_(title), name=held.user.name),
        says=_("What it opened is shut at once, also on pages that are open now."),
        button=_("End the role"),
        done=_("The role has ended."),
        then=reverse("account", args=[held.user.key]),
        crumbs=(Link(_("Accounts"), reverse("accounts")),),
        warning=True,
    )
    return deed_page(
        request,
        desk,
        deed,
        ReasonForm,
        lambda given: end_role(held=held, reason=given["reason"], actor=desk.actor, at=desk.at),
    )


urls: list[URLPattern] = [
    path("people/accounts/<slug:key>/give-role/", give, name="give-role"),
    path("people/roles/held/<int:number>/end/", end, name="end-role"),
]
