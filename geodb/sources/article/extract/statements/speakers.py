"""Who speaks: the subject of a verb, by its place before or after it, by pronoun or noun, or by going on speaking."""

from __future__ import annotations

import re

from geodb.sources.article.extract.cast import Cast
from geodb.sources.article.extract.language.small_words import BEFORE_VERB
from geodb.sources.article.extract.language.speaker_words import DOCUMENTS
from geodb.sources.article.extract.names.unknown_names import name_at, name_before
from geodb.sources.article.extract.page import Passage
from geodb.sources.article.extract.statements.described import described_at, described_before
from geodb.sources.article.extract.statements.speaker_beside import Beside
from geodb.sources.article.extract.statements.speaker_memory import Memory, Who
from geodb.sources.article.extract.statements.speaker_nouns import Nouns
from geodb.sources.article.extract.statements.speaker_participles import Found, by_participle
from geodb.sources.article.extract.statements.speech import JOINT
from geodb.sources.article.extract.statements.speech_verbs import SHOWS
from geodb.sources.article.extract.statements.subjects import subject_before, with_list

_PRONOUN = re.compile(rf"\b(?P<pronoun>[Hh]e|[Ss]he|[Tt]hey|[Ii]t|[Bb]oth)\s(?:{BEFORE_VERB}\s)*$")
_COORDINATED = re.compile(rf"(?:,?\s(?:and|but)|,(?!\sonce))\s(?:{BEFORE_VERB}\s)*$")
_HIM = re.compile(r"\s(?:him|her)\b(?!\s\w)")
_HE_AND = re.compile(r"\b(?:[Hh]e|[Ss]he)\sand\s(?:the\s)?$")
_HE = re.compile(r"[Hh]e\s|[Ss]he\s")
_NEITHER = re.compile(r"\b(?:[Nn]either|nor|[Nn]obody|[Nn]o\sone)\s(?:the\s)?$")
_CLAUSE = re.compile(r"(?:;|,\s(?:while|whereas|although|though|and|but))\s")
_SHOWS = re.compile(
    r"(?:underscor|highlight|underlin|suggest|indicat|impl|point|reveal|confirm|stress|recall|repeat)"
)
_THAT = re.compile(r"\b(?P<noun>\w+),?\s(?:that|which)\s(?:also\s|\w+ly\s)?$")
_BULLET = re.compile(r"(?:(?:[-–—•*·]|\(?[0-9a-z]{1,3}[.)])\s)?(?:also\s)?")
_WHO = re.compile(rf",?\swho\s(?:{BEFORE_VERB}\s)*$")
_FAR = 25


class Speakers:
    """Tells who speaks, sentence by sentence."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self._memory = Memory(cast)
        self._nouns = Nouns(cast, self._memory)
        self._beside = Beside(self._memory, self._nouns)
        self._passage: Passage | None = None
        self._lead: Who | None = None
        self.we: Who | None = None
        self.is_ours = False
        """Whether `We, the leaders of …` opened what is read."""

    def enter(self, passage: Passage) -> None:
        """Begin a passage; who spoke in the one before may go on only by a pronoun."""
        bullet = _BULLET.match(passage.text)
        if self._passage and not (self._lead and bullet and bullet.end()):
            self._lead = self._nouns.of_lead(self._passage)
        if self._passage is None and JOINT.search(passage.text):
            self.we = tuple(key for each in passage.mentions for key in each.actors) or None
        if passage.is_turn:
            self.we, self.is_ours = None, False
        self._passage = passage
        self._memory.enter(passage)
        self._nouns.enter(passage)

    def sentence(self, start: int, end: int) -> None:
        """Begin a sentence."""
        self._memory.sentence(start, end)

    def spoke(self, who: Who, at: int) -> None:
        """Note who was found to speak, by a verb at an offset."""
        self._memory.spoke(who, at)

    def of_verb(self, start: int, end: int, *, participle: bool, is_plain: bool = True) -> Found | None:
        """Return who says the verb at `start` to `end`, and where the statement begins.

        Unknown names are taken for speakers only beside a verb that is plainly one of speech.
        """
        passage = self._passage
        if passage is None:
            return None
        if set_in := self._beside.set_in(passage, start, end):
            return set_in
        if passage.text[start:end] in SHOWS:
            return self._of_noun(passage, start, end, kinds=DOCUMENTS)
        subject = subject_before(self.cast, passage, self._memory.start, start)
        spoke = self._memory.spoke_between(subject.end, start) if subject else None
        if subject and spoke and spoke != subject.actors:
            subject = None  # *After meeting X, Y said … and added …*
        if subject and not (participle and passage.text[subject.end : start].strip().endswith(",")):
            who, begin = with_list(passage, subject, self._memory.start)
            if him := _HE_AND.search(passage.text, max(self._memory.start, begin - 12), begin):
                other = self._memory.person(passage, him.start())
                who, begin = tuple(dict.fromkeys((*(other or ()), *who))), him.start() if other else begin
            if _NEITHER.search(passage.text, max(self._memory.start, begin - 14), begin):
                return None
            between = passage.text[subject.end : start]
            is_far = (len(between) > _FAR and "," in between) or between.startswith((", who ", ", which "))
            return Found(who, begin, "subject", end, start if is_far else -1)
        if participle and (absolute := self._beside.absolute(passage, start)):
            return absolute
        if participle:
            return by_participle(passage, start, self._memory, self._nouns)
        return (
            self._of_pronoun(passage, start, end)
            or self._beside.inverted(passage, start, end)
            or self._of_document(passage, start, end)
            or self._of_noun(passage, start, end)
            or (self._of_name(passage, start, end) if is_plain else None)
            or self._coordinated(passage, start, end)
            or self._of_lead(passage, start, end)
        )

    def subject_of(self, start: int, end: int) -> Who | None:
        """Return the person who is the subject of a sentence of the present passage, by name, noun or pronoun."""
        passage = self._passage
        if passage is None:
            return None
        who = self._memory.person(passage, start) if _HE.match(passage.text, start) else None
        who = who or self._nouns.of_clause(passage, start, end)
        return who if who and self._memory.is_person(who) else None

    def acts(self, start: int, end: int) -> Who | None:
        """Return who is the subject of a clause of the present passage, by name or noun."""
        return self._nouns.of_clause(self._passage, start, end) if self._passage else None

    def is_media(self, who: Who) -> bool:
        """Whether somebody is a medium, which relays what others say."""
        return all(self.cast.actors[key].kind == "media" for key in who)

    def last_person(self) -> Who | None:
        """Return the person last spoken of."""
        return self._memory.last_person

    def named_at(self, at: int) -> Found | None:
        """Return who is named at an offset, as in `according to local officials`."""
        passage = self._passage
        if passage is None:
            return None
        mention = self._beside.mention_at(passage, at)
        if mention and mention.how != "adjective":
            return Found(mention.actors, mention.begin, "name", mention.end)
        if him := _HIM.match(passage.text, at):
            who = self._memory.person(passage, at)
            return Found(who, at + 1, "noun", him.end()) if who else None
        if phrase := described_at(passage.text, at + 1, self._memory.end):
            if title := self._beside.name_of(passage, phrase):
                return Found(title.actors, phrase.begin, "noun", title.end)
            who = self._nouns.who(phrase)
            return Found(who, phrase.begin, "noun", phrase.end) if who else None
        if mention:
            return Found(mention.actors, mention.begin, "name", mention.end)
        named = name_at(self.cast, passage, at, self._memory.end)
        return Found((named.key,), named.begin, "noun", named.end) if named else None

    def meant(self, pronoun: str, at: int) -> Who | None:
        """Return whom a possessive pronoun at an offset means."""
        if self._passage is None:
            return None
        if pronoun in {"his", "her"}:
            return self._memory.person(self._passage, at)
        if pronoun == "their":
            return self._nouns.plural_before(self._passage, at) or self._memory.many()
        return self._memory.body(self._passage, at)

    # --- ways to tell who speaks -------------------------------------------------------------------------

    def _of_pronoun(self, passage: Passage, start: int, end: int) -> Found | None:
        pronoun = _PRONOUN.search(passage.text, max(self._memory.start, start - 24), start)
        if pronoun is None:
            return None
        word = pronoun["pronoun"].lower()
        if word in {"he", "she"}:
            who = self._nouns.person_before(passage, pronoun.start()) or self._memory.person(
                passage, pronoun.start()
            )
        elif word == "both":
            who = self._memory.many()
            who = who if who and len(who) > 1 else None
        elif word == "they":
            who = self._nouns.plural_before(passage, pronoun.start()) or self._memory.many()
        elif _SHOWS.match(passage.text, start):
            return None
        else:
            who = self._nouns.body_before(passage, pronoun.start()) or self._memory.body(
                passage, pronoun.start()
            )
        return Found(who, pronoun.start(), "pronoun", end) if who else None

    def _of_noun(
        self, passage: Passage, start: int, end: int, kinds: frozenset[str] = frozenset()
    ) -> Found | None:
        """Return who is meant by the noun before a verb, if it is one of some kinds."""
        relative = _WHO.search(passage.text, max(self._memory.start, start - 24), start)
        phrase = described_before(passage.text, self._memory.start, relative.start() if relative else start)
        if phrase is None or (relative and not (phrase.is_person or phrase.is_many)):
            return None
        if kinds and phrase.noun not in kinds:
            return None
        before = (m for m in passage.within(self._memory.start, phrase.begin) if m.end == phrase.begin - 2)
        named = next(before, None) if passage.text.startswith(", ", phrase.begin - 2) else None
        if (
            named
            and phrase.is_person
            and phrase.determiner in {"a", "an"}
            and self._memory.is_person(named.actors)
        ):
            return Found(named.actors, named.begin, "subject", end)  # `Ana Ruk, a spokesperson said`
        who, begin = self._nouns.who(phrase), phrase.begin
        if passage.text.endswith(" and ", self._memory.start, begin) and not relative:
            other = described_before(passage.text, self._memory.start, begin - len("and "))
            others = self._nouns.who(other) if other else None
            who, begin = ((*others, *who), other.begin) if other and others and who else (who, begin)
        is_far = relative or start - phrase.end > _FAR
        return (
            Found(who, start if relative else begin, "group", end, start if is_far else -1) if who else None
        )

    def _of_name(self, passage: Passage, start: int, end: int) -> Found | None:
        named = name_before(self.cast, passage, self._memory.start, start)
        return Found((named.key,), named.begin, "group", end) if named else None

    def _of_document(self, passage: Passage, start: int, end: int) -> Found | None:
        """`They issued a communiqué that urges …` is said by the subject of the sentence."""
        if not self.is_document(start):
            return None
        who = self._nouns.of_clause(passage, self._memory.start, start)
        return Found(who, start, "coordinated", end) if who else None

    def _of_lead(self, passage: Passage, start: int, end: int) -> Found | None:
        """An item of a list goes on with the subject of the words before the list: `The ministers:`."""
        is_first = _BULLET.fullmatch(passage.text, 0, start) is not None
        return Found(self._lead, start, "coordinated", end) if self._lead and is_first else None

    def is_item(self, at: int) -> bool:
        """Whether a verb at an offset begins an item of a list whose subject stands before the list."""
        return bool(self._lead and self._passage and _BULLET.fullmatch(self._passage.text, 0, at))

    def is_document(self, at: int) -> bool:
        """Whether a verb at an offset tells what a document says, as in `a communiqué that urges`."""
        noun = (
            _THAT.search(self._passage.text, max(self._memory.start, at - 40), at) if self._passage else None
        )
        return noun is not None and noun["noun"] in DOCUMENTS

    def _coordinated(self, passage: Passage, start: int, end: int) -> Found | None:
        """`X met Y and said …` is said by the subject of the clause."""
        joint = _COORDINATED.search(passage.text, max(self._memory.start, start - 24), start)
        if joint is None:
            return None
        begin = self._memory.start
        for match in _CLAUSE.finditer(passage.text, self._memory.start, joint.start()):
            begin = match.end()
        if joint[0] == ", ":
            who = self._memory.spoke_between(begin, start)
            return (
                Found(who, start, "coordinated", end)
                if who and passage.text[start:end].endswith("ed")
                else None
            )
        who = self._memory.spoke_between(begin, start) or self._nouns.of_clause(passage, begin, joint.start())
        if who is None and _HE.match(passage.text, begin):
            who = self._memory.person(passage, begin)
        who = who or self._memory.spoke_between(self._memory.start, start)
        return Found(who, start, "coordinated", end) if who else None
