"""What is asked for every second, whether the indexes lack or should not hold something, has an index of its own."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Adds and takes away indexes of tables; nothing that was stored changes."""

    dependencies = [
        ("desk", "0007_complaints"),
    ]

    operations = [
        migrations.AlterField(
            model_name="knownitem",
            name="indexed",
            field=models.BooleanField(default=False),
        ),
        migrations.AddIndex(
            model_name="bankentry",
            index=models.Index(
                condition=models.Q(("ended_at", None), ("indexed", False), ("quarantined_at", None)),
                fields=["id"],
                name="entry_to_enter",
            ),
        ),
        migrations.AddIndex(
            model_name="bankentry",
            index=models.Index(
                condition=models.Q(
                    models.Q(("ended_at", None), ("quarantined_at", None), _negated=True), ("indexed", True)
                ),
                fields=["id"],
                name="entry_to_leave",
            ),
        ),
        migrations.AddIndex(
            model_name="knownitem",
            index=models.Index(condition=models.Q(("indexed", False)), fields=["id"], name="known_to_enter"),
        ),
    ]
