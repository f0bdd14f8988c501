# ruff: noqa: E501 (the tables of texts are easier to read unwrapped)
import pytest

from legation.reading.encoding import decode

WESTERN = "“Wir werden über die Grenze sprechen”, sagte der Außenminister in Köln – naïve cliché."
RUSSIAN = "Министры иностранных дел и обороны России и Японии впервые встретились в Токио в формате «два плюс два»."
PLAIN_RUSSIAN = RUSSIAN.replace("«", '"').replace("»", '"')  # KOI8-R has no such quotes
JAPANESE = "日本とロシアの外務・防衛閣僚は東京で初めての会談を行い、次回の会談で合意した。"
CZECH = "Ministr zahraničí řekl, že příští jednání bude v Praze, kde se sejdou zástupci všech států střední Evropy."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (WESTERN, "utf-8"),
        (WESTERN, "utf-8-sig"),
        (WESTERN, "utf-16"),
        (WESTERN, "utf-16-le"),
        (WESTERN, "utf-16-be"),
        (WESTERN, "utf-32"),
        (WESTERN, "windows-1252"),
        (RUSSIAN, "utf-8"),
        (RUSSIAN, "utf-16"),
        (PLAIN_RUSSIAN * 3, "koi8-r"),
        (RUSSIAN * 3, "windows-1251"),
        (JAPANESE, "utf-8"),
        (JAPANESE * 3, "shift_jis"),
        (JAPANESE * 3, "euc_jp"),
    ],
)
def test_an_undeclared_encoding_is_found(text, encoding):
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("text", "encoding", "label"),
    [
        (PLAIN_RUSSIAN, "koi8-r", "koi8-r"),
        (JAPANESE, "shift_jis", "Shift_JIS"),
        (JAPANESE, "iso2022_jp", "iso-2022-jp"),
        (CZECH, "iso8859-2", "iso-8859-2"),
        (WESTERN, "windows-1252", "iso-8859-1"),  # as browsers read it
        (WESTERN, "utf-8", "iso-8859-1"),  # a wrong label
        (RUSSIAN, "utf-8", "nonsense"),
        (WESTERN, "utf-8", "hex"),
    ],
)
def test_a_declaration_counts_unless_the_bytes_say_otherwise(text, encoding, label):
    page = f'<meta charset="{label}">{text}'
    assert decode(page.encode(encoding)) == page
    assert decode(text.encode(encoding), label) == text


def test_a_character_cut_in_two_at_the_end_is_left_out():
    assert decode("Köln, Łódź".encode()[:-1]) == "Köln, Łód"


@pytest.mark.parametrize(
    "data", [b"", b"\xff", b"\xff\xfe", b"\xff\xfe\x00", b"\x81\x8d\x8f\x90\x9d", bytes(range(256))]
)
def test_mojibake_never_raises(data):
    assert isinstance(decode(data), str)
