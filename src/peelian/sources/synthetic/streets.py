"""Names for the points of the map: common ones, so that none of them is anybody's street."""

FIRST = (
    "High",
    "Church",
    "Station",
    "Victoria",
    "Park",
    "Mill",
    "Albert",
    "Queen",
    "King",
    "New",
    "North",
    "South",
    "Manor",
    "School",
    "Chapel",
    "Springfield",
    "George",
    "Grove",
    "Meadow",
    "Orchard",
)
SECOND = ("Street", "Road", "Lane", "Close", "Avenue", "Drive")
PLACES = (
    "Parking Area",
    "Supermarket",
    "Shopping Area",
    "Petrol Station",
    "Sports/recreation Area",
    "Park/open Space",
    "Nightclub",
    "Further/higher Educational Building",
)
STREETS = tuple(
    f"On or near {name}"
    for name in (*PLACES, *(f"{first} {second}" for first in FIRST for second in SECOND))
)
NOWHERE = "No Location"
