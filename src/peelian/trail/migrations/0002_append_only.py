"""The database refuses to change the trail; which words it needs for that depends on the vendor."""

from django.db import migrations

from peelian.trail import triggers


def install(apps, schema_editor):
    triggers.install(schema_editor.connection, ("entry",))


def remove(apps, schema_editor):
    triggers.remove(schema_editor.connection, ("entry",))


class Migration(migrations.Migration):
    dependencies = [("trail", "0001_initial")]

    operations = [migrations.RunPython(install, remove)]
