"""What a broken rule means, in words: constraint name -> sentence.

Only rules whose meaning the kind of constraint, the table and the columns do not already tell need an entry.
"""

from __future__ import annotations

SENTENCES: dict[str, str] = {}
