"""Forms of English verbs and nouns, as far as finding them in a text needs it."""

from __future__ import annotations

_VOWELS = frozenset("aeiou")
BASE, THIRD, ING, PAST, PARTICIPLE = "base", "third", "ing", "past", "participle"
BOTH = "past or participle"
_SHORT = 4


def verb_forms(words: str) -> dict[str, str]:
    """Return the forms of a verb and what each is; irregular ones follow the base: `take took taken`.

    A last -l is doubled in Britain and not in America: both are known.
    """
    base, *irregular = words.split()
    past = irregular[0] if irregular else _past(base)
    participle = irregular[1] if len(irregular) > 1 else past
    forms = {base: BASE, _third(base): THIRD, _ing(base, past): ING}
    if past == participle:
        forms[past] = BOTH
    else:
        forms |= {past: PAST, participle: PARTICIPLE}
    if len(base) > _SHORT and base[-1] == "l" and base[-2] in _VOWELS and base[-3] not in _VOWELS:
        forms |= {base + "ed": BOTH, base + "led": BOTH, base + "ing": ING, base + "ling": ING}
    return forms


def noun_forms(noun: str) -> list[str]:
    """Return the singular and the plural of a noun; one that ends in -s has no other."""
    if noun.endswith(("s", "ing")) and not noun.endswith(("siege", "bombing", "meeting", "killing", "shooting",
                                                          "briefing", "ruling", "kidnapping")):  # fmt: skip
        return [noun]
    if noun.endswith("y") and noun[-2] not in _VOWELS:
        return [noun, noun[:-1] + "ies"]
    return [noun, noun + ("es" if noun.endswith(("sh", "ch", "x")) else "s")]


def _past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ied"
    return base + "ed"


def _third(base: str) -> str:
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "sh", "ch", "x", "o")) else "s")


_DOUBLED = frozenset(
    {
        "begin",
        "run",
        "win",
        "set",
        "put",
        "cut",
        "get",
        "let",
        "hit",
        "sit",
        "quit",
        "shut",
        "split",
        "dig",
        "upset",
        "overrun",
    }
)
"""Irregular verbs whose last letter is doubled before -ing: `beginning`, `setting`."""


def _ing(base: str, past: str) -> str:
    if (past.endswith(base[-1] * 2 + "ed") and len(past) == len(base) + 3) or base in _DOUBLED:
        return base + base[-1] + "ing"
    return (base[:-1] if base.endswith("e") and not base.endswith("ee") else base) + "ing"
