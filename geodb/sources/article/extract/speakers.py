"""Who speaks: the subject of a verb, by its place before or after it, by pronoun, or by going on speaking."""

from __future__ import annotations

import re

from geodb.sources.article.extract.cast import Cast
from geodb.sources.article.extract.page import Mention, Passage
from geodb.sources.article.structure import Quote

_BETWEEN = re.compile(
    r"(?:\s|,\s(?:who|which)\s)?(?:,\s[^,;.“”\"]{0,90},\s?)?"
    r"(?:\s?(?:also|has|have|had|later|then|further|again|recently|reportedly|previously|repeatedly|today|yesterday"
    r"|on\s\w+|[A-Z]\w+day|earlier|first|once|\w+ly|did\snot|told\s\w+|and|himself|herself|itself|in\sa\s\w+|“[^”]*”)\s?,?)*\s?"
)
_PRONOUN = re.compile(
    r"\b(?P<pronoun>[Hh]e|[Ss]he|[Tt]hey)\s(?:also\s|has\s|had\s|then\s|later\s|further\s|\w+ly\s)?$"
)
_AFTER = re.compile(r"\s(?:the\s)?")
_GROUP_WORDS = (
    r"(?P<group>(?:(?:[Aa]n?|[Tt]he|[Ss]ome|[Ss]everal|[Mm]any|[Tt]wo|[Tt]hree)\s)?(?:[a-z-]+\s){0,3}?"
    r"(?:officials?|spokes(?:man|woman|person)|sources?|diplomats?|analysts?|experts?|witnesses|residents|police"
    r"|authorities|activists|lawmakers|critics|observers|commanders?|ministers?|investigators|scientists|researchers"
    r"|prosecutors|protesters|organi[sz]ers|rebels|militants|survivors|doctors|lawyers|economists))"
)
_GROUP = re.compile(rf"\b{_GROUP_WORDS}\s(?:also\s|has\s|have\s|had\s|\w+ly\s)?$")
_GROUP_HERE = re.compile(rf"{_GROUP_WORDS}\b")
_BACK = 90
_KINDS_THAT_SPEAK_FOR_OTHERS = frozenset({"region_collective"})
Found = tuple[tuple[str, ...], int, str]  # who, where the statement begins, how the speaker was found


class Speakers:
    """Keeps who spoke last while the sentences of a passage are read."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._passage: Passage | None = None
        self._start = self._end = 0
        self._last: tuple[str, ...] | None = None
        self._last_person: tuple[str, ...] | None = None
        self._spoke_here = False

    def enter(self, passage: Passage) -> None:
        """Begin a passage; who spoke in the one before may go on only by a pronoun."""
        self._passage = passage
        self._last = None

    def sentence(self, start: int, end: int) -> None:
        """Begin a sentence."""
        if self._passage and self._end:
            self._remember_subject()
        self._start, self._end = start, end
        self._spoke_here = False

    def spoke(self, who: tuple[str, ...]) -> None:
        """Note who was found to speak."""
        self._last = who
        self._spoke_here = True
        if len(who) == 1 and self._cast.actors[who[0]].kind == "person":
            self._last_person = who

    def of_verb(self, start: int, end: int, *, participle: bool) -> Found | None:
        """Return who says the verb at `start` to `end`, and where the statement begins."""
        passage = self._passage
        if passage is None:
            return None
        subject = self._subject_before(passage, start)
        if subject and not (participle and passage.text[subject.end : start].strip().endswith(",")):
            who = self._coordinated(passage, subject)
            return who[0], who[1], "subject"
        if participle:
            return self._of_participle(passage, start)
        if pronoun := _PRONOUN.search(passage.text, max(self._start, start - 24), start):
            who_was = self._last_person_before(passage, pronoun.start())
            return (who_was, pronoun.start(), "pronoun") if who_was else None
        inverted = self._mention_at(passage, end)
        if inverted and passage.text[start - 2 : start - 1] in {"”", '"', ",", "’", "»"}:
            return inverted.actors, start, "inverted"
        if group := _GROUP.search(passage.text, max(self._start, start - 60), start):
            return self._group(passage, group), group.start(), "group"
        return None

    def goes_on(self, quote: Quote) -> tuple[str, ...] | None:
        """Return who speaks a quotation that stands as a sentence of its own, after somebody spoke."""
        if self._last is None or self._passage is None:
            return None
        length = self._end - self._start
        return self._last if quote.span.end - quote.span.start >= 0.7 * length else None

    def group_at(self, at: int) -> tuple[tuple[str, ...], int] | None:
        """Return the unnamed group that is named at an offset, as in `according to local officials`."""
        passage = self._passage
        match = _GROUP_HERE.match(passage.text, at) if passage else None
        return (self._group(passage, match), match.end()) if passage and match else None

    # --- subjects ----------------------------------------------------------------------------------------

    def _subject_before(self, passage: Passage, start: int) -> Mention | None:
        before = [m for m in passage.within(max(self._start, start - _BACK), start) if m.how != "adjective"]
        for mention in reversed(before):
            if self._cast.actors[mention.actors[0]].kind in _KINDS_THAT_SPEAK_FOR_OTHERS:
                continue
            if _BETWEEN.fullmatch(passage.text, mention.end, start) and not self._is_object(passage, mention):
                return mention
        return None

    def _is_object(self, passage: Passage, mention: Mention) -> bool:
        before = passage.text[max(self._start, mention.begin - 14) : mention.begin]
        is_object = re.search(r"\b(?:with|of|by|to|from|on|for|against|between|in|at)\s(?:the\s)?$", before)
        return bool(is_object) and passage.text[mention.end : mention.end + 1] != ","

    def _coordinated(self, passage: Passage, subject: Mention) -> tuple[tuple[str, ...], int]:
        """Return all speakers of a list such as `France, Germany, and Italy`, and where it begins."""
        who, first = list(subject.actors), subject
        for mention in reversed(passage.within(self._start, subject.begin)):
            between = passage.text[mention.end : first.begin]
            if not re.fullmatch(r",\s(?:the\s)?|,?\sand\s(?:the\s)?", between) or mention.how == "adjective":
                break
            if first is subject and "and" not in between:
                break
            who[:0] = [key for key in mention.actors if key not in who]
            first = mention
        return tuple(dict.fromkeys(who)), first.begin

    def _of_participle(self, passage: Passage, start: int) -> Found | None:
        """`, stating that …` belongs to who spoke in the sentence, or else to its subject."""
        before = passage.text[self._start : start]
        if before.strip() and not before.rstrip(' ”’"»').endswith(
            (",", "and", "“", '"', "while", "when", "by")
        ):
            return None
        if self._spoke_here and self._last:
            return self._last, start, "participle"
        if not before.strip():
            following = next(
                (m for m in passage.within(start, self._end) if self._is_subject_of_main(passage, m)), None
            )
            return (following.actors, start, "participle") if following else None
        subject = self._main_subject(passage, start)
        return (subject, start, "participle") if subject else None

    def _is_subject_of_main(self, passage: Passage, mention: Mention) -> bool:
        return passage.text[mention.begin - 2 : mention.begin] == ", " and mention.how in {
            "name",
            "short",
            "group",
        }

    def _main_subject(self, passage: Passage, before: int) -> tuple[str, ...] | None:
        """Return the first person, government or organization of the sentence that is no object."""
        for mention in passage.within(self._start, before):
            if mention.how == "adjective" or self._is_object(passage, mention):
                continue
            if passage.text[mention.end : mention.end + 2] in {"’s", "'s"}:
                continue
            return mention.actors
        return None

    def _mention_at(self, passage: Passage, end: int) -> Mention | None:
        gap = _AFTER.match(passage.text, end)
        at = gap.end() if gap else end
        return next((m for m in passage.within(end, self._end) if m.begin <= at + 1 and m.start >= end), None)

    def _last_person_before(self, passage: Passage, start: int) -> tuple[str, ...] | None:
        here = [
            m for m in passage.within(self._start, start) if self._cast.actors[m.actors[0]].kind == "person"
        ]
        subject = next((m for m in here if not self._is_object(passage, m)), None)
        return subject.actors if subject else self._last_person

    def _remember_subject(self) -> None:
        """Let a person who was the subject of the sentence be meant by the next pronoun."""
        passage = self._passage
        if passage is None or self._spoke_here:
            return
        for mention in passage.within(self._start, self._end):
            if self._cast.actors[mention.actors[0]].kind == "person" and not self._is_object(
                passage, mention
            ):
                self._last_person = mention.actors
                return

    def _group(self, passage: Passage, match: re.Match[str]) -> tuple[str, ...]:
        name = re.sub(r"^(?:[Aa]n?|[Tt]he)\s", "", match["group"])
        at = (passage.no, match.start("group"), match.end("group"))
        one = re.search(
            r"(?:official|man|woman|person|source|diplomat|analyst|expert|commander|minister)$", name
        )
        kind = "unnamed_person" if one else "unnamed_group"
        return (self._cast.other(kind, name[:1].upper() + name[1:], at, "group.subject", 60),)
