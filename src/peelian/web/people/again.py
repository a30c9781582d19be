"""The lock, and the question before grave deeds: prove once more who you are."""

from allauth.account.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal.auth import begin_authentication
from allauth.socialaccount.models import SocialAccount
from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render, resolve_url
from django.urls import URLPattern, path
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters

from peelian.access.identity import clock
from peelian.access.identity.presence import Presence, forget, presence
from peelian.access.identity.prove import prove
from peelian.access.identity.providers import provider
from peelian.access.identity.visit import State, Visit
from peelian.access.identity.ways import PASSKEY
from peelian.access.user import User
from peelian.web.components.parts import Link
from peelian.web.doors import audience, way_back
from peelian.web.people.forms import CodeAgain, PasskeyAgain
from peelian.web.people.onward import wanted
from peelian.web.people.private import private


class PasswordAgain(forms.Form):
    """The password of the person whose visit this is."""

    password = forms.CharField(
        label=_("Password"),
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        strip=False,
    )

    def __init__(self, data: QueryDict | None, *, request: HttpRequest, user: User) -> None:
        super().__init__(data, auto_id="again-%s")
        self._request, self._user = request, user

    def clean_password(self) -> str:
        given: str = self.cleaned_data["password"]
        found = get_adapter(self._request).authenticate(
            self._request, email=self._user.email, password=given
        )
        if found is None or found.pk != self._user.pk:
            raise forms.ValidationError(_("This is not your password."))
        return given


@audience("entrance")
@private
@sensitive_post_parameters("password", "code", "credential")
def again(request: HttpRequest) -> HttpResponse:
    """Ask for a password, a code or a passkey; whoever shows one goes on to where they wanted."""
    here = presence(request)
    if here.user is None or here.visit is None or here.state not in (State.HERE, State.LOCKED):
        return way_back(settings.LOGIN_URL, request, wanted(request))
    form, way = _form(request, here.user)
    if form is not None and form.is_valid():
        return _go_on(request, here.visit, form, way)
    return render(request, "people/again.html", _shown(request, here, form, here.user))


def _form(request: HttpRequest, user: User) -> tuple[forms.Form | None, str]:
    """The form that was sent, and what it proves."""
    if request.method != "POST":
        return None, ""
    if "code" in request.POST:
        return CodeAgain(user=user, data=request.POST), "code"
    if "credential" in request.POST:
        return PasskeyAgain(user=user, data=request.POST), PASSKEY
    return PasswordAgain(request.POST, request=request, user=user), "password"


def _go_on(request: HttpRequest, visit: Visit, form: forms.Form, way: str) -> HttpResponse:
    prove(visit=visit, way=way, at=clock.now())
    if hasattr(form, "save"):
        form.save()  # allauth notes that a code was used, so that it is not used twice
    request.session.cycle_key()
    forget(request)
    return HttpResponseRedirect(wanted(request))


def _shown(
    request: HttpRequest, here: Presence, sent: forms.Form | None, user: User
) -> dict[str, object]:
    kinds = set(Authenticator.objects.filter(user=user).values_list("type", flat=True))
    locked = here.state is State.LOCKED
    passkey = None
    if Authenticator.Type.WEBAUTHN in kinds:
        passkey = {"request_options": begin_authentication(user)}
    code = None
    if Authenticator.Type.TOTP in kinds:
        code = sent if isinstance(sent, CodeAgain) else CodeAgain(user=user)
    password = None
    if user.has_usable_password():
        password = sent if isinstance(sent, PasswordAgain) else _empty_password(request, user)
    return {
        "page_title": _("Your visit is locked") if locked else _("Confirm that it is you"),
        "locked": locked,
        "person": user,
        "form": sent,
        "password_form": password,
        "code_form": code,
        "passkey": passkey,
        "providers": _providers(request, user),
        "next": wanted(request),
    }


def _empty_password(request: HttpRequest, user: User) -> forms.Form:
    return PasswordAgain(None, request=request, user=user)


def _providers(request: HttpRequest, user: User) -> tuple[Link, ...]:
    """The identity providers that know this person: a new sign-in there proves it too."""
    keys = SocialAccount.objects.filter(user=user).values_list("provider", flat=True)
    onward = urlencode({"next": wanted(request)})
    return tuple(
        Link(
            _("Sign in again with {name}").format(name=known.name),
            f"{resolve_url('openid_connect_login', provider_id=known.key)}?{onward}",
        )
        for known in map(provider, keys)
        if known is not None
    )


urls: list[URLPattern] = [path("people/again/", again, name="again")]
