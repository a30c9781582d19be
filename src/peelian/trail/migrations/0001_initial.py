from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Entry',
            fields=[
                ('sequence', models.BigIntegerField(help_text='1, 2, 3 without gaps: the order of deeds, whatever clocks say.', primary_key=True, serialize=False)),
                ('at', models.DateTimeField(help_text="When the actor's server says that it happened (UTC).")),
                ('actor', models.CharField(help_text='Who did it, by the name of the account.', max_length=120)),
                ('verb', models.CharField(help_text='What was done: a word of trail.verbs.', max_length=20)),
                ('record_type', models.CharField(help_text='Type of the record it was done to.', max_length=60)),
                ('record_ref', models.CharField(help_text='Address of that record in its type.', max_length=200)),
                ('detail', models.TextField(help_text='What else is worth knowing, as canonical JSON.')),
                ('previous_hash', models.CharField(help_text='Hash of the entry before.', max_length=64)),
                ('hash', models.CharField(help_text='SHA-256 of the canonical form (trail.chain).', max_length=64)),
            ],
            options={
                'verbose_name_plural': 'entries',
            },
        ),
    ]
