"""What there is: measures, areas, forces, and what is loaded."""

from typing import Annotated, Any

from django.http import HttpRequest
from django.urls import reverse
from ninja import Query, Router

from peelian import catalogue
from peelian.engines.measures.kinds import Measure
from peelian.engines.measures.periods import GRAINS
from peelian.engines.measures.stated import stated_checks
from peelian.engines.measures.words import unit_in_words
from peelian.sources import adapters
from peelian.spine.force import forces as known_forces
from peelian.web.answers import reader
from peelian.web.api.asking import Key, OfForce, one_of
from peelian.web.api.bodies.figures import SourceFile
from peelian.web.api.bodies.listings import Area, Force, Index
from peelian.web.api.bodies.measures import MeasureDetail, MeasureSummary
from peelian.web.api.bodies.shared import Page
from peelian.web.api.figures import source_file
from peelian.web.api.paging import Limit, following
from peelian.web.api.problems import REFUSALS, Refused, check_parameters

router = Router()

TYPES = sorted({key for measure in catalogue.declared_measures() for key in measure.reads})
OfType = Annotated[
    str,
    one_of(["", *TYPES]),
    Query("", description="A record type; all where it is left out."),
]


@router.get("/", response={200: Index, **REFUSALS}, summary="What there is", tags=["start"])
def index(request: HttpRequest) -> dict[str, Any]:
    """The newest snapshot and where everything else is."""
    check_parameters(request, ())
    snapshot = reader().snapshot
    names = ("measures", "areas", "forces", "coverage", "procedures")
    return {
        "title": "Peelian",
        "snapshot": snapshot.id,
        "made_at": snapshot.made_at,
        "links": {name: reverse(f"api:{name}") for name in names}
        | {"description": reverse("api:openapi-json"), "guide": reverse("api-guide")},
        "attributions": list(adapters.attributions(snapshot)),
    }


@router.get(
    "/measures",
    response={200: list[MeasureSummary], **REFUSALS},
    summary="Every measure",
    tags=["measures"],
    url_name="measures",
)
def measures(request: HttpRequest) -> list[dict[str, Any]]:
    """Every measure with its question, in the order of its area."""
    check_parameters(request, ())
    return [
        _summary(measure, listed.area.key)
        for listed in catalogue.LISTED
        for measure in listed.every
    ]


@router.get(
    "/measures/{key}",
    response={200: MeasureDetail, **REFUSALS},
    summary="One measure's definition",
    tags=["measures"],
    url_name="measure",
)
def measure(request: HttpRequest, key: Key) -> dict[str, Any]:
    """What it counts, whether forces may be compared on it, and what it can be asked."""
    check_parameters(request, ())
    found = catalogue.measure(key)
    area = catalogue.area_of(found).key
    standard = found.standard
    return _summary(found, area) | {
        "version": found.version,
        "definition": found.definition,
        "why": found.why,
        "better": found.better,
        "comparable": {
            "allowed": found.comparable.allowed,
            "reason": found.comparable.reason,
        },
        "standard": None
        if standard is None
        else {
            "value": standard.value,
            "authority": standard.authority,
            "binding": standard.binding,
        },
        "owner": found.owner,
        "review_by": found.review_by.isoformat(),
        "cautions": list(found.cautions),
        "stated": list(stated_checks(found)),
        "by": [
            {
                "key": one.key,
                "title": one.title,
                "values": list(one.codes.codes) if one.codes else None,
                "of_place": one.place is not None,
            }
            for one in found.by
        ],
        "periods": list(GRAINS),
        "beside": [other.key for other in found.beside],
        "cells_url": reverse("api:cells", args=[key]),
        "comparison_url": reverse("api:comparison", args=[key]),
        "control_url": reverse("api:control", args=[key]),
    }


@router.get(
    "/areas",
    response={200: list[Area], **REFUSALS},
    summary="Areas of policing",
    tags=["measures"],
    url_name="areas",
)
def areas(request: HttpRequest) -> list[dict[str, Any]]:
    """Each area with what it is about and the keys of its measures."""
    check_parameters(request, ())
    return [
        {
            "key": listed.area.key,
            "title": listed.area.title,
            "summary": listed.area.summary,
            "owner": listed.area.owner,
            "measures": [measure.key for measure in listed.every],
        }
        for listed in catalogue.LISTED
    ]


@router.get(
    "/forces",
    response={200: list[Force], **REFUSALS},
    summary="Police forces",
    tags=["forces"],
    url_name="forces",
)
def forces(request: HttpRequest) -> list[dict[str, Any]]:
    """The 43 of England and Wales, then those that police no force area. Never join by name."""
    check_parameters(request, ())
    return [
        {
            "slug": force.slug,
            "name": force.name,
            "area_code": force.area_code,
            "region": force.region,
            "country": force.country,
            "territorial": force.territorial,
        }
        for force in known_forces().values()
    ]


@router.get(
    "/coverage",
    response={200: Page[SourceFile], **REFUSALS},
    summary="What is loaded",
    tags=["forces"],
    url_name="coverage",
)
def coverage(
    request: HttpRequest,
    type: OfType = "",
    force: OfForce = "",
    after: Annotated[str, Query(description="As `next` gives it.")] = "",
    limit: Limit = 100,
) -> dict[str, Any]:
    """Every file that is loaded, by record type, force and month: what is not here is missing."""
    check_parameters(request, ("type", "force", "after", "limit"))
    parts = reader().snapshot.parts
    if type and type not in TYPES:
        raise Refused(
            400,
            what=f"'{type}' is no record type.",
            where="type",
            right=f"There are: {', '.join(TYPES)}.",
        )
    if force and force not in known_forces():
        raise Refused(
            400,
            what=f"'{force}' is not a force.",
            where="force",
            right="Give a slug of /api/forces, for example staffordshire.",
        )
    held = sorted(
        (_key(part.key), part)
        for part in parts
        if (not type or part.type_key == type) and (not force or part.force_id == force)
    )
    page = [(key, part) for key, part in held if key > after][: limit + 1]
    return {
        "items": [source_file(part) for _key, part in page[:limit]],
        "next": following(request, page[limit - 1][0]) if len(page) > limit else None,
    }


def _key(place: tuple[str, str, str]) -> str:
    """A part's place as one text that sorts as the place does."""
    return "~".join(place)


def _summary(found: Measure, area: str) -> dict[str, Any]:
    return {
        "key": found.key,
        "title": found.title,
        "asks": found.asks,
        "kind": found.kind,
        "area": area,
        "unit": unit_in_words(found),
        "url": reverse("api:measure", args=[found.key]),
    }
