"""Targets, each of the initiative it belongs to: `aims to increase trade to 500 billion dollars by 2030`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from geodb.sources.article.extract.cast import Cast
from geodb.sources.article.extract.initiative import Initiative, Target
from geodb.sources.article.extract.initiatives.aim_words import WISH_WORDS
from geodb.sources.article.extract.initiatives.aims import Aim, aims_of
from geodb.sources.article.extract.initiatives.dated_aims import dated_aims
from geodb.sources.article.extract.initiatives.due_works import DUE_WORDS, due_works
from geodb.sources.article.extract.initiatives.planned_values import PLANNED_WORDS, planned_values
from geodb.sources.article.extract.language.aimed_values import first_value
from geodb.sources.article.extract.language.deadlines import DEADLINE, OPENING, edtf_of
from geodb.sources.article.extract.language.initiative_nouns import heads
from geodb.sources.article.extract.language.learned import likely_clauses
from geodb.sources.article.extract.language.line import line_of
from geodb.sources.article.extract.language.measures import measure_of
from geodb.sources.article.extract.language.numbers import Amount
from geodb.sources.article.extract.language.overlaps import shares_a_word
from geodb.sources.article.extract.language.passage_words import places_of
from geodb.sources.article.extract.language.words import listed
from geodb.sources.article.extract.page import Item, Mention, Page, Passage

_DIGIT = re.compile(r"[0-9]")
_COUNTS = listed(
    "two|three|four|five|six|seven|eight|nine|ten|half|third|thirds|quarter|quarters|fifth|million|billion|double|doubling|triple|tripling|treble"
    "|trebling|quadruple|quadrupling|halve|halving|tenfold|net|neutral|neutrality|phase|phasing|eliminate|eliminating|eradicate|eradicating"
    "|abolish|end|stop|zero|doubled|tripled|halved|sufficiency|sufficient|universal"
)
"""Words that count something, or set it to nothing or all."""
_GOES_ON = re.compile(
    r"(?:(?:under|as\spart\sof|with|through|according\sto)\s)?(?:it|its|this|these|(?:the|this|its)\s(?:new\s|draft\s)?(?P<noun>plan|programme|program|initiative|strategy|agreement|project|fund|deal|treaty|corridor|scheme|law|bill|act|pact|accord|regulation"
    r"|package|roadmap|target|goal|aim|pipeline|line|framework|policy|blueprint|partnership|document|text|campaign|mission|railway|facility|budget|directive))\b"
)
_LEAD = re.compile(r"^(?:which|that|and|has|have|is|are|was|were)\s(?:(?:is|are|has|have)\s)?")
_REACH = 160
_NEXT_TO = 3
_PRONOUN = re.compile(r"(?:it|they)\s")
_BEGINNING = 60
_ANY = frozenset({"target", "goal", "aim", "document", "text", "campaign"})
_PARAGRAPHS = 2
_AFTER = re.compile(r"\b(?:to|of|with|for|from|than|on|like|and)\s(?:the\s)?$")
_ANOTHER_CLAUSE = re.compile(r"(?:;|,\s(?:and|but|while|whereas))\s")
_FORESEEN = listed(
    "not|never|expected|expects|expect|forecast|forecasts|predicts|predicted|projects|projected|could|may|might|likely|estimates|estimated|grow|short"
)
"""Words of what is foreseen or denied, and nobody’s aim."""
_ALONE = frozenset({"wish", "goal", "will", "due", "isto", "passive"})
"""How those are told that may be a plan of their own: what is only ordered is part of what orders it."""
_OF_THE_LAST = frozenset({"due", "expected", "planned", "weight"})
"""How those are told that may be of the initiative told last, whoever is their subject."""
_SURE = {"target.weight": 60, "target.due": 75, "target.dated": 75, "target.planned": 75}
_PERSONS = frozenset({"media", "unnamed_person", "think_tank"})


def targets_of(passage: Passage, initiatives: list[Initiative], cast: Cast) -> None:
    """Give the initiatives their targets in a passage, and add plans that only their targets tell of."""
    wishes, counts = WISH_WORDS & passage.words, _COUNTS & passage.words
    if not (counts or _DIGIT.search(passage.text)):
        return
    named = [a for one in initiatives for no, a, _ in one.places if no == passage.no]
    wished, counted = places_of(passage.lower, wishes), places_of(passage.lower, counts)
    is_planned = not PLANNED_WORDS.isdisjoint(passage.words)
    is_due = not DUE_WORDS.isdisjoint(passage.words)
    for start, end in passage.sentences:
        if not (_DIGIT.search(passage.text, start, end) or _any(counted, start, end)):
            continue
        is_owned = _any(named, start, end) or _goes_on(passage.lower, start, is_named=bool(named))
        places = None if is_owned else [at for at in wished if start <= at < end]
        aims = list(aims_of(passage.lower, start, end, places)) if is_owned or places else []
        told = [(aim, "target.aims_to") for aim in aims]
        told += [(aim, "target.due") for aim in (due_works(passage.lower, start, end) if is_due else ())]
        told += [
            (aim, "target.planned")
            for aim in (planned_values(passage.lower, start, end) if is_planned else ())
            if not shares_a_word(aim.start, aim.end, _spans(told))
        ]
        told += [
            (aim, "target.dated")
            for aim in dated_aims(passage.lower, start, end)
            if not shares_a_word(aim.start, aim.end, _spans(told))
        ]
        weighed = _weighed(passage, (start, end), _spans(told))
        told += [(aim, "target.weight") for aim in weighed]
        for aim, rule in told:
            if owner := _whose(passage, initiatives, aim, (start, end), cast):
                _add(passage, owner, aim, rule)


def _spans(told: list[tuple[Aim, str]]) -> list[tuple[int, int]]:
    return [(aim.start, aim.end) for aim, _ in told]


def _weighed(passage: Passage, sentence: tuple[int, int], taken: list[tuple[int, int]]) -> Iterator[Aim]:
    """Yield the clauses that tell a target by the weight of their words, if a value stands in them."""
    for start, end in likely_clauses(line_of(passage, *sentence), "target", taken):
        if _FORESEEN.isdisjoint(passage.lower[sentence[0] : end].split()) and (
            value := first_value(passage.lower, start, end)
        ):
            year = DEADLINE.search(passage.lower, start, end)
            yield Aim(start, end, start, value, "weight", edtf_of(year), year is not None)


def _goes_on(lower: str, start: int, *, is_named: bool) -> bool:
    """Whether a sentence goes on about an initiative: `The plan …`, `By 2030, …` after one in its paragraph."""
    return _GOES_ON.match(lower, start) is not None or (is_named and OPENING.match(lower, start) is not None)


def _any(places: list[int], start: int, end: int) -> bool:
    return any(start <= at < end for at in places)


def _whose(
    passage: Passage, initiatives: list[Initiative], aim: Aim, sentence: tuple[int, int], cast: Cast
) -> Initiative | None:
    who = _subject(passage, aim, sentence[0], cast)
    if aim.how == "will" and (who is None or aim.start - who.end != 1):
        return None
    owner = _owner(passage, initiatives, aim, sentence, who)
    if owner is None and aim.how in _OF_THE_LAST:
        owner = next((one for _, _, one in reversed(_lately(initiatives, passage.no))), None)
    if aim.how == "wish" and who and owner and not _goes_on_about(owner, passage, sentence[0], aim.begin):
        owner = None
    if owner is None and (aim.how in _ALONE or (aim.how == "weight" and aim.is_dated and who)):
        owner = _plan(passage, aim, who)
        initiatives.append(owner)
    return owner


def _goes_on_about(one: Initiative, passage: Passage, start: int, begin: int) -> bool:
    """Whether what a sentence wishes is told of an initiative: one that it names before, or goes on about."""
    is_named = any(no == passage.no and start <= a <= begin for no, a, _ in one.places)
    return is_named or _GOES_ON.match(passage.lower, start) is not None


def _add(passage: Passage, owner: Initiative, aim: Aim, rule: str) -> None:
    taken = [(other.start, other.end) for other in owner.targets if other.no == passage.no]
    if not shares_a_word(aim.start, aim.end, taken):
        amount = aim.amount
        measured = Amount(
            amount.value, amount.unit, amount.hedge, amount.noun, _measure(passage, aim), amount.low
        )
        named = [b + 1 for no, a, b in owner.places if no == passage.no and aim.start <= a and b <= aim.begin]
        start = max([aim.start, *named])
        what = passage.text[start : aim.end]
        owner.targets.append(Target(passage.no, start, aim.end, what, measured, aim.deadline, rule))


def _owner(
    passage: Passage,
    initiatives: list[Initiative],
    aim: Aim,
    sentence: tuple[int, int],
    who: Mention | None,
) -> Initiative | None:
    """Return whose target it is: the initiative before it in its sentence, or the one that the sentence goes on about."""
    start, end = sentence
    here = [(a, b, one) for one in initiatives for no, a, b in one.places if no == passage.no]
    within = next((one for a, b, one in here if a <= aim.begin < b), None)
    if within:
        return within
    before = [
        (a, b, one) for a, b, one in here if start <= a and b <= aim.begin + 4 and aim.begin - b < _REACH
    ]
    if before:
        leading = [each for each in before if _AFTER.search(passage.lower, start, each[0]) is None]
        leading = leading or [each for each in before if aim.begin - each[1] <= _NEXT_TO]
        if leading:
            return max(leading, key=lambda each: each[1])[2]
    earlier = [each for each in here if each[1] <= start]
    if goes_on := _GOES_ON.match(passage.lower, start):
        near = [*_lately(initiatives, passage.no), *sorted(earlier, key=lambda each: each[1])]
        meant = [
            one for _, _, one in (near if goes_on["noun"] else earlier) if _is_meant(one, goes_on["noun"])
        ]
        if meant:
            return meant[-1]
    if aim.how in {"order", "isto", "passive"}:
        after = earlier if OPENING.match(passage.lower, start) else []
        return max(after, key=lambda each: each[1])[2] if after else None
    same = [
        one
        for a, _, one in here
        if aim.begin < a < end and _ANOTHER_CLAUSE.search(passage.lower, aim.end, a) is None
    ]
    theirs = [one for _, _, one in sorted(earlier, key=lambda each: each[1]) if _may_be_of(one, who)]
    return next(iter([*same, *reversed(theirs)]), None)


def _may_be_of(one: Initiative, who: Mention | None) -> bool:
    """Whether somebody may have part in an initiative, for all that is told of its parties."""
    return who is None or not one.parties or not set(who.actors).isdisjoint(one.parties)


def _is_meant(one: Initiative, noun: str | None) -> bool:
    """Whether `the plan` may mean an initiative: by the noun that heads its name, or one of its like."""
    if noun is None or noun in _ANY or noun in one.name.lower():
        return True
    group = heads()[noun][0].group if noun in heads() else ""
    return group == one.group or (not one.group and group in {"plan", "pact"})


def _lately(initiatives: list[Initiative], no: int) -> list[tuple[int, int, Initiative]]:
    """Return the initiative named last in the paragraphs right before one."""
    near = [(k, b, one) for one in initiatives for k, _, b in one.places if no - _PARAGRAPHS <= k < no]
    return sorted(near, key=lambda each: each[:2])


def _plan(passage: Passage, aim: Aim, who: Mention | None) -> Initiative:
    """Return the plan of the actor who aims, told by this alone."""
    name = _LEAD.sub("", passage.text[aim.start : aim.end])
    label = name[:1].upper() + name[1:]
    plan = Initiative(passage.no, aim.start, aim.end, label, "plan", "initiative.of_target", 45)
    plan.parties, plan.group = [who.actors[0]] if who else [], "plan"
    return plan


def _subject(passage: Passage, aim: Aim, start: int, cast: Cast) -> Mention | None:
    """Return the mention of who aims: the last one before that no preposition leads in."""
    before = [
        m
        for m in passage.within(start, aim.after)
        if cast.actors[m.actors[0]].kind not in _PERSONS and not m.is_venue
    ]
    leading = [m for m in before if _AFTER.search(passage.lower, start, m.begin) is None]
    if not before and _PRONOUN.match(passage.lower, start):
        return _begun_before(passage, start)
    return next(iter(reversed(leading or before)), None)


def _begun_before(passage: Passage, start: int) -> Mention | None:
    """Return whom the sentence before this one began with, for `It plans …`."""
    begun = max((first for first, _ in passage.sentences if first < start), default=start)
    near = [m for m in passage.within(begun, min(start, begun + _BEGINNING)) if not m.is_venue]
    return near[0] if near else None


def _measure(passage: Passage, aim: Aim) -> str:
    if aim.amount.unit == "items":
        return "quantity"
    if aim.value.number is None:
        return "emissions" if aim.amount.measure == "emissions" else "share"
    return measure_of(passage, aim.value.number, aim.amount) or "quantity"


def target_items(page: Page, initiatives: list[Initiative]) -> list[Item]:
    """Return the targets of the initiatives as items of a dossier."""
    return [_item(page, each, target) for each in initiatives for target in each.targets]


def _item(page: Page, each: Initiative, target: Target) -> Item:
    item: Item = {"key": target.key, "initiative": each.key, "label": f"Target of {each.name}"[:500]}
    item |= {"metric": (target.what or "unknown")[:500], "measure": target.amount.measure or "quantity"}
    if target.amount.comparator != "at_least":
        item["comparator"] = target.amount.comparator
    item |= {"value": target.amount.value, "unit": target.amount.unit, "deadline": target.deadline}
    item["evidence"] = [page.evidence(target.no, target.start, target.end)]
    sure = _SURE.get(target.rule) or (85 if target.deadline else 75)
    item["draft"] = {"rule": target.rule, "confidence": sure}
    return {name: value for name, value in item.items() if value is not None}
