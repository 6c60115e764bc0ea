"""What is polite to a reader, and the same without it; who does what stays."""

import pytest

from shiryo.drafting.wording.courtesy import without_courtesy
from shiryo.drafting.wording.steps import rewordings


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("鍵を取得していただく必要があります。", "鍵を取得する必要がある"),
        ("庭での撮影を禁止させていただいております。", "庭での撮影を禁止している"),
        ("広間は無料でご利用いただけます。", "広間は無料で利用できる"),
        ("広間をご利用いただけない日があります。", "広間を利用できない日がある"),
        ("札を二枚登録していただくことが可能です。", "札を二枚登録することが可能"),
        ("広間をご利用いただくには、札が要ります。", "広間を利用するには、札が要る"),
        ("札が済むまで申し訳ありませんが、お待ちください。", "札が済むまで待つこと"),
    ],
)
def test_what_is_only_polite_goes(sentence: str, said: str) -> None:
    assert rewordings(sentence)[0].text == said


@pytest.mark.parametrize(
    "text", ["市長に館を訪問していただいた", "弁当をいただく", "席を譲っていただける場所"]
)
def test_who_receives_what_stays(text: str) -> None:
    assert without_courtesy(text) == text
