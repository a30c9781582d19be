"""Keep the form that arrives when its writer cannot pass; they find it on its page again."""

from datetime import datetime
from urllib.parse import urlsplit

from django.http import HttpRequest

from peelian.access.identity.kept import keep_form
from peelian.access.user import User


def page_of_form(request: HttpRequest) -> str:
    """The page on which the form stands: the one that sent it, if it is one of ours.

    With its query, so that the reader returns to the same page.
    """
    sent_from = urlsplit(request.headers.get("Referer", ""))
    if sent_from.netloc == request.get_host() and sent_from.path:
        return f"{sent_from.path}?{sent_from.query}" if sent_from.query else sent_from.path
    return request.get_full_path()


def keep_what_was_sent(request: HttpRequest, user: User, at: datetime) -> str:
    """Keep the form of this request, if it brings one; the page to come back to afterwards."""
    if request.method != "POST":
        return request.get_full_path()
    page = page_of_form(request)
    keep_form(user=user, page=urlsplit(page).path, action=request.path, fields=request.POST, at=at)
    return page
