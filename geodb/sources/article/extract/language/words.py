"""General words that the rules go by: titles, heads of names, words that only look like names."""

from __future__ import annotations


def listed(text: str) -> frozenset[str]:
    """Return the phrases of a list that is divided by bars and line ends."""
    return frozenset(phrase.strip() for phrase in text.replace("\n", "|").split("|") if phrase.strip())


def by_word(kinds: dict[str, str]) -> dict[str, str]:
    """Return the kind of each word of a table of kinds and their words, which bars divide."""
    return {word: kind for kind, words in kinds.items() for word in words.split("|")}


FAMILY_NAMES_FIRST = listed("""
Bai|Cai|Cao|Chang|Chen|Cheng|Chiang|Dai|Deng|Ding|Dong|Du|Fan|Fang|Feng|Gao|Gong|Guo|Han|Hou|Hu|Huang|Jia|Jiang|Jin|Kong
Li|Liang|Liao|Lin|Liu|Lu|Luo|Ma|Mao|Meng|Pan|Peng|Qian|Qin|Ren|Shen|Shi|Song|Su|Sun|Tan|Tang|Tian|Tsai|Wan|Wang|Wei|Wen|Wu
Xi|Xia|Xiao|Xie|Xu|Xue|Yan|Yang|Yao|Ye|Yin|Yu|Yuan|Zeng|Zhang|Zhao|Zheng|Zhong|Zhou|Zhu|Zou
Ahn|Bae|Baek|Cho|Choe|Choi|Chung|Hwang|Jang|Jeong|Jung|Kang|Kim|Kwon|Lee|Lim|Moon|Nam|Noh|Paik|Park|Roh|Ryu|Seo|Shin
Sohn|Suh|Woo|Yoo|Yoon|Yun|Bui|Dang|Dinh|Duong|Hoang|Ngo|Nguyen|Pham|Phan|Tran|Truong|Vo|Vu|Vuong|Hun
""")
"""Chinese, Korean, Vietnamese and Khmer family names, by which persons are called and which come first."""
OFFICES = listed("""
president|vice president|vice-president|president-elect|prime minister|deputy prime minister|premier|vice premier|chancellor
vice chancellor|king|queen|emir|crown prince|prince|princess|pope|taoiseach|supreme leader|ayatollah
foreign minister|foreign affairs minister|defense minister|defence minister|interior minister|home minister
finance minister|economy minister|energy minister|justice minister|trade minister|health minister
agriculture minister|climate minister|environment minister|transport minister|education minister
information minister|culture minister|oil minister|deputy foreign minister|deputy defense minister
deputy defence minister|external affairs minister|minister|deputy minister
secretary of state|secretary of defense|secretary of defence|secretary of the treasury|treasury secretary
defense secretary|defence secretary|foreign secretary|home secretary|health secretary|state secretary
commerce secretary|energy secretary|press secretary|secretary-general|secretary general|undersecretary
deputy secretary of state|assistant secretary of state|high representative|high commissioner|general secretary|party secretary
secretary|attorney general|prosecutor general|chief prosecutor|prosecutor|chief justice|judge|speaker
house speaker|national security adviser|national security advisor|adviser|advisor|chief of staff|chief of the general staff|army chief
military chief|intelligence chief|foreign policy chief|police chief|chief|chief executive|ceo
ambassador|ambassador at large|envoy|special envoy|special representative|presidential envoy|chargé d’affaires|consul
spokesperson|spokesman|spokeswoman|governor|lieutenant governor|mayor|senator|congressman|congresswoman
representative|lawmaker|opposition leader|party leader|rebel leader|majority leader|minority leader|leader
chairman|chairwoman|chairperson|chair|director|executive director|director general|director-general|head
labour minister|labor minister|communications minister|water minister|mining minister|mines minister|resources minister|industry minister
commerce minister|planning minister|migration minister|europe minister|security minister|national security minister|digital minister|science minister|housing minister
tourism minister|infrastructure minister|public works minister|social affairs minister|minister of state|first minister|vice minister|vice foreign minister
trade representative|trade envoy|trade commissioner|energy commissioner|enlargement commissioner|executive secretary|first secretary|permanent secretary
parliament speaker|deputy speaker|central bank governor|deputy governor|governor-general|special rapporteur|special adviser|chief negotiator
chief economist|navy chief|air force chief|spy chief|solicitor general|deputy director|resident coordinator|humanitarian coordinator|force commander
under-secretary-general|assistant secretary|interior secretary|economy secretary|trade secretary|finance secretary|cabinet secretary
commissioner|general manager|managing director|administrator|commander|commander-in-chief|founder|co-founder|pm|fm
""")
HONORIFICS = listed("""
mr|mrs|ms|miss|dr|prof|professor|sir|lord|lady|dame|baroness|general|gen|lieutenant general|lt gen
major general|brigadier general|admiral|vice admiral|colonel|col|captain|capt|major|maj|sergeant|sgt
lieutenant|lt|sheikh|sultan|imam|bishop|archbishop|cardinal|patriarch|rabbi|rev|reverend|father|sister|sen|rep
gov|mp|analyst|journalist|author|historian|economist|scientist|researcher|activist|lawyer|player|coach
singer|actor|correspondent|reporter|officer|astronaut|physicist|candidate|official|expert|commentator
""")
TITLES = OFFICES | HONORIFICS
HEADS_OF_OFFICES = listed(
    "minister|secretary|director|head|chief|commander|commissioner|ministers|chairman|adviser|president|governor|mayor"
    "|ambassador|premier|speaker|leader|spokesman|spokeswoman|spokesperson"
)
"""Words after which `of` or `for` and capitals name the rest of the office."""
TITLE_WORDS = frozenset(
    word for title in TITLES for word in title.split() if word not in {"of", "the", "staff", "state", "party"}
)
QUALIFIERS = listed(
    "former|acting|then|interim|outgoing|incoming|elected|deputy|senior|new|first|chief|top|late|long-time"
    "|veteran|special|high|permanent|assistant|vice|current|official"
)

# Heads of the names of organizations, by kind of actor.
HEADS = by_word(
    {
        "ministry": "Ministry|Department|Ministries",
        "government_office": "Office|Agency|Directorate|Administration|Bureau|Secretariat|Presidency|Cabinet"
        "|Authority",
        "court": "Court|Tribunal",
        "legislature": "Parliament|Senate|Congress|Assembly|Duma|Legislature|Diet|Chamber",
        "political_party": "Party",
        "armed_forces": "Army|Navy|Military|Forces|Force|Guard|Guards|Marines|Corps",
        "military_unit": "Brigade|Battalion|Division|Regiment|Fleet|Squadron|Command",
        "armed_group": "Front|Militia|Brigades|Jihad",
        "social_movement": "Movement|Campaign",
        "igo": "Confederation|Organization|Organisation|Union|Alliance|League|Community|Fund",
        "igo_body": "Commission",
        "forum": "Forum|Conference|Summit|Dialogue",
        "ngo": "Association|Foundation|Federation|Society|Committee|Council|School|Hospital"
        "|Museum|Club|Network|Coalition|Trust|Academy|Centre|Center|Library|Observatory",
        "company": "Corporation|Corp|Company|Inc|Ltd|Group|Airlines|Airways|Bank|Industries|Holdings|Motors|LLC|Steel|Railways|Petroleum|Telecom|Electronics|Aerospace|Shipyards|Pharmaceuticals|Motor"
        "|Technologies|Systems|Energy|Oil|Records|Entertainment|Studios|Games",
        "think_tank": "Institute|Institution|Endowment|University|College",
        "media": "News|Times|Post|Journal|Television|TV|Radio|Magazine|Tribune|Herald|Gazette|Newspaper|Press"
        "|Review|Chronicle|Observer|Mirror|Broadcasting",
        "religious_organization": "Church|Mosque|Synagogue|Patriarchate|Diocese",
        "diplomatic_mission": "Embassy|Consulate|Consulates|Mission|Delegation",
        "police": "Police",
        "intelligence_service": "Intelligence",
        "trade_union": "Unions",
    }
)

# Heads of names in Title Case that are no actors.
INITIATIVE_HEADS = by_word(
    {
        "agreement": "Agreement|Agreements|Accord|Accords|Deal|Pact|Protocol|Compact|Communiqué|Declaration|Charter|Armistice|Truce|Consensus|Understanding|Settlement",
        "treaty": "Treaty|Convention|Covenant",
        "memorandum": "Memorandum|MoU",
        "framework_initiative": "Framework|Initiative|Partnership|Mechanism|Gateway|Process",
        "programme": "Programme|Program|Facility|Scheme|Instrument|Accelerator|Reserve|Stockpile|Appeal|Window|Guarantee",
        "peacekeeping_mission": "Mission",
        "project": "Project|Projects|Pipeline|Interconnector|Megaproject|Expressway|Railway",
        "plan": "Plan|Plans|Agenda|Package|Blueprint|Masterplan|Pledge",
        "strategy": "Strategy|Doctrine|Vision",
        "roadmap": "Roadmap",
        "corridor": "Corridor|Belt",
        "military_operation": "Operation",
        "reform": "Reform|Act|Bill|Law|Directive|Regulation|Moratorium",
        "campaign": "Campaign",
    }
)
EVENT_HEADS = {
    "War": "war", "Summit": "summit", "Conference": "conference", "Talks": "negotiation_round", "Games": "conference",
    "Forum": "conference", "Crisis": "process", "Revolution": "coup", "Invasion": "war", "Uprising": "riot",
    "Election": "election", "Elections": "election", "Referendum": "vote", "Olympics": "conference",
    "Assembly": "conference", "Dialogue": "negotiation_round",
}  # fmt: skip
PLACE_HEADS = listed(
    "City|Province|Region|District|County|Island|Islands|Sea|River|Bay|Gulf|Strait|Mountains|Valley|Airport|Street"
    "|Square|Park|Bridge|Desert|Peninsula|Lake|Mount|Canal|Prison|Base|Hotel|Stadium|Palace|Port|Cape|Coast"
    "|Avenue|Road|Building|Hall|Tower|Village|Station|Ocean|State|Oblast|Territory|Plaza|House|Garden|Gardens"
)

# Words that begin sentences, headings and dates with a capital and are no names.
NO_NAMES = listed("""
The|A|An|In|On|At|By|For|From|To|Of|With|Without|As|If|When|While|Where|Whereas|After|Before|Since|Until|During
Despite|Although|Though|Because|But|And|Or|So|Yet|Nor|However|Moreover|Furthermore|Meanwhile|Thus|Hence
Therefore|Nevertheless|Nonetheless|Indeed|Instead|Still|Also|Even|Only|Just|Both|Either|Neither|Not|No|Yes
This|That|These|Those|There|Here|Such|Some|Many|Most|Several|Few|All|Any|Each|Every|Another|Other|Others|One|Two
Three|Four|Five|Six|Seven|Eight|Nine|Ten|First|Second|Third|Last|Next|Earlier|Later|Now|Then|Today|Yesterday
Tomorrow|Recently|Finally|Overall|According|Given|Under|Over|Against|Between|Among|Amid|About|Following
Regarding|Concerning|Like|Unlike|He|She|It|They|We|I|You|His|Her|Its|Their|Our|My|Your|Who|What|Which|Why|How
Whether|Once|Perhaps|Maybe|Please|Warning|Speaking|Asked|Citing|Noting|Stating|Adding|Senior|Top|Former|Acting
Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Feb|Apr|Aug|Sept|Oct|Nov|Dec|January|February|March|April|May|June|July|August
September|October|November|December|Spring|Summer|Autumn|Winter|Christmas|Easter|Ramadan|New|Old|Young|Great
President|Prime|Minister|Note|See|Source|Photo|Image|Figure|Table|Chapter|Section|Part|Article|Introduction
Conclusion|Background|Summary|References|Notes|Access|Date|Related|Read|More|Share|Click|Copyright|Islam
Christianity|English|God|Internet|Earth|Communist|Democratic|Republican|Islamic|Muslim|Muslims|Christian
Christians|Jewish|Jews|Arab|Arabs|Western|Eastern|Northern|Southern|European|Asian|African|Kurdish|Sunni|Shia
Shiite|Nazi|Soviet|Cold|World|Countries|Experts|Analysts|Officials|People|Government|Military|Police|Security
Economic|Political|International|National|Global|Regional|Local|Foreign|Public|Social|Nuclear|Peace|War|Trade
Talks|Negotiations|Relations|Efforts|Such|Since|Well|Okay|Thank|Thanks|Hello|Will|Would|Could|Should|Can|Did|Do
Does|Is|Are|Was|Were|Has|Have|Had|Let|Nobody|Everyone|Someone|Nothing|Everything|Something|Much|Less|Rather
""")
NO_ORGANIZATIONS = listed("""
GDP|GNP|AI|IT|NPT|INF|START|ICBM|LNG|TV|CEO|PM|MP|USD|EUR|GMT|UTC|COVID|HIV|AIDS|DNA|ID|FDI|FTA|WMD|UAV|IED|JCPOA|ABM
THAAD|SMS|PDF|CV|DVD|CD|PC|HTTP|URL|LGBT|OK|AM|PM|BC|AD|II|III|IV|VI|VII|VIII|IX|XI|XX|XXI|UAVS|NGO|NGOS|IDP|IDPS|MOU
SUV|EV|EVS|UFO|FAQ|PR|DC|CO|ICBMS|HQ|VIP|GPS|SLBM|MIRV|LED|IQ|PhD|BA|MA|EST|EDT|PST|BRI|CPEC|SWIFT|IP|PCR|LSD|II
""")
IN_NAMES = listed(
    "National|International|Global|Regional|Foreign|Public|Social|Nuclear|Economic|Political|Military|Security|Peace"
    "|Trade|New|Old|Islamic|Democratic|Republican|Communist|Western|Eastern|Northern|Southern|European|African|Asian|Arab"
    "|Kurdish|Muslim|Christian|Jewish|World|Local|First|Central|Second|People|War|Great|English|Nazi|Soviet"
)
"""Words of NO_NAMES that do begin names of organizations."""
PARTICLES = listed("van|von|de|del|da|dos|di|du|la|le|bin|ibn|der|den|ter|al|el|ul|ur|bint|abu|of the")
SUFFIXES = listed("Jr|Sr|II|III|IV")
