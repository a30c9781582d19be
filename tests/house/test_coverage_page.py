"""The page that says what is covered cannot claim what no test shows."""

import pytest

from coverage_doc import Collector, Journey, page

LEDGER = {"CON-01": "Calls", "CON-02": "Answer times", "INV-01": "Allocation", "P-CON-01": ""}


def test_a_served_row_names_its_tests_and_the_rest_are_counted():
    written = page([Journey("tests/x.py::test_a", "A call is answered.", ("CON-02",))], LEDGER)

    assert "Served: 1 of 4 rows." in written
    assert "| CON | 1 | 2 |\n| INV | 0 | 1 |\n| P-CON | 0 | 1 |\n" in written
    assert "**CON-02** Answer times\n\n- A call is answered. `tests/x.py::test_a`\n" in written
    assert "CON-01" not in written


def test_a_row_that_does_not_exist_is_refused():
    with pytest.raises(SystemExit, match="test_a is marked with NOT-A-ROW"):
        page([Journey("tests/x.py::test_a", "", ("NOT-A-ROW",))], LEDGER)


def test_skipped_tests_do_not_count(pytester):
    pytester.makepyfile(
        """
        import pytest

        @pytest.mark.ledger("CON-01")
        @pytest.mark.parametrize("n", [1, 2])
        def test_counts(n):
            "A sentence."

        @pytest.mark.ledger("CON-02")
        @pytest.mark.skip
        def test_does_not(): ...

        def test_unmarked(): ...
        """
    )
    collector = Collector()
    pytester.inline_run("--collect-only", "-p", "no:cacheprovider", plugins=[collector])

    assert [(j.sentence, j.rows) for j in collector.journeys.values()] == [
        ("A sentence.", ("CON-01",))
    ]
