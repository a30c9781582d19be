"""What of the accounts is unsafe. Accounts are counted here and never named."""

from collections.abc import Iterator
from datetime import datetime

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db.models import Q

from peelian.access.identity.rules import ASLEEP
from peelian.access.user import Kind, User
from peelian.jobs.checking.finding import Finding, unsafe, warning, well

# Names that nobody can have a letter box under (RFC 2606, RFC 6761): made up for demos.
RESERVED = (".example", ".invalid", ".test", "example.org", "example.com", ".localhost")


def accounts(now: datetime) -> Iterator[Finding]:
    """Second factors, sleepers, and people who exist only in demos."""
    people = User.objects.filter(kind=Kind.PERSON, is_active=True)
    proved = Authenticator.objects.exclude(type=Authenticator.Type.RECOVERY_CODES)
    without = people.exclude(pk__in=proved.values("user")).count()
    yield (
        warning(
            "second factor",
            f"{without} people have none yet.",
            "They are asked for one when they next sign in; turn off accounts nobody uses.",
        )
        if without
        else well("second factor", "everyone has one")
    )
    asleep = people.filter(last_login__lt=now - ASLEEP).count()
    yield (
        warning(
            "idle accounts",
            f"{asleep} people have not signed in for {ASLEEP.days} days and are still on.",
            "Turn their accounts off, or ask them to sign in.",
        )
        if asleep
        else well("idle accounts", "none is on")
    )
    reserved = Q()
    for ending in RESERVED:
        reserved |= Q(email__endswith=ending)
    invented = people.filter(reserved).count()
    yield (
        unsafe(
            "demo people",
            f"{invented} accounts belong to a demo, and their passwords are printed.",
            "Start with a new PEELIAN_HOME, or turn these accounts off.",
        )
        if invented and not settings.DEMO
        else well("demo people", "none outside the demo")
    )
