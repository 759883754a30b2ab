"""Verbs of what befalls somebody or comes about, which is foretold; what is done otherwise was planned.

`The cabinet will fall`, `The drought will make matters worse`; but `The museum will reopen`, `The monitors will wear vests`.
"""

from __future__ import annotations

import csv
import re
from functools import cache

from geodb.resources import seeds_dir
from geodb.sources.article.extract.language.words import listed

_ADVERBS = (
    r"(?:(?:also|then|now|soon|again|still|first|later|once|therefore|thus|only|even|thereby|ultimately|finally|eventually|in\sturn|not|never|no\slonger|neither"
    r"|further|gradually|slowly|quickly|simply|merely|effectively|directly|automatically|jointly|both|all|each|in\seffect|at\sbest|at\slast)\s)*"
)
_VERB = re.compile(
    rf"(?:will|would|won[’']t)\s(?P<adverbs>{_ADVERBS})(?P<verb>[a-z-]+)(?:\s(?:\w+ly\s)?(?P<next>[\w’'$€£-]+))?"
)
_HEDGE = re.compile(
    r"(?:will|would)\s(?:\w+\s){0,2}?(?:probably|likely|surely|inevitably|almost|hardly|undoubtedly|certainly|perhaps|eventually|ultimately|soon|scarcely|barely|in\sall\slikelihood|no\sdoubt|sooner\sor\slater|one\sday)\b"
)

_SUFFERED = listed(
    "affected|beaten|blamed|blown|broken|caught|compelled|completed|cornered|cowed|crippled|crushed|damaged|dashed|dead|decided|defeated|delayed|derailed|destroyed|determined|diluted|diminished|disappointed|displaced"
    "|divided|done|doomed|drained|drawn|driven|dwarfed|eclipsed|emboldened|eroded|exhausted|exposed|felt|finished|forced|forgotten|fought|gone|harmed|hit|hurt|ignored|isolated|judged|left|limited|lost|measured|met|missed|needed"
    "|outnumbered|outweighed|overrun|overshadowed|overtaken|overwhelmed|paralysed|paralyzed|poisoned|punished|pushed|put|reached|reduced|remembered|resented|reversed|rewarded|ruined|saved|seen|settled|shaken|shaped|short"
    "|shut|spared|split|squeezed|stained|stranded|strengthened|stretched|strained|stuck|surprised|swallowed|swamped|swept|tempted|tested|threatened|torn|transformed|treated|trapped|undermined|undone|upset|vindicated|weakened|wiped|worn|worsened|hailed|hard-pressed"
)
_FACT = re.compile(
    r"(?:will|would)\s(?:(?:also|then|now|each|all|only)\s)*(?:need\san?\s(?:permit|visa|licen[cs]e|approval|majority|permission|signature|stamp|quorum|two-thirds|simple)"
    r"|need\s(?:the\s)?(?:approval|consent|permission|backing\sof\sparliament)|have\s(?:[0-9]|an?\s(?:seat|veto|term|mandate|budget|staff|vote|range|capacity|length)|until|access|the\sright|no\svote|one\svote|two|three|six)"
    r"|lose\sthe\sright|last\s(?:for\s)?(?:[0-9]|an?\s|two|three|four|five|six|ten|until|from|all)|decide\son\s|take\s(?:[0-9]|part|place|over|effect|office|questions|the\s(?:oath|stand|floor))"
    r"|give\san?\s(?:speech|press|news|address|lecture|interview|briefing)|set\s(?:up|out|aside|off|sail)|run\s(?:from|until|for|along|through|between|under|a\s)|cut\s(?:its|the)\s(?:rate|duty|tariff|force)|go\son\s(?:sale|trial|strike|display|show)"
    r"|join\b|pass\s(?:through|under|along|to\b)|pay\s(?:[$€£0-9]|for\b|a\s(?:visit|fee))|bring\stogether|call\s(?:at|on)\s|see\s(?:the\s)?[A-Z][a-z]+\s(?:cut|buy|sell|open|send|pay|take)|follow\s(?:on|in)\b|hold\s(?!out|back|up\b|together|firm|on\b)|(?:get|receive)\s(?:[0-9$€£]|an?\s(?:share|stake|seat|pardon|visa|copy|quarter|third|half))|do\sso\b|be\s(?:[0-9]|exempt|eligible|subject\sto|open\sto)"
    r"|come\sfrom\s|make\sa\s(?:speech|statement|stop|visit)|keep\s[0-9]|reach\san?\s(?:depth|height|length)|stand\s(?:for|in)\s|drop\sto\s[0-9]|raise\s(?:the|its)\s(?:rate|pension|tax|duty|flag)|use\s(?:the|its)\s)"
)


@cache
def outcomes() -> frozenset[str]:
    """Return the verbs of what comes about, which `seeds/wordings/outcome_verbs.csv` lists."""
    with (seeds_dir() / "wordings" / "outcome_verbs.csv").open(encoding="utf-8", newline="") as lines:
        return frozenset(row["verb"] for row in csv.DictReader(lines))


def is_done(text: str, at: int) -> bool:
    """Whether what `will` or `would` at an offset leads in is an act or a rule, and no outcome."""
    verb = _VERB.match(text, at)
    if verb is None or _HEDGE.match(text, at):
        return False
    if _FACT.match(text, at):
        return True
    if verb["verb"] == "be":
        following = verb["next"] or ""
        return following.endswith("ed") and following not in _SUFFERED
    if "not" in verb["adverbs"] or "never" in verb["adverbs"] or verb["verb"].endswith("ly"):
        return False
    return verb["verb"] not in outcomes()
