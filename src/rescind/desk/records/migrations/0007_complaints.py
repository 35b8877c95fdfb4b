"""A decision may be that a refusal stands after a complaint. Only what the field may hold is said anew; no row changes."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Changes no column."""

    dependencies = [("desk", "0006_deciding")]
    operations = [
        migrations.AlterField(
            model_name="decision",
            name="kind",
            field=models.CharField(
                choices=[
                    ("hide", "hide"),
                    ("show", "show"),
                    ("grant", "grant"),
                    ("refuse", "refuse"),
                    ("copies", "copies"),
                    ("uphold", "uphold"),
                ],
                max_length=8,
            ),
        ),
    ]
