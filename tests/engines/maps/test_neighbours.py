"""Areas lie next to each other where they share a border, not where they meet at a corner."""

from engines.maps.map_samples import square
from peelian.engines.maps.neighbours import neighbours, touching


def test_a_shared_side_makes_neighbours_and_a_shared_corner_does_not():
    """
    c .
    a b    a touches b and c along a side; b and c meet at one point.
    """
    found = touching((square("a", 0.0, 0.0), square("b", 1.0, 0.0), square("c", 0.0, 1.0)))

    assert found == {"a": ("b", "c"), "b": ("a",), "c": ("a",)}


def test_an_island_has_none():
    assert touching((square("a", 0.0, 0.0), square("b", 9.0, 9.0))) == {"a": (), "b": ()}


def test_every_neighbourhood_of_a_force_has_a_neighbour_and_is_one_in_return():
    found = neighbours("staffordshire")

    assert min(len(others) for others in found.values()) >= 1
    assert all(code in found[other] for code, others in found.items() for other in others)


def test_neighbours_are_those_of_the_map():
    """Stafford 008B lies within two others, as the published map shows."""
    assert neighbours("staffordshire")["E01029710"] == ("E01029711", "E01029713")
