"""The page about security names what there is: keys, limits, times and connections."""

import re
import ssl

import pytest
from django.conf import settings
from django.core.mail.backends.smtp import EmailBackend
from django.urls import reverse

from house.tree import PACKAGE, ROOT
from peelian.access.passwords import NoWordsOfThePlace
from peelian.engines.publishing.checker.reading.limits import FILE_BYTES, PAGES
from peelian.engines.publishing.checker.rights import MEMORY_BYTES
from peelian.engines.registers.contents import MOST_ENTRIES, MOST_UNPACKED
from peelian.web.public import check_turn
from security.package_code import imports

PAGE = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
SIGN_IN = (ROOT / "docs" / "sign-in.md").read_text(encoding="utf-8")
NGINX = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
PROTECTING = {"cryptography", "secrets", "hmac", "django.utils.crypto", "django.core.signing"}


def rooms_that_protect():
    """Modules that sign, seal, derive keys or draw secrets."""
    return [
        path
        for path, found in imports().items()
        if any(name == one or name.startswith(f"{one}.") for name in found for one in PROTECTING)
    ]


def test_every_module_that_protects_something_is_in_the_inventory():
    missing = [path for path in rooms_that_protect() if f"`{path}`" not in PAGE]

    assert missing == [], "Say in docs/security.md what these protect and with what."


def test_the_inventory_names_no_module_that_is_gone():
    named = re.findall(r"`([a-z_/]+\.py)`", PAGE.partition("## Keys")[2].partition("## Who")[0])

    assert named
    assert [path for path in named if not (PACKAGE / path).exists()] == []


def test_limits_of_files_are_those_of_the_code():
    assert f"{MOST_ENTRIES:,} parts" in PAGE
    assert f"{MOST_UNPACKED // 1024 // 1024} MiB" in PAGE
    assert f"({settings.EXPORT_ROWS:,})" in PAGE


def test_limits_of_reports_are_those_of_the_code():
    for limit in (
        f"{FILE_BYTES // 1_000_000} MB",
        f"{PAGES} pages",
        f"{MEMORY_BYTES / 1e9:g} GB",
        f"{check_turn.SECONDS:g} seconds",
        f"{check_turn.AT_ONCE} at once",
        f"{check_turn.CHECKS.from_one} in ten minutes",
    ):
        assert limit in PAGE


def test_the_lists_for_passwords_are_those_that_are_asked():
    asked = {one["NAME"].rpartition(".")[2] for one in settings.AUTH_PASSWORD_VALIDATORS}

    assert {"NotKnownToThieves", NoWordsOfThePlace.__name__} <= asked
    assert "known-passwords.txt" in PAGE


@pytest.mark.parametrize("words", ["30 idle minutes", "12 hours", "5 within 10 minutes"])
def test_times_of_a_visit_and_limits_of_tries_are_written_down(words):
    assert words in SIGN_IN


def test_the_proxy_speaks_current_tls_only_and_overrides_what_browsers_claim():
    (protocols,) = re.findall(r"ssl_protocols ([^;]+);", NGINX)

    assert set(protocols.split()) == {"TLSv1.2", "TLSv1.3"}
    assert "proxy_set_header X-Forwarded-For $remote_addr;" in NGINX
    assert "proxy_set_header X-Forwarded-Proto https;" in NGINX
    assert "autoindex" not in NGINX
    assert "server_tokens off;" in NGINX


def test_the_proxy_writes_no_file_of_a_report_that_is_checked():
    (rule,) = re.findall(r"location = /check-a-report/ \{([^}]+)\}", NGINX)
    told = dict(re.findall(r"(\w+) (\d+)m?;", rule))

    assert reverse("check-report") == "/check-a-report/"
    assert told["client_body_buffer_size"] == told["client_max_body_size"]
    assert int(told["client_max_body_size"]) * 1024 * 1024 > FILE_BYTES
    assert told["proxy_max_temp_file_size"] == "0"


def test_ciphers_are_those_with_new_keys_for_each_visit_and_authentication():
    (ciphers,) = re.findall(r"ssl_ciphers ([^;]+);", NGINX)

    assert "ssl_prefer_server_ciphers on;" in NGINX
    for cipher in ciphers.split(":"):
        assert cipher.startswith("ECDHE-"), cipher
        assert "GCM" in cipher or "POLY1305" in cipher, cipher


def test_browsers_are_led_to_tls_and_programs_are_refused():
    clear = NGINX.partition("listen 443")[0]

    assert "location /api/ { return 403; }" in clear
    assert "return 301 https://" in clear
    assert "proxy_pass" not in clear


def test_letters_go_to_the_server_that_its_certificate_names():
    sender = EmailBackend(host="mail.example.org", use_tls=True)

    assert sender.ssl_context.verify_mode == ssl.CERT_REQUIRED
    assert sender.ssl_context.check_hostname


def test_the_service_runs_with_the_least_that_it_needs():
    for unit in sorted((ROOT / "deploy").glob("peelian*.service")):
        text = unit.read_text(encoding="utf-8")
        assert "User=peelian" in text, unit.name
        assert "NoNewPrivileges=true" in text, unit.name
        assert "ProtectSystem=strict" in text, unit.name
        assert "UMask=0077" in text, unit.name
