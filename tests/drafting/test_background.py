import pytest

from shiryo.drafting.select.choice import message
from shiryo.drafting.select.claims import claims
from shiryo.drafting.wording.background import without_background
from shiryo.drafting.wording.sentences import Sentence
from shiryo.drafting.wording.steps import replay


@pytest.mark.parametrize(
    ("text", "spared"),
    [
        (
            "この悩みを解くため、窯元は登り窯を電気の窯に替えた",
            "窯元は登り窯を電気の窯に替えた",
        ),
        (
            "窯元は、こうした悩みを解くため、登り窯を電気の窯に替えた",
            "窯元は、登り窯を電気の窯に替えた",
        ),
        (
            "このように灰が飛ぶことから、焼く前に棚を布で拭いておくのがよい",
            "焼く前に棚を布で拭いておくのがよい",
        ),
        ("土の高騰を受け、組合は共同の仕入れを始めた", "組合は共同の仕入れを始めた"),
    ],
)
def test_the_ground_that_stands_first_can_be_spared(text: str, spared: str) -> None:
    assert without_background(text) == spared


@pytest.mark.parametrize(
    "text",
    [
        "工房では、土が足りないため、皿を焼く数を減らした",  # where it holds would be lost
        "釉薬は冬に固まるので、棚は火のそばに置く",  # no comma tells whose the topic is
        "これは、灰を防ぐために、棚を布で拭くことによって行う",
        "ただし、土が足りないため、皿を焼く数を減らした",
        "土が足りないため、その数を減らした",
        "雨が降れば窯が冷えるため、火を足すことにした窯元も多い場合がある",
        "灰が飛ぶため、休む",
    ],
)
def test_what_the_rest_hangs_on_stays(text: str) -> None:
    assert without_background(text) == text


def test_what_points_back_only_in_its_ground_can_be_the_message() -> None:
    texts = (
        "登り窯は薪を大量に使います。",
        "煙への苦情も増えました。",
        "これらの悩みを解くため、窯元は登り窯を電気の窯に替えました。",
    )
    found = claims([Sentence(text, n, n) for n, text in enumerate(texts, 1)], "窯の更新")
    chosen = message([c for c in found if c.sentence == 2])
    assert chosen is not None
    assert chosen.text == "窯元は登り窯を電気の窯に替えた"
    assert "drop-background" in chosen.how
    assert replay(texts[2], chosen.how) == chosen.text
