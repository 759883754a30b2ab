"""From raw values to a Dossier; every complaint names file, line, field and value."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails
from rapidfuzz import process

from geodb.dossier.fields import DURATION_PATTERN, LANG_PATTERN, SCRIPT_PATTERN, URL_PATTERN, WrongForm
from geodb.dossier.model import Dossier
from geodb.dossier.problems import Problems
from geodb.dossier.yaml_tree import Path, Tree
from geodb.errors import GeodbError
from geodb.types import LOCAL_KEY_PATTERN, PREFIX_PATTERN

_SCALARS = (str, int, float, bool)
_MEANT = 60
_PLAIN_WORDS = {
    "tuple_type": "this must be a list",
    "dict_type": "this must be a mapping",
    "model_type": "this must be a mapping: field: value",
    "string_type": "this must be text",
    "int_type": "this must be a whole number",
    "int_parsing": "this must be a whole number",
    "int_from_float": "this must be a whole number",
    "decimal_type": "this must be a decimal number",
    "decimal_parsing": "this must be a decimal number",
    "bool_type": "this must be true or false",
    "bool_parsing": "this must be true or false",
    "date_from_datetime_parsing": "there is no such day in the calendar",
    "literal_error": "this must be {expected}",
    "greater_than": "this must be more than {gt}",
    "greater_than_equal": "this must be at least {ge}",
    "less_than": "this must be less than {lt}",
    "less_than_equal": "this must be at most {le}",
    "string_too_short": "this is empty",
    "string_too_long": "this is longer than {max_length:,} characters",
    "string_pattern_mismatch": "this is not written as it must be",
}
"""What pydantic says of values of another type or form, for people; in braces what it names."""
_WRITTEN = {
    LOCAL_KEY_PATTERN: "a key is of small letters, digits, dots, hyphens and underscores: ana-ruk",
    PREFIX_PATTERN: "a dataset is called in small letters, digits, hyphens and underscores: my-dataset",
    URL_PATTERN: "write the whole address: https://example.org/page",
    LANG_PATTERN: "a language is its code, as in en, tr or zh-Hant",
    SCRIPT_PATTERN: "a script is its code of four letters, as in Latn or Cyrl",
    DURATION_PATTERN: "a length of time is written as P10Y, P6M or P5D",
}
"""How a value of each pattern is written."""
_STORABLE = re.compile("[^\0\ud800-\udfff]*")


def validate(tree: Tree, file: str) -> Dossier:
    """Check the values of a dossier against the format.

    Raises:
        DossierError: with all problems that were found.
    """
    problems = Problems(file, tree)
    for path in () if _is_storable(tree.value) else _unstorable(tree.value, ()):
        problems.add(path, "holds a NUL character or half a surrogate pair", hint="take it out")
    problems.raise_all()
    try:
        return Dossier.model_validate(tree.value)
    except ValidationError as error:
        details = error.errors(include_url=False)
        for detail in [detail for detail in details if not _is_echo(detail)] or details:
            _complain(problems, detail)
        problems.raise_all()
        raise


def _is_storable(value: object) -> bool:
    """Whether PostgreSQL can surely hold all texts in it: one look at all of them, where a walk takes ten."""
    text = json.dumps(value, ensure_ascii=False)
    try:
        return bool(text.encode()) and r"\u0000" not in text
    except UnicodeEncodeError:
        return False


def _unstorable(value: object, path: Path) -> Iterator[Path]:
    """Yield the paths of texts that PostgreSQL cannot hold; escapes bring them in."""
    if isinstance(value, str) and not _STORABLE.fullmatch(value):
        yield path
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _unstorable(str(key), (*path, str(key)))
            yield from _unstorable(item, (*path, key))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from _unstorable(item, (*path, number))


def _is_echo(detail: ErrorDetails) -> bool:
    """Whether it is about a key that could not be derived, because of what another error tells."""
    return detail["input"] == "" and detail["loc"][-1:] == ("key",)


def _complain(problems: Problems, detail: ErrorDetails) -> None:
    path = tuple(part for part in detail["loc"] if part != "[key]")
    cause = detail.get("ctx", {}).get("error")
    message = detail["msg"].removeprefix("Value error, ")
    hint = cause.hint if isinstance(cause, GeodbError) else None
    if detail["type"] == "extra_forbidden":
        message, hint = "unknown field", _meant(path, detail["input"])
    elif detail["type"] == "missing":
        message = "is missing"
    elif detail["input"] == "" and path[-1:] in {("content",), ("text",)}:
        message = "is missing: write it, or give evidence with a quote"
    elif detail["type"] in _PLAIN_WORDS:
        message, hint = _in_plain_words(detail)
    is_one_value = detail["type"] in _PLAIN_WORDS or isinstance(cause, WrongForm)
    value = detail["input"] if is_one_value or isinstance(detail["input"], _SCALARS) else None
    problems.add(path, message, value=value, hint=hint)


def _in_plain_words(detail: ErrorDetails) -> tuple[str, str | None]:
    """Say what is wrong with the type or form of a value, and how it is written."""
    named, value = detail.get("ctx", {}), detail["input"]
    if value is None:
        return "this has no value", "write one, or take the field out"
    message = _PLAIN_WORDS[detail["type"]].format_map(named)
    if detail["type"] == "string_pattern_mismatch":
        return message, _WRITTEN.get(named["pattern"], f"its pattern is {named['pattern']}")
    if detail["type"] == "string_type" and not isinstance(value, dict):
        words = str(value).lower() if isinstance(value, bool) else value
        return message, f'is it text? Write it in quotation marks: "{words}"'
    return message, None


def _meant(path: Path, value: object) -> str | None:
    """Say which field may have been meant by the last part of `path`."""
    model: type[BaseModel] = Dossier
    for part in path[:-1]:
        if isinstance(part, str):
            model = model_in(fields_of(model).get(part)) or model
    near = process.extract(str(path[-1]), list(fields_of(model)), limit=1, score_cutoff=_MEANT)
    if near:
        return f"did you mean {near[0][0]}?"
    comma = "a text with a comma has to be in quotation marks; " if value is None else ""
    return f"{comma}fields here: {', '.join(fields_of(model))}"


def fields_of(model: type[BaseModel]) -> dict[str, Any]:
    """Return the fields of a part of the format, by the names that writers use."""
    return {field.alias or name: field.annotation for name, field in model.model_fields.items()}


def model_in(annotation: Any) -> type[BaseModel] | None:  # noqa: ANN401 - an annotation of any kind
    """Return the first part of the format that an annotation speaks of."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((model for part in get_args(annotation) if (model := model_in(part))), None)
