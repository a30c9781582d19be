"""The API is attacked by its own description: whatever is asked, it answers as it says it will."""

import warnings

import pytest
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from peelian import catalogue
from peelian.web.api.api import api

with warnings.catch_warnings():
    # A library of its own that is on its way out is imported by the tool, not by us.
    warnings.simplefilter("ignore")
    import schemathesis
    from schemathesis.checks import CHECKS, load_all_checks

load_all_checks()
CONFORMANCE = tuple(
    CHECKS.get_one(name)
    for name in (
        "not_a_server_error",
        "status_code_conformance",
        "content_type_conformance",
        "response_schema_conformance",
        "unsupported_method",
    )
)
PATHS = tuple(api.get_openapi_schema()["paths"])
# Not packed: the tool reads bodies as they come from the application.
HOST = {"Host": "localhost", "Accept-Encoding": "identity"}
KNOWN = {
    "key": st.sampled_from([measure.key for measure in catalogue.declared_measures()]),
    "address": st.just("crime.recorded@1;2021-03;force=staffordshire"),
}

pytestmark = pytest.mark.django_db


@pytest.fixture
def connection_stays_open():
    """A request to the application itself would close the connection of the test's transaction."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def described(loaded_home, connection_stays_open):
    return schemathesis.openapi.from_wsgi("/api/openapi.json", get_wsgi_application(), headers=HOST)


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_is_one_that_the_description_allows(described, path):
    @given(case=described[path]["GET"].as_strategy(), data=st.data(), known=st.booleans())
    @settings(
        max_examples=30,
        derandomize=True,
        deadline=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def attacked(case, data, known):
        if known:
            # Odd parameters of an address that there is reach further than an odd address.
            names = set(case.path_parameters or {}) & set(KNOWN)
            case.path_parameters |= {name: data.draw(KNOWN[name]) for name in names}
        case.call_and_validate(headers=HOST, checks=CONFORMANCE)

    attacked()
