"""The settings of a live installation, as a process of its own reads them from the environment."""

import json
import os
import subprocess
import sys
from functools import cache

NAMES = (
    "ALLAUTH_TRUSTED_PROXY_COUNT",
    "CSRF_COOKIE_HTTPONLY",
    "CSRF_COOKIE_NAME",
    "CSRF_COOKIE_SECURE",
    "DEBUG",
    "SECURE_HSTS_INCLUDE_SUBDOMAINS",
    "SECURE_HSTS_SECONDS",
    "SECURE_PROXY_SSL_HEADER",
    "SESSION_COOKIE_NAME",
    "SESSION_COOKIE_SECURE",
)
ASK = """
import json
from peelian.config import settings
print(json.dumps({name: getattr(settings, name) for name in %r}))
"""


@cache
def settings_behind_tls(home):
    """What `deploy/settings.example` leads to, by name."""
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
        "PEELIAN_HOME": home,
        "PEELIAN_HOSTS": "peelian.example.org",
        "PEELIAN_HTTPS": "1",
        "PEELIAN_PROXIES": "1",
    }
    said = subprocess.run(
        [sys.executable, "-c", ASK % (NAMES,)],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    found = json.loads(said.stdout)
    found["SECURE_PROXY_SSL_HEADER"] = tuple(found["SECURE_PROXY_SSL_HEADER"])
    return found
