"""The contract as text, read from the catalog: `columns.txt` to compare, `docs/reference/api.md` to read."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from tests.db.api.reading import rows

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

VIEWS = """
SELECT v.relname, obj_description(v.oid, 'pg_class'),
    a.attname, format_type(a.atttypid, a.atttypmod), col_description(v.oid, a.attnum)
FROM pg_class v JOIN pg_attribute a ON a.attrelid = v.oid AND a.attnum > 0
WHERE v.relnamespace = 'api'::regnamespace ORDER BY v.relname, a.attnum
"""
FUNCTIONS = """
SELECT format('%s(%s)', p.proname, pg_get_function_arguments(p.oid)),
    pg_get_function_result(p.oid), obj_description(p.oid, 'pg_proc')
FROM pg_proc p WHERE p.pronamespace = 'api'::regnamespace ORDER BY 1
"""
INTRODUCTION = """\
# The read contract: schema `api`

Views and functions that analysts and services may rely on. This page is made from the comments in the
database (`geodb/sql/views/`); a test holds the two together. A column may be added at the end of a view;
anything else is a breaking change.

What holds everywhere:

* A view of records names each by `key` (stable for ever), its kind by `kind` and its name by `label`; other
  records stand as `<role>_key` and `<role>_label`. No view shows an inner id of a record.
* Retracted records are listed by `api.record` alone (and `api.change` keeps their history). What names a
  retracted record in a place it cannot leave empty, such as a participant, is hidden with it; elsewhere the
  place is empty.
* A merged record is not listed. What names it, or hangs on it, shows the survivor; rows that thereby become
  equal are one row, rows that differ in any column stay side by side. `api.resolve(key)` answers with the
  surviving key.
* A marked record (`api.record.marking`) is for readers cleared for it; to others it is as if it were not
  there.
* Of a span of days, `<x>_edtf` is what the source said, `<x>_from` the first day and `<x>_until` the last
  day, inclusive. NULL is a bound that is not known, not reached, or
  outside the years 1 to 9998. Numbers are `double precision`, durations ISO 8601.
* Lists in one cell are joined by `'; '` in a documented order, and stand one by one in a view of their own.
"""


def columns_text(session: Session) -> str:
    columns = [f"{view}.{column} {kind}" for view, _, column, kind, _ in rows(session, VIEWS)]
    functions = [f"{signature} -> {result}" for signature, result, _ in rows(session, FUNCTIONS)]
    return "\n".join([*columns, *functions, ""])


def reference_text(session: Session) -> str:
    parts = [INTRODUCTION, "## Functions\n"]
    parts += [
        f"* `{signature}` → `{result}`: {comment}" for signature, result, comment in rows(session, FUNCTIONS)
    ]
    for (view, comment), columns in groupby(rows(session, VIEWS), key=itemgetter(0, 1)):
        parts.append(f"\n## {view}\n\n{comment}\n\n| column | type | what it is |\n|---|---|---|")
        parts += [f"| `{name}` | {kind} | {text} |" for _, _, name, kind, text in columns]
    return "\n".join([*parts, ""])
