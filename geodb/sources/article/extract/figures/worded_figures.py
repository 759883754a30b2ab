"""Figures whose unit no word after the number tells: parts, multiples, votes, parts of a number, bounds in words, terms and ages.

The patterns are for texts in small letters, as `Passage.lower` is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from geodb.sources.article.extract.language.fractions import FRACTION, factor_of, fraction_of
from geodb.sources.article.extract.language.initiative_nouns import heads
from geodb.sources.article.extract.language.measures import measure_of
from geodb.sources.article.extract.language.numbers import BEGINS, BOUNDS, NUMBER, Amount, number_of
from geodb.sources.article.extract.language.units import COUNTED
from geodb.sources.article.extract.language.words import listed
from geodb.sources.article.extract.page import Passage

Figure = tuple[int, int, Amount, str]
"""Where it starts and ends, how much, of what."""
_HEDGE = rf"(?:(?P<hedge>{BOUNDS})\s)?"
_PARTS = ("half", "third", "quarter", "fifth", "tenth")
_WHOLE = re.compile(
    r"\s(?:of\s)?(?:(?:the|its|their|all)\s)?(?!(?:of|an?|the|them|us|it|you|whom|which|what|these|those|this|that|whose|and|or|in|to|by|time|way|year|years|hour|century|more|less|as)\b)"
    r"[a-zà-ž’'-]+(?:\s(?!(?:of|in|by|from|to|with|at|is|are|was|were|has|have|had|will|would|could|who|that|which|and|or|for|on|as|after|since|within|below|above|under|than|over|but|while|when)\b)[a-zà-ž’'-]+)?"
)
_OF = (" of ", " the ", " its ", " their ", " all ")
_NOT_A_PART = re.compile(r"\b(?:first|second|latter|other|top|bottom|every|last|next|final|and\sa)\s$")
_ALONE = re.compile(r"[,.;]|$|\s(?:is|are|was|were|has|have|had|will|would|by|in|since|and|from|this|last)\b")
_MORE = re.compile(r"\s(?:more|less|fewer|higher|lower|larger|smaller|cheaper|bigger)\b")
_TIMES = re.compile(
    rf"(?<![\w.,-])(?={BEGINS}|twice|double){_HEDGE}(?:(?P<count>{NUMBER})\stimes|twice|double)(?=\s(?:as|what|the|more|higher|larger|bigger|greater|that|its|their)\b)"
    r"(?:\s(?!(?:in|by|since|after|when|while|and|but|because|who|which|over|during|for)\b)[\w’'-]+){1,5}(?![\w’'-])(?<!\sthan)(?<!\sas)"
)
_NOT_COMPARED = re.compile(r"(?:twice|double)\s(?:the|its|their|that)\s(?!(?:level|size|number|rate|amount|price|average|figure|share|sum|cost|total|value|volume)\b)")  # fmt: skip
_MULTIPLIED = listed(
    "doubled|trebled|tripled|quadrupled|quintupled|halved|twofold|threefold|fourfold|fivefold|tenfold|fold"
)
_CHANGED = re.compile(
    rf"(?<!re)(?:\b(?P<hedge>{BOUNDS})\s)?\b(?P<times>doubled|trebled|tripled|quadrupled|quintupled|halved|(?:two|three|four|five|ten)-?fold)\b"
    r"(?!\s(?:down|back|over|up|as)\b)"
)
_STRONG = re.compile(
    rf"(?<![\w.,-])(?={BEGINS})(?:(?P<hedge>{BOUNDS})\s)?(?P<number>[0-9]{{1,3}}(?:,[0-9]{{3}})+|[0-9]{{2,6}})[\s-]strong\b"
)
_VOTES = re.compile(
    rf"\b(?:by|voted|vote\sof|margin\sof|in\sa|(?:failed|passed|defeated|rejected|approved|adopted|fell|lost|won)(?=\s[0-9]+[-–]))\s(?P<first>(?P<for>{NUMBER})(?:\svotes)?)(?:\sto\s|[-–])(?P<against>{NUMBER})"
    r"(?=[,.;]|$|\s(?:votes?|in|with|after|to|on|and|last|that|at|against|for)\b)(?:\svotes?)?"
)
_IN_TEN = re.compile(
    r" in (?:every )?(?P<all>three|four|five|six|seven|eight|ten|twenty|10|20|100)"
    r"(?!\s(?:years?|months?|days?|weeks?|hours?|minutes?|decades?|of|million)\b)(?![\w,.%-]*[\w%])(?:\s[a-z-]+s\b)?"
)
_VOTING = ("vot", "ballot", "reject", "approv", "pass", "rul", "motion", "elect")
_VOTED = re.compile(
    r"\b(?:vot|ballot|motion|pass(?:ed|es)|reject|approv|defeat|adopt|fail|rul(?:ed|es)|back(?:ed|s)|ratif|elect|acquit|impeach)"
)
_OF_THOSE = re.compile(
    rf" of (?:(?:(?:the|its|their)(?:\s[a-z]+)?|a\stotal\sof|[\w]+[’']s)\s)?(?P<all>{NUMBER})\s(?:[a-z-]+\s){{0,2}}?(?P<noun>[a-z-]{{3,}}s|people|staff)\b"
)
_PART_BEFORE = re.compile(rf"(?<![\w.,-]){_HEDGE}(?P<part>{NUMBER})(?:\sout)?$")
_NUMBERS = (
    *"0123456789",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "ty",
    "een",
    "million",
    "bn",
    "m",
    "out",
)
_BEFORE = 32
_MANY = re.compile(
    r"\b(?P<number>(?:tens\sof\s|hundreds\sof\s)?(?:dozens|scores|hundreds|thousands|millions))\sof\s(?:(?!of\b)[a-z-]+\s){0,2}?(?P<noun>[a-z]+)\b"
)
_MANY_OF = ("dozens of", "scores of", "hundreds of", "thousands of", "millions of")
_LEAST = {"dozens": 24, "scores": 40, "hundreds": 100, "thousands": 1000, "millions": 10**6, "tens": 10}
_HURT = frozenset({"killed", "wounded", "displaced", "arrested", "missing", "participants", "captured"})
_TOLL = re.compile(
    rf"(?:\bthe\s)?(?:\bdeath\s)?\btoll\s(?:(?:has\s|had\s)?(?:stands?|stood|rose|risen|climbed|reached|exceeded|is|was)\s)?(?:at\s|to\s|of\s)?{_HEDGE}(?P<number>{NUMBER})"
    r"(?=[,.;]|$|\s(?:in|on|after|and|by|since|with|from|as|but|while)\b)"
)
_COME_TO = re.compile(
    rf"\b(?P<verb>(?:exceed(?:s|ed)?|top(?:s|ped)|surpass(?:es|ed)|outnumber(?:s|ed))\s|(?:number(?:s|ed)?|totall?(?:s|ed)|reach(?:es|ed)?|(?:rose|risen|fell|fallen|grew|grown|climbed|dropped)\sto|stands?\sat|stood\sat|put\sat|estimated\sat|runs?|ran|ranges?|ranged|ranging|var(?:y|ies))\s)"
    rf"(?P<range>(?:(?P<from>from|between)\s(?:{BOUNDS}\s)?(?P<low>{NUMBER})\s(?:to|and)\s)?{_HEDGE}(?P<number>{NUMBER}))(?=[,.;]|$|\s(?:in|on|after|and|by|since|with|as|but|while|last|this|at)\b)"
)
_DIGIT = re.compile(r"[0-9]")
_COUNTABLE = (
    "number",
    "exceed",
    "dead",
    "death",
    "casualt",
    "refugee",
    "soldier",
    "troops",
    "topped",
    "tops",
    "surpass",
    "estimates",
)
_WHO = re.compile(r"[a-z]+")
_DEAD = listed("dead|deaths|casualties|fatalities|killed")
_OVER = ("exceed", "top", "surpass")
_REACH = 70
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_TERM = re.compile(
    r"\bfor\s(?:a|one|another|a\sfurther)\s(?:full\s)?(?P<unit>year|month|week|day)\b(?!\s(?:or|ago|and\sa)\b|-)"
    r"|(?<=\bto )(?:one|a)\s(?P<jailed>year|month)(?:\sin\s(?:prison|jail|custody))"
)
_TERMS = (" year", " month", " week", " day")
_LASTING = re.compile(
    r"\b(?:suspen|exten|renew|prolong|postpon|delay|freez|froze|halt|bann?|barr?ed|pause|last|rent|leas|len[dt]|detain|jail|h[eo]ld|imprison|waiv|block|clos|impos|truce|ceasefire|stay|keep|kept|remain|shut)[a-z]*\b"
)
_OLD = re.compile(
    rf"(?<![\w.,-])(?P<age>(?P<number>{NUMBER})-(?P<unit>year|month|week|day)-old)\s(?P<what>(?:[a-z’'-]+\s?){{1,3}})"
)
_AGEING = listed(
    "war|conflict|dispute|government|ban|blockade|siege|company|regime|insurgency|ceasefire|truce|institution|coalition|monarchy|republic|occupation|rebellion|feud|bloc|club|embargo|standoff|strike|constitution"
)


def worded_figures(passage: Passage) -> Iterator[Figure]:
    """Yield such figures of a passage; the same words may be told twice, as `39 votes` and `39 votes to 56`."""
    lower = passage.lower
    if any(part in lower for part in _PARTS):
        yield from _parts(passage)
    if " times " in lower or "twice " in lower or "double " in lower:
        yield from _multiples(lower)
    yield from _of_those(lower)
    if any(word in lower for word in _MANY_OF):
        yield from _many(passage)
    if any(word in lower for word in _VOTING):
        yield from _votes(lower)
    if _DIGIT.search(lower):
        yield from _counts(lower)
    if not _MULTIPLIED.isdisjoint(passage.words):
        yield from _changes(lower)
    if "strong" in passage.words:
        yield from _strength(lower)
    yield from _spans(lower)


def _parts(passage: Passage) -> Iterator[Figure]:
    """Yield parts of a whole: `up to a fifth`, `half of the harvest`, `by a third`, `a quarter more`."""
    lower = passage.lower
    for part in FRACTION.finditer(lower):
        start, end = part.span()
        if _NOT_A_PART.search(lower, max(0, start - 8), start) or lower.startswith((" a ", " an "), end):
            continue
        if part["hedge"] and (lower.startswith(" of ", end) or _ALONE.match(lower, end)):
            yield start, end, fraction_of(part), "share"
        elif more := _MORE.match(lower, end):
            yield start, more.end(), fraction_of(part), "share"
        elif lower.endswith(" by ", 0, start):
            yield start - 3, end, fraction_of(part), "share"
        elif (lower.startswith(" of ", end) or (part["half"] and lower.startswith(_OF, end))) and (
            whole := _WHOLE.match(lower, end)
        ):
            yield start, whole.end(), fraction_of(part), "share"


def _multiples(lower: str) -> Iterator[Figure]:
    """Yield comparisons by a factor: `three times what it did before`, `twice as many`."""
    for match in _TIMES.finditer(lower):
        if _NOT_COMPARED.match(lower, match.start("count") if match["count"] else match.start()):
            continue
        value = number_of(match["count"]) if match["count"] else Decimal(2)
        yield *match.span(), Amount(value, "ratio", match["hedge"], "", None), "share"


def _changes(lower: str) -> Iterator[Figure]:
    """Yield by what something has changed: `more than doubled`, `increased fourfold`."""
    for match in _CHANGED.finditer(lower):
        yield (
            *match.span(),
            Amount(factor_of(match["times"]), "ratio", match["hedge"], "", None),
            "growth_rate",
        )


def _strength(lower: str) -> Iterator[Figure]:
    """Yield how many a force has: `the 2,300-strong garrison; the mission, about 11,000 strong`."""
    for match in _STRONG.finditer(lower):
        yield *match.span(), Amount(number_of(match["number"]), "persons", match["hedge"], "", None), "troops"


def _votes(lower: str) -> Iterator[Figure]:
    """Yield the votes for and against: `by 39 votes to 56`, `voted 226-198`."""
    for match in _VOTES.finditer(lower):
        begin = lower.rfind(". ", 0, match.start()) + 1
        if _VOTED.search(lower, begin, min(len(lower), match.end() + 40)):
            start, end = match.start("first"), match.end("first")
            yield start, end, Amount(number_of(match["for"]), "votes", None, "", None), "votes"
            yield start, match.end(), Amount(number_of(match["against"]), "votes", None, "", None), "votes"


def _of_those(lower: str) -> Iterator[Figure]:
    """Yield so many of a number: `303 of the 513 seats`, `four of its five members`, `one in five`."""
    for match in _wholes(lower):
        before = _PART_BEFORE.search(lower[max(0, match.start() - _BEFORE) : match.start()])
        if before is None or _YEAR.fullmatch(match["all"]):
            continue
        start = match.start() - len(before[0])
        part, whole = number_of(before["part"]), number_of(match["all"])
        if match.re is _IN_TEN and part < whole:
            yield (
                start,
                match.end(),
                Amount(round(100 * part / whole, 1), "percent", before["hedge"], "", None),
                "share",
            )
        elif match.re is _OF_THOSE and 1 < part <= whole:
            noun = match["noun"]
            unit = noun if noun in {"seats", "votes"} else COUNTED.get(noun, "items")
            measure = {"persons": "people", "items": "quantity"}.get(unit, unit)
            yield start, match.end(), Amount(part, unit, before["hedge"], noun, None), measure


def _wholes(lower: str) -> Iterator[re.Match[str]]:
    """Yield the numbers that others are part of, with the words before them: ` of the 513 seats`, ` in five`."""
    for joint, pattern in ((" of ", _OF_THOSE), (" in ", _IN_TEN)):
        at = lower.find(joint)
        while at > 0:
            if lower.endswith(_NUMBERS, 0, at) and (match := pattern.match(lower, at)):
                yield match
            at = lower.find(joint, at + 1)


def _many(passage: Passage) -> Iterator[Figure]:
    """Yield bounds in words of people hurt, moved or gathered: `thousands of civilians`."""
    for match in _MANY.finditer(passage.lower):
        if COUNTED.get(match["noun"]) != "persons":
            continue
        words = match["number"].split(" of ")
        least = Decimal(1)
        for word in words:
            least *= _LEAST[word]
        amount = Amount(least, "persons", match["number"], match["noun"], None, is_least=True)
        measure = measure_of(passage, match, amount)
        if measure in _HURT:
            yield *match.span(), amount, measure


def _counts(lower: str) -> Iterator[Figure]:
    """Yield counts whose noun stands before: `the toll at nine`, `the number of refugees exceeds 1,500`."""
    for match in _TOLL.finditer(lower) if "toll " in lower else ():
        amount = Amount(number_of(match["number"]), "persons", match["hedge"], "", None)
        yield *match.span(), amount, "killed"
    for match in _COME_TO.finditer(lower) if any(word in lower for word in _COUNTABLE) else ():
        if match["range"][0] in "0123456789" and _YEAR.fullmatch(match["number"]):
            continue
        begin = max(lower.rfind(". ", 0, match.start()), match.start() - _REACH, 0)
        words = _WHO.findall(lower[begin : match.start()])
        is_dead = not _DEAD.isdisjoint(words)
        unit = next((COUNTED[word] for word in reversed(words) if word in COUNTED), None)
        is_over = match["verb"].startswith(_OVER) and "," in match["number"]
        if not unit and (is_over or "number of" in lower[begin : match.start()]):
            unit = "items"
        unit = "persons" if is_dead else unit
        if unit is None:
            continue
        low = number_of(match["low"]) if match["low"] else None
        hedge = "exceeding" if match["verb"].startswith(_OVER) else match["hedge"]
        start = match.start() if match["verb"].startswith(_OVER) else match.start("range")
        measure = "killed" if is_dead else "people" if unit == "persons" else "quantity"
        yield start, match.end(), Amount(number_of(match["number"]), unit, hedge, "", None, low), measure


def _spans(lower: str) -> Iterator[Figure]:
    """Yield how long something lasts or has lasted: `suspended it for a year`, `a 13-year-old treaty`."""
    for match in _TERM.finditer(lower) if any(word in lower for word in _TERMS) else ():
        begin = max(lower.rfind(". ", 0, match.start()), match.start() - _REACH, 0)
        if match["jailed"] or _LASTING.search(lower, begin, match.start()):
            unit = match["unit"] or match["jailed"]
            yield *match.span(), Amount(Decimal(1), f"{unit}s", None, "", None), "term"
    for match in _OLD.finditer(lower) if "-old " in lower else ():
        words = match["what"].split()
        if any(word in heads() or word in _AGEING for word in words):
            amount = Amount(number_of(match["number"]), f"{match['unit']}s", None, "", None)
            yield *match.span("age"), amount, "duration"
