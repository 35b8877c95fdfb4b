"""What was decided, said and matched, and who asks too often; long because Django writes out every field."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Adds tables and columns; nothing that was stored changes."""

    dependencies = [
        ("desk", "0002_journal_only_grows"),
    ]

    operations = [
        migrations.CreateModel(
            name="Allowed",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("record", models.BinaryField()),
                ("note", models.CharField(blank=True, max_length=200)),
                ("added_by", models.CharField(max_length=150)),
                ("added_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "desk_allowed",
            },
        ),
        migrations.CreateModel(
            name="Draft",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.CharField(max_length=16, unique=True)),
                ("code_hash", models.BinaryField(max_length=32)),
                ("own_key", models.BinaryField(max_length=60)),
                ("sealed", models.BinaryField()),
                ("begun_at", models.DateTimeField()),
                ("saved_at", models.DateTimeField(db_index=True)),
            ],
            options={
                "db_table": "desk_draft",
            },
        ),
        migrations.CreateModel(
            name="Hook",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=100, unique=True)),
                ("address", models.CharField(max_length=2000)),
                ("secret", models.BinaryField()),
                ("kinds", models.CharField(default="*", max_length=200)),
                ("made_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "desk_hook",
            },
        ),
        migrations.CreateModel(
            name="Misuse",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("contact_hash", models.BinaryField(max_length=32, unique=True)),
                ("warned_at", models.DateTimeField()),
                ("warned_by", models.CharField(max_length=150)),
                ("set_aside_until", models.DateTimeField(null=True)),
                ("set_aside_by", models.CharField(blank=True, max_length=150)),
            ],
            options={
                "db_table": "desk_misuse",
            },
        ),
        migrations.AddField(
            model_name="bankentry",
            name="indexed",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="bankentry",
            name="quarantined_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="place",
            name="copy",
            field=models.BinaryField(null=True),
        ),
        migrations.AddField(
            model_name="place",
            name="item",
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name="place",
            name="looked_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="place",
            name="state",
            field=models.CharField(
                choices=[("open", "open"), ("hidden", "hidden"), ("removed", "removed"), ("kept", "kept")],
                default="open",
                max_length=8,
            ),
        ),
        migrations.AddField(
            model_name="requestrow",
            name="alarmed",
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="requestrow",
            name="closed_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="requestrow",
            name="complained_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="requestrow",
            name="contact_hash",
            field=models.BinaryField(db_index=True, max_length=32, null=True),
        ),
        migrations.AddField(
            model_name="requestrow",
            name="document_hash",
            field=models.BinaryField(max_length=32, null=True, unique=True),
        ),
        migrations.AddField(
            model_name="requestrow",
            name="forget_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="requestrow",
            name="set_aside",
            field=models.BooleanField(default=False),
        ),
        migrations.CreateModel(
            name="KnownItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("service", models.CharField(max_length=100)),
                ("item", models.CharField(max_length=200)),
                ("digest", models.BinaryField(max_length=32, null=True)),
                ("record", models.BinaryField()),
                ("seen_at", models.DateTimeField(db_index=True)),
                ("indexed", models.BooleanField(db_index=True, default=False)),
            ],
            options={
                "db_table": "desk_known_item",
                "indexes": [models.Index(fields=["digest"], name="known_item_digest")],
                "constraints": [models.UniqueConstraint(fields=("service", "item"), name="known_item_once")],
            },
        ),
        migrations.CreateModel(
            name="Matched",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("reference", models.CharField(max_length=32, unique=True)),
                ("service", models.CharField(max_length=100)),
                ("item", models.CharField(blank=True, max_length=200)),
                ("action", models.CharField(max_length=8)),
                ("likeness", models.CharField(max_length=8)),
                ("distance", models.PositiveSmallIntegerField()),
                ("at", models.DateTimeField(db_index=True)),
                (
                    "verdict",
                    models.CharField(
                        choices=[("open", "open"), ("confirmed", "confirmed"), ("denied", "denied")],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("verdict_at", models.DateTimeField(null=True)),
                ("verdict_by", models.CharField(blank=True, max_length=150)),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="matches",
                        to="desk.bankentry",
                    ),
                ),
            ],
            options={
                "db_table": "desk_matched",
            },
        ),
        migrations.CreateModel(
            name="Message",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("from_asker", models.BooleanField()),
                ("by", models.CharField(blank=True, max_length=150)),
                ("sealed", models.BinaryField()),
                ("at", models.DateTimeField()),
                ("read_at", models.DateTimeField(null=True)),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="messages",
                        to="desk.requestrow",
                    ),
                ),
            ],
            options={
                "db_table": "desk_message",
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="Report",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("to", models.CharField(blank=True, max_length=100)),
                ("their_number", models.CharField(blank=True, max_length=100)),
                ("reported_at", models.DateTimeField(null=True)),
                ("reported_by", models.CharField(blank=True, max_length=150)),
                ("hold_until", models.DateTimeField(null=True)),
                (
                    "request",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="report",
                        to="desk.requestrow",
                    ),
                ),
            ],
            options={
                "db_table": "desk_report",
            },
        ),
        migrations.CreateModel(
            name="Statement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.CharField(max_length=16, unique=True)),
                ("code_hash", models.BinaryField(max_length=32)),
                ("own_key", models.BinaryField(max_length=60)),
                ("made_at", models.DateTimeField()),
                ("objection", models.BinaryField(null=True)),
                ("objected_at", models.DateTimeField(null=True)),
                ("answer", models.BinaryField(null=True)),
                ("answered_at", models.DateTimeField(null=True)),
                ("answered_by", models.CharField(blank=True, max_length=150)),
                (
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="statements",
                        to="desk.place",
                    ),
                ),
            ],
            options={
                "db_table": "desk_statement",
            },
        ),
        migrations.CreateModel(
            name="Tries",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("who", models.BinaryField(max_length=32)),
                ("what", models.CharField(max_length=16)),
                ("span", models.DateTimeField(db_index=True)),
                ("count", models.PositiveIntegerField(default=0)),
            ],
            options={
                "db_table": "desk_tries",
                "constraints": [models.UniqueConstraint(fields=("who", "what", "span"), name="tries_once")],
            },
        ),
        migrations.CreateModel(
            name="Decision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("hide", "hide"),
                            ("show", "show"),
                            ("grant", "grant"),
                            ("refuse", "refuse"),
                            ("copies", "copies"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("proposed", "proposed"), ("made", "made"), ("turned down", "turned down")],
                        default="made",
                        max_length=12,
                    ),
                ),
                ("ground", models.CharField(blank=True, max_length=64)),
                ("words", models.BinaryField(null=True)),
                ("by", models.CharField(max_length=150)),
                ("at", models.DateTimeField()),
                ("second_by", models.CharField(blank=True, max_length=150)),
                ("second_at", models.DateTimeField(null=True)),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="decisions",
                        to="desk.requestrow",
                    ),
                ),
            ],
            options={
                "db_table": "desk_decision",
                "ordering": ("id",),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "proposed")),
                        fields=("request",),
                        name="decision_one_proposed",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("second_by", models.F("by")), _negated=True),
                        name="decision_second_person",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "refuse"), ("state", "made"), _negated=True),
                            models.Q(("second_by", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="refusal_was_read_twice",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FoundCopy",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("service", models.CharField(max_length=100)),
                ("item", models.CharField(max_length=200)),
                ("likeness", models.CharField(max_length=8)),
                ("distance", models.PositiveSmallIntegerField()),
                ("identical", models.BooleanField()),
                (
                    "state",
                    models.CharField(
                        choices=[("listed", "listed"), ("taken down", "taken down"), ("left", "left")],
                        default="listed",
                        max_length=12,
                    ),
                ),
                ("found_at", models.DateTimeField()),
                ("decided_by", models.CharField(blank=True, max_length=150)),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="copies",
                        to="desk.requestrow",
                    ),
                ),
            ],
            options={
                "db_table": "desk_found_copy",
                "constraints": [
                    models.UniqueConstraint(fields=("request", "service", "item"), name="found_copy_once")
                ],
            },
        ),
    ]
