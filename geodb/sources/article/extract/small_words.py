"""Small words of English that tell where clauses begin and end."""

from __future__ import annotations

from geodb.sources.article.extract.words import listed

BE = listed("is|are|was|were|be|been|being|am")
HAVE = listed("has|have|had|having")
DO = listed("do|does|did")
MODALS = listed("will|would|could|may|might|can|must|should|shall|cannot|can’t|can't|won’t|won't|wouldn’t")
NEGATIONS = listed(
    "not|never|neither|nor|no longer|didn’t|didn't|hasn’t|haven’t|hadn’t|wasn’t|weren’t|hasn't|wasn't|weren't"
)
AUXILIARIES = BE | HAVE | DO | MODALS
SUBORDINATORS = listed(
    "while|whereas|although|though|because|if|unless|when|where|but|since|as|that|which|who|whom|whose|until"
    "|once|after|before|so|than|or|whether|how|why|what"
)
RELATIVES = listed("who|which|that")
ENDS = listed(
    "while|whereas|although|though|because|if|unless|when|where|but|which|who|whom|whose|despite|amid|whether"
    "|so|until|that"
)
ADVERBIAL_ENDS = listed("after|before|since|as|following")
PASTS = listed(
    "led|made|gave|took|came|went|saw|brought|drew|put|kept|found|got|became|grew|fell|rose|ran|told|felt|spent|built"
    "|thought|stood|spoke|wrote|knew|meant|sought|caught|sees|brings|comes|goes|makes|gives|shows|means|remains|leads|says"
    "|continues|reflects|marks|seems|appears|raises|follows|lies|became|forms|turns|keeps|helps|creates|represents"
)
PREPOSITIONS = listed("in|at|near|on|from|outside|inside|across|around|off")
JOINERS = listed("and|but|or|then|while|so")
SPEECH = listed("said|says|told|added|announced|reported|according")
OPENERS = listed(
    "during|in|after|at|under|following|on|amid|with|for|despite|before|since|by|as|within|through|because|according"
)
"""Words with which a sentence begins that says first when, where or why."""
