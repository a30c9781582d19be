"""Addresses of those who answer. A word that is an address of its own stands before a link's."""

from django.urls import URLPattern

from peelian.web.surveys import asking, listing, ways

urlpatterns: list[URLPattern] = [*listing.urls, *asking.urls, *ways.urls]
