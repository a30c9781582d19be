"""Make an account and send its link; turn accounts off and on; end them."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from peelian.access.giving.accounts import (
    end_account,
    make_account,
    turn_off_account,
    turn_on_account,
)
from peelian.access.identity.letters import invite
from peelian.access.powers import Power
from peelian.web.components.parts import Link
from peelian.web.doors import audience
from peelian.web.people.accounts.person import person_at
from peelian.web.people.deed import Deed, deed_page
from peelian.web.people.desk import desk_of
from peelian.web.people.inputs import DeedForm, ReasonForm


class AccountForm(DeedForm):
    """A new account."""

    name = forms.CharField(
        label=gettext_lazy("Name"),
        max_length=120,
        error_messages={"required": gettext_lazy("Write their name.")},
    )
    email = forms.CharField(
        label=gettext_lazy("E-mail address of work"),
        help_text=gettext_lazy("They sign in with it, and get their link there."),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        error_messages={"required": gettext_lazy("Write their e-mail address.")},
    )
    officer_ref = forms.CharField(
        label=gettext_lazy("Staff number (optional)"),
        help_text=gettext_lazy(
            "By which records of the force name them: it brings the roles of their posts. Leave "
            "empty for people who do not work for the force."
        ),
        max_length=40,
        required=False,
    )


def _accounts() -> tuple[Link, ...]:
    return (Link(_("Accounts"), reverse("accounts")),)


@audience("force")
def make(request: HttpRequest) -> HttpResponse:
    """A new account; its person is sent a link to choose a password."""
    desk = desk_of(request)
    force_id = desk.must(Power.MANAGE_ACCOUNTS)

    def do(given: dict[str, Any]) -> None:
        made = make_account(
            email=given["email"],
            name=given["name"],
            force_id=force_id,
            officer_ref=given["officer_ref"].strip(),
            actor=desk.actor,
            at=desk.at,
        )
        invite(request=request, user=made, by=desk.actor, at=desk.at)

    deed = Deed(
        title=_("Make an account"),
        says=_("They are sent a link to choose a password. Only they ever know it."),
        button=_("Make it and send the link"),
        done=_("The account is made and the link is on its way."),
        then=reverse("accounts"),
        crumbs=_accounts(),
    )
    return deed_page(request, desk, deed, AccountForm, do)


@audience("force")
def send_link(request: HttpRequest, key: str) -> HttpResponse:
    """A new link to choose a password, for somebody who has lost it or slept too long."""
    desk = desk_of(request)
    user = person_at(desk, key, Power.MANAGE_ACCOUNTS)

    def do(given: dict[str, Any]) -> None:
        turn_on_account(user=user, actor=desk.actor, at=desk.at)
        invite(request=request, user=user, by=desk.actor, at=desk.at)

    deed = Deed(
        title=_("Send {name} a new link").format(name=user.name),
        says=_("The link goes to {email} and serves once.").format(email=user.email),
        button=_("Send the link"),
        done=_("The link is on its way."),
        then=reverse("account", args=[key]),
        crumbs=_accounts(),
    )
    return deed_page(request, desk, deed, DeedForm, do)


@audience("force")
def turn_off(request: HttpRequest, key: str) -> HttpResponse:
    """Keep somebody out for now."""
    desk = desk_of(request)
    user = person_at(desk, key, Power.MANAGE_ACCOUNTS)
    deed = Deed(
        title=_("Turn off the account of {name}").format(name=user.name),
        says=_("They are signed out everywhere at once. What they hold waits for them."),
        button=_("Turn it off"),
        done=_("The account is off."),
        then=reverse("account", args=[key]),
        crumbs=_accounts(),
        warning=True,
    )
    return deed_page(
        request,
        desk,
        deed,
        DeedForm,
        lambda given: turn_off_account(user=user, actor=desk.actor, at=desk.at),
    )


@audience("force")
def turn_on(request: HttpRequest, key: str) -> HttpResponse:
    """Let somebody in again."""
    desk = desk_of(request)
    user = person_at(desk, key, Power.MANAGE_ACCOUNTS)
    deed = Deed(
        title=_("Turn on the account of {name}").format(name=user.name),
        says=_("They can sign in again with what they have."),
        button=_("Turn it on"),
        done=_("The account is on."),
        then=reverse("account", args=[key]),
        crumbs=_accounts(),
    )
    return deed_page(
        request,
        desk,
        deed,
        DeedForm,
        lambda given: turn_on_account(user=user, actor=desk.actor, at=desk.at),
    )


@audience("force")
def end(request: HttpRequest, key: str) -> HttpResponse:
    """Somebody has left: the account and all that was given to it end."""
    desk = desk_of(request)
    user = person_at(desk, key, Power.MANAGE_ACCOUNTS)
    deed = Deed(
        title=_("End the account of {name}").format(name=user.name),
        says=_(
            "They are signed out everywhere at once, and every role, tie and membership of a seal "
            "that was given to them ends. The account stays in the trail."
        ),
        button=_("End the account"),
        done=_("The account has ended."),
        then=reverse("account", args=[key]),
        crumbs=_accounts(),
        warning=True,
    )
    return deed_page(
        request,
        desk,
        deed,
        ReasonForm,
        lambda given: end_account(user=user, reason=given["reason"], actor=desk.actor, at=desk.at),
    )


AT = "people/accounts/<slug:key>/"
urls: list[URLPattern] = [
    path("people/accounts/new/", make, name="make-account"),
    path(f"{AT}invite/", send_link, name="invite"),
    path(f"{AT}off/", turn_off, name="turn-off"),
    path(f"{AT}on/", turn_on, name="turn-on"),
    path(f"{AT}end/", end, name="end-account"),
]
