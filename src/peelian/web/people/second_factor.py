"""The second factor: choose one, set it up, take it away, see the recovery codes once."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from peelian.access.identity import clock
from peelian.access.identity.presence import presence, signed_in
from peelian.access.identity.strengthen import second_factors, strengthen
from peelian.web.components.parts import Link, SummaryRow
from peelian.web.doors import audience
from peelian.web.people.afresh import afresh
from peelian.web.people.onward import keep_wanted, kept_wanted

View = Callable[..., HttpResponse]


def changing(view: View) -> View:
    """A page of allauth that changes second factors: change, trail and ended visits are one."""

    @wraps(view)
    def whole(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        here = presence(request)
        with transaction.atomic():
            before = _numbers(request)
            response = view(request, *args, **kwargs)
            if here.visit is not None and here.user is not None and _numbers(request) != before:
                strengthen(user=here.user, visit=here.visit, at=clock.now())
            if hasattr(response, "render"):
                response.render()  # allauth writes while it shows; that belongs to the deed
        return response

    return audience("staff", settling_in=True)(afresh(whole))


@audience("staff", settling_in=True)
def second_factor(request: HttpRequest) -> HttpResponse:
    """What the reader has and can set up, or why they must before anything else opens."""
    reader = signed_in(request)
    assert reader is not None  # the door has seen to it
    keep_wanted(request)
    held = list(Authenticator.objects.filter(user=reader).order_by("type", "pk"))
    missing = second_factors(reader) == 0
    return render(
        request,
        "people/second_factor.html",
        {
            "page_title": _("Set up a second factor") if missing else _("Your second factors"),
            "breadcrumbs": (
                Link(_("My account"), reverse("me")),
                Link(_("Second factor"), "", current=True),
            ),
            "missing": missing,
            "rows": tuple(_row(one) for one in held),
            "has_app": any(one.type == Authenticator.Type.TOTP for one in held),
            "onward": kept_wanted(request),
        },
    )


def _row(one: Authenticator) -> SummaryRow:
    names = {
        Authenticator.Type.TOTP: (_("Authenticator app"), "mfa_deactivate_totp"),
        Authenticator.Type.RECOVERY_CODES: (_("Recovery codes"), "mfa_generate_recovery_codes"),
    }
    made = _("Since {day}").format(day=date_format(localtime(one.created_at), "j F Y"))
    used = (
        _("last used on {day}").format(day=date_format(localtime(one.last_used_at), "j F Y"))
        if one.last_used_at
        else _("not used yet")
    )
    if one.type in names:
        name, address = names[one.type]
        codes = one.type == Authenticator.Type.RECOVERY_CODES
        if codes:
            left = len(one.wrap().get_unused_codes())
            used = _("{left} not used yet").format(left=left)
        link = Link(_("Make new ones") if codes else _("Take away"), reverse(address))
    else:
        name = _("Passkey: {name}").format(name=one.wrap().name)
        link = Link(_("Take away"), reverse("mfa_remove_webauthn", args=[one.pk]))
    return SummaryRow(name, f"{made}, {used}", link)


def _numbers(request: HttpRequest) -> set[int]:
    reader = signed_in(request)
    return set(Authenticator.objects.filter(user=reader).values_list("pk", flat=True))


AT = "people/second-factor/"
urls: list[URLPattern] = [
    path(AT, second_factor, name="mfa_index"),
    path(f"{AT}app/", changing(totp.activate_totp), name="mfa_activate_totp"),
    path(f"{AT}app/away/", changing(totp.deactivate_totp), name="mfa_deactivate_totp"),
    path(f"{AT}passkey/", changing(passkeys.add_webauthn), name="mfa_add_webauthn"),
    path(
        f"{AT}passkey/<int:pk>/away/",
        changing(passkeys.remove_webauthn),
        name="mfa_remove_webauthn",
    ),
    path(
        f"{AT}recovery-codes/",
        changing(recovery_codes.view_recovery_codes),
        name="mfa_view_recovery_codes",
    ),
    path(
        f"{AT}recovery-codes/new/",
        changing(recovery_codes.generate_recovery_codes),
        name="mfa_generate_recovery_codes",
    ),
]
