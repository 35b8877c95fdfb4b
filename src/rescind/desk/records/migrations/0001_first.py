"""The first tables."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Makes every table of the first desk."""

    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Alive",
            fields=[
                ("name", models.CharField(max_length=32, primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
            ],
            options={
                "db_table": "desk_alive",
            },
        ),
        migrations.CreateModel(
            name="JournalCheckpoint",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.BigIntegerField()),
                ("at", models.DateTimeField()),
                ("body", models.TextField()),
                ("signature", models.CharField(max_length=128)),
            ],
            options={
                "db_table": "desk_journal_checkpoint",
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="PlatformKey",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=100)),
                ("key_hash", models.BinaryField(max_length=32, unique=True)),
                ("scopes", models.CharField(max_length=200)),
                ("made_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "desk_platform_key",
            },
        ),
        migrations.CreateModel(
            name="Bank",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=100, unique=True)),
                (
                    "action",
                    models.CharField(
                        choices=[("block", "block"), ("review", "review"), ("count", "count")], max_length=8
                    ),
                ),
                ("within", models.PositiveSmallIntegerField()),
                ("paused_until", models.DateTimeField(null=True)),
                ("made_at", models.DateTimeField()),
            ],
            options={
                "db_table": "desk_bank",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("action__in", ["block", "review", "count"])),
                        name="bank_action_known",
                    ),
                    models.CheckConstraint(condition=models.Q(("within__lte", 256)), name="bank_within_bits"),
                ],
            },
        ),
        migrations.CreateModel(
            name="JournalLine",
            fields=[
                ("number", models.BigIntegerField(primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
                ("event", models.CharField(max_length=64)),
                ("subject", models.CharField(blank=True, max_length=64)),
                ("body", models.TextField()),
                ("digest", models.CharField(max_length=64, unique=True)),
            ],
            options={
                "db_table": "desk_journal_line",
                "ordering": ("number",),
                "indexes": [models.Index(fields=["subject", "number"], name="journal_subject")],
            },
        ),
        migrations.CreateModel(
            name="Owed",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=32)),
                ("target", models.CharField(blank=True, max_length=200)),
                ("payload", models.BinaryField()),
                ("once", models.CharField(max_length=100, unique=True)),
                ("owed_at", models.DateTimeField()),
                ("run_after", models.DateTimeField()),
                ("leased_until", models.DateTimeField(null=True)),
                ("attempts", models.PositiveIntegerField(default=0)),
                ("last_error", models.CharField(blank=True, max_length=200)),
                ("done_at", models.DateTimeField(null=True)),
                ("stopped_at", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "desk_owed",
                "indexes": [
                    models.Index(
                        condition=models.Q(("done_at__isnull", True), ("stopped_at__isnull", True)),
                        fields=["run_after"],
                        name="owed_open",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("done_at__isnull", True), ("stopped_at__isnull", True), _connector="OR"
                        ),
                        name="owed_ends_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RequestRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.CharField(max_length=16, unique=True)),
                ("code_hash", models.BinaryField(max_length=32)),
                ("law", models.CharField(max_length=64)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("sent", "sent"),
                            ("incomplete", "incomplete"),
                            ("running", "running"),
                            ("granted", "granted"),
                            ("refused", "refused"),
                            ("gone", "gone"),
                            ("withdrawn", "withdrawn"),
                        ],
                        max_length=16,
                    ),
                ),
                ("received_at", models.DateTimeField()),
                ("due_at", models.DateTimeField(null=True)),
                ("minors_lane", models.BooleanField(default=False)),
                ("own_key", models.BinaryField(max_length=60)),
                ("sealed", models.BinaryField()),
            ],
            options={
                "db_table": "desk_request",
                "indexes": [models.Index(fields=["minors_lane", "state", "due_at"], name="request_queue")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "state__in",
                                [
                                    "draft",
                                    "sent",
                                    "incomplete",
                                    "running",
                                    "granted",
                                    "refused",
                                    "gone",
                                    "withdrawn",
                                ],
                            )
                        ),
                        name="request_state_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("due_at__isnull", True),
                            ("due_at__gte", models.F("received_at")),
                            _connector="OR",
                        ),
                        name="request_due_after_received",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Place",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveIntegerField()),
                ("page", models.CharField(max_length=4096)),
                ("file", models.CharField(blank=True, max_length=4096)),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="places",
                        to="desk.requestrow",
                    ),
                ),
            ],
            options={
                "db_table": "desk_place",
                "ordering": ("request", "position"),
                "constraints": [models.UniqueConstraint(fields=("request", "position"), name="place_once")],
            },
        ),
        migrations.CreateModel(
            name="BankEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(choices=[("picture", "picture"), ("video", "video")], max_length=8),
                ),
                ("record", models.BinaryField()),
                (
                    "source",
                    models.CharField(
                        choices=[("decision", "decision"), ("partner", "partner")], max_length=8
                    ),
                ),
                ("partner", models.CharField(blank=True, max_length=100)),
                ("partner_id", models.CharField(blank=True, max_length=200)),
                ("reviewed", models.BooleanField(default=False)),
                ("added_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "bank",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="entries", to="desk.bank"
                    ),
                ),
                (
                    "decided_on",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="entries",
                        to="desk.requestrow",
                    ),
                ),
            ],
            options={
                "db_table": "desk_bank_entry",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decided_on__isnull", False), ("partner", ""), ("source", "decision")),
                            models.Q(
                                ("decided_on__isnull", True),
                                ("source", "partner"),
                                models.Q(("partner", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="entry_has_one_source",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("source", "partner")),
                        fields=("bank", "partner", "partner_id"),
                        name="entry_of_partner_once",
                    ),
                ],
            },
        ),
    ]
