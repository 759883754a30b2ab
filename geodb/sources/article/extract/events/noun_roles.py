"""Who undergoes a happening told by a noun: `X’s arrest`, `the killing of Y by Z`, `X’s invasion of Y`."""

from __future__ import annotations

from geodb.sources.article.extract.language.words import listed

_DONE_TO_OWNER = listed(
    "arrest|ouster|ousting|assassination|murder|expulsion|deportation|extradition|conviction|imprisonment|jailing|incarceration|detention"
    "|release|freeing|removal|overthrow|toppling|dismissal|sacking|firing|sentencing|acquittal|trial|impeachment|kidnapping|abduction|capture"
    "|execution|hanging|poisoning|eviction|ejection|deposition|killing|slaying|lynching|beheading|stabbing|prosecution|indictment|pardon"
)
"""Happenings that the one whose they are undergoes, unless it is told of whom they are: `X’s killing of Y`."""
_DONE_TO_OTHER = _DONE_TO_OWNER | listed(
    "invasion|occupation|seizure|annexation|bombing|bombardment|shelling|siege|blockade|liberation|conquest|recapture|recall|suspension"
    "|coup|recognition|encirclement|partition|boycott|quarantine"
)
_BEFORE = 8


def undergoes(word: str, *, owner: bool, of: bool) -> bool:
    """Whether who stands with a happening undergoes it: as its owner, if nobody else is told of, or after *of*."""
    if owner:
        return word in _DONE_TO_OWNER and not of
    return of and word in _DONE_TO_OTHER


def follows_of(text: str, start: int, at: int) -> bool:
    """Whether *of* stands right before an offset, no earlier than `start`."""
    return text[max(start, at - _BEFORE) : at].rstrip().endswith((" of", " of the"))
