"""The review of look-ups as a Django app: alerts and what reviewers said of them are kept here."""

from django.apps import AppConfig


class OversightConfig(AppConfig):
    name = "peelian.engines.oversight"
    label = "oversight"
    verbose_name = "Review of look-ups"
