"""Who says a participle: `…, stating that …; the agency quoted X as saying`."""

from __future__ import annotations

import re
from typing import NamedTuple

from geodb.sources.article.extract.page import Mention, Passage
from geodb.sources.article.extract.statements.described import described_before
from geodb.sources.article.extract.statements.speaker_memory import Memory, Who
from geodb.sources.article.extract.statements.speaker_nouns import Nouns
from geodb.sources.article.extract.statements.subjects import main_subject

_AS = re.compile(
    r"\b(?:(?P<be>was|were|is|been)\s(?:\w+ly\s)?)?(?:quot|cit|report)(?:ed|ing|es?|s)\s(?P<whom>[^;:“”\"]{0,90}?\bas\s)$"
)
_ENDS_SOON = re.compile(r"\w+(?:\s(?:on\s|in\s|last\s)?[A-Z][^,.;“”\"]{2,30})?\.(?:\s|$)")
"""How `…, the agency quoted X as saying on Monday.` ends, whose words stand before it."""
_BEGINNINGS = re.compile(r"\b(?:when|after|as|because|while|that)\s")


class Found(NamedTuple):
    """Who speaks, where the statement begins, how the speaker was found, and where the words that tell it end.

    `verb` is where it may begin instead, if much is inserted between subject and verb.
    """

    who: Who
    begin: int
    how: str
    end: int
    verb: int = -1


def by_participle(passage: Passage, start: int, memory: Memory, nouns: Nouns) -> Found | None:
    """Return who says a participle at an offset: who spoke in the sentence, or else its subject."""
    before = passage.text[memory.start : start]
    if cited := _AS.search(before):
        name = next((m for m in passage.within(start - len(cited[0]), start) if m.end == start - 4), None)
        if name and _ENDS_SOON.match(passage.text, start):
            comma = passage.text.rfind(", ", memory.start, start - len(cited[0]))
            return Found(name.actors, comma + 2 if comma > 0 else name.begin, "subject", start)
        phrase = None if name else described_before(passage.text, start - len(cited["whom"]), start - 4)
        if phrase and not cited["be"] and (who := nouns.who(phrase)):
            return Found(who, phrase.begin, "subject", start)
        subject = name or (main_subject(passage, memory.start, start) if cited["be"] else None)
        return Found(subject.actors, subject.begin, "subject", start) if subject else None
    if before.strip() and not before.rstrip(' ”’"»').endswith(
        (",", "and", "“", '"', "while", "when", "by", "statement", "letter", "message", "communiqué")
    ):
        return None
    if memory.spoke_here and memory.last:
        return Found(memory.last, start, "participle", start)
    if not before.strip():
        following = next(
            (m for m in passage.within(start, memory.end) if _is_subject_of_main(passage, m)), None
        )
        return Found(following.actors, start, "participle", start) if following else None
    who = nouns.of_clause(passage, memory.start, start)
    for begin in reversed([m.end() for m in _BEGINNINGS.finditer(before)]):
        who = who or nouns.of_clause(passage, memory.start + begin, start)
    return Found(who, start, "participle", start) if who else None


def _is_subject_of_main(passage: Passage, mention: Mention) -> bool:
    is_name = mention.how in {"name", "short", "group"}
    return is_name and passage.text[mention.begin - 2 : mention.begin] == ", "
