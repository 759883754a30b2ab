"""Modal words that foretell nothing: of plans, permissions, questions, reports, projects and the present."""

from __future__ import annotations

import re

from geodb.sources.article.extract.assessments.outcomes import is_done
from geodb.sources.article.extract.language.words import listed
from geodb.sources.article.extract.page import Passage

_SCHEDULED = re.compile(
    r"(?:will|would|(?:is|are)\s(?:now\s|also\s|still\s)?(?:expected|set|going|about)\sto)\s(?:(?:also|then|now|formally|officially|jointly|again|personally|soon|first|later|not)\s)*"
    r"(?:be\s(?:held|signed|launched|established|created|set\sup|formed|built|introduced|appointed|named|sent|paid|presented|published|unveiled|inaugurated|sworn\sin|deployed|opened|convened|discussed|debated|released|represented|joined|hosted|chaired|accompanied|allowed|required|based|known|called|responsible"
    r"|managed|made\sup|composed|disbursed|phased|succeeded|overseen|run|led|headed|heard|tried|counted|staggered|rolled\sout|levied|charged|exempted|granted|given|handed|allocated"
    r"|distributed|used|spent|invested|delivered|installed|trained|equipped|stationed|staffed|manned|housed|funded|financed|guaranteed|monitored|verified|inspected|reviewed|renewed|extended"
    r"|elected|chosen|selected|nominated|subject\sto|eligible|entitled|open\sto|available|valid|free\sto|able\sto|obliged|limited\sto|capped|banned|barred|prohibited|permitted|finali[sz]ed"
    r"|submitted|tabled|relocated|moved|displayed|transferred|returned|awarded|added|carried|shipped|exported|implemented|transmitted|broadcast|televised|buried)"
    r"|take\s(?:place|effect|over|part)|(?:come|enter)\sinto\s(?:force|effect)|meet|convene|gather|host|chair|visit|travel|fly|attend|sign|hold|begin|start|open|launch|assume|vote"
    r"|participate|deliver|arrive|receive|address|send|deploy|preside|inaugurate|resume|discuss|publish|submit|conduct|stage|debate|present|buy|pay(?!\s(?:dearly|the\sprice|a\s(?:\w+\s)?price|for\s(?:this|that|its|their|his|her)\b))|invest|provide|supply|contribute|train"
    r"|fund|finance|build|construct|establish|create\san?\s(?:\w+\s)?(?:fund|committee|commission|council|body|force|group|office)|set\sup|allow|require|enable|oversee|administer|monitor|include|consist|comprise|cover|connect|link|run|serve|carry|produce|apply\s(?:to|from|for|only)|involve|lend|elect|station|advise|report|exchange|employ|house|accommodate|generate|pump|transport|ship|store|process|refine|operate|hear\s(?:the|a)\s(?:case|appeal|petition)|choose\san?|hold\s[0-9]|own|contribute|chair|head\b|go\sto\s(?!war|waste|great|extremes)|succeed|replace|appoint|announce|introduce|impose|lift|withdraw|release|hand\sover|transfer|sell|purchase|speak|brief|lead\s(?:the|a)\s\w*\s?(?:delegation|mission|talks))\b"
)
_DESIRE = re.compile(
    r"could\s(?:hardly|scarcely|not|barely)\s(?:be|have\sbeen)\s(?:worse|better|clearer|more|less|[a-z]+er)\b|would\sbe\s(?:wise|unwise|well\sadvised|better\soff|foolish|folly)\b|would\s(?:not\s|rather\s)?(?:call|put)\s(?:that|this|it|them)\b|would\sdo\s(?:better|well)\b|would\sbe\s(?:worth|ideal|welcome|nice|fair|tempting|unfair|unkind)\b|(?:may|might)\s(?:\w+\s){0,2}?be\s(?:right|wrong|forgiven|surprised|excused)\b|will\s(?:not\s)?say\b|would\s(?:much\s)?rather\b|would\snot\s(?:have|accept|hear|budge|be\sdrawn|let|bet|wager|say)\b|would\s(?:(?:also|not|rather|only|neither|never)\s)*(?:like|love|prefer|welcome|comment|say|confirm|disclose|elaborate|rule\sout|have\sto|need\sto|require)\b"
    r"|(?:may|might|could)\s(?:(?:well|already|currently|now)\s)*(?:hold|contain|number|total|own)\s(?:(?:some|about|up\sto|as|around|more|at)\s|[0-9])|(?:may|might|could)\s(?:(?:already|currently|now)\sbe|be\s(?:already|currently|now|as\s(?:many|much|high)))\b"
    r"|(?:may|might|would|could|can)\s(?:(?:also|best|well|thus)\s)*be\s(?:seen|viewed|read|interpreted|regarded|considered|taken|understood|dismissed|summed|put)\b"
    r"|(?:may|might|would|could)\s(?:(?:well|also|at\sfirst|indeed)\s)*(?:seem|appear|sound|look\slike|be\s(?:said|argued|called|asked|tempting|described|expected|explained|because|due)|explain|reflect|stem|suggest|argue|say|ask|wonder|think)\b"
)
_PERMITTED = re.compile(
    r"may\s(?:be\s(?:renewed|extended|granted|waived|exempted|prolonged)|apply|appeal|opt|enrol|register)\b|may\s[a-z]+\s(?:[a-z]+\s){0,5}(?:once|until|from|as\slong\sas)\s|may\s(?:only|not\s(?:be|enter|leave|use|carry|own)|no\slonger)\b|may\s[^.;]{2,120}?\s(?:only\s(?:if|when|with|after|under)|unless|without\sthe\s(?:consent|approval|permission))\b"
)
_CONCEDED = re.compile(
    r"(?:may|might)\s(?:(?:well|also|still|not)\s)*(?:be|have|look|lack|remain|share|differ|want|agree|disagree)\b[^.;]{2,120},\s(?:but|yet|though|even\sso)\s"
)
_ASKED = re.compile(
    r"\bwhether\b[^,;:]*$|\b(?:unclear|uncertain|questions?|know|known|sees?|decided?|asked|asks?|wondere?d?|discussed|discuss|determined?|debated?|clarify|explained?|explain|as\sto|on|over|about|of|and)"
    r"\s(?:how|what|who|whom|why|which)\b[^,;:]*$|\bwho\s(?:\w+ly\s)?$|\b(?:than|as\s(?:much|many|far|long|soon)\sas|lest)\s(?:[\w’'-]+\s){1,6}$"
)
_TOLD = (
    "said|told|declared|argued|stated|announced|insisted|claimed|stressed|noted|added|promised|vowed|pledged|confirmed|wrote|replied"
    "|explained|denied|assured|agreed|decided|proposed|suggested|demanded|ruled|ordered|threatened|offered|maintained|reiterated|recalled"
)
_UNABLE = re.compile(
    r"\b(?:where|[Nn]either|[Nn]obody|[Nn]o\sone|[Nn]one)\s(?:[\w’'-]+\s){1,4}$|\b(?:[Nn]obody|[Nn]o\sone|[Nn]one)\s$"
)
"""What stands before *could* where it tells what somebody was able to do, or not."""
_FEARED = re.compile(
    r"\b(?:fearing|afraid|lest|so(?!\s(?:far|much|long|many|the\s\w+\swill)))\s(?:that\s)?(?:[\w’'-]+\s){1,4}$"
)
_REPORTED = re.compile(
    rf"\b(?:{_TOLD})\b(?:\s(?!and\b|but\b)[\w’'“”-]+){{1,14}}\s$|\b(?:promise|pledge|assurance|guarantee|commitment|condition|understanding|demand|proposal)s?\sthat\b[^,;]*$"
)
_PAST = re.compile(
    r"\b(?:\w{2,}ed|was|were|had|made|gave|thought|felt|knew|saw|meant|took|came|kept|left|brought|found|sought)\s(?:[\w’'-]+\s){0,2}(?:that|which|who|whom|so|because|until)\s[^;]*$"
)
_THOUGHT = re.compile(
    r"\b(?:assumed|thought|hoped|believed|feared|imagined|promised|wanted|anyone|[Nn]or)\s$"
)
"""What stands before a modal verb that tells what somebody thought, or was able to do."""
_MEANT = re.compile(
    r"(?<=\bI\s)will\s|(?<=\b[Ww]e\s)will\s(?:(?:not|never|also|then|now)\s)*(?!(?:be|see|find|lose|pay|regret|need|have|miss|know|live|face|never|all)\b)"
    r"|(?<=\b[Yy]ou\s)(?:will|may|might)\s(?:(?:all|also|have)\s)*(?:read|recall|remember|know|notice|ask|heard|seen|see|find|wonder)\b"
)
"""What a writer or speaker means to do, or asks of readers."""
_QUESTION = re.compile(r"(?:[IVX0-9]+\.?\s)?(?:(?:What|Who)\s$|Whether\b[^,;:.]*$)")
"""What a heading asks, or is the subject of a sentence: `Whether it will pass is anybody's guess`."""
_COSTING = re.compile(
    r"(?:[$€£][0-9.,]+(?:\s?(?:bn|m|billion|million|trillion))?|\b(?:amount|sum|price|money|what(?:ever)?|much))\s(?:it|they|he|she|that|this)\s$"
)
"""What stands before *would* where it tells how much: `of the $3bn it would cost`."""
_REFUSED = re.compile(r"(?:would|could)\snot\s[^.;]{2,80}\suntil\s[^.;]{2,60}\s(?:had|was|were)\b")
_DATED = re.compile(
    r"\b(?:said|told|announced|declared|promised|vowed|pledged|insisted|claimed|warned|predicted)\b[^.;]{0,40}\sin\s(?:early\s|late\s)?(?:19|20)[0-9]{2}\s"
)
"""What somebody said in some year, which has come about since, or not."""
_RELATIVE = re.compile(r"\b(?:an?|the|its|their|his|any)\s[\w-]+(?:\s[\w-]+)?\s(?:that|which|who)\s$")
_OF_RATE = re.compile(
    r"\b(?:tariffs?|duty|duties|levy|levies|tax(?:es)?|rates?|quotas?|caps?|thresholds?|fees?|ceiling|ban|embargo)\s(?:on\s[^,.;]{2,30}\s|for\s[^,.;]{2,30}\s|of\s[^,.;]{2,30}\s)?$"
)
_SET = re.compile(
    r"(?:will|would)\s(?:also\s|then\s)?(?:fall|rise|drop|go\sup|be\s(?:cut|raised|lowered|lifted|halved|doubled)|apply|jump|return|double)\b"
)
"""What tariffs and the like will do because somebody sets them so."""
_OF_PACT = re.compile(
    r"\b(?:pact|deal|treaty|agreement|accord|bill|law|plan|proposal|draft|text|scheme|package|rules?|regulation|compact|protocol|formula|framework|offer|programme|fund|force|mission"
    r"|committee|commission|council|panel|team|unit|exercise|exercises|directive|decree|resolution|amendment|charter|contract)\s$"
)
_GIVEN = re.compile(
    r"(?:will|would)\s(?:(?:also|not|only|then)\s)*(?:give|grant|oblige|bind|commit|bar|ban|let|see|set|extend|cap|limit|guarantee|exempt|cover|apply|provide|require|impose|be\s(?:based|made|paid|binding|voluntary|open))\b"
)
_HABITUAL = re.compile(
    r"\b(?:in\sthose\sdays|back\sthen|at\sthe\stime|every\s(?:day|night|morning|evening|week|summer|winter|year)|each\s(?:day|night|morning|evening|week)|for\shours)\b"
)
_POSSIBLE = frozenset({"may", "might", "could"})
AUXILIARY = _POSSIBLE | {"will", "would"}
"""Modal verbs proper, without their likes such as `is poised to`."""
_BACKSHIFTED = frozenset({"would", "could", "might"})
_OF_PROJECT = re.compile(
    r"\b(?:link|route|corridor|railway|road|pipeline|line|bridge|canal|port|zone|treaty|bill|law|plan|proposal|deal|agreement|accord|resolution|measure|amendment|mechanism|system|project|package|scheme"
    r"|fund|facility|base|plant|force|mission|programme|program|initiative|pact|framework|rule|regulation|tariff|ban|draft|text|clause|contract|memorandum|declaration|roadmap|network|terminal|cable)s?\b[^.;]{0,140},?\s(?:that|which|whereby|under\swhich|by\swhich|in\swhich)\s[^,;]{0,40}$"
)
_UNDER = re.compile(
    r"(?:Under|According\sto|In|By)\s(?:(?:the|this|that|its|their|a)\s)?(?:[\w-]+\s){0,3}(?:plan|agreement|deal|proposal|terms|bill|law|treaty|scheme|accord|pact|memorandum|contract|arrangement|rules|protocol|roadmap|draft)\b"
)
_HEDGED = re.compile(r"\s(?:probably|likely|surely|inevitably|almost|hardly|undoubtedly|certainly|perhaps)\b")
_REACH = 300
_AGENT = re.compile(
    r"\b(?:sides|parties|leaders|ministers|members|states|countries|governments?|partners|officials|delegates|presidents?|premiers?|[Tt]hey|[Hh]e|[Ss]he|[Ww]e|both)\s$"
)
_DENIED = re.compile(
    r"(?:will|would)\s(?:not|never|no\slonger)\s(?!(?:attend|take|join|sign|send|participate|recogni[sz]e|run|stand|host|contribute|deploy|extend|renew|meet|comment|accept|negotiate|allow|support|back|pay)\b)"
)
_NOBODY = re.compile(
    r"(?:(?<=[.:;]\s)|(?<=\bthat\s)|(?<=\band\s)|(?<=\bbut\s)|^)(?:[Nn]o|[Nn]either|[Nn]one|[Nn]obody|[Nn]o\sone|[Ff]ew|[Nn]othing|Without|Absent|Failing|Barring)\b[^.,;:]{0,50}\s$"
)
"""What nobody will do is foretold: no plan is told so."""
_NEVER = re.compile(r"will\snever\s(?!be\sallowed|again\sbe\sallowed)")
_NEAR = 70
_IN = re.compile(r"\b(?:in|at|near|from)\s$")
_WILL = re.compile(
    r"will\s(?:(?:not|also|then|now|jointly|again|soon|never|therefore|still|first)\s)*(?P<verb>\w+)"
)
_BEFALLS = listed(
    "be|become|remain|stay|have|need|face|lose|gain|win|suffer|struggle|benefit|fall|rise|grow|shrink|fail|succeed|see|feel|find|come|get"
    "|want|continue|likely|probably|surely|inevitably|eventually|certainly|almost|hardly|try|cling|seek|exploit|insist|resist|balk|hesitate|tolerate|think|blame|watch|play|push|press|bide|drag|hedge|gamble|bet|argue|wait|claim|use|struggle|depend|decide|determine|end|matter|prove|regret|pay|emerge|drift|slip|slide|sink|drown|stagnate|collapse|unravel|flee|die|starve|vanish|disappear|perish|extract|exact|sleepwalk|muddle|scramble|dare|smell|pick|stop"
)


def foretells_nothing(passage: Passage, sentence: tuple[int, int], modal: re.Match[str]) -> bool:
    """Whether a modal word of a sentence tells of something else than what may come."""
    text, (start, end), at = passage.text, sentence, modal.start()
    first = max(start, at - _REACH)
    if is_plan(passage, modal) or _UNDER.match(text, start) or _OF_PROJECT.search(text, first, at):
        return True
    if _DESIRE.match(text, at) or _CONCEDED.match(text, at, end) or _PERMITTED.match(text, at, end):
        return True
    if (_SET.match(text, at) and _OF_RATE.search(text, first, at)) or (
        _GIVEN.match(text, at) and _OF_PACT.search(text, first, at)
    ):
        return True
    if _REFUSED.match(text, at, end) or _COSTING.search(text, first, at):
        return True
    if _THOUGHT.search(text, first, at) or _MEANT.match(text, at):
        return True
    if modal["wording"] in AUXILIARY and _QUESTION.match(text, start, at):
        return True
    if modal["wording"] == "could" and _UNABLE.search(text, first, at):
        return True
    if modal["wording"] in _POSSIBLE and _FEARED.search(text, first, at):
        return True
    if modal["wording"] == "would" and _HABITUAL.search(text, start, end):
        return True
    if modal["wording"] == "will" and _RELATIVE.search(text, first, at):
        return True
    if modal["wording"] in _BACKSHIFTED and _PAST.search(text, first, at):
        return True
    return _ASKED.search(text, first, at) is not None or _REPORTED.search(text, first, at) is not None


def is_asked(passage: Passage, start: int, modal: re.Match[str]) -> bool:
    """Whether somebody only asks, offers or said long ago what a modal word of theirs tells."""
    text, at = passage.text, modal.start()
    return any(words.search(text, start, at) is not None for words in (_ASKED, _DATED, _OF_PROJECT, _COSTING))


def is_plan(passage: Passage, modal: re.Match[str]) -> bool:
    """Whether what *will* be done is scheduled, or is what somebody means to do: what befalls them is foretold."""
    text, at = passage.text, modal.start()
    if _NOBODY.search(text, max(0, at - _NEAR), at) or _NEVER.match(text, at):
        return False
    if _SCHEDULED.match(text, at) and not _HEDGED.match(text, modal.end()):
        return True
    if is_done(text, at):
        return True
    will = _WILL.match(text, at)
    if will is None or will["verb"] in _BEFALLS:
        return False
    if _DENIED.match(text, at):
        return False
    near = [mention for mention in passage.mentions if mention.actors and 0 <= at - mention.end <= 1]
    is_actor = any(_IN.search(text, max(0, mention.begin - 5), mention.begin) is None for mention in near)
    return is_actor or _AGENT.search(text, max(0, at - 20), at) is not None
