"""Audits as a Django app."""

from django.apps import AppConfig


class AuditsConfig(AppConfig):
    name = "peelian.engines.audits"
    label = "audits"
    verbose_name = "Audits"
