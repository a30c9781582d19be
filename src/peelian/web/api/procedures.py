"""Guided assessments as they are declared. What anybody answered is behind sign-in alone."""

from typing import Annotated, Any

from django.http import HttpRequest
from django.urls import reverse
from ninja import Path, Router

from peelian import catalogue
from peelian.engines.duties.authority import Authority
from peelian.engines.procedures.asking import options_of, ways_round
from peelian.engines.procedures.declared import Procedure
from peelian.engines.procedures.measuring import measures_of
from peelian.engines.procedures.questions import Option, Question, Version
from peelian.records.schema import type_key
from peelian.web.api.asking import one_of
from peelian.web.api.bodies.procedures import ProcedureDetail, ProcedureSummary
from peelian.web.api.problems import REFUSALS, Refused, check_parameters

router = Router()
ProcedureKey = Annotated[
    str,
    one_of([procedure.key for procedure in catalogue.procedures()]),
    Path(description="Key of a guided assessment."),
]


@router.get(
    "/procedures",
    response={200: list[ProcedureSummary], **REFUSALS},
    summary="Every guided assessment",
    tags=["procedures"],
    url_name="procedures",
)
def procedures(request: HttpRequest) -> list[dict[str, Any]]:
    """Every guided assessment, in the order of its area."""
    check_parameters(request, ())
    return [_summary(one) for one in catalogue.procedures()]


@router.get(
    "/procedures/{key}",
    response={200: ProcedureDetail, **REFUSALS},
    summary="One guided assessment's questions",
    tags=["procedures"],
    url_name="procedure",
)
def procedure(request: HttpRequest, key: ProcedureKey) -> dict[str, Any]:
    """What is asked in each version, who may answer, and by whose authority."""
    check_parameters(request, ())
    found = next((one for one in catalogue.procedures() if one.key == key), None)
    if found is None:
        raise Refused(
            404,
            what=f"There is no guided assessment '{key}'.",
            where="key",
            right=f"{reverse('api:procedures')} lists them all.",
        )
    return _summary(found) | {
        "authority": _authority(found.authority),
        "owner": found.owned_by,
        "review_by": found.review_by.isoformat(),
        "roles": list(found.roles),
        "refusals": _options(found.refusals),
        "grades": _options(found.grades.options if found.grades else ()),
        "criteria": [
            {"key": one.key, "says": one.says, "authority": _authority(one.authority)}
            for one in found.criteria
        ],
        "versions": [_version(one) for one in found.versions],
        "measures": [one.key for one in measures_of(found)],
    }


def _summary(found: Procedure) -> dict[str, Any]:
    listed = next(one for one in catalogue.LISTED if any(each is found for each in one.procedures))
    return {
        "key": found.key,
        "title": found.title,
        "why": found.why,
        "area": listed.area.key,
        "about": type_key(found.about) if found.about else None,
        "makes": type_key(found.makes) if found.makes else None,
        "version": found.versions[-1].number,
        "url": reverse("api:procedure", args=[found.key]),
    }


def _authority(one: Authority) -> dict[str, str]:
    return {"weight": str(one.weight), "source": one.source}


def _options(options: tuple[Option, ...]) -> list[dict[str, str]]:
    return [{"key": one.key, "says": one.says} for one in options]


def _version(version: Version) -> dict[str, Any]:
    return {
        "number": version.number,
        "since": version.since.isoformat(),
        "reason": version.reason,
        "parts": [
            {
                "key": page.key,
                "title": page.title,
                "says": page.says,
                "questions": [_question(one) for one in page.questions],
            }
            for page in version.pages
        ],
    }


def _question(question: Question) -> dict[str, Any]:
    return {
        "key": question.key,
        "text": question.text,
        "why": question.why,
        "kind": question.kind,
        "options": _options(options_of(question)),
        "instead": list(ways_round(question)),
        "only": [{"question": one.question, "answers": list(one.answers)} for one in question.only],
        "required": question.required,
    }
