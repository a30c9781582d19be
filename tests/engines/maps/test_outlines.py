"""Outlines are read as shipped, and a force without any is told so in a sentence."""

import json

import pytest

from peelian.engines.maps.outlines import (
    NoBoundaries,
    force_areas,
    mapped_forces,
    neighbourhoods,
)
from peelian.spine.force import UnknownForce, forces


def test_a_force_has_the_outline_of_each_of_its_neighbourhoods():
    found = neighbourhoods("staffordshire")

    assert len({outline.code for outline in found}) == 687
    assert [each.name for each in found if each.code == "E01029710"] == ["Stafford 008B"]


def test_the_file_is_read_once():
    assert neighbourhoods("staffordshire") is neighbourhoods("staffordshire")


def test_outlines_are_geojson_for_whoever_draws_them():
    geometry = neighbourhoods("staffordshire")[0].geometry

    assert geometry["type"] == "MultiPolygon"
    assert json.loads(json.dumps(geometry))["coordinates"][0][0][0] == pytest.approx(
        geometry["coordinates"][0][0][0]
    )


def test_every_territorial_force_has_an_area_with_its_slug():
    slugs = {force.slug for force in forces().values() if force.territorial}

    assert {outline.code for outline in force_areas()} == slugs


def test_a_force_whose_outlines_are_not_shipped_is_told_which_are():
    with pytest.raises(NoBoundaries, match=r"Cheshire.*They are shipped for: Staffordshire Police"):
        neighbourhoods("cheshire")


def test_a_misspelt_force_is_told_the_nearest():
    with pytest.raises(UnknownForce, match="staffordshire"):
        neighbourhoods("stafordshire")


def test_which_forces_can_be_drawn_follows_from_the_files():
    assert mapped_forces() == ("staffordshire",)


def test_staffordshire_lies_where_it_lies():
    corners = [
        place
        for outline in neighbourhoods("staffordshire")
        for rings in outline.polygons
        for place in rings[0]
    ]
    west, south = min(x for x, _y in corners), min(y for _x, y in corners)
    east, north = max(x for x, _y in corners), max(y for _x, y in corners)
    assert (round(west, 1), round(south, 1), round(east, 1), round(north, 1)) == (
        -2.5,
        52.4,
        -1.6,
        53.2,
    )
