"""Verbs that the table of happenings does not know, but that tell one where somebody did it on some day."""

from __future__ import annotations

from geodb.sources.article.extract.language.words import listed
from geodb.sources.article.extract.statements.speech_verbs import ACTS

_LEAST = 5
_NO_ACTS = listed(
    "reacted|prepared|determined|inclined|opposed|committed|encamped|located|situated|celebrated|scored|showed|accounted|added|affected|aimed|allowed|amounted|appeared|argued|asked|assumed|attempted|averaged|based|believed|belonged"
    "|benefited|caused|changed|claimed|climbed|compared|concerned|considered|consisted|contained|continued|contracted|contributed"
    "|counted|covered|decided|declined|decreased|depended|described|deserved|desired|deteriorated|differed|discussed|dominated|doubled"
    "|dropped|earned|eased|emerged|employed|enabled|encouraged|enjoyed|ensured|exceeded|existed|expanded|expected|experienced|exceeded"
    "|faced|failed|favoured|favored|feared|featured|followed|fuelled|fueled|gained|generated|granted|grounded|happened|helped|hoped|hundred"
    "|ignored|improved|included|increased|indicated|influenced|insisted|intended|intensified|invested|involved|jumped|kindred|lacked|lagged"
    "|lasted|learned|liked|lived|looked|loved|maintained|managed|marked|mattered|measured|missed|moved|needed|noticed|numbered|occurred"
    "|offered|operated|owed|owned|peaked|permitted|planned|played|plummeted|plunged|possessed|preceded|preferred|prevailed|produced|prompted"
    "|proved|provided|pursued|ranked|reached|realised|realized|recorded|recovered|reduced|referred|reflected|relied|remained|remembered"
    "|represented|required|resembled|resulted|revolved|sacred|seemed|served|shaped|shared|slipped|slowed|soared|sought|spanned|started|stayed"
    "|stemmed|strengthened|struggled|studied|suffered|suggested|supported|supposed|surged|surpassed|survived|sustained|tended|thought|totalled"
    "|totaled|traded|transformed|tried|tripled|trusted|tumbled|turned|underestimated|underscored|understood|used|valued|viewed|waited|wanted"
    "|weakened|weighed|widened|wished|wondered|worked|worried|worsened|named|called|united|related|limited|advanced|armed|indeed|exceed|proceed"
    "|succeed|alleged|so-called|aged|naked|wicked|embed|interested|estimated|forecast|projected|rumoured|rumored|reported|born|educated|dated"
    "|boasted|bred|concluded|convinced|coincided|collided|consumed|converged|corresponded|cooled|dwindled|echoed|elapsed|entailed|equalled"
    "|evolved|fluctuated|hovered|hinted|implied|inspired|kicked|lingered|loomed|neared|originated|overshadowed|persisted|rebounded|rested"
    "|shocked|stunned|angered|enraged|infuriated|alarmed|surprised|delighted|dismayed|emboldened|unnerved|horrified|outraged|pleased|thrilled"
    "|upset|irked|galvanised|galvanized|electrified|polarised|polarized|divided|haunted|soured|marred|cheered|reassured|embarrassed|humiliated"
    "|boosted|dented|tarnished|unsettled|spooked|jolted|reshaped|redefined|exposed|revealed|vindicated|hastened|heralded|signalled|signaled"
    "|ruled|shrugged|spurred|stagnated|stalled|stirred|strained|tested|topped|trailed|undermined|varied|voted|waned|wavered|yielded"
)
"""What is felt, thought, is so, changes in size or only joins two sentences: none of them is an act of a day."""


IRREGULAR = listed(
    "gave|broke|brought|put|cut|threw|shot|sold|bought|built|let|set|shut|drew|drove|froze|laid|lent|paid|sent|stole|swept"
    "|tore|dealt|hung|struck|left|sought|rebuilt|overrode|undid|redrew|rewrote|oversaw|withdrew|forbade|overtook|beat"
)
"""Past tenses of acts that do not end in -ed."""


def is_state(word: str) -> bool:
    """Whether a past tense in small letters tells what is felt or so, or a change of size."""
    return word in _NO_ACTS


def is_other_act(word: str) -> bool:
    """Whether a word in small letters may be the past tense of an act that no table names."""
    if word in IRREGULAR:
        return True
    return word.endswith("ed") and len(word) >= _LEAST and word not in _NO_ACTS and word not in ACTS
