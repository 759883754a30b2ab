"""Words of interpretation, by the kind of judgment they make, under the word they begin with."""

from __future__ import annotations

import re

from geodb.sources.article.extract.assessments.judgment_terms import (
    ADJECTIVES,
    BE,
    DEGREE,
    NO_SUPERLATIVE,
    NOUNS,
    OPENING,
    PHRASES,
    SEEN,
)
from geodb.sources.article.extract.language.words import listed
from geodb.sources.article.extract.page import Passage

# Kind, the words it may begin with, and what must follow them.
_ROWS = (
    ("intent", "aim|aims|aimed|seek|seeks|intends|intend|strives|strive", r"\s(?:\w+ly\s)?to\b"),
    ("intent", "is|are|was|were", r"\s(?:\w+ly\s)?(?:(?:intended|designed|meant|aimed)(?![^,.;]{0,60}[0-9])|bent\son|keen\sto|determined\sto|trying\sto|eager\sto)\b"),
    ("likelihood_change", "increased|increases|increase|raised|raises|reduced|reduces|lowered|lowers|heightens|heightened", r"\sthe\s(?:likelihood|risk|chances?|probability|danger|odds|stakes|threshold|price|cost)\b"),
    ("reaction", "raised|raises|raise|caused|sparked|stoked|fuelled|fueled|provoked|aroused", r"\s(?:\w+\s)?(?:concerns?|fears|doubts|questions|alarm|anger|anxiety|eyebrows|suspicions?|hopes|unease|irritation|criticism|resentment)\b"),
    ("reaction", "alarmed|angered|irritated|unsettled|reassured|unnerved|infuriated|dismayed|embarrassed", r"\s\w"),
    ("perception", "fear|fears|fearing|worry|worries|suspect|suspects|distrust|distrusts|mistrust|mistrusts", r"\s(?:that|the|a|an|its|their|losing|being)\b"),
    ("perception", "regard|regards|perceive|perceives|see|sees|view|views|consider|considers|treat|treats", r"\s[^,.;]{2,60}\s(?:as|with|in\sit)\s"),
    ("perception", "is|are", r"\s(?:closely\s)?(?:monitoring|watching)\b"),
    ("perception", "feel|feels|felt", r"\s(?:threatened|encircled|betrayed|abandoned|emboldened|vindicated|cheated|humiliated|excluded)\b"),
    ("capability", "cannot|can", r"\s(?:easily|ill|hardly|scarcely|afford|do\swithout|no\slonger|neither|barely|simply|count\son|rely\son|hope\sto)\b"),
    ("capability", "is|are|was|were", r"\s(?:not\s|still\s|hardly\s)?(?:unable|(?<!was\s)(?<!were\s)able|incapable|capable|in\sno\sposition|ill-equipped|ill-prepared|too\sweak|powerful\senough|strong\senough)\b"),
    ("capability", "lacks|lack|lacked", r"\s(?:the|a|an|both|any|either)\s"),
    ("significance", "matters|mattered", r"\b"),
    ("significance", "marks|marked|mark", r"\s(?:a|an|the)\s"),
    ("significance", "plays|play|played", r"\s(?:a|an|no|little)\s(?:\w+\s)?(?:role|part)\b"),
    ("significance", "has|have", r"\s(?:also\s|now\s|long\s)?(?:become|turned)\s(?:a|an|the|into|more|less|indispensable|increasingly|harder|easier)\b"),
    ("causal", "prompted|triggered|emboldened|exacerbated|deepened|accelerated|hastened|spurred", r"\s(?:the|a|an|its|their|his|by|both|\w+\s\w+)\b"),
    ("causal", "led|contributed|contributes|contribute", r"\s(?:\w+ly\s)?to\s(?:an?|its|their|more|less|greater|further)\b"),
    ("causal", "resulted|results|lies|lie|lay", r"\sin\sthe\b|\sin\sa\b|\sin\sits\b"),
    ("causal", "paved|paves", r"\sthe\sway"),
    ("causal", "gave|gives|given", r"\srise\sto"),
    ("causal", "stems|stem|stemmed|springs|derives", r"\s(?:\w+ly\s)?from\b"),
    ("causal", "explains|explain|explained", r"\s(?:a|the|why|much|part|how|its|their)\b"),
    ("causal", "depends|depend|depended|hinges|hinge|rests|rest|rested|turns", r"\s(?:now\s|less\s|more\s|largely\s|heavily\s|partly\s|above\sall\s)?on\b"),
    ("causal", "owes|owe|owed", r"\s(?:much|its|less|more|little|their|something)\b"),
    ("causal", "it", r"\sis\s(?:precisely|exactly|this|above\sall|the)\s[^,.;]{3,60}\s(?:that|which|who)\b"),
    ("causal", "made|makes|make|renders|rendered", r"\s[^,.;“”\"]{3,60}\s(?:more|less|harder|easier|impossible|possible|difficult|vulnerable|dependent|attractive|the\smost)\b"),
    ("interpretation", "has|have", r"\s(?:also\s|thus\s|already\s|in\sfact\s)?(?:replaced|overturned|upended|reversed|destroyed|moved\s(?:from|closer|away|on|beyond)|changed|transformed|undermined|weakened|strengthened|reshaped|exposed|eroded|shifted|altered|failed\sto|deepened|widened|narrowed|hardened)\b(?![^,.;]{0,40}[0-9])"),
    ("interpretation", "demonstrates|demonstrate|demonstrated|reflects|reflect|reflected|indicates|indicate|suggests|suggest|signals|signal|represents|represent|underlines|underline|underscores|underscore|underscored|highlights|highlight|highlighted|reveals|reveal|revealed|illustrates|illustrate|constitutes|constitute|exposes|exposed|betrays|embodies|embody|epitomises|epitomizes|symbolises|symbolizes|exemplifies|encapsulates|mirrors|echoes|vindicates|complicates|overlooks|ignores|obscures|masks|conceals|contradicts|undermines|undermine|erodes|blurs", OPENING + r"|\s[a-z]"),
    ("interpretation", "shows|show|showed|proves|prove|confirms|confirm|confirmed|means|mean|implies|imply", r"\s(?:that|how|the|a|an|little|nothing|less|much)\b"),
    ("interpretation", "amounts|amount|amounted", r"\sto\s(?!about|almost|nearly|around|more|some|roughly|[€$£]?[0-9])"),
    ("interpretation", "testifies|testify|points|point|pointed|speaks|attests|belongs|belong|boils|comes|came|leaves|left|lays|laid|bears|calls|stands|goes|serves|served|fits|fit|strips|plays|does|did|pays|falls|fell|offers|offered|gains?|gain|has|have|agrees|agree|boasts|amounts", r"\s(?:to\s(?:a\s(?:deeper|wider|broader|larger)|the\spast|how)|volumes|down\sto|bare\b|out\sthe|witness|into\squestion|in\sthe\sway\sof|beyond|as\sa\s(?:surprise|shock|relief|blow|reminder|warning|pretext|substitute)|into\sa\s(?:wider|broader|larger|familiar|pattern)|into\sthe\shands|little\b|nothing\b|much\sto|short\b|no\s(?:guarantee|alternative|substitute|illusion|choice|interest|appetite|clear)|few\s(?:options|friends|illusions|means)|everything\sto|the\supper\shand|a\slong\sway|on\s[^,.;]{3,40}\slittle)"),
    ("interpretation", "there", r"\s(?:is|are|was|were|seems)\s(?:little|no|every|good|nothing|scant|much|more|another)\s"),
    ("interpretation", "what", r"\s[^,.;:]{3,60}\s(?:is|are|was)\s(?!at\sstake)[a-z]"),
    ("interpretation", "it", r"\s(?:is|was|would\sbe|remains|seems)\s(?:therefore\s|thus\s|also\s|still\s|far\s|\w+ly\s)?(?:a\smistake|wrong|naive|premature|misleading|tempting|telling|striking|clear|obvious|evident|hard|difficult|easy|worth|doubtful|ironic|remarkable|significant|noteworthy|impossible|unlikely|less|not\senough)\b"),
    ("interpretation", "would", r"\sbe\s(?:a\smistake|wrong|naive|premature|misleading)\b"),
    ("comparison", BE, r"\s(?:by\sfar\s|arguably\s|perhaps\s)?the\s(?!(?:larg|high|old|long|tall|near|b|young|great|for|mod|hon|inter|w|harv|lat)est\b)(?:most|least|[a-z]{3,}est)\b"),
    ("perception", "would", r"\s(?:much\s)?rather\b"),
    ("perception", "feels|feel", r"\s(?:free|bound|obliged|sure|certain|confident|safe|entitled|ignored|slighted)\b"),
    ("perception", "i", r"\s(?:\w+ly\s)?(?:doubt|suspect|believe|think|fear|hope|wonder|would\s(?:not\s)?(?:bet|wager|argue|guess|say))\b(?![^.;]{0,80}\b(?:will|would|may|might|could)\b)"),
    ("reaction", "bristled|bristles|recoiled|seethed|fumed|chafed|chafes|winced|rejoiced|balked", r"\s(?:at|over|under|against|about)\b"),
    ("interpretation", "has|have|had", r"\s(?:since\s|already\s|now\s|long\ssince\s|also\s|largely\s|not\s|hardly\s|scarcely\s|barely\s)*(?:thawed|soured|cooled|warmed|frayed|faltered|withered|stalled|drifted|slipped|faded|ebbed|evaporated|collapsed\sin|unravelled|unraveled|deteriorated|worsened|improved|stood\sstill|lacked\sfor|gone\sunnoticed|paid\soff|come\sat|chosen\s(?!a\s(?:new|president|leader|successor))|played\sa|mattered|backfired|helped|budged|moved\son)\b(?![^,.;]{0,30}[0-9])"),
    ("interpretation", "got|gets|get|received|won|gained|earned", r"\s(?:precious\s|very\s|surprisingly\s)?(?:little|nothing|less|almost\snothing)\b"),
    ("interpretation", "tells|tell|told", r"\s(?:you|us|one)\s(?:most|much|all|a\slot|a\sgreat\sdeal|everything|something|little|nothing|more)\b"),
    ("interpretation", "shows|show|showed", r"\s(?:no|little|few|every)\s(?:sign|interest|appetite|inclination|desire|haste|hurry|mercy|remorse)"),
    ("interpretation", "foots|foot|bears|bear|pays|pay", r"\sthe\s(?:bill|brunt|cost|burden)\b"),
    ("interpretation", "offers|offer|provides|gives", r"\s(?:an?|no|little|another)\s(?:\w+\s)?(?:occasion|opportunity|chance|opening|lesson|glimpse|way\sout|excuse|pretext|clue|hint|comfort|consolation|solace|hope|answer|guide|model|warning)\b"),
    ("interpretation", "is|are", r"\s(?:\w+ly\s)?(?:discovering|learning|finding\sout|waking\sup|coming\sround|beginning\sto\s(?:see|realise|realize|understand|look|feel|show)|playing|betting|gambling|hedging|bluffing|stalling|digging\sin)\b"),
    ("interpretation", "less|more|most|least", r"\s(?:\w+\s)?(?:noticed|known|discussed|obvious|clear|visible|striking|worrying|important|telling|surprising|remarkable|interesting)\s(?:is|are|was|were)\b"),
    ("interpretation", "answer|response|strategy|approach|reaction|remedy|recipe", r"\s(?:to\s[^,.;]{3,40}\s)?(?:has\sbeen|was|is)\s(?!to\b|[^,.;]{0,30}[0-9])[a-z]"),
    ("interpretation", "is|are|was|were", r"\snot\s[^,.;“”\"]{3,60}[;:]\s(?:it|they)\s"),
    ("interpretation", "changed|transformed|reshaped|altered", r"\s(?:how|the\sway|everything|nothing|little|the\s(?:rules|terms|calculus|equation|game|balance|nature|character|tone|debate))\b"),
    ("interpretation", "barely|hardly|scarcely", r"\s(?:moved|changed|mattered|noticed|helped|matters|helps|budged|a\w+)\b"),
    ("interpretation", "that|this", r"\sis\s(?:progress|an?|no|not|of|also|hardly|only|little|precisely|good|bad|cold)\b"),
    ("comparison", BE, r"\s(?:far\s|much\s|also\s)?(?:less|more)\s[^;:.“”]{3,80}?\sthan\s"),
    ("comparison", "no", r"\s[^,.;]{3,60}\s(?:better|more|worse|harder|deeper)\s[^,.;]{0,40}than\b"),
    ("comparison", "in", rf"\sthe\s(?:most|least|{NO_SUPERLATIVE}[a-z]{{4,}}est)\s"),
    ("interpretation", "is|are|was|were", r"\snot\s[^;.“”]{3,80}?\s(?:but|so\smuch\sas)\s|\s[^,;.“”]{3,60}\srather\sthan\s|\sbeing\s(?:drawn|pulled|pushed|dragged|squeezed|torn|tested)\b|\s(?:caught|torn)\sbetween\b|\spaying\sthe\sprice"),
    ("interpretation", "puts|put|poses|pose|posed|faces|face|faced|casts|cast|tips|tipped|shifts|shifted|sets|set|sends|sent|drives|drove|buys|bought|cuts|finds|find|found|walks|strikes|sits|gives|give|gave", r"\s(?:[^,;.“”]{2,40}\s)?(?:pressure\son|in\san?\s(?:bind|difficult|awkward|weak|strong)|(?:a|another|the\ssame)\s(?:\w+\s)?(?:threat|challenge|dilemma|problem|risk|question|precedent|message|signal|wedge|tightrope|blow|pretext|excuse|lever)|doubt|(?:the|a\snew)\sbalance|leverage|time\b|both\sways|itself|themselves|at\sthe\sheart|uneasily|the\supper\shand|a\sfree\shand|room\sfor)"),
    ("interpretation", "heralds|herald|heralded|spells|suits|ushers|ushered|invites|rewards|punishes|tests|blunts|dwarfs|defies", r"\s[a-z]"),
    ("interpretation", "has|have|had", r"\s(?:every|good|little|no|some)\s(?:reason|choice|interest|incentive|appetite|room|option|leverage|alternative|influence|patience|cause)\b"),
    ("interpretation", "has|have|had", r"\s(?:also\s|already\s|long\s|now\s)?(?:lost\s(?:(?:its|their|his)\s(?!li|job|home|seat)|interest|ground|control|credibility|patience|momentum)|tied\s(?:its|his|their)|staked|brought\s[^,.;]{3,40}\s(?:together|closer|back)|split|revived|restored|buried|run\sout|closed\sthe\sdoor|opened\sthe\s(?:way|door)|no\s(?:answer|plan|strategy|illusions|allies|friends|leverage))\b"),
    ("evaluation", "came|comes|come", r"\s(?:far\s)?(?:too\s(?:late|early|soon)|close\sto|at\san?\s(?:bad|difficult|delicate|awkward|good|high)|at\sthe\s(?:expense|price))\b"),
    ("evaluation", "makes|made|make", r"\s(?:no|little|perfect|good|some)\s(?:sense|difference|secret)\b"),
    ("comparison", "more|less|better|worse", r"\sthan\s(?:they|any|ever|before|it\s\w+|he|she)\b"),
    ("comparison", "rather", r"\sthan\s(?!more|less|[0-9])\w"),
    ("interpretation", "favours|favors|favour|favor", r"\s(?:the|those|its|neither|nobody)\b"),
    ("causal", "only|precisely|largely|partly|mainly|chiefly|simply", r"\sbecause\b"),
    ("causal", "drives|drove|fuels|shapes|dictates|determines|governs", r"\s(?:the|this|their|its|his|much|both)\b"),
    ("interpretation", "this|that|here", r"\sis\s(?:also\s|precisely\s|exactly\s)?(?:where|why|how|what|because|the\s(?:point|reason|problem|real|heart|key|price|paradox|irony))\b"),
    ("interpretation", "the", r"\s(?:real|true|central|decisive|deeper|underlying|crucial|bigger|larger|main|only)\s(?:\w+\s){0,2}?(?:issue|question|problem|danger|test|reason|cause|winners?|losers?|challenge|obstacle|risk|point|lesson|difference|prize|aim|target|motive|story|puzzle|weakness|strength)\s(?:\w+\s)?(?:is|are|was|were|lies|remains)\b"),
    ("interpretation", "the", r"\s(?:lesson|question|problem|point|irony|paradox|danger|trouble|difficulty|winners?|losers?|stakes|upshot|message|logic|temptation)\s(?:here\s|now\s|for\s[^,.;]{3,40}\s)?(?:is|are|was|were|could|remains|lies)\b"),
    ("evaluation", "achieved|achieves|achieve", r"\s(?:next\sto\snothing|little|nothing|much|something|almost\snothing|less|more)\b"),
    ("causal", "owes|owe|owed", r"\s(?![^,.;]{0,25}[0-9])\w[^,.;]{2,50}\sto\b"),
    ("interpretation", "is|are", r"\s(?:\w+ly\s)?(?:shrinking|fading|waning|crumbling|eroding|fraying|wearing\sthin|running\sout|losing|winning|gaining\sground|slipping|at\s(?:an?|its|their)\s(?:\w+\s)?(?:lowest|crossroads|impasse|standstill|dead\send))\b"),
    ("interpretation", "confirmed|confirms|cemented|cements|strengthened|strengthens|weakened|weakens|enhances|enhanced|damaged|damages", r"\s(?:his|her|its|their|the)\s(?:\w+\s)?(?:role|position|status|claim|image|fear|fears|impression|standing|hand|reputation|credibility|authority|influence|case)\b"),
    ("interpretation", "behind|beneath|underneath", r"\s[^,.;]{3,40}\s(?:lies|lie|stands|stand|lurks|hides)\s"),
    ("interpretation", "appears|appear|seems|seem|seemed|appeared", r"\sto\s(?:be|have|prefer|want|favour|favor|reflect|suggest|signal|aim|believe|accept)\b"),
    ("interpretation", "dealt|deals|struck", r"\s(?:a|another)\s(?:\w+\s)?blow\b"),
    ("evaluation", "stand|stands|stood", r"\sto\s(?:gain|lose|benefit|win)\b"),
    ("interpretation", "tell|tells|told", r"\s(?:a\s(?:different|similar)|another|their\sown|its\sown)\s(?:story|tale)\b"),
    ("capability", "neither", r"\s[^,.;]{2,40}\s(?:can|is\s(?:able|in|ready|willing|keen)|has\s(?:the|much|an?)|wants|trusts|seems|looks|feels)\b"),
    ("evaluation", "differ|differs|diverge|diverges|vary|varies", r"\s(?:widely|sharply|greatly|considerably)\b"),
    ("evaluation", "suffers|suffer|suffered", r"\sfrom\b"),
    ("evaluation", "has|have|had", rf"(?:\s(?:so\sfar|long|always|also|already|thus|now|hardly|scarcely|never|not))*\sbeen{DEGREE}\s(?:{ADJECTIVES}|{NOUNS})\b(?!-)"),
    ("evaluation", BE, r"\s(?:[a-z-]+,\s){1,3}[a-z-]+\sand\s(?:\w+ly\s)?[a-z-]+$|\s(?:an?|the|no)\s[a-z-]+(?:\s[a-z-]+)?,\snot\s(?:an?|the|its|their|his)\s"),
    ("evaluation", "is|are|was|were", r"\s(?:\w+ly\s)?(?:right|ahead\sof|behind\sthe|at\sodds\swith|out\sof\stouch|out\sof\sstep|disputed|contested|debatable|anyone[’']s\sguess|beside\sthe\spoint|front-runners?|the\sfront-runner|plain\b|easy\sto|no\ssecret|no\swonder|beyond\sdoubt)"),
    ("comparison", BE, r"\s(?:even\s|far\s|much\s|rather\s|somewhat\s|also\s)?(?:less|more)\s(?!than\b|of\b|and\b|[0-9])[a-z-]{5,}(?=[.,;:]|\sabout\b|\s?$|\sin\b|\stowards?\b)"),
    ("comparison", "the", rf"\s(?:most\s[a-z-]+|{NO_SUPERLATIVE}(?!(?:larg|high|old|long|tall|near|young)est\b)[a-z]{{4,}}est)\s[^,.;:“”]{{2,60}}?\s(?:comes?|came|has|have|lies|lay|is|are|was|were|remains?|belongs?|goes|went)\b"),
    ("comparison", "suffers|suffer|gains|gain|loses|lose|benefits|benefit|profits|profit", r"\s(?:more|most|less|least|twice)\b"),
    ("interpretation", "has|have|had", r"\s(?:not|never)\s\w+(?:ed|en|t)\s(?:a\ssingle|any\s|one\b)"),
    ("interpretation", "there", r"\s(?:is|was|are|were)\s(?:almost|hardly|scarcely|precious|next\sto|barely|nothing|not\smuch)\s"),
    ("interpretation", "in|on", r"\s(?:truth|reality|practice|theory|paper|essence|short|hindsight)\b(?=,|\s(?:the|its|it|they|he|she|but|and|this|that|[A-Za-z]\w+\s(?:is|are|has|have|never|always|still|answers?|remains?)))"),
    ("evaluation", "has|have|had", r"\s(?:rarely|never|seldom)\s(?:been\s(?:so|more|less|[a-z]{3,}er)\b|looked|seemed)"),
    ("interpretation", "leaves|left|leave", r"\s[^,.;]{2,50}\swith\s(?:few|little|no|only|nothing|less|more)\b"),
    ("interpretation", "problem|dilemma|weakness|strength|mistake|trouble|difficulty|tragedy|advantage|dilemmas|priority|concern|calculation|calculus|bet|gamble|wager|hope|fear|goal|interest", r"\s(?:here\s|now\s|for\s[^,.;]{3,40}\s)?(?:is|was|remains|lies)\s(?!to\b|[^,.;]{0,30}[0-9])[a-z]"),
    ("evaluation", "may|might|could", r"\s(?:well\s|yet\s)?be\sthe\s(?:most|least|best|worst|only|last|[a-z]{3,}est)\b"),
    ("interpretation", "is|was", r"\s(?:really\s|mostly\s|largely\s|less\s|only\s)?about\s(?!to\b|[0-9])[a-z]"),
    ("evaluation", "could", r"\s(?:hardly|scarcely|not|barely)\sbe\s(?:worse|better|clearer|higher|lower|more|less|[a-z]+er)\b"),
    ("evaluation", "would", r"\sbe\s(?:wise|unwise|well\sadvised|better\soff|foolish|rash|folly|right|wrong)\b"),
    ("evaluation", "play|plays|played|goes|go|went|sits|sit", r"\s(?:well\b|badly\b|down\s(?:well|badly)|too\sfar|far\sbeyond|uneasily)"),
    ("interpretation", "there", r"\s(?:is|are)\s(?:two|three|several|other)\s(?:ways|reasons|sides|explanations|readings|schools)\b"),
    ("evaluation", "remains|remain", r"\san?\s(?![^,.;]{0,40}[0-9])[a-z]"),
    ("interpretation", "is|are|was|were", r"\s(?:\w+ly\s)?(?:trapped|stuck|boxed\sin|cornered|hemmed\sin|hamstrung|paralysed|paralyzed|doomed|wedded\sto|hostage\sto|sleepwalking|drifting|sliding|stumbling|lurching|inching|heading\sfor|long\son|short\son|widening|narrowing|growing\s(?:thin|restless|impatient)|showing\s(?:its|their|signs)|new\b|old\snews|no\sstranger)\b"),
    ("interpretation", "hold|holds|held|keeps|keep", r"\s(?:the\s(?:stronger|weaker|better|upper|whip|key|cards|aces)|better\sthan|all\sthe\scards|few\scards)\b"),
    ("comparison", "better|worse|longer|faster|slower|sooner", r"\sthan\s(?:most|many|anyone|expected|feared|anybody|the\s)\b"),
    ("interpretation", "reads|read|looks|look|feels|sounds|sound", r"\s(?:more\s|less\s)?like\s"),
    ("interpretation", "smells|smell|dies|die|learned|learnt|knows|know", r"\s(?:blood|hard\b|[^,.;]{2,40}\sthe\shard\sway|how\sto\swait|better\b|full\swell|perfectly\swell)"),
    ("interpretation", "only|itself|themselves|himself", r"\s(?:itself|themselves|himself)?\s?to\sblame\b"),
    ("interpretation", "no", r"\sone\sshould\b"),
    ("evaluation", "must", r"\s(?:also\s|now\s|therefore\s|not\s|first\s|instead\s|\w+ly\s)?(?:step\sup|decide|choose|learn|prepare|rethink|recogni[sz]e|confront|adapt|tread|reckon|accept|balance|avoid|act|prove|weigh|navigate|reconcile|tackle|address|seize|resist|brace|walk)\b(?![^,.;]{0,60}[0-9])"),
    ("interpretation", "has|have|had", r"\s(?:also\s|further\s|since\s|greatly\s|\w+ly\s)?(?:intensified|escalated|been\s(?:recalculating|reassessing|rethinking|weighing|at\sodds|quick\sto|slow\sto|careful|keen|forced\sto)|reached\s(?:new|an?\s(?:impasse|new|deadlock))|put\s[^,.;]{3,40}\sat\srisk)\b"),
    ("interpretation", "increased|increases|expanded|expands|consolidated|consolidates|bolstered|bolsters|cemented|boosted|boosts|reinforced|reinforces|diminished|diminishes|undercut|undercuts", r"\s(?:its|their|his|her|(?:the\s)?[\w-]+[’']s?)\s(?:\w+\s){0,2}(?:influence|presence|position|role|footprint|foothold|leverage|grip|ties|standing|hand|credibility|clout|weight|profile)\b"),
    ("reaction", "heightens|heightened|deepens|deepened|fuels|fuelled|fueled|feeds|stokes|increases|aggravates|exacerbates|eases|eased|dampens|triggering|sparking|fuelling|fueling|stoking|heightening|raising", r"\s(?:the\s|its\s|their\s|new\s|further\s)?(?:[\w-]+[’']s?\s)?(?:\w+\s)?(?:apprehensions?|fears|concerns?|anxiet(?:y|ies)|worries|suspicions?|tensions?|resentment|mistrust|distrust|hopes|expectations|rivalr(?:y|ies)|divisions?|uncertainty|instability)\b"),
    ("interpretation", "further|thereby|thus", r"\s(?:escalating|complicating|eroding|weakening|straining|deepening|isolating|undermining|strengthening|limiting|reducing)\b"),
    ("reaction", "particularly|especially|equally|most", r"\s\w+ing\s(?:for\s[^,.;]{2,40}\s)?(?:is|are|was)\b"),
    ("perception", "is|are", r"\s\w+ly\s(?:watching|observing|monitoring|eyeing|following|aware|convinced|persuaded|suspicious|concerned|interested)\b"),
    ("perception", "appeared|appears|appear|seems|seem|seemed", r"\sto\s(?!be\s(?:in|at|on)\b)[a-z]+\b(?!\s(?:in|at|on)\s[0-9])"),
    ("interpretation", "coincides|coincide|dovetails|clashes|clash|chimes|overlaps|contrasts|conflicts|squares|sits", r"\s(?:\w+ly\s)?(?:oddly\s)?with\b"),
    ("interpretation", "there", r"\s(?:is|are)\s(?:also\s|now\s)?(?:signs?|indications?|fears|hopes|doubts|concerns|growing|mounting|a\s(?:growing|real|deep|clear|widespread)|evidence|reason|room)\b"),
    ("capability", "needs|need", r"\s(?!to\sbe\b|(?:this|next|every|each)\s|[^,.;]{0,40}[0-9])[a-z]"),
    ("causal", "makes|made|make|making", r"\s(?:this|it|that|them|him|her)\s(?:an?|the|even|all\sthe)\s"),
    ("interpretation", "this|that|which|move|visit|meeting", r"\s(?:comes|came)\s(?:as|amid|amidst|at\sa\stime|against)\b"),
    ("interpretation", "goes|go|went", r"\s(?:well\s|far\s)?beyond\b"),
    ("reaction", "a|an", r"\s(?:step|move|decision|gesture|concession|remark|silence|sign)\s(?:that|which)\s(?:\w+ly\s)?(?:enraged|angered|infuriated|alarmed|pleased|irritated|surprised|shocked|reassured|unsettled|dismayed|offended|delighted|puzzled)\b"),
    ("reaction", "troubles|worries|irks|galls|frightens|haunts|unsettles|alarms|angers|infuriates|irritates", r"\s[^,.;]{2,40}(?:\s(?:even|still|far))?(?:\smore)?(?=[.,;]|\s?$)"),
    ("interpretation", "combines|combine|blends|blend|pairs", r"\s[^,.;]{2,40}\swith\b"),
    ("interpretation", "places|place|puts|put", r"\s[^,.;]{2,50}\s(?:at|in)\sthe\s(?:cent(?:er|re)|heart|middle|hands|shadow|front\sline)\b"),
    ("interpretation", "prefer|prefers", r"\s[^,.;]{2,40}\sto\s(?!be\b|see\b|the\s)"),
    ("interpretation", "pay|pays", r"\sthe\sprice\b"),
    ("perception", "come", r"\sto\s(?:treat|see|regard|view|accept|rely|depend|believe|fear|resent)\b"),
    ("causal", "explains", r"\s(?:both|more|less|most|neither)\b"),
    ("interpretation", "few|nobody|none|many|most", r"\s(?:(?:in|of|among|outside|at)\s(?:the\s)?[A-Za-z]\w+\s)?(?:\w+ly\s|really\s|seriously\s)?(?:doubts?|disputes?|denies|deny|believes?|trusts?|expects?)\b"),
    ("evaluation", "outweigh|outweighs|outweighed|backfired|backfires", r"\b"),
    ("evaluation", BE, rf"{DEGREE}\s(?:{ADJECTIVES})\b(?!-)|{DEGREE}(?:\s[a-z-]+)?\s(?:{NOUNS})\b|\s(?:\w+ly\s)?{SEEN}|\s(?:{PHRASES})"),
    ("comparison", "has|have|had", rf"(?:\s\w+ly)?\sbeen\s(?:by\sfar\s)?the\s(?:most|least|{NO_SUPERLATIVE}[a-z]{{4,}}est)\s(?![^,.;]{{0,30}}[0-9])"),
    ("evaluation", "may|might", r"\s(?:well\s)?(?:sound|seem|look)\s(?!like\b|at\b|for\b|to\b)(?:\w+ly\s)?[a-z]+\b"),
    ("interpretation", "rarely|seldom", r"\s[a-z]{4,}(?<!ed)(?<!en)(?<!n[et])\b(?![^.;]{0,40}[0-9])"),
    ("interpretation", "chief|real|true|main|central|greatest|biggest|worst|best|only|first|great", r"\s(?:audience|merit|virtue|vice|purpose|use|value|advantage|drawback|flaw|fault|sin|gift|weapon|asset|card|argument|appeal|attraction|talent|skill|concern|worry|interest|ambition|enemy|rival|foe|friend|fear|test|threat|legacy|achievement|failure|contribution|novelty|casualty|beneficiar(?:y|ies)|losers?|constraint|worth)\s(?:\w+\s)?(?:is|are|was|lies|lay|sits|sat|remains)\b"),
    ("interpretation", "has|have|had", r"\s(?:also\s|already\s|long\s|now\s|thus\s|\w+ly\s)?(?:swapped|traded\s(?:one|its|their|his)|squandered|mistaken|confused|outlived|outgrown|overplayed|underestimated|overestimated|misread|miscalculated|misjudged|lear(?:ned|nt)\s(?:to|how|little|nothing)|perfected|mastered|painted\s(?:itself|himself|themselves)|bought\s(?:itself|himself|themselves)|turned\sout|grown\s(?:used|weary|tired|fond|accustomed|dependent|wary|impatient|bolder)|fallen\s(?:short|behind|flat|prey)|hollowed|poisoned|embraced|discredited|paralysed|paralyzed|polarised|polarized|blurred|laid\sbare|stripped|robbed|dented|tarnished|overshadowed|eclipsed|borne\s(?:out|fruit)|shown\s(?:that|how|little|no|the)|proved\s(?:that|to|a|an|\w+ly|more|less)|come\sto\s(?:see|regard|rely|depend|treat|accept|resemble|mean|symbolise|symbolize))\b(?![^,.;]{0,30}[0-9])"),
    ("evaluation", "would", r"\scall\s(?:that|this|it)\b"),
    ("perception", "side|sides|camp|camps|both|neither|each", r"\s(?:sides?\s|camps?\s)?(?:thinks?|believes?|assumes?|calculates?|senses?|suspects?)\s(?:that|the|it|they|time)\b"),
    ("interpretation", "augurs|bodes|reeks|smacks|verges|flatters|haunts|eclipses|overshadows|outpaces|outstrips|languishes|festers|smoulders|looms|lurks|thrives|withers|teeters|wobbles|stagnates|tempts|belies|hobbles|stifles|hampers|hinders|strains|betrays|evokes|resembles|resemble|prevails|reigns|abounds|abound|endures|pales|loom|lurk|thrive|fester|flourishes|emboldens|begets|breeds", r"\b(?![^,.;]{0,30}[0-9])"),
    ("interpretation", "begs|begged|misses|missed|raises", r"\sthe\s(?:question|point)\b"),
    ("interpretation", "runs|run|ran|rings|rang|cuts|cut", r"\s(?:deep|counter|hollow|thin|both\sways)\b"),
    ("interpretation", "comes|come|came", r"\s(?:cheap\b|dear\b|at\sa\s(?:price|cost)|with\s(?:strings|a\sprice|risks)|(?:easily|naturally)\b|second\b|as\sno\s)"),
    ("interpretation", "carries|carry|carried", r"\s(?:weight|risks|a\s(?:\w+\s)?(?:risk|price|cost|message|warning))\b"),
    ("interpretation", "patience|trust|confidence|goodwill|momentum|enthusiasm|appetite|hope|optimism|solidarity|unity|sympathy", r"\s(?:(?:in|with|for|among|between)\s[^,.;]{2,30}\s)?(?:is|are|has|have)\s(?:\w+ly\s|now\s|already\s)?(?:wearing|running|growing|ebbing|fading|evaporated|vanished|in\sshort|scarce|thin|low|lost|back|gone|limited|dwindling|fragile|fraying|eroding)\b"),
    ("interpretation", "nobody|none", r"\s(?:(?:in|of|among|outside)\s[^,.;]{2,30}\s)?(?:has\s\w+\sas|is\s|can\s|seems\s|dares\s)"),
    ("evaluation", BE, r"\s(?:far\s|much\s)?too\s[a-z]+\s(?:to|for)\b"),
    ("interpretation", "is|are", r"\s(?:perhaps\s|exactly\s|just\s)?(?:what|how|why)\s(?!the\b)(?:[a-z]+\s){1,4}"),
    ("interpretation", "lies|lie|sits|hangs|stands", r"\s(?:becalmed|dormant|in\s(?:ruins|tatters|limbo|pieces|wait|the\s(?:balance|details?|shadows?))|at\sthe\s(?:heart|root|core))\b"),
    ("interpretation", "what", r"\s(?:began|started|looked|seemed|was\smeant|was\ssold)\s(?:out\s)?(?:as|like|to\sbe)\b"),
    ("interpretation", "is|are|was|were", r"\s(?:as\smuch|not\sonly|no\smore|nothing\slike|nowhere\snear|one\sthing|the\ssort|the\skind|every\sbit|half\sthe)\b"),
    ("interpretation", "smells|smelled|smelt", r"\sof\s[a-z]"),
    ("interpretation", "all", r"(?<=for\sall)\s(?:its|his|her|their|the)\s[^,.;]{2,50},\s(?![^.;]{0,60}[0-9])"),
    ("evaluation", BE, r"\s(?:\w+ly\s)?(?:poor\sin|long\son|short\s(?:on|of)|awash|steeped|mired|bereft|devoid|starved\sof|rife|thick\swith|heavy\swith|skin-deep|paper-thin|wafer-thin|half-baked|tone-deaf|threadbare|wishful|understandable|forgivable|unforgivable|inexcusable)\b(?![^,.;]{0,30}[0-9])"),
    ("interpretation", "punches|punch|punched", r"\s(?:well\s|far\s)?(?:above|below)\b"),
    ("interpretation", "not", r"(?:(?<=and\snot)|(?<=but\snot))\s(?:the|a|an|its|merely|just|only)\s[^.;]{2,50}$"),
    ("interpretation", "only", r"\s(?:itself|themselves|himself|herself)\sto\s(?:blame|thank)\b"),
    ("evaluation", "came|comes|come", r"\s(?:[a-z]+\s){1,3}too\s(?:late|early|soon)\b"),
    ("evaluation", "overplayed|overplays|underestimated|underestimates|overestimated|overestimates|misread|misreads|miscalculated|misjudged|misjudges|squandered|squanders|botched|bungled|fumbled|mishandled|flunked|blundered|dithered|dithers|flinched|blinked|overreached|caved", r"(?:\s(?:its|his|her|their|the|a|an|into|at|in|on|over)\b|(?=[.,;]|\s?$))"),
    ("evaluation", "that|this|it", r"\s(?:is|was)\sthe\s(?:easy|hard|good|bad|best|worst|rub|catch|trouble|theory|tragedy|danger|whole)\b"),
    ("comparison", "trumps|outranks|tramples|devours|outshines|wavers|wanders", r"\b(?![^,.;]{0,30}[0-9])"),
    ("interpretation", "lesson|lessons|chance|opportunity", r"\s(?:of\s[^,.;]{2,40}\s)?(?:has|have|was|were)\s(?:\w+\s)?(?:not\s)?(?:been\s)?(?:learned|learnt|lost|forgotten|missed|squandered|wasted)\b"),
    ("interpretation", "talks|acts|behaves|thinks|fights|governs|votes|talk|act|behave|think|fight|govern", r"\slike\s(?:a|an|the)\b"),
    ("evaluation", "deserves|deserve|merits|merit|warrants|warrant", r"\s(?:a|an|the|more|better|credit|praise|blame|scrutiny|some|much|no|to)\b"),
    ("evaluation", "would", r"\sdo\swell\sto\s[a-z]+"),
    ("evaluation", "need|needs", r"\s(?:not|only)\s[a-z]+"),
    ("evaluation", "it", r"\s(?:is|was)\s(?:high\s|about\s)?time\s(?:to|for|that)\b"),
    ("interpretation", "little|small|no", r"\swonder\b"),
    ("interpretation", "so", r"\smuch\sfor\s"),
    ("evaluation", "falls|fall|fell", r"\s(?:well\s|far\s)?(?:short|apart|flat)\b(?![^,.;]{0,30}[0-9])"),
    ("interpretation", "speaks|speak", r"\sfor\s(?:itself|themselves)\b"),
    ("interpretation", "leaves|left", r"\s(?:much|little|a\slot|nothing)\sto\b"),
    ("interpretation", "at", r"\s(?:bottom|heart)\s[^.;]{3,}"),
    ("evaluation", "would|could", r"\sbe\s(?:hard|harder|easy|easier)\s(?:pressed|put|to)\b"),
    ("interpretation", "amid|despite|behind", r"\sall\s(?:the|this|that|its)\s[a-z]+"),
    ("interpretation", "mistake|mistakes|mistook|confuse|confuses|confused", r"\s[^,.;]{2,40}\s(?:for|with)\b"),
    ("evaluation", "never|hardly|scarcely", r"\s(?:stood|had|stands)\sa\s(?:chance|hope|prayer)\b|\sadd(?:ed|s)?\sup\b"),
    ("evaluation", "not", r"\sadd\sup\b"),
    ("interpretation", "caught|catches|found|left|leaves", r"\s[^,.;]{2,40}\s(?:asleep|off\sguard|off\sbalance|unprepared|exposed|flat-footed|wanting|cold|speechless|reeling|stranded)\b"),
    ("interpretation", "drag|drags|dragging|dragged", r"\s(?:its|his|her|their)\sfeet\b"),
    ("interpretation", "have|has|having", r"\sit\sboth\sways\b"),
    ("comparison", BE, r"\s(?:\w+ly\s|far\s|much\s)?(?!(?:high|low|larg|bigg|small|old|young|long|short|lat|earli|great|oth|rath)er\b)[a-z]{3,}er\sthan\b|\s[\w’]+[’']s?\s(?:best|worst|greatest|biggest|last|only|main|true)\s[a-z]"),
    ("interpretation", "can|could|may|might|should", r"\s(?:also\s|therefore\s|thus\s|best\s|hardly\s|\w+ly\s)?be\s(?:\w+ly\s)?(?:evaluated|interpreted|considered|regarded|seen|read|viewed|described|characteri[sz]ed|assessed|understood|defined|perceived)\s(?:as|in)\b"),
    ("interpretation", "it", r"\s(?:can|may|could|must)\s(?:also\s|therefore\s|thus\s)?be\s(?:said|argued|stated|seen|observed|concluded|noted|claimed|emphasi[sz]ed)\sthat\b|\sis\s(?:seen|observed|understood|noteworthy|remarkable|significant|thought|evaluated)\sthat\b"),
    ("interpretation", "it", r"\swould\s(?:nevertheless\s|however\s|also\s|still\s|therefore\s|thus\s)be\s(?:a\smistake|wrong|naive|premature|misleading|unrealistic|incorrect|difficult|hard)\b"),
    ("interpretation", "opened|opens|turned|turns|started|begins", r"\s(?:up\s)?(?:a|the)\s(?:new\s)?(?:page|chapter|era|phase|period)\b"),
    ("interpretation", "gained|gains|gaining|acquired|acquires", r"\s(?:a\s(?:new|further|strategic|different|special)\s(?:dimension|character|meaning|importance|significance|impetus)|(?:new\s)?(?:momentum|impetus|importance|significance))\b"),
    ("interpretation", "brought|brings|bring", r"\s(?:[^,.;]{2,50}\s)?(?:once\sagain\s)?(?:to\slight|to\sthe\s(?:fore|agenda|surface|forefront)|closer\stogether)\b"),
    ("interpretation", "constitutes|constitute|constituted", r"\s(?:the|a|an|one|another)\b"),
    ("perception", "attaches|attach|attached", r"\s(?:\w+\s)?(?:importance|priority|value|significance|weight)\b"),
    ("significance", "turned|turns|turning|evolved|evolves", r"\sinto\s(?:the|a|an|one)\b(?![^,.;]{0,40}[0-9])"),
    ("significance", "is|are", r"\s(?:\w+ly\s)?(?:becoming|turning\sinto|emerging\sas)\s(?:a|an|the|more|less|one|increasingly)\b"),
    ("significance", "occupies|occupy|occupied", r"\san?\s(?:\w+\s)?(?:place|position)\b"),
    ("perception", "considers|consider|sees|see|regards|regard", r"\s(?:itself|himself|themselves|herself)\b"),
    ("interpretation", "is|are|was|were", r"\s(?:going|passing)\sthrough\b|\sundergoing\b"),
    ("capability", "cannot", r"\sbe\s(?:\w+ly\s)?(?:achieved|reached|secured|solved|resolved|separated|ignored|overlooked|understood|explained|sustained|taken\sfor\sgranted|established|ensured|evaluated|considered)\b"),
    ("perception", "found|finds|find", r"\s[^.;]{2,60}\s(?:excessive|unacceptable|insufficient|inadequate|acceptable|premature|unrealistic)\b"),
    ("interpretation", "has|have|had", r"\s(?:one|a|an|two)\s(?:\w+\s)?(?:flaw|snag|catch|drawback|virtue|weakness|defect|blind\sspot|problem)\b"),
    ("interpretation", "prize|price|catch|snag|upside|downside|trick", r"\s(?:is|was|lies)\s(?!to\b|[^,.;]{0,30}[0-9])[a-z]"),
)  # fmt: skip
_BY_WORD: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
for _kind, _words, _after in _ROWS:
    for _word in _words.split("|"):
        _BY_WORD.setdefault(_word, []).append((_kind, re.compile(_after)))
_ANY_AFTER = {
    word: re.compile("|".join(after.pattern for _, after in each)) for word, each in _BY_WORD.items()
}
"""What may follow each word in one pattern: most often nothing of it does."""
_RELATIVES = (" that ", " which ", " who ")


_PURPOSES = listed(
    "represent|show|suggest|see|reflect|indicate|signal|highlight|underline|prove|mean|explain|treat|view|regard|consider|perceive|raise|increase"
    "|reveal|illustrate|mark|play|underscore|serve|offer"
)
_NOUNS_TOO = listed(
    "need|needs|hope|hopes|fear|fears|worry|worries|show|shows|aim|aims|view|views|mark|marks|response|concern"
)
_BEFORE_NOUN = (
    " the ",
    " a ",
    " in ",
    " no ",
    " any ",
    " their ",
    " its ",
    " his ",
    " her ",
    " of ",
    " an ",
    " with ",
    " light ",
    " this ",
)


def _is_purpose_or_noun(lower: str, word: str, at: int) -> bool:
    """Whether a word tells what something is for, or is a noun: `to represent water`, `the need for calm`."""
    if (
        word in _PURPOSES
        and lower.endswith((" to ", "\xa0to "), 0, at)
        and not lower.endswith(_COMING, 0, at)
        and at > 4
        and lower[at - 5] != "."
    ):
        return True
    return word in _NOUNS_TOO and word not in _VERDICTS and lower.endswith(_BEFORE_NOUN, 0, at)


_COMING = (" come to ", " came to ", " seem to ", " seems to ", " appear to ", " appears to ")
_VERDICTS = frozenset({"response", "concern"})


def word_of_judgment(passage: Passage, start: int, end: int) -> tuple[str, int, int] | None:
    """Return the kind of the first word of interpretation between two offsets, and where it begins and ends."""
    lower = passage.lower
    for word, at in passage.words_among(_BY_WORD.keys(), start, end):
        if _is_purpose_or_noun(lower, word, at):
            continue
        if word.startswith("confirm") and lower.endswith("not ", 0, at):
            continue
        if _ANY_AFTER[word].match(lower, at + len(word), end) is None:
            continue
        for kind, after in _BY_WORD[word]:
            if kind == "intent" and lower.endswith(_RELATIVES, 0, at):
                continue
            if match := after.match(lower, at + len(word), end):
                return kind, at, match.end()
    return None
