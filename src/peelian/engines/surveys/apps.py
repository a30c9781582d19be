"""Surveys as a Django app."""

from django.apps import AppConfig


class SurveysConfig(AppConfig):
    name = "peelian.engines.surveys"
    label = "surveys"
    verbose_name = "Surveys"
