from __future__ import annotations

import json

from geodb.dossier.schema import schema_text
from geodb.resources import seeds_dir

REGENERATE = """\
python -c 'from geodb.dossier.schema import schema_text as s; print(s(), end="")' > seeds/dossier.schema.json
"""


def test_the_schema_beside_the_seeds_is_fresh() -> None:
    kept = (seeds_dir() / "dossier.schema.json").read_text(encoding="utf-8")
    assert kept == schema_text(), f"run: {REGENERATE}"


def test_the_schema_asks_only_for_what_a_writer_must_give() -> None:
    schema = json.loads(schema_text())
    assert schema["required"] == ["dossier", "dataset"]
    assert schema["$defs"]["Statement"]["required"] == ["key", "speaker", "form"]
    assert "from" in schema["$defs"]["ActorRelation"]["properties"]
    assert schema["additionalProperties"] is False
