"""How alike two names are, and which of many names are worth comparing at all.

Names are compared word by word, in any order, so that swapped, dropped and misspelt words each cost what they
weigh. Names are not compared each with each: only those that share a block, that is words that sound alike.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

MIN_WORD_SIMILARITY = 0.6
"""Two words less alike than this are two different words."""

WEIGHT_OF_LEFT_OVER = 0.3
"""What a word counts that only one of the two names has, if they share more than one word."""

ONE_WORD = 2.0
"""The weight of one word in both names: India alone does not make a name of Government of India."""

WEIGHT_OF_LIGHT_WORD = 0.3
INITIAL = 0.8
JOINED = 0.98
"""What the same letters count if the words are not the same: SiemensAG and Siemens AG."""

WORTH_ALIGNING = 75
"""Names less alike than this, by rapidfuzz's token_ratio (0 to 100), are not aligned word by word."""

BLOCK_SIZE = 24
"""In a block of more names each is compared with its next neighbours in the alphabet only."""

NEIGHBOURS = 6
WORDS_IN_PAIRS = 4
RARE = 24

_LEGAL_FORMS = {
    "limited": "ltd",
    "company": "co",
    "corporation": "corp",
    "incorporated": "inc",
    "aktiengesellschaft": "ag",
}
_LIGHT_WORDS = (
    "ltd co corp inc ag llc plc gmbh sa spa bv nv ooo oao pao ao zao jsc pjsc oy ab as"  # legal forms
    " dr mr mrs ms prof sir president shaikh sheikh haji hajji"  # titles
    " al el bin ben ibn abu de von van the of and"  # particles
)
_LIGHT = frozenset(_LIGHT_WORDS.split())
_VOWELS = "aeiouyаеиоуыэюяёіїє"  # noqa: RUF001 - Latin and Cyrillic
_WORD = re.compile(r"\w+")
_JOINS = re.compile(r"(?<=\b\w)\.(?=\w\b)|['’]")  # the dots of S.A., the apostrophe of Ha'aretz
_SOUNDS = str.maketrans(
    {
        **dict.fromkeys(_VOWELS + "jhйьъ"),
        **dict.fromkeys("cqxк", "k"),
        "z": "s",
        "w": "v",
        "p": "f",
    }
)
_DOUBLED = re.compile(r"(.)\1+")


def normal_form(folded: str) -> str:
    """The words of a folded name, one blank between them; legal forms in their short form."""
    found = _WORD.findall(_JOINS.sub("", folded))
    return " ".join(_LEGAL_FORMS.get(word, word) for word in found)


def similarity(one: str, other: str) -> float:
    """How alike two names in normal form are: 0 to 1, where 1 is the same words in any order."""
    together = OSA.normalized_similarity(one.replace(" ", ""), other.replace(" ", "")) * JOINED
    if fuzz.token_ratio(one, other, score_cutoff=WORTH_ALIGNING) == 0:
        return together
    return max(_aligned(one.split(), other.split()), together)


def _aligned(one: Sequence[str], other: Sequence[str]) -> float:
    """The mean similarity of the words that pair up best, weighted; words left over count against it."""
    fewer, more = sorted((one, other), key=len)
    alike = sorted(
        ((_word_similarity(a, b), i, j) for i, a in enumerate(fewer) for j, b in enumerate(more)),
        reverse=True,
    )
    left, free = set(range(len(fewer))), set(range(len(more)))
    reached = possible = 0.0
    for score, i, j in alike:
        if i in left and j in free:
            left.remove(i)
            free.remove(j)
            weight = _weight(fewer[i]) + _weight(more[j])
            reached += score * weight
            possible += weight
    left_over = sum(_weight(more[j]) for j in free)
    return reached / (possible + left_over * (WEIGHT_OF_LEFT_OVER if possible > ONE_WORD else 1))


def _word_similarity(one: str, other: str) -> float:
    if one == other:
        return 1.0
    if len(one) == 1 or len(other) == 1:
        return INITIAL if one[0] == other[0] else 0.0
    return OSA.normalized_similarity(one, other, score_cutoff=MIN_WORD_SIMILARITY)


def _weight(word: str) -> float:
    return WEIGHT_OF_LIGHT_WORD if word in _LIGHT else 1.0


def sound_of(word: str) -> str:
    """What the spellings of a word have in common: its first sound and its consonants."""
    first = "a" if word[0] in _VOWELS else word[0].translate(_SOUNDS) or word[0]
    return _DOUBLED.sub(r"\1", first + word[1:].translate(_SOUNDS))


def pairs_to_compare(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The pairs of different names that share a block; each pair may come more than once.

    Their number grows with the number of names, not with its square: see BLOCK_SIZE.
    """
    in_order = sorted(set(names))
    sounds = [[sound_of(word) for word in name.split()] for name in in_order]
    counts = Counter(sound for name in sounds for sound in set(name))
    blocks: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, name in enumerate(sounds):
        for block in _blocks_of(name, counts):
            blocks[block].append(place)
    for members in blocks.values():
        for one, other in _pairs_in(members):
            yield in_order[one], in_order[other]


def _blocks_of(sounds: Sequence[str], counts: Counter[str]) -> set[tuple[str, ...]]:
    telling = sorted(set(sounds), key=lambda sound: (counts[sound], sound))[:WORDS_IN_PAIRS]
    blocks: set[tuple[str, ...]] = {("joined", sound_of("".join(sounds)))}
    blocks.update(("rare", sound) for sound in telling if counts[sound] <= RARE)
    for one, other in combinations(telling, 2):
        blocks.update({(one, other) if one < other else (other, one), (one, other[:2]), (other, one[:2])})
    return blocks


def _pairs_in(members: Sequence[int]) -> Iterator[tuple[int, int]]:
    if len(members) <= BLOCK_SIZE:
        yield from combinations(members, 2)
        return
    for place, one in enumerate(members):
        for other in members[place + 1 : place + 1 + NEIGHBOURS]:
            yield one, other
