"""What the API says of guided assessments: their declarations, and no answer of anybody."""

from pydantic import BaseModel, Field


class AuthorityBody(BaseModel):
    """Whose rule it is."""

    weight: str
    source: str


class OptionBody(BaseModel):
    """One answer, grade or reason."""

    key: str
    says: str


class BranchBody(BaseModel):
    """Asked only where an earlier question has one of these answers."""

    question: str
    answers: list[str]


class QuestionBody(BaseModel):
    """One question, why it is asked, and how it can be answered."""

    key: str
    text: str
    why: str
    kind: str
    options: list[OptionBody]
    instead: list[str] = Field(
        description="Answers that are none of its own: refused, not-asked, dont-know."
    )
    only: list[BranchBody]
    required: bool


class PartBody(BaseModel):
    """Questions that are asked together."""

    key: str
    title: str
    says: str
    questions: list[QuestionBody]


class VersionBody(BaseModel):
    """The questions as they were asked from a day on."""

    number: int
    since: str
    reason: str
    parts: list[PartBody]


class CriterionBody(BaseModel):
    """A reason that is enough by itself."""

    key: str
    says: str
    authority: AuthorityBody


class ProcedureSummary(BaseModel):
    """A guided assessment with why it is made."""

    key: str
    title: str
    why: str
    area: str
    about: str | None = Field(description="Type of the record that it is about.")
    makes: str | None = Field(description="Type of the record that it becomes.")
    version: int = Field(description="Number of the newest version of the questions.")
    url: str


class ProcedureDetail(ProcedureSummary):
    """The whole declaration."""

    authority: AuthorityBody
    owner: str
    review_by: str
    roles: list[str] = Field(description="Roles whose holders may answer.")
    refusals: list[OptionBody] = Field(description="Reasons for which it can be declined.")
    grades: list[OptionBody] = Field(description="What can be decided, lowest first.")
    criteria: list[CriterionBody]
    versions: list[VersionBody]
    measures: list[str] = Field(description="Keys of the measures that it has.")
