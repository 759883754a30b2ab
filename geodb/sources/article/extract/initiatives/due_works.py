"""Works that shall be done by some month or year: `the line is planned to be completed by 2030`.

The patterns are for texts in small letters, as `Passage.lower` is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from geodb.sources.article.extract.initiatives.aims import Aim
from geodb.sources.article.extract.language.aimed_values import Value
from geodb.sources.article.extract.language.deadlines import edtf_of
from geodb.sources.article.extract.language.numbers import Amount
from geodb.sources.article.extract.language.words import listed
from geodb.sources.article.months import ENGLISH

_BEGUN = r"(?:work|operating|operations|production|running|service|to\s[a-z]+)"
_DONE = (
    r"be\s(?:fully\s|wholly\s|partly\s)?(?:completed?|finished|energi[sz]ed|commissioned|built|operational|opened|open|ready|running|live|connected|electrified|launched"
    r"|handed\sover|in\s(?:place|service|operation|use|force)|(?:put|brought)\sinto\s[a-z]+|up\sand\srunning)"
    rf"|become\s(?:fully\s)?(?:operational|law)|start\sup|(?:start|begin)\s{_BEGUN}|come\s(?:on\s?stream|on\sline|online|into\s(?:force|service|operation))"
    r"|feed\sthe\sgrid|enter\s(?:into\s)?(?:service|force|operation)|go\s(?:live|online)|take\seffect|open|reach\s[a-z]+|carry\s[a-z]+"
)
_MONTH = ENGLISH.lower()
_WHEN = (
    r"(?:(?:by|in|before|from|no\slater\sthan)\s(?:the\s)?(?:(?:end|middle|spring|summer|autumn|beginning|start|(?:first|second)\shalf|[a-z]+\squarter)\sof\s)?(?:late\s|early\s|mid-)?"
    rf"(?:the\s)?(?:(?P<month>{_MONTH})\s)?(?P<year>20[0-9]{{2}})\b"
    rf"|(?:by|before)\s(?:[0-9]{{1,2}}\s)?(?:{_MONTH})\b|(?:by|before)\sthe\send\sof\s(?:the|this|next)\s(?:year|decade)\b|(?:within|in)\s(?:[0-9]+|[a-z]+)\s(?:days|weeks|months|years)\b"
    r"|(?:by\s)?next\s(?:year|spring|summer|autumn|winter)\b)"
)
_DUE = re.compile(
    r"(?P<subject>\b(?:the|its|their|an?)\s(?:[\w-]+\s){1,3}?)?"
    r"\b(?P<due>(?:is|are|was|were)\s(?:now\s|still\s|also\s|originally\s)?(?:(?:planned|due|supposed|scheduled|meant|slated|set|expected)\s)?to|would|will|should|ought\sto|must)\s"
    rf"(?:{_DONE})\b[^,;:.“”()]{{0,40}}?\s{_WHEN}"
)
DUE_WORDS = listed(
    "completed|complete|finished|energised|energized|commissioned|built|operational|opened|open|ready|running|live|connected|electrified|launched"
    "|over|place|service|operation|use|force|into|law|start|begin|come|feed|enter|go|take|reach|carry"
)
"""Words without one of which no work is said to be done by a day."""
_EXPECTED = ("should", "ought")
"""What says only that something is expected, which is foretold unless an initiative is told of."""
_TOLD_BEFORE = (" which ", " that ", " who ", " if ", " could ", " said ")
ONE = Amount(Decimal(1), "items", "exactly", "", "quantity")


def due_works(lower: str, start: int, end: int) -> Iterator[Aim]:
    """Yield what a sentence says is to be ready by a month or a year, one work done each."""
    for match in _DUE.finditer(lower, start, end):
        at = match.start("due")
        if match["subject"] is None and lower.endswith(_TOLD_BEFORE, start, at):
            continue
        first = match.start() if match["subject"] else at
        how = "expected" if match["due"].startswith(_EXPECTED) else "due"
        yield Aim(
            first, match.end(), at, Value(ONE, first, first), how, edtf_of(match), is_dated=True, said=at
        )
