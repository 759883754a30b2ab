"""Happenings that only their day tells: a clause with a day or month that no word of a happening has told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from geodb.sources.article.extract.events.frames import Frame, roles_around
from geodb.sources.article.extract.events.other_acts import is_other_act, is_state
from geodb.sources.article.extract.language.clauses import clause_end
from geodb.sources.article.extract.language.happenings import verbs
from geodb.sources.article.extract.language.line import Line
from geodb.sources.article.extract.language.small_words import BE, RELATIVES
from geodb.sources.article.extract.language.when import When
from geodb.sources.article.extract.language.words import listed
from geodb.sources.article.extract.statements.speech_verbs import ACTS

_NO_DAY_OF_AN_ACT = listed(
    "by|until|till|since|before|through|of|for|from|to|between|than|and|or|as|like|compared|against|after|following"
)
_DUE = listed("due|set|scheduled|expected|slated|planned|to")
_TO_COME = listed("due|will|shall|must|plans|plan|intends|hopes")
_MAY = listed("may|might|could|can|would|should")
SUPPOSED = listed("if|should|suppose|unless|were|before|once|until|provided|imagine|had")
_PRESENT = listed(
    "go|goes|meet|meets|vote|votes|debate|debates|begin|begins|open|opens|start|starts|end|ends|expire|expires|lapse|lapses|take|takes"
    "|come|comes|enter|enters|return|returns|visit|visits|travel|travels|leave|leaves|hold|holds|convene|convenes|resume|resumes|elect|elects"
    "|decide|decides|host|hosts|sign|signs|launch|launches|rule|rules|address|addresses|must"
)
"""Verbs in the present tense that tell of a day to come: `leaders meet again in July`."""
_NOT = listed("not|never|no|nobody|nothing|neither|without|n’t")
_CHANGES = listed("fell|rose|grew|shrank|sank|stood|cost|hit")
_DONE_TO = listed("dropped|eased|expanded|granted|reduced|changed|limited|offered|provided")
_RULED = listed("ruled|voted|decided")
_OBJECTS = listed("the|a|an|its|their|his|her|most|all|some|every|that|to")
"""`dropped most duties in May, ruled in May that` tell an act; `prices dropped in May` does not."""
_SHARES = listed("percent|cent")
_BEFORE_NOUNS = listed("the|a|an|its|his|her|their|this|that|to|of|no|any|will|would|can|may")
_SAID = listed("said|says|disclosed|added|adds|told")
_GOES_ON = listed("whether|that|unless")
_OF_MANY_SENSES = listed(
    "lost|broke|entered|"
    "took|threw|put|set|brought|kicked|held|came|turned|gave|made|got|opened|cut|drew|let|fell|carried|launched|led"
)
_DETERMINERS = listed("the|a|an|its|their|this|his|her")
_NOUN = re.compile(
    r"\s(?!in\b|at\b|on\b|by\b|to\b|and\b|when\b|as\b|but\b|or\b|with\b|for\b|after\b|before\b|from\b|until\b|that\b|which\b|of\b)[a-z]"
)
_WRITERS = listed("he|she|they|i|we|it")
_DASH = re.compile(r"\s?(?:\([^()]{2,40}\)\s?)?(?:[–—]|-{1,2}\s)")
"""What ends a dateline, the day of which is no happening's."""
_DAY, _MONTH = len("2025-01-01"), len("2025-01")
_REACH = 24
_LONG_ENOUGH = 40


def day_frames(
    line: Line, whens: Sequence[When], frames: Sequence[Frame], said: Sequence[tuple[int, int]]
) -> Iterator[Frame]:
    """Yield the clauses with a day or month of which no frame tells, and that nobody says."""
    if not line.words or line.words[0][2] in SUPPOSED:
        return
    numbers = {start: number for number, (start, _, _) in enumerate(line.words)}
    for when in whens:
        number = numbers.get(when.start)
        if number is None or not _is_day(when.edtf) or line.passage.in_quote(when.start):
            continue
        is_told = any(_tells_when(line, frame, when) for frame in frames)
        is_told = is_told or _DASH.match(line.text, when.end) is not None
        if is_told or any(start <= when.start < end for start, end in said):
            continue
        if frame := _clause(line, number, when):
            yield frame


def _tells_when(line: Line, frame: Frame, when: When) -> bool:
    """Whether a frame has a day: it stands in its words, or after them with no other verb between."""
    if not frame.start <= when.start <= max(frame.end, frame.until) + 2:
        return False
    between = [at for at, (start, _, _) in enumerate(line.words) if frame.end < start < when.start]
    return not any(is_other_act(line.words[at][2]) for at in between)


def _is_day(edtf: str) -> bool:
    first = edtf.partition("/")[0]
    return len(first) in {_DAY, _MONTH} and "X" not in first


def _clause(line: Line, number: int, when: When) -> Frame | None:
    words = line.words
    if number and words[number - 1][2] in _NO_DAY_OF_AN_ACT:
        return None
    if number and words[number - 1][2] in _DETERMINERS and _NOUN.match(line.text, when.end):
        return None  # *the June 2025 agreement*
    first, _ = line.clause_start(number)
    verb = next((at for at in range(number - 1, first - 1, -1) if _is_verb(line, at)), None)
    if verb is None:
        last = next((at for at, (_, end, _) in enumerate(words) if end >= when.end), number)
        reach = range(last + 1, min(last + _REACH, len(words)))
        verb = next((at for at in reach if _is_verb(line, at)), None)
    may = verb is not None and not _MAY.isdisjoint(word for _, _, word in words[max(verb - 1, 0) : verb + 1])
    if verb is None or may or not _tells(line, verb):
        return None
    if first == verb:
        first = line.clause_start(verb)[0]  # past what is inserted between it and its subject
    if any(word in _SHARES for _, _, word in words[first : number + 4]):
        return None
    around = [word for _, _, word in words[max(first - 1, 0) : verb + 4]]
    start, end = _begin(line, first), _end(line, max(verb, number), when.end)
    if not _NOT.isdisjoint(around) or around[0] in SUPPOSED:
        return None
    if words[verb][2] in ACTS and end - start < _LONG_ENOUGH:
        return None
    roles = roles_around(line, start, end, words[verb][0])
    is_due = words[verb][2] in BE and not _DUE.isdisjoint(around[-3:])
    is_due = is_due or words[verb][2] in _PRESENT or not _TO_COME.isdisjoint(around[:-3])
    status = "planned" if is_due else "occurred"
    return Frame("policy_change", None, start, end, words[verb][:2], "event.day", 65, roles, status)


def _begin(line: Line, first: int) -> int:
    """Return where a clause begins: a relative one with what it tells of."""
    words = line.words
    if first > 1 and words[first - 1][2] in RELATIVES and (named := line.ends.get(words[first - 2][1])):
        return named.begin
    return words[first][0]


def _end(line: Line, last: int, at_least: int) -> int:
    end = max(line.complement_end(last), at_least)
    following = next((word for start, _, word in line.words if start >= end), "")
    return clause_end(line.passage, end, line.end) if following in _GOES_ON else end


def _is_verb(line: Line, at: int) -> bool:
    word = line.words[at][2]
    if line.is_finite(at) or word == "due" or is_other_act(word):
        return True
    before = line.words[at - 1][2] if at else "the"
    return word in _PRESENT and not (before in _BEFORE_NOUNS or before[-1].isdigit())


def _tells(line: Line, verb: int) -> bool:
    """Whether a verb tells an act: no state, no change of size, and no copula but of what is due or was done."""
    word = line.words[verb][2]
    if word in BE:
        following = [each for _, _, each in line.words[verb + 1 : verb + 4]]
        return not _DUE.isdisjoint(following) or any(is_other_act(each) for each in following)
    if word in ACTS and (line.words[verb - 1][2] in _WRITERS or word in _SAID):
        return False
    after = line.words[verb + 1][2] if verb + 1 < len(line.words) else ""
    is_done = word in _RULED or (word in _DONE_TO and after in _OBJECTS)
    return not ((is_state(word) and not is_done) or word in _CHANGES or _is_figurative(word))


def _is_figurative(word: str) -> bool:
    """Whether a verb is one of violence alone of which no sense fitted: `critics attacked the plan`."""
    kinds = [sense.happening for _, each in verbs().get(word, ()) for sense in each]
    told = [(kind.plover or "").startswith("ASSAULT") for kind in kinds if kind.kind != "-"]
    return any(told) and (all(told) or word not in _OF_MANY_SENSES)
