import pytest

from shiryo.article.encoding import decode

TEXT = "防災訓練のお知らせ\n市は10月に訓練を行います。ラジオも用意しましょう。\n"


@pytest.mark.parametrize(
    "name",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp932", "euc_jp", "iso2022_jp"],
)
def test_japanese_encodings_come_back_as_written(name: str) -> None:
    decoded = decode(TEXT.encode(name))
    assert decoded is not None
    assert decoded[0] == TEXT


@pytest.mark.parametrize("name", ["cp932", "euc_jp"])
def test_short_texts_are_told_apart(name: str) -> None:
    for text in (
        "概要",
        "日本政府が方針を決めた。",
        "ハンドブック①"[: 6 if name == "euc_jp" else 7],
    ):
        decoded = decode(text.encode(name))
        assert decoded is not None
        assert decoded[0] == text


def test_markup_may_declare_its_encoding() -> None:
    page = f'<meta charset="Shift_JIS"><p>{TEXT}'.encode("cp932")
    assert decode(page, markup=True) == (page.decode("cp932"), "cp932")


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00", bytes(range(256)) * 4, b"\x00" * 64]
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    assert decode(data) is None
