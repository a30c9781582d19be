"""The pages of allauth by which people come in and go, each behind a door of ours.

Only these are served: there is no sign-up, no change of address by oneself, no list of linked
accounts. A page of allauth that is not here does not exist.
"""

from collections.abc import Callable
from typing import Any

from allauth.account import views as account
from allauth.mfa.base import views as second_factor
from allauth.mfa.webauthn import views as passkeys
from allauth.socialaccount import views as social
from allauth.socialaccount.providers.openid_connect import views as openid_connect
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, path, re_path

from peelian.access.identity.presence import signed_in
from peelian.web.doors import audience
from peelian.web.people.private import private

View = Callable[..., HttpResponse]


def entrance(view: View) -> View:
    """A page for people who are not in yet."""
    return audience("entrance")(private(view))


@audience("entrance")
@private
def to_provider(request: HttpRequest, provider_id: str) -> HttpResponse:
    """On to an identity provider, from a link of ours; one that another site set leads nowhere."""
    if request.headers.get("Sec-Fetch-Site", "none") not in ("same-origin", "none"):
        raise Http404
    answer: HttpResponse = openid_connect.login(request, provider_id)
    return answer


@audience("staff", settling_in=True)
def change_password(request: HttpRequest, **kwargs: Any) -> HttpResponse:
    """A new password for the old one; who signs in through a provider has none to change."""
    reader = signed_in(request)
    if reader is None or not reader.has_usable_password():
        raise Http404
    answer: HttpResponse = account.password_change(request, **kwargs)
    return answer


urls: list[URLPattern] = [
    path("people/sign-in/", entrance(account.login), name="account_login"),
    path("people/sign-in/code/", entrance(second_factor.authenticate), name="mfa_authenticate"),
    path("people/sign-in/passkey/", entrance(passkeys.login_webauthn), name="mfa_login_webauthn"),
    path("people/turned-off/", entrance(account.account_inactive), name="account_inactive"),
    path(
        "people/password/forgotten/",
        entrance(account.password_reset),
        name="account_reset_password",
    ),
    path(
        "people/password/forgotten/sent/",
        entrance(account.password_reset_done),
        name="account_reset_password_done",
    ),
    re_path(
        r"^people/password/new/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        entrance(account.password_reset_from_key),
        name="account_reset_password_from_key",
    ),
    path(
        "people/password/set/",
        entrance(account.password_reset_from_key_done),
        name="account_reset_password_from_key_done",
    ),
    path("people/password/change/", change_password, name="account_change_password"),
    path(
        "people/sign-in/with/cancelled/",
        entrance(social.login_cancelled),
        name="socialaccount_login_cancelled",
    ),
    path(
        "people/sign-in/with/failed/",
        entrance(social.login_error),
        name="socialaccount_login_error",
    ),
    path("people/sign-in/with/<str:provider_id>/", to_provider, name="openid_connect_login"),
    path(
        "people/sign-in/with/<str:provider_id>/back/",
        entrance(openid_connect.callback),
        name="openid_connect_callback",
    ),
]
