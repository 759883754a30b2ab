"""Whole numbers in a word or a few figures: `two weeks ago`, `a ten-year accord`."""

from __future__ import annotations

COUNTS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
"""Numbers that are one word, and the articles that stand for one."""
COUNT = rf"[0-9]{{1,3}}|{'|'.join(sorted(COUNTS, key=len, reverse=True))}"
"""What `count_of` reads; what follows it has to begin with no letter."""


def count_of(words: str) -> int:
    """Return the number that a match of COUNT spells."""
    return COUNTS.get(words.lower()) or int(words)
