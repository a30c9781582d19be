"""Settings of one installation. What differs comes from the environment; see docs/running.md."""

import os
from pathlib import Path

import dj_database_url
from csp.constants import SELF

from peelian.config.home import home
from peelian.config.secret import secret_key

PEELIAN_HOME = home()
DEBUG = False
SECRET_KEY = secret_key(PEELIAN_HOME)
ALLOWED_HOSTS = os.environ.get("PEELIAN_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
DEMO = os.environ.get("PEELIAN_DEMO") == "1"

INSTALLED_APPS = [
    "peelian.records",
    "peelian.spine",
    "peelian.trail",
    "peelian.access",
    "peelian.engines.comparisons",
    "peelian.areas.contact",
    "peelian.areas.response",
    "peelian.areas.stop_and_search",
    "peelian.areas.investigation",
    "peelian.areas.standards",
    "peelian.jobs",
    # Stands before django.forms: otherwise Django's own form templates win and all styling goes.
    "peelian.web",
    "django.forms",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "peelian.web.api.caching.api_caching",
    "peelian.web.refusals.RefuseWhatIsNotReleased",
]

ROOT_URLCONF = "peelian.config.urls"
WSGI_APPLICATION = "peelian.config.wsgi.application"
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "peelian.web.context.site",
            ],
        },
    }
]

# One address chooses the database; SQLite needs these to lose no request under many writers.
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": (
        "PRAGMA journal_mode=WAL;"
        f"PRAGMA synchronous={'NORMAL' if DEMO else 'FULL'};"
        "PRAGMA temp_store=MEMORY;"
        "PRAGMA cache_size=-16000;"
        "PRAGMA mmap_size=134217728"
    ),
}
DATABASES = {
    "default": dj_database_url.config(
        env="PEELIAN_DATABASE", default=f"sqlite:///{PEELIAN_HOME / 'peelian.sqlite3'}"
    )
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = SQLITE_OPTIONS
else:
    DATABASES["default"]["CONN_MAX_AGE"] = 60

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "access.User"
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
USE_I18N = True

STATIC_URL = "/static/"
# Nothing is collected: files are served from the package itself, so that no step stands between
# install and demo.
STATIC_ROOT = None
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
# Their addresses carry a hash of the content, so a browser may keep them for a year.
WHITENOISE_MAX_AGE = 365 * 24 * 3600

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": ["'none'"],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": ["'none'"],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
}

# Paths of the store and of the packaged samples, in one place for the rooms that need them.
STORE_ROOT: Path = PEELIAN_HOME / "store"
# Charts that pages have shown, for readers without scripts. May be emptied at any time.
PICTURES_ROOT: Path = PEELIAN_HOME / "pictures"
