"""The web doors as a Django app: its templates stand before Django's own."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "peelian.web"
    label = "web"
    verbose_name = "Web"
