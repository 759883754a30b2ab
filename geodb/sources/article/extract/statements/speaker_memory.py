"""Who spoke or acted last, as the sentences of an article are read, for pronouns to mean."""

from __future__ import annotations

from geodb.sources.article.extract.cast import Cast
from geodb.sources.article.extract.page import Passage
from geodb.sources.article.extract.statements.subjects import is_object, main_subject

_MANY = frozenset({"unnamed_group", "population", "armed_group", "ethnic_group"})
Who = tuple[str, ...]


class Memory:
    """Keeps the last speaker, the last person and the last body; `start` and `end` are those of the sentence."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._passage: Passage | None = None
        self.last_person: Who | None = None
        self.last_body: Who | None = None
        self._last_many: Who | None = None
        self._spoke_at = -1
        self.start = self.end = 0
        self.last: Who | None = None
        self.spoke_here = False

    def enter(self, passage: Passage) -> None:
        """Begin a passage; who spoke in the one before may go on only by a pronoun."""
        self._remember_subjects()
        self._passage = passage
        self.start = self.end = 0
        self.last = None

    def sentence(self, start: int, end: int) -> None:
        """Begin a sentence."""
        self._remember_subjects()
        self.start, self.end = start, end
        self.spoke_here = False

    def spoke(self, who: Who, at: int) -> None:
        """Note who was found to speak, by a verb at an offset."""
        self.last, self._spoke_at = who, at
        self.spoke_here = True
        if self._cast.actors[who[0]].kind == "unnamed_group":
            self._last_many = who
        elif not self.is_person(who):
            self.last_body = who
        elif len(who) == 1:
            self.last_person = who

    def spoke_between(self, start: int, end: int) -> Who | None:
        """Return who spoke last, if it was by a verb of this sentence between two offsets."""
        return self.last if self.spoke_here and start <= self._spoke_at < end else None

    def is_person(self, who: Who) -> bool:
        """Whether somebody is a person."""
        return self._cast.actors[who[0]].kind in {"person", "unnamed_person"}

    def many(self) -> Who | None:
        """Return whom `they` means."""
        last = self.last or self._last_many or self.last_body
        return last if last and (len(last) > 1 or self._cast.actors[last[0]].kind in _MANY) else None

    def person(self, passage: Passage, before: int) -> Who | None:
        """Return whom `he` or `she` at an offset means."""
        here = [m for m in passage.within(self.start, before) if self.is_person(m.actors)]
        subject = next((m for m in here if not is_object(passage, m, self.start)), None)
        return subject.actors if subject else self.last_person

    def body(self, passage: Passage, before: int) -> Who | None:
        """Return what `it` at an offset means."""
        subject = main_subject(passage, self.start, before)
        return subject.actors if subject and not self.is_person(subject.actors) else self.last_body

    def _remember_subjects(self) -> None:
        """Let the subjects of a sentence be meant by the next pronoun."""
        passage = self._passage
        if passage is None or self.spoke_here or not self.end:
            return
        subject = main_subject(passage, self.start, self.end)
        if subject and not self.is_person(subject.actors):
            self.last_body = subject.actors
        for mention in passage.within(self.start, self.end):
            if self.is_person(mention.actors) and not is_object(passage, mention, self.start):
                self.last_person = mention.actors
                return
