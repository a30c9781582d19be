"""Checkpoints of the trail, which the database refuses to change as it does the entries."""

from django.db import migrations, models

from peelian.trail import triggers


def install(apps, schema_editor):
    triggers.install(schema_editor.connection, ("checkpoint",))


def remove(apps, schema_editor):
    triggers.remove(schema_editor.connection, ("checkpoint",))


class Migration(migrations.Migration):

    dependencies = [
        ('trail', '0002_append_only'),
    ]

    operations = [
        migrations.CreateModel(
            name='Checkpoint',
            fields=[
                ('number', models.BigIntegerField(help_text='1, 2, 3 without gaps: the order of checkpoints.', primary_key=True, serialize=False)),
                ('sequence', models.BigIntegerField(help_text='The newest entry that it covers.', unique=True)),
                ('head', models.CharField(help_text='Hash of that entry.', max_length=64)),
                ('at', models.DateTimeField(help_text="When it was signed, as the server's clock said (UTC).")),
                ('previous', models.CharField(help_text='Hash of the checkpoint before.', max_length=64)),
                ('key', models.CharField(help_text='Fingerprint of the key that signed it.', max_length=64)),
                ('signature', models.CharField(help_text='Ed25519, in hexadecimal digits.', max_length=128)),
                ('delivered_at', models.DateTimeField(db_index=True, help_text='When every place that is configured had it; empty until then.', null=True)),
            ],
        ),
        migrations.RunPython(install, remove),
    ]
