"""Addresses of sign-in, lock and account. Each view says whom it is for."""

from django.urls import URLPattern

from peelian.web.people import again, entrance, leaving, locking, me, second_factor, visits

urlpatterns: list[URLPattern] = [
    *entrance.urls,
    *leaving.urls,
    *again.urls,
    *locking.urls,
    *me.urls,
    *visits.urls,
    *second_factor.urls,
]
