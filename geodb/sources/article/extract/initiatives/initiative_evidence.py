"""Whether the words around a phrase say that an initiative was made, agreed, planned, paid for or ended."""

from __future__ import annotations

import re

from geodb.sources.article.extract.initiatives.initiative_phrases import Phrase
from geodb.sources.article.extract.language.inflection import BOTH, PARTICIPLE
from geodb.sources.article.extract.language.initiative_nouns import ACT_NOUNS, MAKING, PLANNED, acts
from geodb.sources.article.extract.language.line import Line
from geodb.sources.article.extract.language.small_words import BE
from geodb.sources.article.extract.language.words import listed
from geodb.sources.article.months import ENGLISH

_PARTICLES = listed(
    "on|to|up|out|off|for|into|over|in|with|about|from|through|forward|down|under|around|last|its|the|of"
)
_AWAY = listed("of|for|with|from|about|under|through")
_ABOUT = listed("of|on|for|over|about|to")
_TOWARDS = listed("for|in|to|towards|on")
_SUBJECTS = listed(
    "aims|aimed|seeks|envisages|foresees|provides|provided|requires|required|allows|obliges|bans|entered|enters|comes|takes|expires|expired|collapsed|lapsed"
    "|stipulates|mandates|sets|would|will|came|took|commits|binds|calls|covers|runs|cost|costs|stalled|promises|targets|includes"
    "|applies|applied|frayed|crumbled|faltered|starts|started|begins|began|leaked|lists|lacks|lets|excludes|exempts|specifies|spells|governs|replaces|replaced|unites|empowers|entitles|earmarks|languishes|foundered|founders|lapses|died|survived"
    "|imposes|imposed|limits|caps|obliged|committed|called|envisaged|foresaw|set|allocates|earmarks|offers|awaits|awaited|unravelled|unraveled"
)
"""Verbs that a plan, a pact or a law goes with, and hardly anything in general."""
_MONEY = listed(
    "pledged|pledge|pledges|pledging|allocated|allocate|allocates|earmarked|earmark|committed|lend|lent|provide|provided|approved|offered"
    "|invest|invested|pooled|poured|ploughed|plowed|sunk|pumped|pay|pays|paid|paying|raised|granted|grant|loan|loans|tender|tenders|funds|funding|spend|spent|spending|investing|aside"
)
_FUNDED = listed("received|raised|collected|disbursed|spent|lent|paid|holds|manages")
_HYPOTHETICAL = listed("could|might|may|should|if|must|can|would|cannot")
_STATES = re.compile(
    r",?\s[^.;]{0,40}\b(?:under\s(?:construction|negotiation|discussion|way|development)"
    r"|(?:being|be|is|are)\s(?:built|negotiated|drafted|drawn\sup)|construction\s(?:began|started|of))"
    r"|\s(?:is|are|was|were|remains?|remained|lies|lay|sits|sat|stands|stood|has\sbeen)\s(?:\w+ly\s|now\s|still\s|again\s|not\s|also\s|only\s|(?:a|two|three)\s\w+\s|[0-9]+(?:%|\spercent)\s){0,2}"
    r"(?:before\s(?:the\s)?(?:parliament|congress|senate|assembly|house|court|council|bundestag|knesset|lawmakers|mps)|in\s(?:force|limbo|effect|dispute|doubt|place)|on\s(?:hold|ice|track|the\stable|paper)"
    r"|in\s(?:the\sworks|tatters)|behind\sschedule|over\sbudget|overdue|unfinished|incomplete|unfunded|underfunded|unsigned|unratified|dormant|becalmed|idle|empty|(?:\w+\s)?late|fraying|holding|crumbling|unravelling|unraveling|faltering|collapsing|expiring|in\s(?:danger|peril|trouble|jeopardy|ruins|shreds)|stalled|dead|funded|finished|operational|renewable|voluntary|binding|up\sfor\srenewal|due\sfor\srenewal|close\sto\scompletion)\b",
    re.IGNORECASE,
)
_PASSED_OVER = listed(
    "which|that|has|have|had|will|would|to|not|yet|first|also|never|still|recently|finally|eventually|jointly"
)
_PREPOSITIONS = listed(
    "of|for|with|from|about|under|through|on|to|in|into|by|at|as|over|upon|against|than|like|up|out"
)
_INTO = listed("on|to|into|upon|up|out|over")
_DRIVING = listed("waved|waves|pushed|pushes|pushing|rammed|steered|bulldozed")
_LEAVING = listed("withdraw|withdrew|withdrawn|withdraws|withdrawing|quit|exit")
_BRINGING = listed(
    "countered|counters|answered|answers|responded|responds|retaliated|replied|emerged|returned|flew|home|walked|rewarded|presented"
    "|returns|emerges|followed|replaced|replace|replaces|replacing"
)
_SWAPPING = listed("swapped|swaps|swap|traded|exchanged|bartered|dropped|ditched|abandoned")
_NEVER_BUILT = listed("pact|plan|law")
_LEFT = re.compile(r"\b(?:pull|back|walk|opt|dropp?|exit)\w*\s(?:out\sof|away\sfrom|back\sfrom|from)\s$")
_INSERTED = re.compile(
    r",\s(?!(?:and|but|or|a|an|the|its|their|he|she|it|they|we|while|who|as)\s)(?:[^,;:.()“”]|(?<=[0-9])[.,](?=[0-9])){2,70},\s"
)
_OPENS_OBJECT = listed("a|an|the|its|their|his|her|no|some|all")
_PROMISING = listed("announced|agreed|pledged|promised|vowed|decided|declared|confirmed|unveiled|plans")
_TASKS = listed(
    "report|investigate|examine|monitor|oversee|look|draft|draw|supervise|verify|watch|run|administer|manage|have|number|comprise|consist|operate"
    "|patrol|replace|sit|meet|guard|train|coordinate|advise|inspect|finance|fund|pay|lend|hold|help"
)
_IN_RETURN = (" in exchange for ", " in return for ", " as part of ")
_ENDED = listed(
    "stalled|lapsed|expired|collapsed|begun|started|ended|resumed|failed|faltered|foundered|unravelled|unraveled|frayed"
)
_AWAITING = listed("awaits|awaited|foundered|stalled|lapses|languishes|collapsed")
_UP_TO = 2
_BEFORE = 4
_AFTER = 7
_FAR_MONEY = 8
_WRITTEN = listed(
    "agreement|accord|memorandum|pact|treaty|understanding|framework|contract|customs union|declaration"
)
"""Of pacts those that are written down, and one of their own by what they are about."""
_OF_OR_WITH = re.compile(
    rf"(?:on|between)\s|with\s(?:the\s)?[A-ZÀ-Ž]|of\s(?:[0-9]{{1,2}}\s)?(?:{ENGLISH})\b|of\s[12][0-9]{{3}}\b"
)
_OF_SUMS = listed("package|restructuring|debt restructuring")
_OF_SUM = re.compile(r"of\s(?:(?:about|some|up\sto|at\sleast|around|nearly)\s)?[A-Z]{0,3}[$€£¥]?\s?[0-9]")
"""A sum that tells one apart: `a package of $450 million`."""


def acted_on(line: Line, phrase: Phrase) -> bool:
    """Whether a phrase stands with words of making, agreeing, planning, paying or ending."""
    if phrase.head.group == "organ" and phrase.how != "a":
        return False
    return (
        not PLANNED.isdisjoint(phrase.before)
        or _acted_before(line, phrase)
        or _acted_after(line, phrase)
        or _STATES.match(line.text, phrase.end, line.end) is not None
    )


def _fits(word: str, phrase: Phrase) -> bool:
    act, group = acts().get(word), phrase.head.group
    if act is None or group == "organ":
        return act is not None and word in MAKING
    return act.takes(group)


def _acted_before(line: Line, phrase: Phrase) -> bool:
    """Whether a verb or noun of making comes right before: `signed on Monday a …`, `the launch of a …`."""
    words, first = line.words, phrase.first
    for steps, at in enumerate(range(first - 1, max(first - 1 - _BEFORE, -1), -1)):
        word, following = words[at][2], words[at + 1][2]
        if line.gap(at).strip():
            break
        if _fits(word, phrase) and _governs(word, following, words[first - 1][2], steps):
            return not _is_hypothetical(line, at) or _is_promised(line, at)
        if steps and word in ACT_NOUNS and following in _ABOUT:
            return True
        if steps > 1 and not (word in _PARTICLES or word[0].isdigit() or word.endswith(("ly", "day"))):
            break
    return (
        _is_paid(line, phrase)
        or _is_under(line, phrase)
        or _is_left(line, phrase)
        or _is_brought(line, phrase)
        or line.passage.lower.endswith(_IN_RETURN, line.start, phrase.start)
    )


def is_about(phrase: Phrase) -> bool:
    """Whether what it is about, with whom or of when makes it one of its own: `an accord with X, a package of $2bn`."""
    if phrase.is_plural:
        return False
    if phrase.head.words in _WRITTEN:
        return _OF_OR_WITH.match(phrase.complement) is not None
    return phrase.head.words in _OF_SUMS and _OF_SUM.match(phrase.complement) is not None


def _governs(word: str, following: str, last: str, steps: int) -> bool:
    """Whether a phrase is the object of a verb that stands `steps` words before the last one before it."""
    if steps == 0:
        return True
    if last in _PREPOSITIONS:
        if steps == _UP_TO and following == "up" and last == "to":
            return True
        if word in _DRIVING and steps == 1 and following == "through":
            return True
        return steps == 1 and (following in _INTO or (following == "from" and word in _LEAVING))
    return following not in _AWAY


def _is_hypothetical(line: Line, at: int) -> bool:
    """Whether the verb at a word is only thought of: `could sign`, `would probably suspend`."""
    before = [word for _, _, word in line.words[max(at - 2, 0) : at]]
    return bool(before) and (
        before[-1] in _HYPOTHETICAL or (before[0] in _HYPOTHETICAL and before[-1].endswith("ly"))
    )


def _is_promised(line: Line, at: int) -> bool:
    """Whether what *would* be done is what somebody announced: `announced that they would establish a hotline`."""
    if line.words[at - 1][2] not in {"would", "will"}:
        return False
    before = {word for _, _, word in line.words[:at]}
    return not _PROMISING.isdisjoint(before) and "if" not in before


def _is_paid(line: Line, phrase: Phrase) -> bool:
    first = phrase.first
    if first < 2 or line.words[first - 1][2] not in _TOWARDS:
        return False
    return any(line.words[k][2] in _MONEY for k in range(max(first - _FAR_MONEY, 0), first))


def _is_brought(line: Line, phrase: Phrase) -> bool:
    """Whether somebody answers or comes home with it, or gets it for something else: `swapped debt for a reserve`."""
    first = phrase.first
    if phrase.how != "a" or first < 2 or line.words[first - 1][2] not in {"with", "for"}:
        return False
    verbs = _BRINGING if line.words[first - 1][2] == "with" else _SWAPPING
    return any(line.words[k][2] in verbs for k in range(max(first - _FAR_MONEY, 0), first - 1))


def _is_left(line: Line, phrase: Phrase) -> bool:
    return _LEFT.search(line.text, max(line.start, phrase.start - 20), phrase.start) is not None


def _is_under(line: Line, phrase: Phrase) -> bool:
    return (
        phrase.first > 0 and line.words[phrase.first - 1][2] == "under" and phrase.head.group in _NEVER_BUILT
    )


def _acted_after(line: Line, phrase: Phrase) -> bool:
    """Whether what follows says so: `was signed`, `agreed in May`, `would create`."""
    words, at = line.words, _after_inserted(line, phrase)
    if at >= len(words):
        return False
    is_next = line.gap(at - 1) == " " or (at > phrase.last + 1 and line.gap(at - 1) == ", ")
    if phrase.head.group in {"body", "organ"} and phrase.how == "a" and _has_task(line, at):
        return True
    if is_next and words[at][2] in _SUBJECTS:
        return (
            phrase.head.group not in {"body", "organ"}
            or words[at][2] in _AWAITING
            or (words[at][2] in {"would", "will"} and "be" in words[min(at + 1, len(words) - 1)])
        )
    if phrase.head.group == "body" and _takes_money(line, at):
        return True
    if words[at][2] in {"has", "have", "had"} and at + 1 < len(words) and words[at + 1][2] in _ENDED:
        return phrase.head.group not in {"body", "organ"}
    passive = False
    for number in range(at, min(at + _AFTER, len(words))):
        word = words[number][2]
        act = acts().get(word)
        if act and act.form in {BOTH, PARTICIPLE} and (passive or number == at) and _fits(word, phrase):
            return passive or (phrase.head.group != "organ" and not _has_object(line, number))
        if word not in BE and word not in _PASSED_OVER and not word.endswith("ly"):
            return False
        passive = passive or word in BE
    return False


def _has_task(line: Line, at: int) -> bool:
    """Whether a body is told by what it is to do: `a commission of inquiry will report in June`."""
    if line.words[at][2] not in {"will", "would"} or at + 1 == len(line.words):
        return False
    following = line.words[at + 1][2]
    return following in _TASKS or (following in {"be", "also", "then"} and at + 2 < len(line.words))


def _takes_money(line: Line, at: int) -> bool:
    """Whether a fund is told of by what it got or gave: `has received $113 million`."""
    told = [word for _, _, word in line.words[at : at + 4] if word not in _PASSED_OVER]
    return len(told) > 1 and told[0] in _FUNDED and told[1][0].isdigit()


def _has_object(line: Line, number: int) -> bool:
    """Whether an object follows a verb, which is then no participle: `the wealth fund adopted a policy`."""
    return number + 1 < len(line.words) and line.words[number + 1][2] in _OPENS_OBJECT


def _after_inserted(line: Line, phrase: Phrase) -> int:
    """Return the word that follows a phrase, past what stands between commas: `a railway, priced at $2bn, would …`."""
    inserted = _INSERTED.match(line.text, phrase.end, line.end)
    number = phrase.last + 1
    while inserted and number < len(line.words) and line.words[number][0] < inserted.end():
        number += 1
    return number
