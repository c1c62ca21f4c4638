"""Settings. Development is the default; production sets the environment (see docs/how-to/install.md)."""

import os
from pathlib import Path

from samenspel.config.database import database

PACKAGE = Path(__file__).resolve().parent.parent
ROOT = PACKAGE.parent.parent
VAR = Path(os.environ.get("SAMENSPEL_VAR", ROOT / "var"))

DEBUG = os.environ.get("SAMENSPEL_DEBUG", "1") == "1"
DEMO = os.environ.get("SAMENSPEL_DEMO", "1") == "1"
DEMO_PASSWORD = "samen aan tafel"  # noqa: S105 the demo holds nothing but invented people
REAL_DATA = os.environ.get("SAMENSPEL_REAL_DATA", "0") == "1"
SECRET_KEY = os.environ.get("SAMENSPEL_SECRET_KEY", "development-only" if DEBUG else "")
SAMENSPEL_SUBJECT_KEY = os.environ.get("SAMENSPEL_SUBJECT_KEY", SECRET_KEY)
ALLOWED_HOSTS = os.environ.get("SAMENSPEL_HOSTS", "127.0.0.1,localhost").split(",")

INSTALLED_APPS = [
    "samenspel.kit",
    "samenspel.journal",
    "samenspel.accounts",
    "samenspel.access",
    "samenspel.network",
    "samenspel.households",
    "samenspel.exchange",
    "samenspel.desk",
    "samenspel.scenarios",
    "samenspel.config",
    "django_htmx",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "samenspel.config.middleware.content_security",
    "samenspel.config.middleware.denials",
]

AUTHENTICATION_BACKENDS = ["samenspel.access.queries.SignedIn"]

ROOT_URLCONF = "samenspel.config.urls"
ASGI_APPLICATION = "samenspel.config.asgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.template.context_processors.i18n",
                "django.contrib.messages.context_processors.messages",
                "samenspel.exchange.web.navigation.bringing_in",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "samenspel.kit.templatetags.kit",
            ],
        },
    }
]

DATABASES = {"default": database(os.environ.get("DATABASE_URL", ""), VAR / "samenspel.sqlite3")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.User"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
# How sure a sign-in with a password counts: low, substantial or high. High until there is a second step: only
# invented data is let in so far, and the decision asks high for what is most private.
SIGN_IN_ASSURANCE = os.environ.get("SAMENSPEL_SIGN_IN_ASSURANCE", "high")
LOGIN_URL = "accounts:sign-in"
LOGIN_REDIRECT_URL = "desk:start"
LOGOUT_REDIRECT_URL = "accounts:sign-in"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not DEBUG
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Amsterdam"

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [PACKAGE / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
MEDIA_ROOT = VAR / "media"
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
UPLOAD_LIMIT = 50 * 1024 * 1024

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
