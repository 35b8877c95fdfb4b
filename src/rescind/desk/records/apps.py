"""The tables as a Django application, with a short name for the tables' own names."""

from django.apps import AppConfig


class Records(AppConfig):
    """The one application of the desk that has tables."""

    name = "rescind.desk.records"
    label = "desk"
    default_auto_field = "django.db.models.BigAutoField"
