"""The desk as a WSGI application, for granian and any other server: Django, and the match call in front of it."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rescind.desk.settings.values")
django = get_wsgi_application()

from rescind.desk.api.match import in_front_of  # noqa: E402 - only when Django is set up

application = in_front_of(django)
