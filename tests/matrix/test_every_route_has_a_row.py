"""A route that nobody has thought about would be open by accident: each has a row (section 8.1)."""

from matrix.asking import names_of_routes
from matrix.routes import BEHIND_DOORS, DOORS, ROUTES, row_of


def test_every_route_has_a_row_in_the_matrix():
    missing = sorted({name for name in names_of_routes() if row_of(name) is None})

    assert missing == [], f"Say in tests/matrix/routes.py how these are asked: {missing}"


def test_no_row_stands_for_a_route_that_is_gone():
    known = set(names_of_routes())
    stray = [name for name in ROUTES if name not in known]
    stray += [f"{door}:{name}" for door in DOORS for name in BEHIND_DOORS
              if f"{door}:{name}" not in known]  # fmt: skip

    assert stray == []


def test_a_row_that_is_not_asked_says_why():
    assert all(
        len(row.not_asked) > 20
        for row in ROUTES.values()
        if row.not_asked or not row.reads
        if row.not_asked
    )
