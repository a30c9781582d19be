"""How somebody comes in through an identity provider: by a verified address, never by a guess."""

from collections.abc import Mapping
from typing import Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from django.db import transaction
from django.http import HttpRequest
from django.shortcuts import render
from django.utils.translation import gettext as _

from peelian.access.identity import clock
from peelian.access.identity.groups import renew_roles, roles_for
from peelian.access.identity.providers import Provider, provider
from peelian.access.identity.waking import turn_on
from peelian.access.identity.written import write, write_stranger
from peelian.access.user import Kind, User, tidy_email
from peelian.trail.verbs import Verb


class Providers(DefaultSocialAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """Links a provider's account to ours at the first sign-in, and renews roles at each."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """All that may be made is made in `pre_social_login`."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Find or make the person; refuse with a page that says what to do."""
        known = provider(sociallogin.account.provider)
        if known is None:
            raise self._refused(request, "", _("This identity provider is not known here."))
        claims = _claims(sociallogin.account.extra_data)
        with transaction.atomic():
            if sociallogin.is_existing:
                user = sociallogin.user
            else:
                user = self._first_time(request, sociallogin, known, claims)
            if user is not None:
                renew_roles(user, roles_for(known, claims), clock.now())
        if user is None:
            raise self._refused(
                request,
                str(claims.get("email", "")),
                _(
                    "There is no account for you here yet. Ask an administrator to make one with "
                    "the e-mail address that {name} knows."
                ).format(name=known.name),
            )

    def on_authentication_error(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """The provider said no, or what it said could not be believed."""
        raise self._refused(request, "", _("The identity provider did not sign you in. Try again."))

    def _first_time(
        self,
        request: HttpRequest,
        sociallogin: SocialLogin,
        known: Provider,
        claims: Mapping[str, object],
    ) -> User | None:
        email = tidy_email(str(claims.get("email", "")))
        if not email or claims.get("email_verified") is not True:
            return None
        user = User.objects.filter(kind=Kind.PERSON, email=email).first()
        if user is None and known.makes_accounts:
            user = User.objects.create_person(email=email, name=str(claims.get("name") or email))
            turn_on(user=user, by=user, at=clock.now())
        if user is not None:
            sociallogin.connect(request, user)
            write(
                user=user,
                verb=Verb.ALTERED,
                what="identity provider linked",
                at=clock.now(),
                more={"provider": known.key},
            )
        return user

    def _refused(self, request: HttpRequest, email: str, sentence: str) -> ImmediateHttpResponse:
        with transaction.atomic():
            write_stranger(email=email, what="provider's account refused", at=clock.now())
        return ImmediateHttpResponse(
            render(
                request,
                "people/refused.html",
                {"page_title": _("You cannot sign in"), "sentence": sentence},
                status=403,
            )
        )


def _claims(extra: Mapping[str, Any]) -> Mapping[str, object]:
    """What the provider says of the person: in the token, and over it what it says on asking."""
    signed, asked = extra.get("id_token"), extra.get("userinfo")
    return {**(signed or {}), **(asked or {})}
