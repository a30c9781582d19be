"""Subject access as a Django app."""

from django.apps import AppConfig


class SubjectAccessConfig(AppConfig):
    name = "peelian.engines.subject_access"
    label = "subject_access"
    verbose_name = "Subject access"
