"""Words after the noun of a happening that tell whether it took place, will or did not: `… took place in X`, `… was cancelled`."""

from __future__ import annotations

import re

from geodb.sources.article.extract.language.words import listed

OCCURS = re.compile(
    r"(?:,\s[^,.;]{3,60},|,?\s(?:that|which))?\s(?:(?P<will>will|would|(?:is|are)\s(?:set|scheduled|expected|due|planned)\sto|(?:is|are)\sto)\s(?:take\splace|be\sheld|be\sconvened|happen|begin|start|resume)"
    r"|(?P<not>(?:has|have|had)\s(?:never|not|yet\sto)\s(?:yet\s)?(?:taken?\splace|resumed?|begun|begin|started?|happen(?:ed)?|be(?:en)?\sheld|convened?)|did\snot\stake\splace|never\stook\splace|was\snot\sheld|were\snot\sheld|did\snot\shappen)"
    r"|(?P<off>(?:was|were|has\sbeen|have\sbeen)\s(?:cancelled|canceled|called\soff))"
    r"|(?P<later>(?:was|were|has\sbeen|have\sbeen)\s(?:postponed|delayed|put\soff))"
    r"|(?:(?:has|have|had)\s)?(?:taken\splace|took\splace|broke(?:n)?\sout|broke(?:n)?\sdown|erupted|began|begun|started|ended|collapsed|stalled|resumed"
    r"|came\sinto\s(?:force|effect)|(?:took|taken)\shold|went\sinto\s(?:force|effect)|opened|closed|concluded|expired|lapsed|passed|met|convened|gathered|turned\sviolent|ended|fell\sthrough|sank|burned|raged|entered\sinto\sforce|took\seffect|held|struck|hit|swept|shook|rocked|failed|followed|concluded|killed|left|claimed|lasted|spread)"
    r"|(?:was|were|is\sbeing|are\sbeing|has\sbeen|have\sbeen|had\sbeen)\s(?:also\s)?(?:held|convened|launched|opened|staged|carried\sout|declared|announced|conducted|organi[sz]ed))\b"
)
DUE = re.compile(
    r"\s(?:set|due|scheduled|slated|planned)\sfor\s(?=[A-Z0-9]|next|early|late|the\s)|(?:,\s[^,.;]{3,40},)?\s(?:is|are)\s(?:now\s|still\s)?(?:due|scheduled|planned|set|slated|expected)\s(?:in|on|for|at|next|this|by)\b"
)
UNDONE = re.compile(
    r"\s(?:that|which)\s[^,.;]{3,90}?(?=\s(?:never\stook|did\snot\s(?:take|happen)|(?:was|were|has\sbeen|have\sbeen)\s(?:cancell?ed|called\soff|postponed|delayed|put\soff)\b))"
)
"""What comes between a happening and word that it did not take place: `the summit that X was to host`."""
VICTIMS = re.compile(
    r",?\s(?:in|during)\swhich\s[^.;]{0,80}?\b(?:killed|injured|wounded|died|hurt|arrested|displaced)\b"
    r"(?:\sand\s(?:[\w-]+\s){1,4}(?:killed|injured|wounded|hurt|arrested))?"
)
BEGUN_BY = re.compile(
    r"\s(?:that|which)\s(?:[\w’'-]+\s){1,4}(?:began|launched|started|waged|unleashed|is\swaging|wages)\b"
)
_GATHERINGS = listed("meeting|summit|conference|negotiation_round|protest|planned_meeting")
_GATHERED = listed("met|gathered|convened")
_DONE_BY_IT = listed("opened|closed|shook|left|ended|swept|passed|failed|began|started")
_DETERMINED = re.compile(r"\s(?:the|an?|its|his|her|their)\s(?!dead|wounded|injured|homeless)")


def is_of_another(text: str, kind: str, found: re.Match[str]) -> bool:
    """Whether a verb tells what others or the happening did: `the coup in X met resistance`, `closed the base`."""
    verb = found[0].rsplit(maxsplit=1)[-1]
    if kind not in _GATHERINGS and verb in _GATHERED:
        return True
    return verb in _DONE_BY_IT and _DETERMINED.match(text, found.end()) is not None
