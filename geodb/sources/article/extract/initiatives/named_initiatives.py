"""Initiatives by their names: in quotation marks, in capitals, by acronym, in lists, and by what they are for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from geodb.sources.article.extract.initiative import Initiative
from geodb.sources.article.extract.initiatives.coined_initiatives import coined
from geodb.sources.article.extract.initiatives.described_initiatives import deals, described
from geodb.sources.article.extract.initiatives.initiative_kinds import kind_of, term_of
from geodb.sources.article.extract.initiatives.known_initiatives import by_known_name
from geodb.sources.article.extract.initiatives.numbered_initiatives import numbered
from geodb.sources.article.extract.initiatives.pledged_initiatives import pledged
from geodb.sources.article.extract.language.initiative_nouns import EMPTY, acts, head_words, heads
from geodb.sources.article.extract.language.passage_words import by_sentence, has_any, places_of
from geodb.sources.article.extract.language.words import IN_NAMES, INITIATIVE_HEADS, NO_NAMES, listed
from geodb.sources.article.extract.page import Passage
from geodb.sources.article.months import ENGLISH

_SMALL_HEADS = listed(
    "initiative|strategy|programme|program|plan|roadmap|framework|pact|corridor|project|doctrine|treaty|agreement|agreements|accord|accords"
    "|deal|fund|scheme|package|mission|operation|campaign|act|law|protocol|convention|charter|partnership|alliance|pipeline|policy|compact|process"
)
_HEAD_WORDS = frozenset(word.lower() for word in INITIATIVE_HEADS) | _SMALL_HEADS
_NOUNS = "|".join(
    sorted({word.lower() for word in INITIATIVE_HEADS} | set(_SMALL_HEADS), key=len, reverse=True)
)
_AFTER_QUOTE = re.compile(rf"\s(?:\w+\s)?(?P<noun>{_NOUNS})\b")
_NAMING = re.compile(
    r"\b(?:baptised|called|named|dubbed|titled|entitled|branded|christened|as)\s(?:the\s|an?\s)?$"
)
_CAP = r"(?:[A-ZÀ-Ž][\w’'-]*|[0-9]{1,4}(?:-(?:[Yy]ear|[Pp]oint)|st|nd|rd|th)?)"
_FIRST_CAP = (
    r"[A-ZÀ-Ž0-9](?<![\w-].)(?:(?<![0-9])[\w’'-]*|(?<=[0-9])[0-9]{0,3}(?:-(?:[Yy]ear|[Pp]oint)|st|nd|rd|th)?)"
)
"""The same right after a space or mark: a pattern that begins with a set of letters is searched for much faster."""
_HEADS = "|".join(sorted(set(INITIATIVE_HEADS), key=len, reverse=True))
_RUN = re.compile(
    rf"{_FIRST_CAP}(?:[\s–-](?:{_CAP}|of|on|for|and|the|in|with|to|against)){{0,12}}?"
    rf"\s(?:(?P<noun>{_HEADS})(?![\w-])(?!\s(?:and\s)?(?:{_CAP}\s){{0,2}}(?:{_HEADS})\b)(?P<tail>(?:\s(?:of|on|for|with|to|against|concerning)\s(?:the\s)?(?!(?:{ENGLISH})\b|[12][0-9]{{3}}){_CAP}(?:\s(?:(?:and|(?:of|for)(?:\sthe)?)\s)?{_CAP}){{0,5}})?)(?!\s[A-Z][a-z])"
    rf"|(?P<small>{'|'.join(sorted(_SMALL_HEADS, key=len, reverse=True))})(?![\w-]))"
)
_PROJECTS = re.compile(
    r"\b(?:projects?|programmes?|programs?|initiatives?|agreements?|plans?|measures|steps)\s(?:such\sas|including|like)\s(?P<list>[^.;]{5,260}?)"
    r"\s(?:was|were|has\sbeen|have\sbeen)\s(?:\w+ly\s)?(?:announced|launched|signed|agreed|unveiled|adopted|approved)\b"
)
_SUCH_AS = (" such as ", " including ", " like ")
_LISTED = listed(
    "projects|project|programmes|programme|programs|program|initiatives|initiative|agreements|agreement|plans|plan|measures|steps"
)
_LIST = re.compile(r",\s(?:and\s)?|\sand\s(?=[a-z-]+\s[a-z]+)")
_STARTERS = (
    NO_NAMES
    - IN_NAMES
    - listed(
        "Strategic|New|Global|Green|National|Regional|International|Common|Comprehensive|Central|Great|European|Second|Digital|Three|Economic|Security|Trade|Peace|Nuclear|Arab|Western|Eastern|Public|World|Political|Social"
    )
)
_TITLED = _STARTERS & (
    listed(
        "The|A|An|This|That|These|Those|His|Her|Its|Their|Our|In|On|At|By|For|With|Under|And|But|President|Prime|Minister|Senior|Former"
        "|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday"
        "|Friday|Saturday|Sunday"
    )
)
"""Of these, words that begin no name inside a sentence either."""
_YEAR_BEFORE = re.compile(r"[12][0-9]{3}\s(?:the|an?|its|their)\s")
_FIRST = {word: INITIATIVE_HEADS[word] for word in ("Plan", "Operation", "Project", "Agenda", "Vision")}
_SHORTEST = 3
_LONGEST = 100
_ACTED = re.compile(
    r"(?:^|\b(?P<verb>[a-z-]+)[\s,.]+)(?:(?:on|for|up|out|with)\s)?(?:an?|the|its|their|his|her)\s(?:so-called\s|new\s|joint\s)?$"
)
_DONE = re.compile(
    r"\s(?:(?P<worth>worth)\s|(?:[^,;.]{0,40}?\s)?(?:was|were|has\sbeen|have\sbeen|is\sbeing|is\sto\sbe)\s(?P<verb>[a-z-]+))"
)
_OF_QUOTED = listed(
    "policy|plan|strategy|scheme|law|programme|program|package|doctrine|initiative|campaign|bill|agenda|roadmap|framework|deal|pact"
)
_DETERMINED = re.compile(r"(?:(?<![\w-])(?:the|its|their|his|her)|[’']s?)\s$")
_IS_VERB = re.compile(r"\s(?:an?|the|its|their|his|her|to\s[a-z]+\s(?:the|an?|its|their))\s")
_CARRIED = (" gas", " oil", " crude", " exports", " imports", " flows", " fees")
"""What a name before a noun only describes: `Russian pipeline gas`."""
_CITED = re.compile(r"\b(?:Section|Article|Title|Chapter)\s[0-9IVX]+[a-z]?\sof\s(?:the\s)?$")
"""What is only cited by its paragraph: `under Section 301 of the Trade Act`."""
_IS_BODY = re.compile(
    r",\s(?:an?|the)\s(?:[\w-]+\s){0,3}?(?:agency|consortium|company|firm|group|party|charity|think\stank|operator|concessionaire)\b"
)
"""What says of a name that it is that of a body: `African Initiative, a news agency`."""
_OWNED_BEFORE = re.compile(r"(?:\b(?:the|an?|its|their|his|her)|[’']s?)\s$", re.IGNORECASE)
"""Where names act before a word that may be a noun: `Tallinn and Helsinki plan a tunnel`."""
_MOST_WORDS = 6
_WINDOW = 50
_OWNED = listed("strategy|doctrine|plan|policy")
_PLACES = listed("process|corridor|treaty|agreement|agreements|accord|accords|protocol|pipeline|pact")


def initiatives_of(passage: Passage) -> Iterator[Initiative]:
    """Yield the initiatives of a passage, the surest rules first; the same words may come again."""
    yield from _quoted(passage)
    yield from _listed(passage)
    yield from by_known_name(passage)
    yield from numbered(passage)
    titled = places_of(passage.lower, _HEAD_WORDS & passage.words)
    capital = [at for at in titled if _is_capital(passage.text, at)]
    yield from _titled(passage, [sentence for sentence, _ in by_sentence(passage, capital)])
    yield from coined(passage, sorted(titled))
    yield from deals(passage)
    yield from described(passage, places_of(passage.lower, head_words() & passage.words))
    yield from pledged(passage)


def _is_capital(text: str, at: int) -> bool:
    """Whether a word or the one before it begins with a capital or a digit, as in `Vision 2030` and `Wells accord`."""
    before = text[max(text.rfind(" ", 0, max(at - 1, 0)), text.rfind("-", 0, max(at - 1, 0))) + 1 :][:1]
    return text[at].isupper() or not before.islower()


def _quoted(passage: Passage) -> Iterator[Initiative]:
    for quote in passage.quotes:
        name = passage.text[quote.words.start : quote.words.end].strip(" ,.")
        noun = _AFTER_QUOTE.match(passage.text, quote.span.end)
        words = name.split() or [""]
        last = INITIATIVE_HEADS.get(words[-1]) or (_FIRST.get(words[0]) if len(words) > 1 else None)
        named = _NAMING.search(passage.text, max(0, quote.span.start - 24), quote.span.start) and _is_title(
            name
        )
        if name[:1].isupper() and len(name) < _LONGEST and (noun or last or named):
            kind = last or kind_of(noun["noun"] if noun else "", name)
            start, end = quote.span.start, noun.end() if noun else quote.span.end
            yield Initiative(passage.no, start, end, name, kind, "initiative.quoted", 90)
        elif small := _in_small_letters(passage, name, quote.span.start, quote.span.end, noun):
            label = name[:1].upper() + name[1:]
            start, end = quote.span.start, noun.end() if noun else quote.span.end
            yield Initiative(passage.no, start, end, label, small, "initiative.quoted", 60)


def _in_small_letters(
    passage: Passage, name: str, start: int, end: int, noun: re.Match[str] | None
) -> str | None:
    """Return the kind of what is prepared or made under a name without capitals: `launched a “dry-port compact”`."""
    words = [*name.split(), *([noun["noun"]] if noun else [])]
    head = heads().get(words[-1]) if 1 < len(words) - (noun is not None) <= _MOST_WORDS else None
    if head is None or all(word in EMPTY for word in words[:-1]):
        return None
    before = _ACTED.search(passage.lower[max(0, start - _WINDOW) : start])
    after = _DONE.match(passage.lower, end)
    if (
        noun
        and noun["noun"] in _OF_QUOTED
        and _DETERMINED.search(passage.lower, max(0, start - _WINDOW), start)
    ):
        return head[0].kind
    is_made = before is not None and (
        before["verb"] in acts() or (after and (after["worth"] or after["verb"] in acts()))
    )
    return head[0].kind if is_made else None


def _is_title(name: str) -> bool:
    """Whether a name is written in capitals: two words of it at least."""
    return sum(word[0].isupper() for word in name.split() if word[0].isalpha()) >= 2


def _titled(passage: Passage, sentences: list[tuple[int, int]]) -> Iterator[Initiative]:
    for start, end in sentences:
        for match in _RUN.finditer(passage.text, start, end):
            if one := _of_run(passage, match):
                yield one


def _of_run(passage: Passage, match: re.Match[str]) -> Initiative | None:
    """Return the initiative that words in capitals up to a noun name, if they do."""
    start = _begin(passage, match)
    if (
        match["small"]
        and _IS_VERB.match(passage.text, match.end())
        and not _OWNED_BEFORE.search(passage.text, max(0, start - 6), start)
    ):
        return None
    name = passage.text[start : match.end()]
    if match["small"] and passage.text.startswith(_CARRIED, match.end()):
        return None
    if name.startswith("Court of ") or _IS_BODY.match(passage.text, match.end()):
        return None
    if _CITED.search(passage.text, max(0, start - 24), start):
        return None
    if not _is_name(passage, name, start, match):
        return None
    kind = kind_of(match["noun"] or match["small"], name)
    one = Initiative(passage.no, start, match.end(), name, kind, "initiative.titled", 75)
    one.term = term_of(name)
    return one


def _begin(passage: Passage, match: re.Match[str]) -> int:
    """Return where a name begins: after words that only begin the sentence, and after another name before it."""
    text, start = passage.text, match.start()
    opens = any(first <= start <= first + 1 for first, _ in passage.sentences)
    head = match.start("noun") if match["noun"] else match.start("small")
    while start < head:
        word = re.compile(r"[\w’'-]+").match(text, start)
        if word is None:
            break
        if _YEAR_BEFORE.match(text, start):
            start = text.index(" ", word.end() + 1) + 1
            continue
        if word[0] in (_STARTERS if opens else _TITLED) or (word[0].islower() and word[0] in _CONNECTORS):
            start = word.end() + 1
            continue
        break
    before = text[start:head]
    for joint in (
        "’s ",
        "'s ",
        "s’ ",
        " and the ",
        " of the ",
        " in the ",
        " to the ",
        " with the ",
        " for the ",
        " on the ",
        " against the ",
        " the ",
    ):
        if joint in before:
            start += before.rindex(joint) + len(joint)
            before = text[start:head]
    return start


_CONNECTORS = listed("of|on|for|and|the|in|with|to|against")


def _is_name(passage: Passage, name: str, start: int, match: re.Match[str]) -> bool:
    words = name.split()
    if (
        len(words) < 2
        or words[-2] in (_CONNECTORS if match["small"] else {"to"})
        or passage.in_quote(match.start())
    ):
        return False
    if match["noun"]:
        is_surname = (
            words[-1] == "Law"
            and len(words) == 2
            and passage.text[max(0, start - 4) : start].lower() != "the "
        )
        return not is_surname and (words[0][0].isupper() or words[0][0].isdigit())
    inside = passage.within(start, match.start("small"), actors=False)
    covered = sum(m.end - m.start for m in inside)
    only_actors = covered >= match.start("small") - start - 3
    if only_actors and match["small"] in _OWNED:
        return bool(re.search(r"\b(?:its|their|his|her)\s$", passage.text[max(0, start - 6) : start]))
    if only_actors and match["small"] not in _PLACES:
        return False
    is_possessive = bool(re.search(r"[’']s?\s\w+$", name))
    capitals = [word for word in words[:-1] if word[0].isupper()]
    return not is_possessive and len(capitals) >= (1 if match["small"] in _PLACES else 2)


def _listed(passage: Passage) -> Iterator[Initiative]:
    for match in (
        _PROJECTS.finditer(passage.text)
        if not _LISTED.isdisjoint(passage.words) and has_any(passage, _SUCH_AS)
        else ()
    ):
        at = match.start("list")
        for part in _LIST.split(match["list"]):
            name = re.sub(r"^(?:the|a|an)\s", "", part)
            start = passage.text.index(part, at)
            at = start + len(part)
            if len(name) > _SHORTEST:
                head = INITIATIVE_HEADS.get(name.split()[-1], "project")
                one = Initiative(
                    passage.no, start, at, name[:1].upper() + name[1:], head, "initiative.listed", 70
                )
                one.term = term_of(name)
                yield one
