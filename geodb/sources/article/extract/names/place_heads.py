"""Common nouns that head the names of places, by kind of place."""

from __future__ import annotations

from geodb.sources.article.extract.language.words import by_word, listed

BEHIND = by_word({
    "sea": "Sea|Ocean|Bay|Gulf|Fjord|Lagoon",
    "strait": "Strait|Straits|Canal",
    "river_or_lake": "River|Lake|Delta|Reservoir",
    "island": "Island|Islands|Isles|Archipelago|Atoll|Reef|Shoal|Shoals|Reefs|Cay",
    "landform": "Mountain|Mountains|Hills|Valley|Desert|Peninsula|Plateau|Basin|Coast|Glacier|Steppe|Heights",
    "admin1": "Province|Oblast|Governorate|Prefecture|Krai|Voivodeship|Canton|Region|Territory",
    "admin2": "County|District|Raion|Municipality",
    "city": "City|Village|Town",
    "facility": "Airport|Airfield|Port|Harbour|Harbor|Bridge|Dam|Tunnel|Plant|Refinery|Terminal|Prison|Cosmodrome"
    "|Spaceport|Shipyard|Mine|Oilfield|Crossing|Checkpoint|Highway|Hospital|Smelter",
    "military_base": "Base|Barracks|Airbase|Garrison",
    "site": "Square|Palace|Cathedral|Mosque|Temple|Shrine|Stadium|Hotel|Cemetery",
})  # fmt: skip
"""Capitalised nouns with which a name ends: `the Kerch Strait`."""
SMALL_BEHIND = by_word({
    "strait": "strait|canal|channel",
    "river_or_lake": "river|lake|delta|reservoir",
    "island": "island|islands|archipelago|atoll|shoal|reef",
    "landform": "mountains|hills|valley|desert|peninsula|plateau|basin|coast|pass|gorge|steppe|wetlands|ridge|heights|forest|marshes",
    "admin1": "province|oblast|governorate|prefecture|region",
    "admin2": "county|district|raion|municipality",
    "zone": "corridor|enclave|exclave|block",
    "facility": "airport|airfield|port|harbour|harbor|bridge|dam|tunnel|refinery|terminal|plant|mine|oilfield|gasfield"
    "|crossing|prison|shipyard|spaceport|camp|highway|checkpoint|deposit|field|junction|smelter|hospital|reactor|substation",
    "military_base": "airbase|barracks|garrison",
    "site": "temple|mosque|shrine|cathedral",
    "city": "neighbourhood|neighborhood|suburb",
})  # fmt: skip
"""Small nouns behind a name: `the Lachin corridor`."""
IN_TWO_WORDS = {
    "air base": "military_base", "naval base": "military_base", "army base": "military_base", "military base": "military_base",
    "refugee camp": "facility", "border crossing": "facility", "power plant": "facility", "power station": "facility",
    "oil field": "facility", "gas field": "facility", "industrial park": "facility", "golf course": "facility",
}  # fmt: skip
"""Small nouns of two words behind a name: `the Ramstein air base`."""
BEFORE = by_word({
    "river_or_lake": "Lake",
    "landform": "Mount|Cape",
    "military_base": "Camp|Fort",
    "city": "Port",
})  # fmt: skip
"""Nouns with which a name begins: `Lake Chad`."""
BEFORE_OF = by_word({
    "sea": "Gulf|Bay|Sea",
    "strait": "Strait|Straits",
    "landform": "Cape|Horn",
    "island": "Isle",
    "facility": "Port",
    "admin1": "Province|Region",
})  # fmt: skip
"""Capitalised nouns with `of` behind them: `the Gulf of Guinea`."""
SMALL_OF = by_word({
    "city": "city|town|village|township|settlement|capital|suburb|hamlet|cities|towns|villages|stronghold",
    "admin1": "province|oblast|governorate|prefecture|region|provinces|regions",
    "admin2": "county|district|municipality|districts",
    "zone": "enclave|exclave",
    "territory": "territory|colony",
    "island": "island|islands|archipelago|atoll",
    "landform": "peninsula|valley",
    "facility": "port|harbour|harbor|ports|airport",
})  # fmt: skip
"""Small nouns with `of` behind them: `the town of Gori`."""
DIRECTIONS = listed(
    "northern|southern|eastern|western|central|north-eastern|north-western|south-eastern|south-western"
    "|northeastern|northwestern|southeastern|southwestern"
)
