"""`--database-only` keeps the tests that could come out otherwise on another database."""

import pytest

TESTS = """
    import pytest
    from django.test import TestCase

    @pytest.fixture
    def account(db):
        return "an account"

    @pytest.mark.django_db
    def test_marked(): ...

    def test_by_a_fixture_of_a_fixture(account): ...

    def test_with_its_own(own_database): ...

    class TestOfDjango(TestCase):
        def test_by_its_class(self): ...

    def test_of_arithmetic(): ...

    @pytest.mark.long
    def test_for_minutes(own_database): ...
"""


@pytest.fixture
def chosen(pytester, request):
    """The names of the tests above that pytest would run with these options."""
    pytester.makeini("[pytest]\nmarkers = long: takes minutes")
    pytester.makepyfile(TESTS)
    pytester.makeconftest((request.config.rootpath / "tests" / "conftest.py").read_text())

    def names(*options):
        listed = pytester.inline_run("--collect-only", "-q", *options)
        return [
            item.name
            for call in listed.getcalls("pytest_itemcollected")
            for item in [call.item]
            if item in listed.getcalls("pytest_collection_finish")[0].session.items
        ]

    return names


def test_what_has_no_database_is_left_out(chosen):
    assert chosen("--database-only") == [
        "test_marked",
        "test_by_a_fixture_of_a_fixture",
        "test_with_its_own",
        "test_by_its_class",
    ]


def test_without_the_option_all_but_the_long_runs_are_kept(chosen):
    assert len(chosen()) == 5
    assert "test_for_minutes" not in chosen()
    assert chosen("-m", "long") == ["test_for_minutes"]
