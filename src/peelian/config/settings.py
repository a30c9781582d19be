"""Settings of one installation. What differs comes from the environment; see docs/running.md."""

import os
from pathlib import Path

import dj_database_url
from csp.constants import SELF

from peelian.access.identity.providers import read_providers
from peelian.config import logging
from peelian.config.home import home
from peelian.config.mail import mail
from peelian.config.secret import secret_key

PEELIAN_HOME = home()
DEBUG = False
SECRET_KEY = secret_key(PEELIAN_HOME)
ALLOWED_HOSTS = os.environ.get("PEELIAN_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
DEMO = os.environ.get("PEELIAN_DEMO") == "1"
# Whether browsers reach it by https, and over how many proxies that are the force's own.
HTTPS = os.environ.get("PEELIAN_HTTPS") == "1"
ALLAUTH_TRUSTED_PROXY_COUNT = int(os.environ.get("PEELIAN_PROXIES", "0"))

INSTALLED_APPS = [
    "peelian.records",
    "peelian.spine",
    "peelian.trail",
    "peelian.access",
    "peelian.access.identity",
    "peelian.engines.comparisons",
    "peelian.engines.registers",
    "peelian.engines.retention",
    "peelian.engines.subject_access",
    "peelian.engines.oversight",
    "peelian.engines.duties",
    "peelian.engines.procedures",
    "peelian.engines.audits",
    "peelian.engines.panels",
    "peelian.engines.surveys",
    "peelian.engines.evaluations",
    "peelian.areas.contact",
    "peelian.areas.response",
    "peelian.areas.stop_and_search",
    "peelian.areas.use_of_force",
    "peelian.areas.investigation",
    "peelian.areas.standards",
    "peelian.areas.victims",
    "peelian.areas.offenders",
    "peelian.areas.workforce",
    "peelian.jobs",
    # Stands before django.forms: otherwise Django's own form templates win and all styling goes.
    "peelian.web",
    "django.forms",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_tasks",
    "django_tasks_db",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
]

MIDDLEWARE = [
    "peelian.web.operator.requests.every_request",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "peelian.web.browsers.asks_of_browsers",
    "peelian.web.limits.WithinLimits",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "peelian.web.people.middleware.whoever_is_here",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
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
                "peelian.web.people.context.account",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]

# One address chooses the database; SQLite needs these to lose no request under many writers. It
# serves those who wait in no order: of 10,000 actions by 16 who never paused, on a machine that was
# busy beside, 40 were turned away after 20 s.
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 60,
    "init_command": (
        "PRAGMA journal_mode=WAL;"
        f"PRAGMA synchronous={'NORMAL' if DEMO else 'FULL'};"
        # What is erased or changed is overwritten with noughts, not only given free.
        "PRAGMA secure_delete=ON;"
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

AUTHENTICATION_BACKENDS = ["peelian.access.identity.backend.PeopleOnly"]
# Long and not common; no rule of composition, which only makes passwords easier to guess.
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("email", "name")},
    },
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "peelian.access.passwords.NotKnownToThieves"},
    {"NAME": "peelian.access.passwords.NoWordsOfThePlace"},
]
LOGIN_URL = "account_login"
ACCOUNT_ADAPTER = "peelian.access.identity.adapters.Accounts"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_USER_MODEL_EMAIL_FIELD = "email"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
# An administrator, or a provider that has checked it, stands for the address of an account.
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = "Peelian: "
ACCOUNT_USER_DISPLAY = str
ACCOUNT_SESSION_REMEMBER = False
# Five wrong tries, then ten minutes (C-SES-1). Workers share the count through the cache.
# A whole station may share one network address, so limits by address only stop floods.
ACCOUNT_RATE_LIMITS = {"login": "300/m/ip", "login_failed": "100/m/ip,5/10m/key"}
MFA_RATE_LIMITS = {"webauthn_login": "300/m/ip"}
ACCOUNT_FORMS = {
    "login": "peelian.web.people.forms.SignIn",
    "reset_password": "peelian.web.people.forms.ForgottenPassword",
    "reset_password_from_key": "peelian.web.people.forms.NewPassword",
    "change_password": "peelian.web.people.forms.OtherPassword",
}
MFA_FORMS = {
    "authenticate": "peelian.web.people.forms.Code",
    "activate_totp": "peelian.web.people.forms.FirstCode",
    "add_webauthn": "peelian.web.people.forms.NewPasskey",
    "login_webauthn": "peelian.web.people.forms.PasskeyAlone",
    "authenticate_webauthn": "peelian.web.people.forms.PasskeyBeside",
}
MFA_ADAPTER = "peelian.access.identity.adapters.SecondFactors"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
# A passkey signs in by itself, so the device must have checked its holder.
MFA_WEBAUTHN_USER_VERIFICATION = "required"
MFA_TOTP_TOLERANCE = 1
MFA_RECOVERY_CODES_SHOW_ONCE = True
IDENTITY_PROVIDERS = read_providers(PEELIAN_HOME, os.environ)
SOCIALACCOUNT_ADAPTER = "peelian.access.identity.social.Providers"
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {"APPS": [provider.as_app() for provider in IDENTITY_PROVIDERS]}
}
SOCIALACCOUNT_EMAIL_VERIFICATION = "none"
# A link, and no form, leads to the provider: our content policy lets no form leave the site. The
# view refuses a link that another site has set.
SOCIALACCOUNT_LOGIN_ON_GET = True
SOCIALACCOUNT_REQUESTS_TIMEOUT = 5

# Times of a visit are in peelian.access.identity.rules; the session only has to outlive them.
SESSION_COOKIE_NAME = "__Host-peelian" if HTTPS else "peelian-session"
SESSION_COOKIE_AGE = 13 * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_NAME = "__Host-peelian-form" if HTTPS else "peelian-form"
CSRF_COOKIE_HTTPONLY = True
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "peelian_cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

MAIL = mail(os.environ, PEELIAN_HOME / "letters", demo=DEMO)
EMAIL_BACKEND = MAIL.backend
EMAIL_FILE_PATH = MAIL.folder
EMAIL_HOST, EMAIL_PORT = MAIL.host, MAIL.port
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = MAIL.user, MAIL.password
EMAIL_USE_TLS, EMAIL_USE_SSL = MAIL.starttls, MAIL.tls
EMAIL_TIMEOUT = 5
DEFAULT_FROM_EMAIL = SERVER_EMAIL = MAIL.sender

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
        "base-uri": ["'none'"],
        "form-action": [SELF],
        "frame-ancestors": ["'none'"],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
if HTTPS:
    # The proxy in front sets this header and throws away what browsers send; see deploy/nginx.conf.
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 365 * 24 * 3600
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True

LOGGING = logging.LOGGING
logging.configure()

# Work left to the background waits in the operational database, where a kill cannot lose it.
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": []}}
# Who may read the metrics: addresses of monitors, as they reach this server.
METRICS_FROM = tuple(os.environ.get("PEELIAN_METRICS_FROM", "127.0.0.1,::1").split(","))

# Paths of the store and of the packaged samples, in one place for the rooms that need them.
STORE_ROOT: Path = PEELIAN_HOME / "store"
# Charts that pages have shown, for readers without scripts. May be emptied at any time.
PICTURES_ROOT: Path = PEELIAN_HOME / "pictures"

# Files that belong to records, by the hash of their content, and exports until they are gone.
ATTACHMENTS_ROOT: Path = PEELIAN_HOME / "attachments"
EXPORTS_ROOT: Path = PEELIAN_HOME / "exports"
ATTACHMENT_BYTES = int(os.environ.get("PEELIAN_ATTACHMENT_MB", "25")) * 1024 * 1024
EXPORT_ROWS = int(os.environ.get("PEELIAN_EXPORT_ROWS", "10000"))

# Room that the worker keeps back for the day on which the disk is full, in bytes; 0 for none.
DISK_RESERVE = 0 if DEMO else int(os.environ.get("PEELIAN_RESERVE_MB", "1024")) * 1024 * 1024

# For how many hours a record stays open that somebody has opened at once, with a reason.
GLASS_HOURS = float(os.environ.get("PEELIAN_GLASS_HOURS", "4"))  # Peelian's default

# The trail's signed checkpoints: the key that signs them, and where they are sent. At least
# one of these should be where no administrator of this machine can change it: see docs/trail.md.
CHECKPOINT_KEYS: Path = PEELIAN_HOME / "keys"
CHECKPOINT_PLACES: tuple[Path, ...] = tuple(
    Path(place.strip()).resolve()
    for place in os.environ.get("PEELIAN_CHECKPOINTS", "").split(",")
    if place.strip()
) or (PEELIAN_HOME / "checkpoints",)
