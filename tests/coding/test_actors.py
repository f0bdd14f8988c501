"""From a phrase to the states and organisations that it stands for, as a text goes on."""

import datetime as dt
from itertools import combinations

import pytest
from tests.coding.sentences import document

from legation.coding.actors import Cast
from legation.coding.focus import Focus
from legation.coding.mentions import find_mentions
from legation.coding.parse import parse
from legation.world import states


def cast_in(text: str, form: str, nth: int = -1, day: str = "2013-11-02"):
    """Read a text up to the sentence with a word, then give its cast and that word.

    The focus counts the whole text first, as the coder's does.
    """
    parsed = parse(document(text, day))
    [found] = find_mentions(parsed, dt.date.fromisoformat(day) if day else None)
    sentences = list(parsed[0].doc.sents)
    focus = Focus()
    for mention in found.all:
        focus.weights[mention.code] += 1
    for s in sentences:
        named = {m.code for m in found.all if s.start <= m.start < s.end}
        focus.together.update(combinations(sorted(named & states().keys()), 2))
    cast = Cast(found, focus)
    token = [t for t in parsed[0].doc if t.text == form][nth]
    for s in sentences:
        cast.enter(s)
        if s.start <= token.i < s.end:
            break
        cast.leave()
    return cast, token


def parties(text: str, form: str, nth: int = -1, day: str = "2013-11-02") -> str:
    """Write who a word stands for: ``RUS:GOV JPN``."""
    cast, token = cast_in(text, form, nth, day)
    found = cast.parties(token)
    return " ".join(f"{p.code}{f':{p.role}' if p.role else ''}" for p in found)


def miss(reason: str, *case: str):
    return pytest.param(*case, marks=pytest.mark.xfail(strict=True, reason=reason))


@pytest.mark.parametrize(
    ("text", "form", "who"),
    [
        ("Japan protested.", "Japan", "JPN"),
        ("The Kremlin protested.", "Kremlin", "RUS:GOV"),
        ("Vladimir Putin protested.", "Putin", "RUS:GOV"),
        ("NATO protested.", "NATO", "NATO:IGO"),
        ("The Russian president protested.", "president", "RUS:GOV"),
        ("The president of Chile protested.", "president", "CHL:GOV"),
        ("Chile's president protested.", "president", "CHL:GOV"),
        ("A Chilean minister protested.", "minister", "CHL:GOV"),
        ("The Iranian army protested.", "army", "IRN:MIL"),
        ("Iranian troops protested.", "troops", "IRN:MIL"),
        ("Troops from Iran protested.", "Troops", "IRN:MIL"),
        ("Turkish warships arrived.", "warships", "TUR:MIL"),
        ("Egyptian police protested.", "police", "EGY:COP"),
        ("The Greek parliament protested.", "parliament", "GRC:LEG"),
        ("Kenyan protesters marched.", "protesters", "KEN:CVL"),
        ("Colombian guerrillas attacked.", "guerrillas", "COL:REB"),
        ("The British prime minister, May, left.", "minister", "GBR:GOV"),
        ("Abel Okoro, the Nigerian envoy, left.", "envoy", "NGA:GOV"),
        ("Abel Okoro, the Nigerian envoy, left.", "Okoro", "NGA:GOV"),
        ("The French and German ministers left.", "ministers", "FRA:GOV DEU:GOV"),
        ("The leaders of Peru and Chile left.", "leaders", "PER:GOV CHL:GOV"),
        ("Turks protested.", "Turks", "TUR"),
        ("Many Turks protested.", "Turks", "TUR:CVL"),
        ("The French left.", "French", "FRA"),
        ("The French car stalled.", "car", ""),
        ("The car stalled.", "car", ""),
        ("A minister left.", "minister", ""),
        ("Tunisian wine sold well.", "wine", ""),
    ],
)
def test_phrases(text: str, form: str, who: str) -> None:
    assert parties(text, form) == who


@pytest.mark.parametrize(
    ("text", "form", "who"),
    [
        ("Peru met Chile. The two countries quarrelled.", "countries", "PER CHL"),
        ("Peru met Chile. Both countries quarrelled.", "countries", "PER CHL"),
        ("Peru met Chile. The two neighbours quarrelled.", "neighbours", "PER CHL"),
        ("Peru met Chile. Both sides quarrelled.", "sides", "PER:GOV CHL:GOV"),
        ("Peru met Chile. Neither side won.", "side", "PER:GOV CHL:GOV"),
        ("Peru met Chile. Their ministers quarrelled.", "ministers", "PER:GOV CHL:GOV"),
        ("Peru met Chile. The two quarrelled.", "two", "PER CHL"),
        ("Peru met Chile. Both quarrelled.", "Both", "PER CHL"),
        ("Peru and Chile met. They quarrelled.", "They", "PER CHL"),
        ("Peru and Chile met, and they quarrelled.", "they", "PER CHL"),
        ("Peru met Chile. It quarrelled.", "It", "PER"),
        ("Peru met Chile. The country was glad.", "country", "PER"),
        ("Peru met Chile. Peru thanked its neighbour.", "neighbour", "CHL"),
        ("Peru met Chile. Chile thanked its neighbour.", "neighbour", "PER"),
        ("Peru met Chile, which thanked its ally.", "ally", "PER"),
        ("Vladimir Putin met Shinzo Abe. He smiled.", "He", "RUS:GOV"),
        ("Shinzo Abe left. He smiled.", "He", "JPN:GOV"),
        ("Japan protested. The government fumed.", "government", "JPN:GOV"),
        ("Japan protested. The army fumed.", "army", "JPN:MIL"),
        ("They quarrelled.", "They", ""),
        ("It rained.", "It", ""),
        ("We protested.", "We", ""),
        ("The two countries quarrelled.", "countries", ""),
        ("Its neighbour protested.", "neighbour", ""),
        ("Peru met Chile. Three countries quarrelled.", "countries", ""),
        ("Peru met Chile. Some countries quarrelled.", "countries", ""),
        ("Peru met Chile. A neighbour quarrelled.", "neighbour", ""),
    ],
)
def test_references(text: str, form: str, who: str) -> None:
    assert sorted(parties(text, form).split()) == sorted(who.split())


@pytest.mark.parametrize(
    ("text", "form", "who"),
    [
        ("They sank a Danish ship.", "ship", "DNK"),
        ("They sank Denmark's ship.", "ship", "DNK"),
        ("They sank a ship of Denmark.", "ship", "DNK"),
        ("They fired at positions in Syria.", "positions", "SYR"),
        ("They bombed Mandalay.", "Mandalay", "MMR"),
        ("They condemned the tests carried out by India.", "tests", "IND"),
        ("They condemned the steps that India has taken.", "steps", "IND"),
        ("They sank a ship.", "ship", ""),
    ],
)
def test_whose_thing_it_is(text: str, form: str, who: str) -> None:
    cast, token = cast_in(text, form)
    assert [p.code for p in cast.involved(token)] == who.split()


@pytest.mark.parametrize(
    ("text", "noun", "who"),
    [
        ("The Franco-German treaty lapsed.", "treaty", {"FRA", "DEU"}),
        ("The Russo-Japanese war ended.", "war", {"RUS", "JPN"}),
        ("The Paris accords lapsed.", "accords", set()),
        ("The Moscow-Beijing axis held.", "axis", {"RUS", "CHN"}),
        ("Japan's treaty lapsed.", "treaty", {"JPN"}),
        ("The long treaty lapsed.", "treaty", set()),
    ],
)
def test_qualifiers(text: str, noun: str, who: set[str]) -> None:
    cast, token = cast_in(text, noun)
    assert {p.code for p in cast.qualifiers(token)} == who


def test_the_side_that_is_left_out_is_the_other_of_the_pair() -> None:
    cast, token = cast_in("Peru accused Chile. Peru recalled its ambassador.", "ambassador")
    actors, recipients, mutual = cast.complete(cast.parties(token.sent.root.nbor(-1)), [], token)
    assert ([p.code for p in actors], [p.code for p in recipients]) == (["PER"], ["CHL"])
    assert not mutual


def test_where_no_side_is_named_it_is_the_pair_of_the_text() -> None:
    cast, token = cast_in("Peru accused Chile. Talks collapsed.", "Talks")
    actors, recipients, mutual = cast.complete([], [], token)
    assert {p.code for p in actors} == {"PER", "CHL"}
    assert (recipients, mutual) == ([], True)


def test_a_party_keeps_the_words_that_stand_for_it() -> None:
    cast, token = cast_in("The Russian president left.", "president")
    assert [p.text for p in cast.parties(token)] == ["The Russian president"]
