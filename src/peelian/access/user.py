"""Accounts: people, who sign in by e-mail, and service accounts, which never sign in by page."""

import re
import uuid
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db import models
from django.db.models.functions import Lower

SERVICE_KEY = re.compile(r"[a-z][a-z0-9-]{1,38}[a-z0-9]")


class NotAServiceKey(ValueError):
    """A service account was asked for by a key that could not be read in the trail."""


class PasswordRefused(Exception):
    """A service account was given a password, with which someone could sign in as nobody."""


class Kind(models.TextChoices):
    """The two kinds of account."""

    PERSON = "person", "Person"
    SERVICE = "service", "Service account"


class UserManager(BaseUserManager["User"]):
    """Makes accounts whole: a person with an address, a service account without a password."""

    def create_person(self, *, email: str, name: str, password: str | None = None) -> "User":
        """A new person. Without a password nobody can sign in until one is set."""
        user = self.model(kind=Kind.PERSON, email=tidy_email(email), name=name)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def service_account(self, key: str) -> "User":
        """The service account with this key, made on first use.

        Raises `NotAServiceKey` unless the key is lower-case words joined by hyphens.
        """
        if not SERVICE_KEY.fullmatch(key):
            raise NotAServiceKey(
                f"'{key}' cannot name a service account. Use 3 to 40 lower-case letters, digits "
                f"and hyphens, for example command-line."
            )
        user, _ = self.get_or_create(
            key=key,
            kind=Kind.SERVICE,
            defaults={
                "name": key.replace("-", " ").capitalize(),
                "password": UNUSABLE_PASSWORD_PREFIX,
            },
        )
        return user

    def get_by_natural_key(self, username: str | None) -> "User":
        """The person with this address, however it is capitalised: how Django signs people in."""
        return self.get(kind=Kind.PERSON, email=tidy_email(username or ""))


def new_key() -> str:
    """A key for a new person: says nothing about them and is never used twice."""
    return uuid.uuid4().hex


def tidy_email(email: str) -> str:
    """The address as accounts hold it: without outer spaces, in lower case."""
    return email.strip().lower()


class User(AbstractBaseUser):
    """One account. What it may do is decided by `access.may`, never by a flag on the account."""

    key = models.CharField(
        max_length=40,
        unique=True,
        default=new_key,
        help_text="Name of the account in the trail: never changed, never given to another.",
    )
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.PERSON)
    email = models.EmailField(
        max_length=254,
        unique=True,
        null=True,
        help_text="What a person signs in with, in lower case. Service accounts have none.",
    )
    name = models.CharField(max_length=120, help_text="What pages call the holder.")
    is_active = models.BooleanField(default=True, help_text="An account that is off may nothing.")
    force_id = models.CharField(
        max_length=40, blank=True, help_text="Slug of the force that the holder works for or with."
    )
    officer_ref = models.CharField(
        max_length=40, blank=True, help_text="Number by which records of that force name them."
    )

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(Lower("email"), name="access_user_one_account_per_email"),
            models.CheckConstraint(
                condition=models.Q(kind=Kind.PERSON, email__isnull=False)
                | models.Q(kind=Kind.SERVICE, email__isnull=True),
                name="access_user_people_have_email",
            ),
            models.UniqueConstraint(
                fields=("force_id", "officer_ref"),
                condition=~models.Q(officer_ref=""),
                name="access_user_one_account_per_officer",
            ),
            models.CheckConstraint(
                condition=models.Q(kind=Kind.PERSON)
                | models.Q(password__startswith=UNUSABLE_PASSWORD_PREFIX),
                name="access_user_services_have_no_password",
            ),
        ]

    class Handling:
        """An account is about its holder; only its kind and state are plain administration."""

        public: ClassVar[tuple[str, ...]] = ()
        restricted: ClassVar[tuple[str, ...]] = ("id", "key", "kind", "is_active", "force_id")
        personal: ClassVar[tuple[str, ...]] = (
            "email",
            "name",
            "password",
            "last_login",
            "officer_ref",
        )

    def __str__(self) -> str:
        return self.name

    @property
    def trail_name(self) -> str:
        """Who this is in the trail: `service:command-line`, or `person:` and the account's key."""
        return f"{self.kind}:{self.key}"

    def set_password(self, raw_password: str | None) -> None:
        """Set a person's password; raises `PasswordRefused` for a service account."""
        if self.kind == Kind.SERVICE and raw_password is not None:
            raise PasswordRefused(
                f"{self.name} is a service account and cannot have a password. "
                f"Give people accounts of their own."
            )
        super().set_password(raw_password)
