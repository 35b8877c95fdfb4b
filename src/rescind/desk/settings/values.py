"""The desk as Django's settings. What differs from desk to desk stands in `desk.toml`; here is what never differs.

`RESCIND_DESK` names the folder of `desk.toml`. Without it the module can still be loaded, with no secret and a
database in memory, so that types are checked and a journal is verified where there is no desk; nothing can be served.
"""

import os
from pathlib import Path

from rescind.desk.settings import staff
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
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "rescind.desk.records",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [Path(__file__).parents[1] / "web" / "templates"],
        "OPTIONS": {
            "builtins": ["rescind.desk.web.saying"],
            "context_processors": [
                "django.template.context_processors.request",
                "rescind.desk.web.staff.frame.values",
            ],
        },
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
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
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
# Whoever asks gets no cookie: those of the platform's own people are for their pages alone.
SESSION_COOKIE_PATH = CSRF_COOKIE_PATH = "/staff"
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "desk-session", "desk-form"
# A session ends so long after its last page, and with the browser.
SESSION_COOKIE_AGE = DESK.staff.idle_minutes * 60
SESSION_SAVE_EVERY_REQUEST = SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_SERIALIZER = "django.contrib.sessions.serializers.JSONSerializer"
# A desk that can be reached from its own machine alone has no TLS to insist on.
SILENCED_SYSTEM_CHECKS = (
    [f"security.{one}" for one in ("W004", "W008", "W012", "W016")] if DESK.for_trying else []
)

CSRF_FAILURE_VIEW = "rescind.desk.web.staff.door.form_too_old"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
PASSWORD_RESET_TIMEOUT = 3 * 24 * 3600
LOGIN_URL, LOGIN_REDIRECT_URL = "account_login", "staff_queue"
# Nobody signs up: people are invited. What they forgot, an operator mends, so no mail says who has an account.
ACCOUNT_ADAPTER = "rescind.desk.web.staff.sign_in.Accounts"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGIN_ON_PASSWORD_RESET = True
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_PRESERVE_USERNAME_CASING = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_USERNAME_MIN_LENGTH = 2
MFA_ADAPTER = "rescind.desk.web.staff.sign_in.SecondFactors"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DESK.for_trying
# A phone whose clock is half a minute off still works; each code works once.
MFA_TOTP_TOLERANCE = 1
MFA_TOTP_ISSUER = DESK.name
SOCIALACCOUNT_ADAPTER = "rescind.desk.web.staff.sign_in.OtherAccounts"
SOCIALACCOUNT_EMAIL_AUTHENTICATION = SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_EMAIL_VERIFICATION = "none"
SOCIALACCOUNT_LOGIN_ON_GET = False
SOCIALACCOUNT_OPENID_CONNECT_URL_PREFIX = ""
SOCIALACCOUNT_PROVIDERS = staff.providers(DESK.staff.oidc)
CACHES = {"default": {"BACKEND": "rescind.desk.web.staff.memory.Memory"}}
SILENCED_SYSTEM_CHECKS += ["account.W001"]

DATA_UPLOAD_MAX_MEMORY_SIZE = 8 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000
# What is sent as a file stays in memory: it may be a picture, sent by mistake, and must not lie on a disk.
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
FILE_UPLOAD_MAX_MEMORY_SIZE = DATA_UPLOAD_MAX_MEMORY_SIZE

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
