"""The order of an index: digits, Latin letters, then kana in their order (JIS X 4061)."""

import unicodedata

_ROWS = (
    ("あ", "あいうえお"),
    ("か", "かきくけこ"),
    ("さ", "さしすせそ"),
    ("た", "たちつてと"),
    ("な", "なにぬねの"),
    ("は", "はひふへほ"),
    ("ま", "まみむめも"),
    ("や", "やゆよ"),
    ("ら", "らりるれろ"),
    ("わ", "わゐゑをん"),
)
_SMALL = str.maketrans("ぁぃぅぇぉっゃゅょゎゕゖ", "あいうえおつやゆよわかけ")
_VOWELS = {
    kana: vowel
    for vowel, column in (
        ("あ", "あかさたなはまやらわ"),
        ("い", "いきしちにひみりゐ"),
        ("う", "うくすつぬふむゆる"),
        ("え", "えけせてねへめれゑ"),
        ("お", "おこそとのほもよろを"),
    )
    for kana in column
}
_VOICED = "\u3099\u309a"


def hiragana(text: str) -> str:
    """Return ``text`` with compatibility forms made plain and katakana made hiragana."""
    plain = unicodedata.normalize("NFKC", text)
    return "".join(chr(ord(c) - 96) if "ァ" <= c <= "ヶ" else c for c in plain)


def key(reading: str) -> tuple[int, str, str]:
    """Return what to sort a reading by.

    Small and voiced kana are first taken for plain ones, and ー for the vowel before it.
    """
    letters = ""
    for character in unicodedata.normalize("NFD", hiragana(reading)).translate(_SMALL):
        if character == "ー" and letters:
            letters += _VOWELS.get(letters[-1], "")
        elif character not in _VOICED and character.isalnum():
            letters += character.casefold()
    return _rank(letters), letters, hiragana(reading)


def heading(reading: str) -> str:
    """Return under which letter a reading stands; empty for one that is not in kana or Latin."""
    _, letters, _ = key(reading)
    first = letters[:1]
    if first.isascii():
        return "A–Z" if first.isalpha() else "0–9"
    return next((row for row, kana in _ROWS if first in kana), "")


def _rank(letters: str) -> int:
    first = letters[:1]
    if first.isascii():
        return 1 if first.isalpha() else 0
    return 2 if "ぁ" <= first <= "ゖ" else 3
