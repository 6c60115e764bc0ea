import pytest

from shiryo.japanese.brackets import is_open


@pytest.mark.parametrize(
    "text",
    [
        "いわゆる”お役所仕事”を改める",
        "いわゆる“お役所仕事“を改める",
        "いわゆる“お役所仕事”を改める",
        "「”早い”だけの町」と（人は）言う",
        "括弧のない文",
        "規格（JIS)の図記号",
        "規格(JIS）の図記号",
    ],
)
def test_every_bracket_has_its_other_half(text: str) -> None:
    assert not is_open(text)


@pytest.mark.parametrize(
    "text", ["いわゆる”お役所仕事を改める", "「早いだけの町", "早い）町", "“早い町", "“早い”町”"]
)
def test_a_bracket_lacks_its_other_half(text: str) -> None:
    assert is_open(text)
