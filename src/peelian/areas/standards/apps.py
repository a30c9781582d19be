"""Standards as a Django app."""

from django.apps import AppConfig


class StandardsConfig(AppConfig):
    name = "peelian.areas.standards"
    label = "standards"
    verbose_name = "Standards"
