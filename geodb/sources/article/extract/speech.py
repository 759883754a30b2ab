"""Verbs and nouns of speech: what they make of an utterance, and how they are followed."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Verb forms by the PLOVER type that they speak for ("" where they only report).
_VERBS = {
    "": "said|says|saying|say|told|tells|telling|stated|states|stating|announced|announces|announcing|added|adds"
    "|adding|noted|notes|noting|stressed|stresses|stressing|emphasized|emphasised|emphasizes|emphasizing"
    "|emphasising|explained|explains|explaining|declared|declares|declaring|claimed|claims|claiming|argued|argues"
    "|arguing|insisted|insists|insisting|asserted|asserts|asserting|maintained|remarked|remarking|commented"
    "|commenting|observed|observing|confirmed|confirming|acknowledged|acknowledging|admitted|admitting|conceded"
    "|revealed|revealing|disclosed|reported|reporting|wrote|writes|writing|tweeted|tweeting|posted|posting"
    "|underlined|underlining|underscored|underscoring|highlighted|highlighting|reiterated|reiterating|repeated"
    "|repeating|recalled|recalling|suggested|suggesting|suggests|hinted|hinting|implied|implying|indicated"
    "|indicating|predicted|predicting|estimated|estimating|concluded|concluding|clarified|clarifying|responded"
    "|responding|replied|replying|answered|testified|testifying|expressed|expressing|voiced|voicing|described"
    "|describing|characterized|characterised|pointed\\sout|pointing\\sout|points\\sout|believes|believed|thinks"
    "|called\\sit|called\\sthe|called\\shis|called\\sher|called\\stheir",
    "REQUEST": "urged|urges|urging|demanded|demands|demanding|called\\sfor|calls\\sfor|calling\\sfor|called\\son"
    "|calls\\son|calling\\son|called\\supon|calling\\supon|requested|requesting|appealed|appealing|proposed|proposes"
    "|proposing|recommended|recommending|begged|begging|urge|ordered",
    "ACCUSE": "accused|accuses|accusing|blamed|blames|blaming|criticized|criticised|criticizes|criticizing"
    "|criticising|condemned|condemns|condemning|denounced|denounces|denouncing|alleged|alleges|alleging"
    "|lamented|complained|complaining|accuse|condemn|criticize|criticise|denounce",
    "REJECT": "rejected|rejects|rejecting|denied|denies|denying|dismissed|dismisses|dismissing|ruled\\sout"
    "|rules\\sout|ruling\\sout|refuted|opposed|opposes|opposing|reject|deny|declined\\sto|declines\\sto|refused\\sto|refuses\\sto|refusing\\sto",
    "THREATEN": "warned|warns|warning|threatened|threatens|threatening|cautioned|cautioning|threaten|warn",
    "AGREE": "pledged|pledges|pledging|promised|promises|promising|vowed|vows|vowing|agreed\\sto|agrees\\sto|agreed\\sin\\sprinciple|agreed\\son|offered\\sto|offers\\sto|is\\sprepared\\sto"
    "|are\\sprepared\\sto|is\\sready\\sto|are\\sready\\sto|is\\swilling\\sto|are\\swilling\\sto|has\\saccepted|have\\saccepted",
    "SUPPORT": "praised|praises|praising|welcomed|welcomes|welcoming|hailed|hails|hailing|congratulated|lauded"
    "|applauded|thanked|endorsed|commended",
}
ACTS = {form.replace("\\s", " "): act for act, forms in _VERBS.items() for form in forms.split("|")}
_VERB = re.compile(
    rf"(?P<verb>{'|'.join(form for forms in _VERBS.values() for form in forms.split('|'))})\b", re.IGNORECASE
)
_FIRST_WORDS = frozenset(form.split()[0] for form in ACTS)
_WORD = re.compile(r"[A-Za-z]+")


def verbs(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield the verbs of speech between two offsets; most words are passed over by a look at a set."""
    for word in _WORD.finditer(text, start, end):
        if word[0].lower() in _FIRST_WORDS and (match := _VERB.match(text, word.start(), end)):
            yield match


# Forms that report only before a clause: `that`, a quotation or a colon must follow, or the words of a clause.
NEEDS_CLAUSE = frozenset(
    [
        "states",
        "claims",
        "claim",
        "notes",
        "reports",
        "reported",
        "posted",
        "posting",
        "observed",
        "observing",
        "maintained",
        "repeated",
        "repeating",
        "indicated",
        "indicating",
        "implied",
        "implying",
        "suggested",
        "suggesting",
        "suggests",
        "estimated",
        "estimating",
        "concluded",
        "concluding",
        "believed",
        "believes",
        "thinks",
        "revealed",
        "revealing",
        "confirmed",
        "confirming",
        "disclosed",
        "highlighted",
        "highlighting",
        "stresses",
        "recalled",
        "recalling",
        "writing",
        "wrote",
        "writes",
        "responded",
        "responding",
        "answered",
        "predicted",
        "predicting",
        "demands",
        "adds",
        "say",
        "acknowledged",
        "admitted",
        "conceded",
        "underlined",
        "underscored",
        "opposed",
    ]
)
NOT_AFTER = re.compile(
    r"(?:\b(?:the|an?|his|her|its|their|our|this|that|these|those|some|many|no|any|of|by|is|are|was|were|been|being|be"
    r"|widely|previously|newly|self|so)[\s-]|[’']s\s|\bto\s)$",
    re.IGNORECASE,
)
"""What stands before a word of the list when it is a noun, a passive or an infinitive, not somebody's verb."""
PARTICIPLE = re.compile(r"(?:ing|ing\s(?:out|for|on|upon))$", re.IGNORECASE)
CLAUSE_FOLLOWS = re.compile(
    r"(?:\s(?:to|on|in|during|at)\s[^,.;]{2,40}?)?(?:,?\s(?:that|how|why|whether)\b|,?:?\s?[“\"„«‘])|\s(?:he|she|it|they|we|there|such)\s"
)

NOUNS = {
    "statement": "", "statements": "", "remark": "", "remarks": "", "comment": "", "comments": "", "claim": "",
    "claims": "", "assertion": "", "announcement": "", "declaration": "", "view": "", "belief": "", "argument": "",
    "insistence": "", "acknowledgement": "", "admission": "", "assessment": "", "prediction": "", "suggestion": "",
    "implication": "", "hint": "", "opinion": "", "position": "", "words": "", "message": "",
    "call": "REQUEST", "calls": "REQUEST", "demand": "REQUEST", "demands": "REQUEST", "appeal": "REQUEST",
    "request": "REQUEST", "proposal": "REQUEST", "warning": "THREATEN", "warnings": "THREATEN",
    "threat": "THREATEN", "threats": "THREATEN", "accusation": "ACCUSE", "accusations": "ACCUSE",
    "allegation": "ACCUSE", "criticism": "ACCUSE", "condemnation": "ACCUSE", "promise": "AGREE",
    "pledge": "AGREE", "vow": "AGREE", "denial": "REJECT", "rejection": "REJECT", "refusal": "REJECT",
}  # fmt: skip
NOUN = re.compile(
    rf"['’]s?\s(?:\w+\s)?(?P<noun>{'|'.join(NOUNS)})\s(?P<after>that|to|of|for|about|against|on)\b"
)
IMPLIED = frozenset({"implication", "hint", "suggestion", "implied", "implying", "hinted", "hinting"})
SPEECH_OF_WHOM = re.compile(
    r"\b(?=[ai])(?:[Aa]ccording\sto|[Ii]n\sthe\s(?:words|view|opinion)\sof)\s(?:an?\s|the\s)?", re.IGNORECASE
)

_MEDIUM = (
    (r"interview", "interview"),
    (r"press\sconference|news\sconference", "press_conference"),
    (r"tweet(?:ed)?|Twitter|Truth\sSocial|Facebook|Telegram|social\smedia|posted\son|X\spost", "social_post"),
    (r"speech|address(?:ed|ing)?|keynote|statements?\sat|remarks\sat", "speech"),
    (r"joint\sstatement", "joint_statement"),
    (r"press\srelease", "press_release"),
    (r"told\sreporters|told\sjournalists|press\sremarks", "press_remarks"),
    (r"in\sa\sstatement|official\sstatement", "official_statement"),
    (r"letter", "letter"),
)
_ANY_MEDIUM = re.compile(rf"\b(?=\w)(?:{'|'.join(words for words, _ in _MEDIUM)})\b")
_EACH_MEDIUM = [(re.compile(rf"\b(?:{words})\b"), medium) for words, medium in _MEDIUM]


def medium_of(sentence: str) -> str:
    """Return the medium that a sentence names, the first of the list if it names several."""
    if not _ANY_MEDIUM.search(sentence):
        return "unknown"
    return next(medium for words, medium in _EACH_MEDIUM if words.search(sentence))
