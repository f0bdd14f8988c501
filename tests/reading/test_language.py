# ruff: noqa: E501 (the tables of texts are easier to read unwrapped)
import pytest

from legation.reading.language import detect

SENTENCES = {
    "en": "The two ministers met in Tokyo on Saturday and agreed to hold talks on the disputed islands.",
    "de": "Die beiden Minister trafen sich am Samstag in Tokio und vereinbarten Gespräche über die Inseln.",
    "fr": "Les deux ministres se sont rencontrés samedi à Tokyo et sont convenus de discuter des îles.",
    "es": "Los dos ministros se reunieron el sábado en Tokio y acordaron hablar de las islas en disputa.",
    "it": "I due ministri si sono incontrati sabato a Tokyo e hanno deciso di discutere delle isole contese.",
    "pt": "Os dois ministros reuniram-se no sábado em Tóquio e não chegaram a um acordo sobre as ilhas.",
    "nl": "De twee ministers spraken zaterdag in Tokio met elkaar en zijn het over de eilanden niet eens.",
    "pl": "Ministrowie spotkali się w sobotę w Tokio i nie doszli do porozumienia w sprawie wysp, które są sporne.",
    "sv": "De två ministrarna möttes på lördagen i Tokyo och kom inte överens om öarna som är omstridda.",
    "tr": "İki bakan cumartesi günü Tokyo'da bir araya geldi ve adalar için yeni bir görüşme kararı aldı.",
    "ru": "Министры встретились в субботу в Токио и договорились о том, что переговоры по островам продолжатся.",
    "uk": "Міністри зустрілися в суботу в Токіо і домовилися про те, що переговори щодо островів триватимуть.",
    "ja": "両国の閣僚は土曜日に東京で会談し、島をめぐる協議を続けることで合意した。",
    "zh": "两国部长星期六在东京会晤，同意继续就岛屿问题举行会谈。",
    "ko": "두 나라 장관은 토요일 도쿄에서 만나 섬에 관한 회담을 계속하기로 합의했다.",
    "ar": "التقى الوزيران يوم السبت في طوكيو على أن تستمر المحادثات في ذلك بين البلدين من بعد.",
}


@pytest.mark.parametrize("language", SENTENCES)
def test_a_sentence_is_enough(language):
    assert detect(SENTENCES[language]) == language


def test_the_text_wins_over_the_template_and_the_template_over_nothing():
    assert detect(SENTENCES["de"], "en-US") == "de"
    assert detect("Tokyo 2013", "en-GB") == "en"
    assert detect("Tokyo 2013") is None
    assert detect("Tokyo 2013", "english") is None
    assert detect("") is None
