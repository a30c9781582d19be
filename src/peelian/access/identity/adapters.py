"""How allauth signs people in here: nobody signs up, tries are counted, each is in the trail."""

import logging
from smtplib import SMTPException
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.models import SocialAccount
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render, resolve_url
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from peelian.access.decide import doors_of
from peelian.access.identity import clock
from peelian.access.identity.browsers import browser_of
from peelian.access.identity.demo import kept_out
from peelian.access.identity.end import end_others
from peelian.access.identity.presence import visit_of
from peelian.access.identity.sealing import seal, unseal
from peelian.access.identity.standing import asleep
from peelian.access.identity.strengthen import second_factors
from peelian.access.identity.written import write, write_stranger
from peelian.access.user import Kind, User, tidy_email
from peelian.trail.verbs import Verb

SECOND_FACTOR = "second-factor"
# Doors behind which there is a first page, the usual one first.
FIRST_PAGES = ("force", "inspectorate", "commissioner", "partner")
log = logging.getLogger(__name__)


class Accounts(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """Peelian's choices where allauth asks for them."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": gettext_lazy(
            "This address and this password do not belong together."
        ),
        "too_many_login_attempts": gettext_lazy(
            "Too many wrong tries. Wait ten minutes, then try again or ask for a new password."
        ),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts are made by administrators, or by an identity provider that may."""
        return False

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """The first page of their work; the account's own page for who has none yet."""
        opened = doors_of(request.user, at=clock.now())
        door = next((one for one in FIRST_PAGES if one in opened), None)
        return resolve_url(f"{door}:first" if door else "me")

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return resolve_url("me")

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Count the try; one too many is refused and written down."""
        try:
            super().pre_authenticate(request, **credentials)
        except ValidationError:
            self._denied(request, "too many wrong tries", credentials)
            raise

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        self._denied(request, "wrong password", credentials)

    def pre_login(self, request: HttpRequest, user: User, **kwargs: Any) -> HttpResponse | None:
        """The last word before somebody is in, whatever they proved who they are with."""
        sentence = refusal(user)
        if sentence:
            with transaction.atomic():
                write(
                    user=user,
                    verb=Verb.DENIED,
                    what="account refused",
                    at=clock.now(),
                    more={"from": browser_of(request).address},
                )
            return render(
                request,
                "people/refused.html",
                {"page_title": _("You cannot sign in"), "sentence": sentence},
                status=403,
            )
        response: HttpResponse | None = super().pre_login(request, user, **kwargs)
        return response

    def set_password(self, user: User, password: str) -> None:
        """A new password ends what was opened with the old one."""
        at = clock.now()
        request = context.request
        here = visit_of(request) if request is not None else None
        but = here if here is not None and here.user_id == user.pk else None
        with transaction.atomic():
            super().set_password(user, password)
            write(user=user, verb=Verb.ALTERED, what="password changed", at=at)
            end_others(user=user, but=but, how="password changed", at=at)

    def send_password_reset_mail(self, user: User, email: str, context: dict[str, Any]) -> None:
        """Whoever signs in through a provider gets no password by letter.

        Else somebody whom the force has shut out there could let themselves in here.
        """
        linked = SocialAccount.objects.filter(user=user).exists()
        if user.has_usable_password() or not linked:
            super().send_password_reset_mail(user, email, context)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send a letter. A mail server that does not answer undoes nothing that was done."""
        try:
            super().send_mail(template_prefix, email, context)
        except (SMTPException, OSError) as error:
            log.error("A letter (%s) was not sent: %s", template_prefix, type(error).__name__)

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Whether the person must prove anew who they are: by our clock, not by allauth's."""
        visit = visit_of(context.request)
        return visit is None or not visit.fresh(clock.now())

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, str]]:
        return [{"id": "again", "description": _("Sign in again"), "url": reverse("again")}]

    def _denied(self, request: HttpRequest, what: str, credentials: dict[str, Any]) -> None:
        email = str(credentials.get("email", ""))
        user = User.objects.filter(kind=Kind.PERSON, email=tidy_email(email)).first()
        came_from = browser_of(request).address
        with transaction.atomic():
            if user is None:
                write_stranger(email=email, what=what, at=clock.now(), more={"from": came_from})
            else:
                write(
                    user=user,
                    verb=Verb.DENIED,
                    what=what,
                    at=clock.now(),
                    more={"from": came_from},
                )


class SecondFactors(DefaultMFAAdapter):  # type: ignore[misc]  # allauth ships no types
    """Secrets of second factors are sealed; whoever reads the database alone has no codes."""

    def encrypt(self, text: str) -> str:
        return seal(text, purpose=SECOND_FACTOR)

    def decrypt(self, encrypted_text: str) -> str:
        return unseal(encrypted_text, purpose=SECOND_FACTOR)

    def generate_authenticator_name(self, user: User, type: str) -> str:
        """What a new passkey is called until its owner says otherwise."""
        return _("Passkey {number}").format(number=second_factors(user) + 1)

    def get_totp_issuer(self) -> str:
        return str(_("Peelian"))


def refusal(user: User) -> str:
    """Why this account is not let in although its secret was right; empty where it is."""
    if user.kind != Kind.PERSON:
        return _("This is a service account. It works for commands and never signs in by page.")
    if not user.is_active:
        return _("This account has been turned off. Ask an administrator to turn it on.")
    if kept_out(user):
        return _("This is an account of the demo, and this installation is none.")
    if asleep(user, clock.now()):
        return _(
            "This account has not been used for 30 days, so it fell asleep. Ask an administrator "
            "to turn it on again."
        )
    return ""
