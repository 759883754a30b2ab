"""Words by which a text speaks of what may come: modal verbs and their likes."""

from __future__ import annotations

import re
from functools import lru_cache

from geodb.sources.article.extract.page import Passage

_LIKELY = (
    r"(?:now\s|also\s|still\s|very\s|more\s|most\s|highly\s|widely\s|increasingly\s|therefore\s|thus\s|not\s|less\s|quite\s)*"
    r"(?:likely|unlikely|expected|bound|poised|set|projected|forecast|forecasted|predicted|anticipated|destined|doomed|certain|sure"
    r"|about|going|on\s(?:course|track)|(?:[0-9]+\s?(?:%|per\s?cent)\s)likely)\sto"
)
_PARTICIPLES = (
    "been|become|begun|bought|brought|built|come|cost|cut|done|drawn|driven|fallen|felt|found|given|gone|got|grown|had|held|hit"
    "|kept|known|led|left|lost|made|meant|met|paid|put|risen|run|said|seen|sent|set|shown|sold|spent|stood|taken|told|won|written"
)
_NO_MODAL = re.compile(
    r"(?:\b(?:political|the|of|good|free|popular|own|collective|national|military|economic|naval|industrial|financial|any|’s|'s)\s)$"
)
"""What stands before *will* and *might* where they are nouns."""
_MODAL = re.compile(
    r"\b(?=[acdefilmprstwhA-Z])(?P<wording>could|would|may|might|will|won’t|(?:is|are)\s"
    + _LIKELY
    + r"|(?:looks?|seems?|appears?|remains?)\s(?:set|likely|unlikely|poised|bound)\sto"
    r"|(?:is|are)\s(?:probable|inevitable|imminent)|(?:is|are|seems?|looks?|remains?|appears?)\s(?:very\s|highly\s|more\s|most\s|also\s|\w+ly\s)?(?:un)?likely(?!\sto)|stands?\sto(?=\s(?:gain|lose|benefit|profit|suffer)\b)|(?:cannot|can\snot|can’t|could\snot)\sbe\s(?:ruled\sout|excluded)"
    r"|(?:risks?|threatens?)(?=\s\w+ing\b)|threatens?\sto|(?:can|is)\sbe\sexpected\sto|can\sbe\sexpected\sto"
    r"|[Tt]here\s(?:is|remains)\s(?:still\s|now\s)?(?:an?|little|no|some|every|at\sleast|less\sthan|more\sthan|about|roughly|only|perhaps)\s(?:[\w%-]+\s){0,6}?(?:risk|chance|danger|possibility|likelihood|probability|prospect)\s(?:that|of)"
    r"|expects?(?=\s\w[^,.;]{0,60}\sto\s)|(?:expect|predict|forecast)s?\sthat)(?!\w)"
    rf"(?![’']ve\b)(?!(?<!\bwill)\s(?:(?:not\s|well\s|also\s|already\s)*have\s(?:\w+ly\s|already\s)?(?:\w+ed|{_PARTICIPLES})|later|go\son\sto|eventually\sbecome)\b)"
)
_POSSIBLE_THAT = re.compile(
    r"\b(?P<wording>[Ii]t\sis\s(?:\w+\s)?(?:possible|likely|unlikely|probable|conceivable|plausible|improbable)\sthat)\s"
)
_PURPOSE = re.compile(r"\b(?:so\sthat|in\sorder\sthat|as\sif|as\sthough)\s[^,;]{0,60}$")
_CONTENT = re.compile(
    r"\b(?:idea|notion|dream|illusion)s?\sthat\s[^,.;]{2,60}$|\b(?:link|route|corridor|railway|road|pipeline|line|bridge|canal|port|zone|treaty|bill|law|plan|proposal|deal|agreement|accord|resolution|measure|amendment|mechanism|system|project|package)s?(?:\s[^.;]{0,60})?,?\s(?:that|which)\s(?:\w+ly\s)?$|^Under\sthe\s(?:plan|agreement|deal|proposal|terms|bill|law|treaty|scheme)\b"
)
_LEADING = ("that", "which", "if", "though", "Under")
"""Words without one of which neither a purpose nor the content of a plan stands before a modal."""
_VERDICT = re.compile(
    r"would\sbe\s(?:a\smistake|wrong|naive|premature|misleading|an?\s(?:error|exaggeration|illusion))\b"
)
_COULD_NOT = re.compile(
    r"could\snot\b(?!\sbe\s(?:ruled|excluded))|could\s(?:still\s|now\s)?be\s(?:heard|seen|felt|smelled)\b"
)
"""What somebody was able, or not, to do."""
_WORD = "wording"


def next_modal(passage: Passage, start: int, end: int) -> re.Match[str] | None:
    """Return the first modal word between two offsets that tells what may come, outside quotations."""
    words = (match for match in _modals(passage.text) if start <= match.start() and match.end() <= end)
    return next((match for match in words if _is_forecast(passage, match, start)), None)


@lru_cache(maxsize=4)
def _modals(text: str) -> list[re.Match[str]]:
    """Return the modal words of a paragraph, which is asked for them again and again, clause by clause."""
    return list(_MODAL.finditer(text))


def _is_forecast(passage: Passage, match: re.Match[str], start: int) -> bool:
    text, at = passage.text, match.start()
    if passage.in_quote(at) is not None or _COULD_NOT.match(text, at):
        return False
    if match[_WORD][0].isupper() and match[_WORD][:5] != "There":
        return False
    before = text[max(start, at - 100) : at]
    if _VERDICT.match(text, at) or (match[_WORD] in {"will", "might"} and _NO_MODAL.search(before)):
        return False
    if not any(word in before for word in _LEADING):
        return True
    return not (_PURPOSE.search(before) or _CONTENT.search(before))


def possible_that(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return `it is possible that` between two offsets."""
    return _POSSIBLE_THAT.search(text, start, end)


def has_modal(text: str, start: int, end: int) -> bool:
    """Whether a modal word stands between two offsets."""
    return any(start <= match.start() and match.end() <= end for match in _modals(text))
