"""Contact with the public as a Django app."""

from django.apps import AppConfig


class ContactConfig(AppConfig):
    name = "peelian.areas.contact"
    label = "contact"
    verbose_name = "Contact with the public"
