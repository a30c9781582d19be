"""Use of force as a Django app."""

from django.apps import AppConfig


class UseOfForceConfig(AppConfig):
    name = "peelian.areas.use_of_force"
    label = "use_of_force"
    verbose_name = "Use of force"
