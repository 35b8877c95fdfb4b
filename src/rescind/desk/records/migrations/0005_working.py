"""Which request something owed is about, and which alarms about a complaint were given."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Adds two columns with what holds for every row before."""

    dependencies = [
        ("desk", "0004_matching"),
    ]

    operations = [
        migrations.AddField(
            model_name="owed",
            name="subject",
            field=models.CharField(blank=True, db_index=True, default="", max_length=16),
        ),
        migrations.AddField(
            model_name="requestrow",
            name="complaint_alarmed",
            field=models.PositiveSmallIntegerField(default=0),
        ),
    ]
