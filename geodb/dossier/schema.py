"""The JSON Schema of a dossier, for editors that complete and check while one writes."""

from __future__ import annotations

import json
from typing import Any

from geodb.dossier.model import Dossier

_SAYS_NOTHING: tuple[object, ...] = ("", None, [])


def schema_text() -> str:
    """Return the JSON Schema of a dossier (draft 2020-12), as it is kept in `seeds/dossier.schema.json`."""
    schema = _pruned(Dossier.model_json_schema())
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = "geodb dossier"
    schema["required"].remove("key")  # the reader takes the folder's name
    return json.dumps(schema, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def _pruned(part: Any) -> Any:  # noqa: ANN401 - any part of a schema
    """Leave out what pydantic adds to every field: titles made of names, and empty defaults."""
    if isinstance(part, list):
        return [_pruned(item) for item in part]
    if not isinstance(part, dict):
        return part
    return {name: _pruned(value) for name, value in part.items() if not _is_noise(name, value)}


def _is_noise(name: str, value: object) -> bool:
    return (name == "title" and isinstance(value, str)) or (name == "default" and value in _SAYS_NOTHING)
