import django.db.models.functions.text
import peelian.access.user
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='User',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('key', models.CharField(default=peelian.access.user.new_key, help_text='Name of the account in the trail: never changed, never given to another.', max_length=40, unique=True)),
                ('kind', models.CharField(choices=[('person', 'Person'), ('service', 'Service account')], default='person', max_length=10)),
                ('email', models.EmailField(help_text='What a person signs in with, in lower case. Service accounts have none.', max_length=254, null=True, unique=True)),
                ('name', models.CharField(help_text='What pages call the holder.', max_length=120)),
                ('is_active', models.BooleanField(default=True, help_text='An account that is off may nothing.')),
            ],
            options={
                'constraints': [models.UniqueConstraint(django.db.models.functions.text.Lower('email'), name='access_user_one_account_per_email'), models.CheckConstraint(condition=models.Q(models.Q(('email__isnull', False), ('kind', 'person')), models.Q(('email__isnull', True), ('kind', 'service')), _connector='OR'), name='access_user_people_have_email'), models.CheckConstraint(condition=models.Q(('kind', 'person'), ('password__startswith', '!'), _connector='OR'), name='access_user_services_have_no_password')],
            },
        ),
    ]
