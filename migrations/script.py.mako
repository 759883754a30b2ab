"""${message}

Revision ID: ${up_revision}
Revises: ${down_revision | comma,n}
"""

# Rules of the house, all of them tested:
#   * Frozen: import nothing of geodb; name tables with sa.table(); SQL bodies go to migrations/sql/${up_revision}/.
#   * Name every constraint and index by the convention (see geodb/db/base.py), at most 50 bytes.
#   * Comment every table, column and function.
#   * Change the schema or the data, not both. NOT NULL comes in three steps: column, data, constraint.
#   * Write the downgrade. Where data cannot come back, raise and say so.
#   * ENABLE ALWAYS each trigger, so that large loads meet it too (docs/decisions/0008-references-by-sets.md); a table with
#     foreign keys gets the triggers tg_<table>_refs_insert and _update, ENABLE REPLICA.
#   * A function or trigger never changes: make its _v2 and drop _v1. Views of schema api are plain files in
#     geodb/sql/views and are made anew by env.py; a revision never names them.
#   * env.py sets the timeouts: a step that waits long for a lock fails rather than stop the readers.

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
${imports if imports else ""}

revision = ${repr(up_revision)}
down_revision: str | None = ${repr(down_revision)}
branch_labels: str | None = ${repr(branch_labels)}
depends_on: str | None = ${repr(depends_on)}


def upgrade() -> None:
    ${upgrades if upgrades else "pass"}


def downgrade() -> None:
    ${downgrades if downgrades else "pass"}
