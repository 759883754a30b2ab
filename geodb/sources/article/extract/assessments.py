"""Assessments: forecasts by modal words, scenarios by their conditions, judgments by words of interpretation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from geodb.sources.article.extract.clauses import clause_end
from geodb.sources.article.extract.keys import Keys
from geodb.sources.article.extract.page import Item, Page, Passage
from geodb.sources.article.extract.statements import Statement

_MODAL = re.compile(
    r"\b(?=[acilmsw])(?P<wording>could|would|may|might|will|is\slikely\sto|are\slikely\sto|is\sunlikely\sto|are\sunlikely\sto|is\sexpected\sto"
    r"|are\sexpected\sto|is\sbound\sto|is\spoised\sto|is\sset\sto|are\sset\sto|looks\sset\sto|is\sprobable|seems\slikely)\b(?!\s(?:have\sbeen|have\s\w+ed)\b)"
)
_SCENARIO = re.compile(r"\b(?:scenario|scenarios)\b", re.IGNORECASE)
_OPENS_SCENARIO = re.compile(
    r"\b(?:another|second|third|alternative|worst-case|best-case|first|one|opposite|different|optimistic|pessimistic)\s(?:possible\s)?scenario\b",
    re.IGNORECASE,
)
_THIS_SCENARIO = re.compile(r"\b(?:this|that|such\sa|the\slatter)\sscenario\b", re.IGNORECASE)
_INTRO = re.compile(
    r"(?:(?:In|Under|As|According\sto|On|With|At|For|However|Moreover|Furthermore|Meanwhile|Therefore|Thus|Also|Nevertheless)\b[^,]{0,40},\s)+"
)
_IF = re.compile(
    r"\b(?=[IiUuSsPpAaOo])(?P<word>[Ii]f|[Uu]nless|[Ss]hould|[Pp]rovided\sthat|[Ii]n\sthe\sevent\s(?:of|that)|[Ii]n\scase\s(?:of)?|[Aa]s\slong\sas|[Oo]nce)\s(?P<condition>[^,.;]{6,160})"
)
_CONDITION_NOUN = re.compile(
    r"\b(?:conclusion|failure|success|collapse|victory|defeat|withdrawal|reduction|escalation|breakdown|end|continuation|loss|absence"
    r"|lack|exclusion|rapprochement|implementation|adoption|rejection|intensification|resumption|expansion|positioning|implication|pursuit|support)\b"
)
_SPLIT = re.compile(
    r",?\s(?:while\s(?:also\s)?|whereas\s|but\s)|;\s|,\s(?:and|but)\s(?=[^,]{0,60}\b(?:could|would|may|might|will)\b)"
)
_AND = re.compile(r"\sand\s(?=(?:the|an?)\s)")
_JUDGMENT = re.compile(
    r"\b(?=[a-z])(?P<verb>(?:essentially\s|clearly\s|also\s)?(?:aims?\sto|aimed\sto|seeks?\sto|(?:is|was|were|are)\sintended\s|intends?\sto)|demonstrates?|reflects?"
    r"|indicates?|suggests?|signals?|represents?|underlines?|underscores?|highlights?|reveals?|illustrates?|shows?\sthat|means\sthat|marks?\s(?:a|an|the)\s|proves?"
    r"|(?:is|was|are|were)\s(?:considered|seen\sas|regarded\sas|viewed\sas|perceived\sas|interpreted\sas|evaluated\sas|one\sof\sthe)"
    r"|(?:has\s|have\s)?raised?\s(?:concerns|fears|doubts|questions)|increased\sthe\s(?:likelihood|risk|chances)|prompted|led\sto|caused|triggered|resulted\sin"
    r"|is\sclosely\smonitoring|made\s.{3,60}(?:more|less)\s|plays?\sa\s|remains?\s(?:a|an|the|one)\s|is\s(?:crucial|vital|essential|critical|significant)\s)"
)
_KINDS = (
    (r"aim|seek|intend", "intent"), (r"prompted|led|caused|triggered|resulted", "causal"), (r"likelihood|chances|risk", "likelihood_change"),
    (r"concern|fear|doubt", "reaction"), (r"monitoring", "perception"), (r"considered|crucial|vital|essential|critical|significant|marks|plays", "significance"),
)  # fmt: skip
_WITHIN = re.compile(
    r"\bwithin\s(?:the\snext\s)?(?P<count>[0-9]{1,2}|one|two|three|four|five|six|ten|twenty)\s(?P<unit>year|month|week|day)s?\b"
)
_COUNTS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10, "twenty": 20}
_BY_YEAR = re.compile(r"\bby\s(?P<year>20[0-9]{2})\b")
_CHANCE = re.compile(
    r"\b(?P<low>[0-9]{1,2})(?:\s?(?:-|–|to)\s?(?P<high>[0-9]{1,2}))?\s?(?:%|percent|per\scent)\s(?:chance|probability|likelihood)\b"
)
_MARKER = re.compile(r"\[[0-9, –-]+\]$")
_STOPS = ". \t\n\r\f\v\u00a0\u2003\u2009\u202f"
_SHORTEST = 25
_OVERLAP = 0.5


@dataclass(slots=True)
class Assessment:
    """A judgment, forecast, scenario or outcome at `start` to `end` of paragraph `no`."""

    kind: str
    no: int
    start: int
    end: int
    rule: str
    confidence: int
    wording: str | None = None
    judgment: str | None = None
    conditions: list[tuple[int, int]] = field(default_factory=list)
    parent: Assessment | None = None
    statement: Statement | None = None
    key: str = ""


def assessment_items(page: Page, keys: Keys, statements: list[Statement]) -> list[Item]:
    """Return the assessments of all passages as items of a dossier; the author is added where the draft is put together."""
    found: list[Assessment] = []
    for passage in page.passages:
        found += _of_passage(passage, [one for one in statements if one.no == passage.no])
    items = []
    for each in found:
        words = page.article.paragraphs[each.no - 1].text[each.start : each.end]
        each.key = keys.new("scenario" if each.kind == "scenario" else "", *words.split()[:8])
        items.append(_item(page, each, words))
    return items


def _of_passage(passage: Passage, statements: list[Statement]) -> Iterator[Assessment]:
    has_scenario = bool(_SCENARIO.search(passage.text))
    scenario: Assessment | None = None
    for number, (start, end) in enumerate(passage.sentences):
        sentence = passage.text[start:end]
        opens = has_scenario and (
            bool(_OPENS_SCENARIO.search(sentence)) or (scenario is None and _introduced(passage, number))
        )
        if opens and (condition := _subject_condition(passage, start, end)):
            scenario = Assessment("scenario", passage.no, *condition, "scenario.subject", 75)
            scenario.conditions = list(_conditions(passage, *condition))
            yield scenario
        by_if, own_scenario = _if(passage, start, end), scenario
        if by_if and not _inside(by_if[0], statements):
            own_scenario = Assessment("scenario", passage.no, *by_if, "scenario.if", 80, conditions=[by_if])
            yield own_scenario
        yield from _forecasts(passage, start, end, statements, own_scenario, by_if)


def _introduced(passage: Passage, number: int) -> bool:
    """Whether the sentence after this one speaks of `this scenario`, which this one then brings up."""
    following = passage.sentences[number + 1 : number + 2]
    return any(_THIS_SCENARIO.search(passage.text[a:b]) for a, b in following)


def _subject_condition(passage: Passage, start: int, end: int) -> tuple[int, int] | None:
    """Return the subject of the modal verb of a sentence, if it tells a condition: `the failure of the talks`."""
    modal = _MODAL.search(passage.text, start, end)
    if modal is None:
        return None
    intro = _INTRO.match(passage.text, start, modal.start())
    begin = intro.end() if intro else start
    return (begin, modal.start() - 1) if _CONDITION_NOUN.search(passage.text, begin, modal.start()) else None


def _conditions(passage: Passage, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for match in _AND.finditer(passage.text, start, end):
        if _CONDITION_NOUN.search(passage.text, match.end(), end) and not re.search(
            r"\bbetween\b", passage.text[at : match.start()]
        ):
            yield at, match.start()
            at = match.end()
    yield at, end


def _if(passage: Passage, start: int, end: int) -> tuple[int, int] | None:
    for match in _IF.finditer(passage.text, start, end):
        if match["word"][0] == "S" and match.start() > start:
            continue
        if match["word"].lower() in {"should", "once"} and not match["word"][0].isupper():
            continue
        if passage.in_quote(match.start()) is None and _MODAL.search(passage.text, start, end):
            return match.span("condition")
    return None


def _forecasts(
    passage: Passage,
    start: int,
    end: int,
    statements: list[Statement],
    scenario: Assessment | None,
    by_if: tuple[int, int] | None,
) -> Iterator[Assessment]:
    last_wording: str | None = None
    for a, b in _clauses(passage, start, end):
        modal = next(
            (m for m in _MODAL.finditer(passage.text, a, b) if passage.in_quote(m.start()) is None), None
        )
        said = _inside(modal.start() if modal else a, statements)
        if modal is None:
            if last_wording and re.match(r"\s?(?:also\s)?\w+ing\s", passage.text[a:b]) and not said:
                yield _outcome(passage, a, b, scenario, last_wording, "forecast.carried")
            elif not said and (judgment := _judgment(passage, a, b)):
                yield judgment
            continue
        if modal["wording"] in {"will", "would", "may"} and said and not by_if:
            continue
        if said and not (by_if or modal["wording"] in {"could", "might", "may", "will", "would"}):
            continue
        if (
            not said
            and passage.text[modal.start() - 5 : modal.start()].lower().endswith(("that ",))
            and _judgment(passage, a, modal.start())
        ):
            yield from filter(None, [_judgment(passage, a, b)])
            continue
        begin = _subject_start(passage, a, modal.start())
        if said and said.rule == "speech.noun" and modal.start() < said.end:
            later = next((m for m in _MODAL.finditer(passage.text, said.end, b)), None)
            if later is None:
                continue
            modal = later
            said = None
            begin = a
        last_wording = " ".join(modal["wording"].split())
        if said:
            one = Assessment(
                "forecast",
                passage.no,
                max(begin, said.start),
                b,
                "forecast.said",
                70,
                last_wording,
                statement=said,
            )
            one.conditions = [by_if] if by_if else []
            if one.conditions or _WITHIN.search(passage.text[a:b]):
                yield one
            continue
        yield _outcome(passage, begin, b, scenario, last_wording, "forecast.modal")


def _outcome(
    passage: Passage, a: int, b: int, scenario: Assessment | None, wording: str, rule: str
) -> Assessment:
    kind = "scenario_outcome" if scenario else "forecast"
    if scenario and scenario.start <= a and a < scenario.end:
        a = min(scenario.end + 1, b - 1)
    one = Assessment(kind, passage.no, a, b, rule, 75, wording, parent=scenario)
    if scenario is None and (condition := _subject_condition(passage, a, b)):
        one.conditions = [condition]
    return one


def _clauses(passage: Passage, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    stop = clause_end(passage, end, end) if end > start else end
    stop = _trimmed_end(passage, start, end) or stop
    for match in _SPLIT.finditer(passage.text, start, stop):
        if (
            passage.in_quote(match.start()) is None
            and match.start() - at >= _SHORTEST
            and stop - match.end() >= _SHORTEST
        ):
            yield at, match.start()
            at = match.end()
    yield at, stop


def _trimmed_end(passage: Passage, start: int, end: int) -> int:
    text = passage.text[start:end].rstrip(_STOPS)
    while text.endswith("]") and (marker := _MARKER.search(text)):
        text = text[: marker.start()].rstrip(_STOPS)
    return start + len(text)


def _subject_start(passage: Passage, start: int, modal: int) -> int:
    """Return where a forecast begins: after an introduction such as `In this scenario,`, or a clause before it."""
    intro = _INTRO.match(passage.text, start, modal)
    begin = intro.end() if intro else start
    that = [
        m.end()
        for m in re.finditer(r"\b(?:that|fearing\sthat|because|since|as)\s", passage.text[begin:modal])
    ]
    return begin + that[-1] if that and modal - begin - that[-1] > 10 else begin


def _judgment(passage: Passage, start: int, end: int) -> Assessment | None:
    for match in _JUDGMENT.finditer(passage.text, start, end):
        if passage.in_quote(match.start()) or end - match.start() < _SHORTEST:
            continue
        kind = next((kind for words, kind in _KINDS if re.search(words, match["verb"])), "interpretation")
        return Assessment("judgment", passage.no, match.start(), end, "judgment.verb", 55, judgment=kind)
    return None


def _inside(at: int, statements: list[Statement]) -> Statement | None:
    return next((one for one in statements if one.start <= at < one.end), None)


def _item(page: Page, each: Assessment, words: str) -> Item:
    text = page.article.paragraphs[each.no - 1].text
    item: Item = {"key": each.key, "kind": each.kind, "judgment_kind": each.judgment, "wording": each.wording}
    item["parent"] = each.parent.key if each.parent else None
    if each.kind == "scenario":
        item["text"] = words
    if each.statement:
        item["statement"], item["author"] = each.statement.key, each.statement.speakers[0]
    item["conditions"] = [{"text": text[a:b].strip(" ,")} for a, b in each.conditions]
    if within := _WITHIN.search(words):
        count = _COUNTS.get(within["count"]) or int(within["count"])
        item["within"] = f"P{count}{within['unit'][0].upper()}"
    if (year := _BY_YEAR.search(words)) and each.kind != "judgment":
        item["horizon"] = year["year"]
    if chance := _CHANCE.search(words):
        low = int(chance["low"]) / 100
        item["probability"] = {
            "low": low,
            "high": int(chance["high"] or chance["low"]) / 100,
            "basis": "stated_number",
        }
    item["evidence"] = [page.evidence(each.no, each.start, each.end)]
    item["draft"] = {"rule": each.rule, "confidence": each.confidence}
    return {name: value for name, value in item.items() if value not in ([], None)}
