"""Workforce as a Django app."""

from django.apps import AppConfig


class WorkforceConfig(AppConfig):
    name = "peelian.areas.workforce"
    label = "workforce"
    verbose_name = "Workforce"
