"""Adjectives, nouns and turns of phrase that judge after a form of *be*, as parts of patterns."""

from __future__ import annotations

DEGREE = (
    r"(?:,\s(?:meanwhile|however|though|in\struth|in\sfact|of\scourse|for\snow|therefore|moreover|by\scontrast),)?"
    r"(?:\s(?:not|also|still|now|thus|far|far\sfrom|much|even|very|too|so|as|rather|quite|more|less|most|no"
    r"|at\sbest|at\smost|in\sfact|once\sagain|a|an|the|anything\sbut|both|above\sall|first\sand\sforemost|in\sessence|so\sfar|to\sthis\sday|always|often|by\sfar"
    r"|[a-z]+ly))*"
)
ADJECTIVES = (
    r"fragile|weak|strong|modest|limited|unclear|uncertain|doubtful|questionable|dubious|risky|dangerous|costly|hollow|empty"
    r"|symbolic|cosmetic|premature|naive|misleading|mistaken|wrong|flawed|inadequate|insufficient|incomplete|ineffective"
    r"|effective|successful|unsuccessful|futile|unrealistic|realistic|credible|implausible|plausible|convincing|unconvincing"
    r"|impressive|disappointing|remarkable|striking|notable|telling|ironic|paradoxical|unprecedented|historic|unusual"
    r"|decisive|crucial|vital|essential|critical|significant|important|pivotal|indispensable|irreplaceable|unnecessary"
    r"|vulnerable|isolated|toothless|powerless|helpless|ambivalent|ambiguous|contradictory|inconsistent|bold|reckless|timid"
    r"|uneven|patchy|lopsided|one-sided|precarious|volatile|brittle|bleak|grim|sobering|severe|profound|tangible|elusive"
    r"|out\sof\sreach|at\sstake|in\sdoubt|in\statters|harder|easier|harsh|harshest|clearer|deeper|better|worse|inevitable"
    r"|unlikely|improbable|impossible|tempting|obvious|evident|difficult|hard\sto|wary|reluctant|anxious|overdue|unsustainable"
    r"|sustainable|counterproductive|self-defeating|shaky|slim|remote|low|open(?!\sto)|complicated|complex|controversial|divided(?!\sinto)|unthinkable"
    r"|stubborn|simple|brutal|crude|mistrustful|sceptical|skeptical|enviable|unenviable|undeniable|unmistakable|imperfect|foolish|clumsy|shrewd|astute|canny|prudent|rash|hasty|generous|stingy|meagre|meager|paltry|trivial|negligible|marginal|minimal|considerable|substantial|enormous|huge|vast|immense|formidable|daunting|steep|stark|blunt|subtle|delicate|murky|opaque|messy|chaotic|disorderly|tense|strained|frosty|cordial|cosy|cozy|lukewarm|hesitant|cautious|nervous|jittery|defiant|complacent|confident|desperate|exhausted|weary|tired|restless|impatient|patient|furious|resentful|bitter|proud|grateful|indifferent|immune|hostile|friendly|cooperative|obstructive|constructive|destructive|damaging|ruinous|disastrous|catastrophic|tragic|lucky|fortunate|unfortunate|awkward|embarrassing|humiliating|reassuring|encouraging|discouraging|promising|hopeful|hopeless|irrelevant|relevant|redundant|outdated|obsolete|novel|familiar|predictable|unpredictable|foreseeable|surprising|unsurprising|puzzling|baffling|revealing|instructive|persuasive|compelling|thin|flimsy|scant|scarce|abundant|plentiful|lavish|frugal|stable|unstable|resilient|robust|sturdy|sluggish|slow|swift|rapid|gradual|abrupt|mixed|muted|loud|silent|passive|active|assertive|aggressive|belligerent|conciliatory|pragmatic|ideological|dogmatic|populist|arbitrary|unlawful|lopsided|unequal|intolerable|tolerable|bearable|unacceptable|affordable|unaffordable|pricey|lucrative|profitable|worthless|priceless|pointless|meaningless|meaningful|purposeful|deliberate|accidental|unavoidable|avoidable|irreversible|reversible|permanent|fleeting|lasting|short-lived|long-lasting|well\sknown|well-known|ill-timed|well-timed|half-hearted|wholehearted|absurd|cynical|hypocritical|justified|unjustified|legitimate|illegitimate|unfair|fair|welcome|worrying|alarming|uncomfortable|unwise|delicate|optimistic|pessimistic|expensive|useful|useless|sensible|overdue|unpopular"
)
NOUNS = (
    r"point\sof\scontention|bone\sof\scontention|driving\sforce|focal\spoint|game\schanger|game-changer|tug\sof\swar|balancing\sact|zero-sum|litmus\stest|flashpoint|stumbling\sblock|sticking\spoint|springboard|counterweight|catalyst|buffer|gateway|tool\sof|instrument\sof|means\sof|platform\sfor|foundation\sof|basis\sfor|key\splayer|priority\sfor|newcomer|outlier|latecomer|laggard|linchpin|kingmaker|bystander|spoiler|scapegoat|winner|loser|guide\sto|prisoner\sof|beneficiary|victim\sof|casualty\sof|sideshow|afterthought|restraint|constraint|brake\son|drag\son|boon|bonanza|windfall|bargaining\schip|fig\sleaf|smokescreen|straitjacket|minefield|quagmire|powder\skeg|tinderbox|mirage|charade|patchwork|mess|muddle|headache|nightmare|dilemma|conundrum|puzzle|riddle|mystery|scandal|outrage|disgrace|embarrassment|wake-up\scall|reckoning|watershed|pivot|cornerstone|backbone|pillar\sof|pretext|excuse|alibi|achievement|double-edged\ssword|coincidence|key\sto|club\sof|distraction|disaster|catastrophe|tragedy|farce|fiasco|surprise|breach|betrayal|provocation|dead\send|stalemate|opportunity|failure|success|mistake|gamble|worry|blow|setback|turning\spoint|milestone|warning|paradox|challenge|threat|problem"
    r"|obstacle|illusion|sign|signal|indication|reflection|test|reminder|consequence|result|symptom|symbol|proof|evidence"
    r"|matter\sof|question\sof|breakthrough|defeat|victory|triumph|humiliation|weakness|strength|liability|asset|burden|risk"
    r"|luxury|necessity|priority|expression|rejection|attempt|product|irony|lesson|bargain|compromise|exception|relic|myth"
    r"|fiction|formality|gesture|nuisance|source\sof|cause\sof|reason\sfor|price\sof|hostage|pawn|lifeline|lever|precedent|answer\sto"
)
SEEN = r"(?:considered|seen|regarded|viewed|perceived|interpreted|read|understood|evaluated|described|treated)\s(?:as|in|by|a|an|one|part|with|important|necessary|vital|the)\b"
PHRASES = (
    r"one\sof\sthe\s(?:most|least|few|[a-z]{4,}est|great|main|key|chief)\b|part\sof\sa\s(?:wider|broader|larger|bigger|pattern|strategy|plan|game)|as\smuch\sa|precisely|exactly|more\sthan\sa\s|little\smore\sthan|nothing\s(?:less|more)\sthan"
    r"|not\sso\smuch|less\sa\s|more\sa\s|no\sless|no\saccident|no\scoincidence|no\ssubstitute|not\senough|of\s(?:\w+\s)?importance"
    r"|by\sno\smeans|far\sfrom|in\s(?:a|no)\s(?:hurry|rush|mood|bind|corner)|supposed\sto(?![^,.;]{0,50}[0-9])|not\sthe\ssame|running\sout|the\s[a-z]{3,}ier\s(?:one|path|course|option|of\sthe\stwo)|anything\sbut|at\sthe\s(?:heart|root|core)\sof|(?:its|his|her|their)\s(?:only|main|greatest|real|chief|biggest|best|last)\s|due\s(?:less|more|largely|mainly|in\spart)\sto"
)
BE = "is|are|was|were|remains|remain|remained|became|become|becomes|seems|seem|seemed|appears|appear|looks|look|proved|proves"
OPENING = r"\s(?:the|a|an|that|how|why|its|their|his|her|just|both|less|more|not|what|whether|an?\s\w+)\b"

NO_SUPERLATIVE = r"(?!(?:for|inter|requ|arr|prot|lat|conqu|harv|temp|manif|cont|unr|inv|dig|hon|mod|gu|cr|pri|bequ|ingest|sugg)est\b)"
"""What ends like a superlative and is none: a contest, a request."""
