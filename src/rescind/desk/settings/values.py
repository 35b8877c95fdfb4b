"""The desk as Django's settings. What differs from desk to desk stands in `desk.toml`; here is what never differs.

`RESCIND_DESK` names the folder of `desk.toml`. Without it the module can still be loaded, with no secret and a
database in memory, so that types are checked and a journal is verified where there is no desk; nothing can be served.
"""

import os
from pathlib import Path

from rescind.desk.settings.database import configured
from rescind.desk.settings.desk_file import Desk, read
from rescind.version import VERSION

NOWHERE = Desk(
    name="",
    address="http://localhost",
    database="sqlite://:memory:",
    django_secret="",
    signing_key=b"",
    sealing_key=b"",
)

DESK_FOLDER = Path(os.environ.get("RESCIND_DESK", "."))
DESK = read(DESK_FOLDER) if "RESCIND_DESK" in os.environ else NOWHERE
DESK_VERSION = VERSION

SECRET_KEY = DESK.django_secret
DEBUG = False
ALLOWED_HOSTS = sorted({DESK.host, "localhost", "127.0.0.1", "[::1]"})
ROOT_URLCONF = "rescind.desk.urls"
INSTALLED_APPS = ["rescind.desk.records"]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [Path(__file__).parents[1] / "web" / "templates"],
        "OPTIONS": {"builtins": ["rescind.desk.web.saying"]},
    }
]
DATABASE_URL = DESK.database if DESK is NOWHERE else os.environ.get("DATABASE_URL") or DESK.database
DATABASES = {"default": configured(DATABASE_URL, DESK_FOLDER)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = False

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "rescind.desk.headers.add_headers",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

# The desk stands behind a proxy that ends TLS and says so in this header, which it must set or remove itself.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = not DESK.for_trying
SECURE_REDIRECT_EXEMPT = [r"^health$"]
SECURE_HSTS_SECONDS = 0 if DESK.for_trying else 365 * 24 * 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = not DESK.for_trying
SECURE_HSTS_PRELOAD = not DESK.for_trying
SECURE_REFERRER_POLICY = "no-referrer"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not DESK.for_trying
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
# A desk that can be reached from its own machine alone has no TLS to insist on.
SILENCED_SYSTEM_CHECKS = (
    [f"security.{one}" for one in ("W004", "W008", "W012", "W016")] if DESK.for_trying else []
)

DATA_UPLOAD_MAX_MEMORY_SIZE = 8 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"quiet": {"()": "rescind.desk.logs.WithoutWords"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "quiet"}},
    "loggers": {
        name: {"handlers": ["stderr"], "level": "WARNING", "propagate": False}
        for name in ("django", "rescind")
    },
}
