"""Sign out: also from a visit that is locked."""

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render, resolve_url
from django.urls import URLPattern, path
from django.utils.translation import gettext as _

from peelian.web.doors import audience
from peelian.web.people.private import private


@audience("entrance")
@private
def leave(request: HttpRequest) -> HttpResponse:
    """Ask on reading; on sending end the visit and delete the session on the server."""
    if request.method == "POST":
        logout(request)
        return HttpResponseRedirect(resolve_url("home"))
    return render(request, "people/leaving.html", {"page_title": _("Sign out?")})


urls: list[URLPattern] = [path("people/sign-out/", leave, name="account_logout")]
