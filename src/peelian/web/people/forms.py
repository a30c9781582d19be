"""Words of the forms by which people come in."""

from typing import Any

from allauth.account.forms import ChangePasswordForm, LoginForm, ResetPasswordForm
from allauth.account.forms import ResetPasswordKeyForm as KeyForm
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    LoginWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
from django import forms
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from peelian.access.identity import clock
from peelian.access.identity.written import write, write_stranger
from peelian.access.user import User
from peelian.trail.verbs import Verb

TOO_MANY = "too_many_login_attempts"


def _plainly(fields: dict[str, forms.Field], labels: dict[str, Any]) -> None:
    """Labels above the boxes and nothing inside them: a hint that goes away helps nobody."""
    for name, field in fields.items():
        field.widget.attrs.pop("placeholder", None)
        field.help_text = ""
        if name in labels:
            field.label = labels[name]


class SignIn(LoginForm):  # type: ignore[misc]  # allauth ships no types
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _plainly(self.fields, {"login": _("E-mail address"), "password": _("Password")})


class ForgottenPassword(ResetPasswordForm):  # type: ignore[misc]  # allauth ships no types
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _plainly(self.fields, {"email": _("E-mail address")})


class NewPassword(KeyForm):  # type: ignore[misc]  # allauth ships no types
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _plainly(
            self.fields, {"password1": _("New password"), "password2": _("The same once more")}
        )


class OtherPassword(ChangePasswordForm):  # type: ignore[misc]  # allauth ships no types
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _plainly(
            self.fields,
            {
                "oldpassword": _("Password until now"),
                "password1": _("New password"),
                "password2": _("The same once more"),
            },
        )


class _Counted:
    """A code that comes after too many wrong ones is not looked at, but it is in the trail.

    Wrong codes themselves are told by a signal of allauth.
    """

    user: User

    def clean_code(self) -> Any:
        try:
            return super().clean_code()  # type: ignore[misc]  # of the form beside it
        except forms.ValidationError as error:
            if error.code == TOO_MANY:
                what = "too many wrong tries"
                with transaction.atomic():
                    write(user=self.user, verb=Verb.DENIED, what=what, at=clock.now())
            raise


class Code(_Counted, AuthenticateForm):  # type: ignore[misc]  # allauth ships no types
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _plainly(self.fields, {"code": _("Code")})


class CodeAgain(_Counted, ReauthenticateForm):  # type: ignore[misc]  # allauth ships no types
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, auto_id="again-%s", **kwargs)
        _plainly(self.fields, {"code": _("Code of your authenticator app")})


class FirstCode(ActivateTOTPForm):  # type: ignore[misc]  # allauth ships no types
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _plainly(self.fields, {"code": _("The six digits")})


class NewPasskey(AddWebAuthnForm):  # type: ignore[misc]  # allauth ships no types
    """Every passkey can sign in by itself, so the question whether it should is not asked."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("passwordless", None)
        _plainly(self.fields, {"name": _("Name of the passkey")})


class _Noted:
    """A passkey that is not believed is in the trail, as a wrong code is."""

    user: User | None

    def clean_credential(self) -> Any:
        try:
            return super().clean_credential()  # type: ignore[misc]  # of the form beside it
        except forms.ValidationError:
            what = "wrong passkey"
            with transaction.atomic():
                if self.user is None:
                    write_stranger(email="", what=what, at=clock.now())
                else:
                    write(user=self.user, verb=Verb.DENIED, what=what, at=clock.now())
            raise


class PasskeyAlone(_Noted, LoginWebAuthnForm):  # type: ignore[misc]  # allauth ships no types
    """Signs in without a password."""


class PasskeyBeside(_Noted, AuthenticateWebAuthnForm):  # type: ignore[misc]  # as above
    """The second factor after a password."""


class PasskeyAgain(_Noted, ReauthenticateWebAuthnForm):  # type: ignore[misc]  # as above
    """At a lock, or before a grave deed."""
