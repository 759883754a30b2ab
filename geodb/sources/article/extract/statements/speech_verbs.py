"""Verbs of speech: by what they make of an utterance, and what must follow them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from geodb.sources.article.extract.language.inflection import BASE, THIRD, verb_forms
from geodb.sources.article.extract.language.words import listed
from geodb.sources.article.extract.page import Passage
from geodb.sources.article.extract.statements.no_speech import is_act

# By the PLOVER type that they speak for ("" where they only report); irregular forms follow the base.
_PLAIN = {
    "": "say said|tell told|state|announce|add|note|stress|emphasize|emphasise|explain|declare|argue|insist|assert"
    "|remark|comment|admit admitted|concede|tweet|underline|reiterate|reaffirm|hint|clarify|reply|testify|express|voice"
    "|describe|characterize|characterise|contend|affirm|quip quipped|joke|retort|recount|reckon|boast|complain|lament"
    "|apologise|apologize|ask|bemoan|downplay|profess|proclaim|regret regretted",
    "REQUEST": "urge|demand|request|appeal|propose|recommend|beg begged|implore|advocate|beseech besought",
    "ACCUSE": "accuse|blame|criticize|criticise|condemn|denounce|allege|reproach|decry|deplore|slam slammed|rebuke"
    "|mock|ridicule|deride|chastise|scold|admonish|censure|assail|castigate|chide|berate|lambast|lambaste|taunt|excoriate|upbraid|vilify|malign|disparage|belittle",
    "REJECT": "reject|deny|dismiss|repudiate|refute|rebut rebutted|disavow|rebuff",
    "THREATEN": "warn|threaten|caution",
    "AGREE": "pledge|promise|vow|offer",
    "SUPPORT": "praise|welcome|hail|congratulate|laud|applaud|thank|endorse|commend|extol extolled|acclaim",
}
_WITH_CLAUSE = {
    "": "claim|share|maintain|observe|confirm|acknowledge|reveal|disclose|report|write wrote written|post|underscore"
    "|highlight|repeat|recall|suggest|imply|indicate|predict|estimate|conclude|respond|answer|believe|think thought"
    "|reason|speculate|forecast forecast|assess|call|label labelled|dub dubbed|brand|term|counter|expect|hold held|find found|judge|grumble|scoff|exclaim|attest"
    "|volunteer|confide|relay|relate|wonder|remind|inform|notify|signal signalled|signal signaled|intimate|insinuate|mention|infer inferred"
    "|surmise|guess|theorise|posit|foresee foresaw foreseen|anticipate|calculate|portray|count|document|deem|consider|recognise|recognize|pronounce|defend|justify|rule|compare|liken|refer referred|assume|project|show showed|illustrate|elaborate|outline"
    "|suspect|aver averred|avow|brag bragged|jeer|sneer|gripe|fret fretted|marvel|attribute|ascribe|depict|regard|rank",
    "REJECT": "oppose|dispute|object|protest|doubt|question",
    "AGREE": "swear swore sworn|assure|reassure|guarantee|agree|concur concurred",
    "REQUEST": "plead|advise|counsel|instruct|direct|want",
}
_BESIDE_QUOTES = (
    "continue|begin began begun|snap snapped|sigh|laugh|whisper|shout|cry|yell|muse|nod nodded|shrug shrugged|smile|grin grinned"
    "|intone|interject|interrupt|murmur|mutter|thunder|fume|growl|gush|enthuse|venture|opine|deadpan|reflect|chuckle|scream"
    "|stammer|whine|groan|moan|chant|sing sang sung|read read|recite|sum summed|object|press|reassure|chime|prophesy|gloat"
)
_PHRASES = {
    "": "liked to say|likes to say|used to say|loves to say|take the view|expressed the view|is of the view|are of the view|is of the opinion|are of the opinion|is adamant|are adamant|was adamant|were adamant|is convinced|are convinced|was convinced|were convinced|remains convinced|remain convinced|is still convinced|are still convinced|is confident that|are confident that|was confident that|were confident that|is certain that|are certain that|is under no illusion|are under no illusion|raised concern|raised concerns|raised the issue|raised the case|raised the cases|raised the prospect|raised objections|sees no reason|see no reason|saw no reason|is on record|not ruled out|not rule out|not excluded|not exclude|not denied|not deny|not hidden|not hide|point out|spoke of|speaks of|speaking of|speak of"
    "|hinted at|laid out|sounded a warning|sounded a note of|struck a note of|extended condolences|offered condolences|conveyed|took credit for|claimed credit for|stopped short of|threw doubt on|raised the possibility|issued a warning|gave warning|left no doubt"
    "|made no secret of|gave assurances|went so far as to|put it|puts it|agreed that|agree that|agrees that|called it|called the|called his|called her|called their|called him|called them",
    "REQUEST": "floated the|floated a|floated an|floats the|floats a|joined calls|joined a call|issued a call|made an appeal|issued an appeal|issued an ultimatum|call for|call on|call upon"
    "|ordered",
    "ACCUSE": "laid the blame|lays the blame|pointed the finger at|pointed a finger at|heaped scorn on|poured scorn on",
    "SUPPORT": "came out in support of|voiced support for|backed calls|threw its weight behind",
    "AGREE": "agreed in principle|is prepared to|are prepared to|is ready to"
    "|are ready to|is willing to|are willing to|has accepted|have accepted",
}
_INFLECTED = {
    "": "serve~notice|give gave~notice|make made~plain|make made~it plain|make made~clear|make made~it clear|make made~the point|make made~the case|let let~it be understood"
    "|let let~it be known|let let~slip|point~to|point~out|play~down|take took taken~the view|take took taken~note of|draw drew~attention to|leave left~open"
    "|spell~out|sound~the alarm|raise~the alarm|hold held~out hope|allude~to|voice~doubts|express~doubts|raise~doubts",
    "REQUEST": "clamour~for|clamor~for|plead~for|press~for|push~for|ask~for|call~for|call~on|call~upon|agitate~for|lobby~for|campaign~for|insist~on",
    "ACCUSE": "scoff~at|sneer~at|jeer~at|rail~against|inveigh~against|lash~out at|hit hit~out at|hit hit~back at|lobby~against|campaign~against|protest~against"
    "|lodge~a protest|take took taken~aim at|take took taken~issue with|take took taken~exception to|take took taken~umbrage at",
    "REJECT": "object~to|recoil~from|balk~at|rule~out|brush~aside|brush~off|shrug shrugged~off|wave~away|decline~to|refuse~to|call~into question|cast cast~doubt on"
    "|pour~cold water on|speak spoke spoken~out against|come came~out against",
    "SUPPORT": "pay paid~tribute to|speak spoke spoken~out for|speak spoke spoken~in favour of|speak spoke spoken~in favor of|come came~out in favour of|come came~out in favor of",
    "AGREE": "undertake undertook undertaken~to|commit committed~itself to|commit committed~themselves to|commit committed~himself to|commit committed~herself to",
}
"""Verbs with the words that make them verbs of speech; they are known in all forms but the base."""
_ALSO_NOUNS = listed(
    "state|note|stress|comment|remark|hint|demand|request|appeal|blame|pledge|promise|vow|offer|praise|welcome|slam|hail"
    "|complain|lament|voice|joke|boast|ask|add|rebuke|caution|tweet|dismiss|advocate|taunt"
)
_FREE_BASES = listed(
    "blame|describe|dismiss|admit|concede|lament|decry|deplore|allege|contend|assert|say|urge|demand|accuse|condemn|criticize|criticise|denounce|reject|deny|threaten|warn|insist|argue"
)
_NO_SPEECH = frozenset(
    {"offering", "terming", "branding", "labeling", "labelling", "expecting", "asking", "term", "brand"}
)


def _free() -> Iterator[tuple[str, str]]:
    for act, lemmas in _PLAIN.items():
        for lemma in lemmas.split("|"):
            for form, kind in verb_forms(lemma).items():
                base = lemma.split()[0]
                noun_like = kind == THIRD and base in _ALSO_NOUNS
                if not noun_like and (kind != BASE or base in _FREE_BASES):
                    yield form, act
    for act, phrases in _PHRASES.items():
        for phrase in phrases.split("|"):
            yield phrase, act
    for act, phrases in _INFLECTED.items():
        for phrase in phrases.split("|"):
            verb, _, rest = phrase.partition("~")
            for form, kind in verb_forms(verb).items():
                if kind != BASE:
                    yield f"{form} {rest}", act


def _forms(table: dict[str, str]) -> Iterator[tuple[str, str]]:
    for act, lemmas in table.items():
        for lemma in lemmas.split("|"):
            for form in verb_forms(lemma):
                yield form, act


def _all() -> Iterator[tuple[str, str]]:
    for lemma in _BESIDE_QUOTES.split("|"):
        for form in verb_forms(lemma):
            yield form, ""
    yield from _forms(_PLAIN)
    yield from _forms(_WITH_CLAUSE)
    for form in (
        "chimed in",
        "chimes in",
        "shot back",
        "shoots back",
        "fired back",
        "went on",
        "goes on",
        "summed up",
        "sums up",
        "broke in",
        "cut in",
        "burst out",
        "called out",
        "cried out",
        "put",
        "puts",
        "gave",
        "gives",
    ):
        yield form, ""


SHOWS = frozenset({"show", "shows", "showed"})
"""Verbs by which only documents speak."""
_FREE = dict(_free())
ACTS = {form: act for form, act in (dict(_all()) | _FREE).items() if form not in _NO_SPEECH}
"""Forms of verbs of speech, and the PLOVER types they speak for."""
BASES = frozenset(
    lemma.split()[0]
    for table in (_PLAIN, _WITH_CLAUSE)
    for lemmas in table.values()
    for lemma in lemmas.split("|")
)
NEEDS_CLAUSE = frozenset(ACTS) - frozenset(_FREE)
"""Forms that report only before a clause: `that`, a quotation or a colon must follow, or the words of a clause."""
ONLY_BESIDE_QUOTES = frozenset(
    form
    for lemma in _BESIDE_QUOTES.split("|")
    for form in verb_forms(lemma)
    if form not in dict(_forms(_WITH_CLAUSE))
) | {"chimed in", "chimes in", "shot back", "shoots back", "fired back", "went on", "goes on", "broke in", "cut in",
     "burst out", "called out", "cried out"}  # fmt: skip
"""Forms that tell who speaks only beside a quotation: `“…,” she sighed`."""
FORETELLS = (
    r"(?:said|says?|cautioned|cautions?|warned|warns?|predicted|predicts?|reckoned|reckons?|estimated|estimates?|added|adds?"
    r"|conceded|concedes?|argues?|insists?|believes?|calculates?)"
)
"""A pattern of those forms that tell behind a forecast whose it is."""
_OPENS_QUOTE = re.compile(r"[,:]?\s?[“\"„«]|\sthat\s")
_CLAUSE = re.compile(
    r"(?:\s(?:\w+ly|aloud))?(?:\s[0-9]{1,3}[-–][0-9]{1,3})?(?:\s(?:to|on|in|during|at|after|before|through|via|last|this|for|from|with)\s[^,.;]{1,80}?)?(?:,?\s(?:that|how|why|whether|what)\b|,?:?\s?[“\"„«‘])"
    r"|\s(?:he|she|it|they|we|there|such|these|those)\s"
    r"|\s(?:the|an?|its|his|their|[0-9]+|two|three|most|many|no|[A-Z]\w+)\s[^,.;:“”\"]{2,60}?\s(?:is|are|was|were|will|would|had|has|have|could|should|must)\s"
)
_NUMBER = re.compile(r"\s(?:no\s[a-z]|[^.;:“”\"]{0,50}[0-9])")
_SHARE = re.compile(r"\s[^.;:“”\"]{0,40}[0-9]\s?(?:%|per\s?cent\b)")
_QUOTE = re.compile(r"\s[^,.;:“”\"‘«]{1,60}\s[“\"‘«]")
_AT_NUMBER = re.compile(
    r"\s[^,.;:“”\"]{3,110}\sat\s(?:[^,.;a-z]{0,4}(?:[a-z]+\s){0,3}[^,.;a-z]{0,3}[0-9]"
    r"|[“\"]?(?:[a-z]+\s){0,3}(?:even|evens|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds|thousands|zero)\b)"
)
_OBJECT_THAT = re.compile(r"\s[^,.;:]{2,50}?\sthat\s")
_RESPONSIBILITY = re.compile(
    r"\s(?:full\s)?(?:responsibility|victory|credit|success|(?:capture|control|seizure|destruction|downing)\sof)\b"
)
_OTHERWISE = {
    **dict.fromkeys(("showed", "shows", "show", "counted", "counts", "documented", "documents", "reported", "reports", "assumed", "assumes", "projected", "estimated", "estimates", "predicted", "predicts", "forecast", "forecasts"), _NUMBER),
    **dict.fromkeys(("found", "finds"), re.compile(rf"{_SHARE.pattern}|{_QUOTE.pattern}")),
    **dict.fromkeys(("called", "calls", "calling", "labelled", "labeled", "dubbed", "branded", "termed", "deemed", "deems", "considered", "considers", "pronounced"), _QUOTE),
    **dict.fromkeys(("assured", "assures", "reassured", "reminded", "reminds", "informed", "notified", "advised"), _OBJECT_THAT),
    **dict.fromkeys(("confirmed", "disclosed"), re.compile(r"\s(?:the|his|her|its|their|an?|having|receiving)\b")),
    **dict.fromkeys(("defended", "defends"), re.compile(r"\s(?:the|his|her|its|their)\s(?:\w+\s)?(?:decision|plan|project|move|policy|law|record|deal|use|choice|strategy|approach|reform|idea|proposal)\b|\s[^,.;:]{2,60}\sas\s[“\"‘]")),
    **dict.fromkeys(("justified", "justifies"), re.compile(r"\s[^,.;:]{2,60}\s(?:with|by|as|on the grounds?)\s")),
    **dict.fromkeys(("think", "thinks", "believe", "believes"), re.compile(r"\s(?!of\b|about\b|in\b|highly|big|twice)\w")),
    **dict.fromkeys(("pleaded", "pleads"), re.compile(r"\s(?:for|with|(?:not\s)?guilty|innocence)\b")),
    **dict.fromkeys(("want", "wants", "wanted"), re.compile(r"\s(?:the|an?|its|his|her|their|all|half|[0-9]+)\s(?:(?!(?:is|are|was|were|be|been)\s)[^\s,.;:“”\"]+\s){1,9}?[a-z]+ed\b(?:\s(?:to|by|in|on|at|from|before)\b|[,.])")),
    **dict.fromkeys(("attributed", "attributes", "attribute", "ascribed", "ascribes"), re.compile(r"\s[^,.;:]{2,70}\sto\s")),
    **dict.fromkeys(("depicted", "depicts", "regarded", "regards", "regard", "ranked", "ranks"), re.compile(r"\s[^,.;:]{2,70}\sas\s")),
    **dict.fromkeys(("vows", "advocates"), re.compile(r"\s(?:the|an?|that|to|more|less)\b")),
    **dict.fromkeys(("compared", "compares", "likened", "likens"), re.compile(r"\s[^,.;:]{2,60}\s(?:to|with)\s")),
    **dict.fromkeys(("portrayed", "portrays", "referred", "refers"), re.compile(r"\s[^,.;:]{2,60}\sas\s")),
    **dict.fromkeys(("doubted", "doubts", "questioned", "questions", "question", "doubt"), re.compile(r"\s(?:if|the|his|her|its|their)\s")),
    **dict.fromkeys(("put", "puts"), _AT_NUMBER),
    **dict.fromkeys(
        ("underscored", "underscores", "highlighted", "highlights", "recognised", "recognized", "recalled", "acknowledged"),
        re.compile(r"\s(?:(?:the|a)\s(?:\w+\s)?(?:importance|need|value|urgency|role|necessity|significance|right|responsibility|commitment|contribution)|their|its|his|her)\b"),
    ),
    **dict.fromkeys(("held", "holds", "hold"), re.compile(r"\s[^,.;:]{2,50}\s(?:responsible|accountable|to\sblame)\b")),
    **dict.fromkeys(("gave", "gives"), re.compile(r"\s[^,.;:]{2,60}\s(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|[0-9]+|several)\s(?:more\s)?(?:hours?|days?|weeks?|months?)\s(?:to\s|in\swhich)")),
    **dict.fromkeys(("claimed", "claims", "claim"), re.compile(rf"{_RESPONSIBILITY.pattern}|\s(?:not\s)?to\s(?:have|be)\b")),
    **dict.fromkeys(
        ("welcomes", "notes", "demands", "praises", "hails", "promises", "pledges", "requests", "blames", "stresses",
         "dismisses", "laments", "voices", "offers"),
        re.compile(r"\s(?:the|an?|all|any|his|her|its|their|that|to|[A-Z]\w+|[a-z]+s)\b"),
    ),
    **dict.fromkeys(("expects", "expected"), re.compile(r"\s(?!to\b)[^,.;:]{3,60}?\sto\s[a-z]|\s(?:the|an?|another|no|[0-9]+|two|three|four|growth|output|prices)\s")),
    **dict.fromkeys(("foresees", "foresaw", "foresee"), re.compile(r"\s(?:the|an?|another|no|[0-9]+|two|three)\s")),
    **dict.fromkeys(("instructed", "instructs", "directed", "directs"), re.compile(r"\s(?!by\b|at\b|against\b)[^,.;:]{2,70}?\sto\s[a-z]")),
    "expect": re.compile(r"\s[a-z]"),
}  # fmt: skip
"""What may follow instead of a clause, by form."""
_BY_FIRST_WORD: dict[str, list[str]] = {}
for _form in sorted(ACTS, key=len, reverse=True):
    _BY_FIRST_WORD.setdefault(_form.split()[0], []).append(_form)


def verbs(passage: Passage, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Yield the verbs of speech between two offsets of a passage, and where each stands."""
    lower = passage.lower
    for word, at in passage.words_among(_BY_FIRST_WORD.keys(), start, end):
        for form in _BY_FIRST_WORD[word]:
            after = at + len(form)
            if lower.startswith(form, at) and not lower[after : after + 1].isalnum():
                yield form, at, after
                break


def reports(text: str, verb: str, end: int) -> bool:
    """Whether what follows a verb of speech, which ends at an offset, lets it report something."""
    if is_act(text, verb, end):
        return False
    if verb not in NEEDS_CLAUSE:
        return True
    if verb in ONLY_BESIDE_QUOTES:
        return _OPENS_QUOTE.match(text, end) is not None
    if verb in {"put", "puts"}:
        return _AT_NUMBER.match(text, end) is not None
    otherwise = _OTHERWISE.get(verb)
    return _CLAUSE.match(text, end) is not None or (
        otherwise is not None and otherwise.match(text, end) is not None
    )
