import pytest

from shiryo.article.readers.encoding import decode

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


@pytest.mark.parametrize(
    "lie",
    [
        *("utf-16", "utf-7", "rot13", "hex", "zip", "undefined", "unicode_escape", "idna"),
        *("punycode", "raw_unicode_escape", "base64", "cp037", "iso-8859-1", "shift_jis", "none"),
    ],
)
def test_what_a_page_declares_does_not_overrule_its_bytes(lie: str) -> None:
    page = f"<meta charset={lie}><p>{TEXT}"
    assert decode(page.encode(), markup=True) == (page, "utf-8")


@pytest.mark.parametrize(
    "lie",
    ["hex", "unicode_escape", "undefined", "euc-jp", "utf-8", "iso-8859-1", "gb2312", "koi8-r"],
)
def test_a_false_declaration_on_a_page_in_shift_jis_does_no_harm(lie: str) -> None:
    page = f"<meta charset={lie}><p>{TEXT}"
    assert decode(page.encode("cp932"), markup=True) == (page, "cp932")


def test_a_declared_encoding_of_the_web_is_believed() -> None:
    for name, codec, words in (
        ("euc-kr", "cp949", "안내문입니다"),
        ("latin1", "cp1252", "Élan né"),
    ):
        page = f"<meta charset={name}><p>{words}."
        assert decode(page.encode(codec), markup=True) == (page, codec)


def test_iso_2022_jp_has_circled_figures_and_half_width_kana() -> None:
    data = b'\x1b$B$"-!\x1b(J(1)\n\x1b(I1234\x1b$By!\x1b(B end\n'
    decoded = decode(data)
    assert decoded is not None
    assert decoded[0] == "あ①(1)\nｱｲｳｴ纊 end\n"


def test_iso_2022_jp_that_breaks_off_is_not_guessed_at() -> None:
    decoded = decode(b'\x1b$B$"$\x1b(B' * 20)
    assert decoded is None
