"""The kinds of values that a dossier is made of, each with its own check and its place in the JSON Schema."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    StringConstraints,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from geodb.errors import InvalidValue
from geodb.types import LOCAL_KEY_PATTERN, PREFIX_PATTERN, DateSpan

_TOO_LARGE = Decimal("1e300")
_DIGITS_AFTER_POINT = 300
LANG_PATTERN = r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$"
SCRIPT_PATTERN = r"^[A-Z][a-z]{3}$"
URL_PATTERN = r"^https?://[^\s/]+\S*$"
DURATION_PATTERN = r"^P(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(\d+H)?(\d+M)?(\d+S)?)?$"


class WrongForm(InvalidValue):
    """A single value is a list, a mapping or a number where it must not be one."""


class Part(BaseModel):
    """Any part of a dossier: unknown fields are refused, values never change."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        populate_by_name=True,
        validate_default=True,
        allow_inf_nan=False,
        str_strip_whitespace=True,
    )


class Ref(str):
    """A reference to a record: its key, its CURIE or its name. `kind` is what must stand there."""

    __slots__ = ("kind",)
    kind: str

    def __new__(cls, text: str, kind: str) -> Self:
        """Mark `text` as a reference to a record of `kind`; `record` stands for any kind."""
        ref = super().__new__(cls, text)
        ref.kind = kind
        return ref

    def __reduce__(self) -> tuple[type[Ref], tuple[str, str]]:
        """Let other processes read dossiers."""
        return Ref, (str(self), self.kind)


class Code(str):
    """A code; `code_list` names the list, or the taxonomy as `taxonomy:plover`."""

    __slots__ = ("code_list",)
    code_list: str

    def __new__(cls, text: str, code_list: str) -> Self:
        """Mark `text` as a code of `code_list`."""
        code = super().__new__(cls, text)
        code.code_list = code_list
        return code

    def __reduce__(self) -> tuple[type[Code], tuple[str, str]]:
        """Let other processes read dossiers."""
        return Code, (str(self), self.code_list)


@dataclass(frozen=True)
class RefTo:
    """Annotation of a field that refers to a record of this kind."""

    kind: str

    def __get_pydantic_core_schema__(self, _source: object, _handler: object) -> CoreSchema:
        """Accept any short text; resolving it comes later, when all keys are known."""
        text = core_schema.str_schema(min_length=1, max_length=300, strip_whitespace=True)
        return core_schema.no_info_after_validator_function(lambda value: Ref(value, self.kind), text)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Say in the schema what is referred to."""
        return {**handler(schema), "description": f"key, CURIE or name of: {self.kind}"}


@dataclass(frozen=True)
class InList:
    """Annotation of a field that holds a code of this list; the database knows which codes exist."""

    code_list: str

    def __get_pydantic_core_schema__(self, _source: object, _handler: object) -> CoreSchema:
        """Accept any short text."""
        text = core_schema.str_schema(min_length=1, max_length=80, strip_whitespace=True)
        return core_schema.no_info_after_validator_function(lambda value: Code(value, self.code_list), text)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Say in the schema which list the code is from."""
        return {**handler(schema), "description": f"code of: {self.code_list}"}


def _as_edtf(value: object) -> object:
    if isinstance(value, DateSpan):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        value = f"{value:04d}"  # a year is written without quotes
    if not isinstance(value, str):
        is_set = isinstance(value, list | dict)
        mark = '"[2025,2026]" or "{2025..2027}"' if is_set else '"2025-02"'
        what = "a set of dates" if is_set else "a date that looks like something else to YAML"
        raise WrongForm("this must be a date in EDTF", hint=f"{what} has to be in quotation marks: {mark}")
    return DateSpan.parse(value)


def _as_number(value: Decimal) -> Decimal:
    exponent = value.as_tuple().exponent
    if isinstance(exponent, str) or abs(value) >= _TOO_LARGE or -exponent > _DIGITS_AFTER_POINT:
        raise InvalidValue(
            "a number is finite, below 1e300 either way, with at most 300 digits after the point",
            hint="is it mistyped? Other units make it shorter",
        )
    return value


def check_numbers(value: object) -> None:
    """Raise InvalidValue for a number in `value`, however deep, that the database does not hold."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        _as_number(Decimal(str(value)))
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            check_numbers(part)


def _as_duration(value: str) -> str:
    if not re.search(r"\d[A-Z]$", value):
        raise WrongForm("a length of time names a number and its unit", hint="write it as P10Y, P6M or P5D")
    return value


def _as_list(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _as_day(value: object) -> object:
    if isinstance(value, date):
        return value
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value.strip()):
        return value.strip()
    raise InvalidValue("this must be one day", hint="write it as 2025-02-15")


class _EdtfSchema:
    def __get_pydantic_core_schema__(self, _source: object, _handler: object) -> CoreSchema:
        return core_schema.no_info_before_validator_function(
            _as_edtf,
            core_schema.is_instance_schema(DateSpan),
            serialization=core_schema.plain_serializer_function_ser_schema(str),
        )

    def __get_pydantic_json_schema__(
        self, _schema: CoreSchema, _handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": ["string", "integer"], "description": "date in EDTF: 2025-02-12, 2025-02, 2025/.."}


Edtf = Annotated[DateSpan, _EdtfSchema()]
LocalKey = Annotated[str, StringConstraints(pattern=LOCAL_KEY_PATTERN)]
Prefix = Annotated[str, StringConstraints(pattern=PREFIX_PATTERN)]
Label = Annotated[str, StringConstraints(min_length=1, max_length=500)]
Text = Annotated[str, StringConstraints(min_length=1, max_length=20_000)]
Lang = Annotated[str, StringConstraints(pattern=LANG_PATTERN)]
Script = Annotated[str, StringConstraints(pattern=SCRIPT_PATTERN)]
Country = Annotated[str, InList("country")]
Number = Annotated[Decimal, AfterValidator(_as_number)]
Day = Annotated[date, BeforeValidator(_as_day)]
Url = Annotated[str, StringConstraints(pattern=URL_PATTERN, max_length=2000)]
Marker = Annotated[str, StringConstraints(min_length=1, max_length=20)]
Duration = Annotated[
    str,
    StringConstraints(pattern=DURATION_PATTERN),
    AfterValidator(_as_duration),
    Field(description="ISO 8601 duration, as in P10Y"),
]

ActorRef = Annotated[str, RefTo("actor")]
EventRef = Annotated[str, RefTo("event")]
InitiativeRef = Annotated[str, RefTo("initiative")]
OfficeRef = Annotated[str, RefTo("office")]
PlaceRef = Annotated[str, RefTo("place")]
RecordRef = Annotated[str, RefTo("record")]
SourceRef = Annotated[str, RefTo("source")]
StatementRef = Annotated[str, RefTo("statement")]
TargetRef = Annotated[str, RefTo("target")]
AssessmentRef = Annotated[str, RefTo("assessment")]

ActorRefs = Annotated[
    tuple[ActorRef, ...],
    BeforeValidator(_as_list, json_schema_input_type=ActorRef | tuple[ActorRef, ...]),
]
RecordRefs = Annotated[
    tuple[RecordRef, ...],
    BeforeValidator(_as_list, json_schema_input_type=RecordRef | tuple[RecordRef, ...]),
]
Topics = tuple[Annotated[str, InList("topic")], ...]
Marking = Annotated[str, InList("marking")]


def word_key(text: str) -> str:
    """Return the part of a key that follows the colon, fit to stand inside a derived key."""
    return re.sub(r"[^a-z0-9._-]+", "-", text.partition(":")[2] or text.lower()).strip("-")


def filled(data: Any, **defaults: str | None) -> Any:  # noqa: ANN401 - raw input of a validator
    """Return raw input with the fields that it leaves out set to `defaults`; other input as it is."""
    if not isinstance(data, dict):
        return data
    return {**{name: value for name, value in defaults.items() if value is not None}, **data}
