"""Judgments: what the author says that something aims at, means, shows or brings about."""

from __future__ import annotations

import re

from geodb.sources.article.extract.assessment import Assessment
from geodb.sources.article.extract.page import Passage

_JUDGMENT = re.compile(
    r"\b(?=[a-z])(?P<verb>(?:essentially\s|clearly\s|also\s)?(?:aims?\sto|aimed\sto|seeks?\sto|(?:is|was|were|are)\s(?:intended|designed|meant|aimed)\s|intends?\sto)|demonstrates?|reflects?"
    r"|indicates?|suggests?|signals?|represents?|underlines?|underscores?|highlights?|reveals?|illustrates?|shows?\sthat|means\sthat|marks?\s(?:a|an|the)\s|proves?|constitutes?|confirms\sthat|amounts?\sto"
    r"|(?:is|was|are|were|can\sbe|has\sbeen|should\sbe)\s(?:\w+ly\s)?(?:considered|seen\sas|regarded\sas|viewed\sas|perceived\sas|interpreted\sas|read\sas|evaluated\sas|one\sof\sthe|part\sof\sa)"
    r"|(?:has\s|have\s)?raised?\s(?:concerns|fears|doubts|questions)|(?:has\s|have\s)?increased\sthe\s(?:likelihood|risk|chances)|prompted|led\sto|caused|triggered|resulted\sin|paved\sthe\sway|contributed\sto|stems?\sfrom"
    r"|is\sclosely\smonitoring|made\s.{3,60}(?:more|less)\s|plays?\sa\s|remains?\s(?:a|an|the|one)\s|(?:is|are)\s(?:crucial|vital|essential|critical|significant|of\s(?:\w+\s)?importance)\s"
    r"|(?<=,\s)in\sthe\s(?:most|least|\w{4,}est)\s|explains?\s(?:a|the|why|much|part)|fears?\sthat|fearing\sthat|worr(?:y|ies)\sthat|is\sas\smuch\s|it\sis\s(?:precisely|exactly)\s|(?:is|are|was|were|remains?)\s(?:by\sfar\s)?the\s(?:most|least|\w{3,}est)\s"
    r"|(?:is|are|was|were)\s(?:more|less)\s\w+\sthan\s|would\sbe\s(?:a\smistake|wrong|naive|premature|misleading)\s|rests?\s(?:less\s|more\s)?on\s|remains?\s(?:modest|limited|unclear|uncertain|weak|fragile|open|low|high)\b|(?:has|have)\s(?:replaced|destroyed|moved|changed|transformed|undermined|weakened|strengthened|reshaped)\s|confirms?\sthe\s|is\sbeing\sdrawn\s|(?:reflects|owes)\sless\s|cannot\seasily\s|has\s(?:become|turned)\s(?:a|an|the|into)\s|depends\son\s|hinges\son\s|lies\sin\s|owes\s(?:much|its)"
    r"|(?:is|was)\san?\s(?:\w+\s)?(?:sign|signal|indication|turning\spoint|setback|reflection|test|milestone|reminder|consequence|result|blow)\b)"
)
_KINDS = (
    (r"aim|seek|intend|designed|meant", "intent"), (r"prompted|led|caused|triggered|resulted|paved|contributed|stems", "causal"),
    (r"likelihood|chances|risk", "likelihood_change"), (r"concern|fear|doubt|worr", "reaction"), (r"most|least|est\s|as\smuch|less", "comparison"), (r"explain|precisely|exactly|depends|hinges|rests|(?:is|are|was|were)\\s(?:more|less)|would\\sbe|remains?\\s\\w+$", "causal"), (r"monitoring", "perception"),
    (r"considered|crucial|vital|essential|critical|significant|importance|marks|plays|milestone|turning", "significance"),
)  # fmt: skip
_FROM_SUBJECT = re.compile(
    r"explains?|fears?|worr|is\sas\smuch|(?:is|are|was|were|remains?)\s(?:by\sfar\s)?the\s(?:most|least|\w{3,}est)|depends|hinges|rests|(?:is|are|was|were)\\s(?:more|less)|would\\sbe|remains?\\s\\w+$"
)
_INTRO = re.compile(
    r"(?:(?:In|On|At|For|However|Moreover|Thus|Therefore|Still|Yet|Indeed|And|But)\b[^,]{0,50},\s)+|(?:and|but)\s",
    re.IGNORECASE,
)
_LONGEST_SUBJECT = 110
_SHORTEST = 25


def judgment(passage: Passage, start: int, end: int) -> Assessment | None:
    """Return the judgment of a clause, from its verb to its end."""
    for match in _JUDGMENT.finditer(passage.text, start, end):
        if passage.in_quote(match.start()) or end - match.start() < _SHORTEST:
            continue
        begin = match.start()
        subject = _subject(passage.text, start, match.start())
        if _FROM_SUBJECT.match(match["verb"]) and match.start() - subject < _LONGEST_SUBJECT:
            begin = subject
        kind = next((kind for words, kind in _KINDS if re.search(words, match["verb"])), "interpretation")
        return Assessment("judgment", passage.no, begin, end, "judgment.verb", 55, judgment=kind)
    return None


def _subject(text: str, start: int, verb: int) -> int:
    """Return where the subject of a verb begins: after an introduction and the last comma before it."""
    intro = _INTRO.match(text, start, verb)
    begin = intro.end() if intro else start
    comma = text.rfind(", and ", begin, verb)
    return comma + len(", and ") if comma > 0 else begin
