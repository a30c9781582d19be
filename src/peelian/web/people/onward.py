"""Where a reader wanted to go before they were asked for something."""

from django.http import HttpRequest
from django.shortcuts import resolve_url
from django.utils.http import url_has_allowed_host_and_scheme

_KEPT = "onward"


def wanted(request: HttpRequest) -> str:
    """The page named by `next`, if it is one of ours; else the reader's own account."""
    named = request.POST.get("next") or request.GET.get("next") or ""
    return named if _ours(request, named) else resolve_url("me")


def keep_wanted(request: HttpRequest) -> None:
    """Remember the page named by `next` over several pages of setting something up."""
    named = request.GET.get("next", "")
    if _ours(request, named):
        request.session[_KEPT] = named


def kept_wanted(request: HttpRequest) -> str:
    """The page that was remembered, or the reader's own account."""
    named = str(request.session.get(_KEPT, ""))
    return named if _ours(request, named) else resolve_url("me")


def _ours(request: HttpRequest, named: str) -> bool:
    return url_has_allowed_host_and_scheme(
        named, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
