"""Addresses of people and their rights. Words that are addresses stand before keys of accounts."""

from django.urls import URLPattern

from peelian.web.people import first
from peelian.web.people.accounts import listing as accounts
from peelian.web.people.accounts import making, person
from peelian.web.people.conflicts import pages as conflicts
from peelian.web.people.organisation import attendance, keeping, team, tree
from peelian.web.people.roles import about, giving, mine
from peelian.web.people.seals import keeping as sealing
from peelian.web.people.seals import listing as seals
from peelian.web.people.shares import pages as shares

urlpatterns: list[URLPattern] = [
    *first.urls,
    *about.urls,
    *mine.urls,
    *giving.urls,
    *accounts.urls,
    *making.urls,
    *person.urls,
    *tree.urls,
    *keeping.urls,
    *attendance.urls,
    *team.urls,
    *conflicts.urls,
    *sealing.urls,
    *seals.urls,
    *shares.urls,
]
