"""Letters to people with a link to choose a password: for a new account, made by administrators."""

from datetime import datetime

from allauth.account.adapter import get_adapter
from allauth.account.app_settings import PASSWORD_RESET_TOKEN_GENERATOR
from allauth.account.utils import user_pk_to_url_str
from allauth.core.context import request_context
from django.db import transaction
from django.http import HttpRequest

from peelian.access.identity.waking import NotAPerson, turn_on
from peelian.access.user import Kind, User


def set_up_link(request: HttpRequest, user: User) -> str:
    """The address at which this person chooses a password; it serves once and ends in days.

    It is an address of the host that the request asked. Raises `NotAPerson` for a service account.
    """
    if user.kind != Kind.PERSON:
        raise NotAPerson(f"{user.name} is a service account and never signs in by page.")
    token = PASSWORD_RESET_TOKEN_GENERATOR().make_token(user)
    key = f"{user_pk_to_url_str(user)}-{token}"
    with request_context(request):
        link: str = get_adapter(request).get_reset_password_from_key_url(key)
    return link


def invite(*, request: HttpRequest, user: User, by: User, at: datetime) -> None:
    """Turn the account on and send its person the link, when all is committed.

    Whether `by` may do so is for the page to ask of access first.
    """
    with transaction.atomic():
        turn_on(user=user, by=by, at=at)
        link = set_up_link(request, user)
        transaction.on_commit(lambda: _send(request, user, link))


def _send(request: HttpRequest, user: User, link: str) -> None:
    with request_context(request):
        get_adapter(request).send_mail(
            "account/email/set_up", user.email, {"user": user, "link": link}
        )
