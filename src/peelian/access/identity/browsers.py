"""Where a request comes from."""

from allauth.account.adapter import get_adapter
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from peelian.access.identity.begin import Browser


def browser_of(request: HttpRequest) -> Browser:
    """Where the request came from; proxies are believed only as far as the settings say."""
    try:
        address = str(get_adapter().get_client_ip(request))
    except PermissionDenied:
        address = ""
    return Browser(address, request.META.get("HTTP_USER_AGENT", ""))
