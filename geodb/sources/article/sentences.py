"""Sentences of a paragraph, in scripts with and without spaces, past abbreviations, initials and numbers."""

from __future__ import annotations

import re

from geodb.sources.article.months import MONTHS, fold

# Words that a full stop follows without ending the sentence: titles, what stands before names.
_ABBREVIATION_LIST = """
mr mrs ms mme mlle mm dr prof gen brig lt col cpl insp supt cllr messrs maj capt cmdr adm sgt sen rep gov pres amb rev hon fr ste
jr sr vs cf e.g i.e eg ie viz approx no nos nr vol vols fig figs art arts sec para pp ed eds trans ca op
cit al jan feb mar apr jun jul aug sep sept oct nov dec bzw z.b d.h u.a vgl hr abs bd mio mrd geb dipl ing
örn bkz vb vd yy av doç öğr gör alb org yrd sn m.ö m.s ör sayı cilt p.ex env av blvd sr sra dña ud uds núm
г гг им т.е т.д т.п др проф акад руб тыс млн млрд см стр ст ул
"""
_ABBREVIATIONS = frozenset(_ABBREVIATION_LIST.split())
# Abbreviations that do end a sentence when a capital follows the space: et al., etc., Inc., U.S.
_MAY_END = frozenset(
    {"etc", "al", "inc", "ltd", "co", "corp", "jr", "sr", "vb", "vd", "др", "т.д", "т.п", "г", "гг"}
)
_BEFORE_NAMES = frozenset({"st", "mt", "ft", "pt"})
_OPENER_LIST = """
The A An He She It They We In On At But And This That These Those There Its His Her Their
"""
_OPENERS = frozenset(_OPENER_LIST.split())
"""What begins a sentence after `Main St.`; anything else goes on a name, as in `St. Lucia`."""
_TERMINATOR = re.compile(
    r"[.!?…؟۔।。！？](?:(?<![。！？])[.!?…؟۔।]*|(?P<wide>(?<=[。！？])[。！？]*))"
    r"[\"'”’“»«›‹)\]」』]*"
    r"(?:\[[0-9]{1,3}\]|[⁰¹²³⁴-⁹]+)*"
    r"(?P<gap>\s+|$|(?<=[\]⁰¹²³⁴-⁹])(?=\w))?"
)
_LAST_WORD = re.compile(r"[^\s(\[{\"'“‘„«‹—–/-]+$")
_POSSESSIVE = re.compile(r"(?<=\w)'s\Z")
_OPENING = re.compile(r"[\s\"'“‘„«‹(\[¿¡–—-]*")
_WORD = re.compile(r"[^\W\d_]{1,20}")
_LONGEST_WORD = 40


def find_sentences(text: str) -> list[tuple[int, int]]:
    """Return start and end of each sentence of a paragraph; closing quotes and note markers belong to it."""
    found: list[tuple[int, int]] = []
    start = _skip_space(text, 0)
    for match in _TERMINATOR.finditer(text):
        is_wide = match["wide"] is not None
        if match["gap"] is None and not is_wide:
            continue
        gap = match.start("gap") if match["gap"] is not None else match.end()
        if match.end() < len(text) and not is_wide and not _ends(text, match.start(), match):
            continue
        if gap > start:
            found.append((start, gap))
        start = _skip_space(text, match.end())
    end = len(text.rstrip())
    if start < end:
        found.append((start, end))
    return found


def _skip_space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _ends(text: str, dot: int, match: re.Match[str]) -> bool:
    following = _OPENING.match(text, match.end())
    following_at = following.end() if following else match.end()
    next_char = text[following_at : following_at + 1]
    if next_char.islower():
        return False
    if match[0][0] != "." or match[0].startswith(".."):
        return True
    last = _LAST_WORD.search(text, max(0, dot - _LONGEST_WORD), dot)
    if last is None or _POSSESSIVE.search(text, dot - 2, dot):
        return True
    return not _abbreviates(last[0], _word_at(text, following_at))


def _word_at(text: str, at: int) -> str:
    match = _WORD.match(text, at)
    return match[0] if match else text[at : at + 1]


def _abbreviates(word: str, next_word: str) -> bool:
    """Tell whether the full stop after `word` belongs to it, as in `Dr.`, `J.`, `U.S.`, `15. Februar`."""
    folded = word.casefold()
    if folded in _BEFORE_NAMES:
        return next_word not in _OPENERS
    if folded in _MAY_END:
        return not next_word[:1].isupper()
    if folded in _ABBREVIATIONS:
        return True
    if len(word) == 1:
        return word.isalpha()
    if word.isdigit():
        return fold(next_word) in MONTHS  # 15. Februar
    return "." in word and all(len(part) <= 2 for part in word.split("."))
