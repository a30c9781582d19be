"""Investigation as a Django app."""

from django.apps import AppConfig


class InvestigationConfig(AppConfig):
    name = "peelian.areas.investigation"
    label = "investigation"
    verbose_name = "Investigation"
