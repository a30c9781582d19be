"""The columns that street and outcomes files have in common, and what their values must be.

The publisher's own description is thin; the rules are what 731 street and 507 outcomes files of
2018 to 2022 keep. Blank identifiers, positions and areas are common and stand for nothing wrong.
"""

from peelian.records.load.kinds import Column
from peelian.records.load.rules import MonthOfFile, Number, Text, area_code, hexadecimal

# The United Kingdom with its islands; a point outside is a slip, such as swapped coordinates.
DEGREES_EAST = Number(-9.5, 2.5, "degrees east")
DEGREES_NORTH = Number(49.0, 61.5, "degrees north")

WHO_WHEN_WHERE = (
    Column("Crime ID", "crime_id", hexadecimal(64)),
    Column("Month", "month", MonthOfFile()),
    Column("Reported by", "reported_by", Text(80, required=True)),
    Column("Falls within", "falls_within", Text(80, required=True)),
    Column("Longitude", "longitude", DEGREES_EAST, together_with="latitude"),
    Column("Latitude", "latitude", DEGREES_NORTH, together_with="longitude"),
    Column("Location", "location", Text(200)),
    Column("LSOA code", "lsoa_code", area_code()),
    Column("LSOA name", "lsoa_name", Text(80)),
)
