"""Access as a Django app."""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "peelian.access"
    label = "access"
    verbose_name = "Access"
