"""Retention as a Django app."""

from django.apps import AppConfig


class RetentionConfig(AppConfig):
    name = "peelian.engines.retention"
    label = "retention"
    verbose_name = "Retention"
