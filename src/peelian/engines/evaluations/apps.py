"""Evaluations as a Django app."""

from django.apps import AppConfig


class EvaluationsConfig(AppConfig):
    name = "peelian.engines.evaluations"
    label = "evaluations"
    verbose_name = "Evaluations"
