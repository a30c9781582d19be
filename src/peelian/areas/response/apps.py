"""Response to incidents as a Django app."""

from django.apps import AppConfig


class ResponseConfig(AppConfig):
    name = "peelian.areas.response"
    label = "response"
    verbose_name = "Response to incidents"
