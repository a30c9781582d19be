"""What registers leave to the background."""

from uuid import UUID

from django.utils import timezone
from django_tasks import task

from peelian.engines.registers.making import run_export


@task()  # type: ignore[untyped-decorator]  # django-tasks ships no types
def make_export(export_id: str) -> None:
    """Make the file of an export. Harmless to run again."""
    run_export(UUID(export_id), timezone.now())
