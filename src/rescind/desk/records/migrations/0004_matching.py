"""What matching needs beside its tables: how far the spool was taken in, and what the index holds."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Adds a table and columns; nothing that was stored changes."""

    dependencies = [
        ("desk", "0003_deciding"),
    ]

    operations = [
        migrations.CreateModel(
            name="SpoolFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=100, unique=True)),
                ("taken", models.BigIntegerField(default=0)),
            ],
            options={
                "db_table": "desk_spool_file",
            },
        ),
        migrations.AddField(
            model_name="allowed",
            name="indexed",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="bankentry",
            name="released_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="matched",
            name="bits",
            field=models.BinaryField(null=True),
        ),
    ]
