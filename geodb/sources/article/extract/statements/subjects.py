"""Subjects of verbs: the actor named before a verb, past what is inserted between them, and with its list."""

from __future__ import annotations

import re

from geodb.sources.article.extract.cast import Cast
from geodb.sources.article.extract.language.small_words import BEFORE_VERB
from geodb.sources.article.extract.language.speaker_words import is_of_people
from geodb.sources.article.extract.page import Mention, Passage

_REST_OF_NAME = (
    r"(?:\s(?:von|van|der|den|de|da|dos|del|della|di|bin|ibn|al|el|la|le|ten|zu|[A-Z][\w’-]+)\b){0,4}"
)
_REST = re.compile(_REST_OF_NAME)
_BETWEEN = re.compile(
    r"(?:\s\([A-Z][\w-]+\))?(?:\s(?:of|from|in|at|for|with)\s(?:the\s)?[A-Z][\w’'-]+(?:\s(?:(?:of|for|and|in|on)\s(?:the\s)?)?[A-Z][\w’'-]+){0,7})?(?:\s|,\s(?:who|which)\s)?(?:(?:,\s(?!(?:and|but|while|that)\b)(?:[^,;“”\"]|,(?=[0-9])){0,150}){1,2},\s?)?"
    rf"(?:\s?(?:{BEFORE_VERB}"
    r"|[0-9]{1,2}(?:[-–][0-9]{1,2})?\s[A-Z][a-z]{2,8}|(?:same|next|following|previous)\sday|(?:late|early|mid)[-\s][A-Z][a-z]{2,8}"
    r"|in\s(?:an?|his|her|its|their)\s(?:[\w-]+\s){0,2}(?:report|statement|interview|letter|speech|post|tweet|message|video|briefing|memo|paper|essay|article|column|address|book|email)(?:\s(?:to|for|with|on|at|by|in)\s[^,.;:“”\"]{3,50})?"
    r"|each|all|on\s\w+|[A-Z]\w+day|told\s\w+|and|in\sa\s\w+|at\s(?:the\ssame\stime|last|first|once)|in\s(?:turn|private|public|return|fact|effect|the\smeantime)|so\sfar|to\sdate|of\slate|for\s(?:now|years|months|decades)|only\s(?:\w+\s)?(?:days?|weeks?|months?|years?)\s(?:ago|before|earlier)|“[^”]*”)\s?,?)*\s?"
)
_OBJECT = re.compile(
    r"\b(?:[Ww]ith|of|[Bb]y|[Tt]o|[Ff]rom|[Oo]n|[Ff]or|[Aa]gainst|[Bb]etween|[Ii]n|[Aa]t|within|inside|under|behind|near|among|across|[Aa]bout|over|towards?|than|into|regarding|including|amid|around|[Dd]uring|[Dd]espite)\s(?:the\s)?$"
)
_ADDED = re.compile(
    _REST_OF_NAME
    + rf"(?:\sof\s(?:the\s)?[A-Z]\w+(?:\s[A-Z]\w+){{0,2}})?,\s(?:(?:{BEFORE_VERB}|in\s(?:turn|response|return))\s)*"
)
_NOUN_AFTER = re.compile(r"\s(?P<noun>[a-z-]+)")
_AFTER_NOUN = re.compile(r"\w,\s$")
_LIST = re.compile(r",\s(?:the\s)?|,?\sand\s(?:the\s)?")
_BACK = 260
_OPENING = 60
"""Characters from the beginning of a sentence within which `…, to X, …` may be an aside before the subject."""
_KINDS_THAT_SPEAK_FOR_OTHERS = frozenset({"region_collective"})


def subject_before(cast: Cast, passage: Passage, start: int, verb: int) -> Mention | None:
    """Return the actor whose verb this is."""
    before = [m for m in passage.within(max(start, verb - _BACK), verb) if not _is_aside(passage, m)]
    for mention in reversed(before):
        if _is_added(passage, mention, start, verb):
            return mention
        kind = cast.actors[mention.actors[0]].kind
        if kind in _KINDS_THAT_SPEAK_FOR_OTHERS:
            continue
        rest = _REST.match(passage.text, mention.end, verb) if kind == "person" else None
        end = rest.end() if rest else mention.end
        if _BETWEEN.fullmatch(passage.text, end, verb) and not is_object(passage, mention, start):
            return mention
    return None


def _is_aside(passage: Passage, mention: Mention) -> bool:
    """Whether a mention is an adjective, or the acronym in brackets after the name that it stands for."""
    return mention.how == "adjective" or passage.text.startswith("(", mention.begin - 1)


def _is_added(passage: Passage, mention: Mention, start: int, verb: int) -> bool:
    """Whether a name is added to a noun as in `the ambassador, Ben Oto, said`."""
    if not _ADDED.fullmatch(passage.text, mention.end, verb):
        return False
    has_noun = "," in passage.text[mention.begin : mention.start]
    return has_noun or _AFTER_NOUN.search(passage.text, start, mention.begin) is not None


def is_object(passage: Passage, mention: Mention, start: int) -> bool:
    """Whether a preposition stands before a mention, and it is not set off by a comma."""
    before = _OBJECT.search(passage.text, max(start, mention.begin - 14), mention.begin)
    if before and before[0] == "For " and passage.text.startswith(",", mention.end):
        return False  # `For Oto, the dam is a trap.`
    return before is not None and (
        before[0][0].isupper()
        or passage.text[mention.end : mention.end + 1] != ","
        or (
            mention.begin - start > _OPENING
            and not passage.text.startswith((", which ", ", who "), mention.end)
        )
    )


def with_list(passage: Passage, subject: Mention, start: int) -> tuple[tuple[str, ...], int]:
    """Return all actors of a list such as `France, Germany, and Italy`, and where it begins."""
    who, first = list(subject.actors), subject
    for mention in reversed(passage.within(start, subject.begin)):
        between = passage.text[mention.end : first.begin]
        if not _LIST.fullmatch(between) or mention.how == "adjective":
            break
        if first is subject and "and" not in between:
            break
        who[:0] = [key for key in mention.actors if key not in who]
        first = mention
    return tuple(dict.fromkeys(who)), first.begin


def main_subject(passage: Passage, start: int, before: int) -> Mention | None:
    """Return the first actor of a clause that is no object and owns nothing."""
    mentions = passage.within(start, before)
    for mention in mentions:
        if mention.how == "adjective" or is_object(passage, mention, start):
            continue
        if any(each.begin <= mention.begin and mention.end <= each.start for each in mentions):
            continue  # part of a title
        noun = _NOUN_AFTER.match(passage.text, mention.end)
        if noun and is_of_people(noun["noun"]):
            continue  # `an EU diplomat`
        if passage.text[mention.end : mention.end + 2] in {"’s", "'s"}:
            continue
        return mention
    return None
