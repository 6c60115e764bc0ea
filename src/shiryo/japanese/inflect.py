"""Plain forms of a verb or auxiliary, from its dictionary form and its conjugation class."""

from shiryo.japanese.words import Word

_PAST = {
    "カ行": "いた", "ガ行": "いだ", "サ行": "した", "タ行": "った", "ナ行": "んだ",
    "バ行": "んだ", "マ行": "んだ", "ラ行": "った", "ワア行": "った",
}  # fmt: skip
_NEGATIVE = {
    "カ行": "か", "ガ行": "が", "サ行": "さ", "タ行": "た", "ナ行": "な",
    "バ行": "ば", "マ行": "ま", "ラ行": "ら", "ワア行": "わ",
}  # fmt: skip
_VOLITIONAL = {
    "カ行": "こ", "ガ行": "ご", "サ行": "そ", "タ行": "と", "ナ行": "の",
    "バ行": "ぼ", "マ行": "も", "ラ行": "ろ", "ワア行": "お",
}  # fmt: skip
_STEM = {
    "カ行": "き", "ガ行": "ぎ", "サ行": "し", "タ行": "ち", "ナ行": "に",
    "バ行": "び", "マ行": "み", "ラ行": "り", "ワア行": "い",
}  # fmt: skip
_POTENTIAL = {
    "カ行": "け", "ガ行": "げ", "サ行": "せ", "タ行": "て", "ナ行": "ね",
    "バ行": "べ", "マ行": "め", "ラ行": "れ", "ワア行": "え",
}  # fmt: skip
_HONORIFIC = ("ござる", "くださる", "下さる", "なさる", "いらっしゃる", "おっしゃる")
_GO = ("行く", "いく", "ゆく")


def dictionary(word: Word) -> str:
    """Return ``進める`` for 進める, ``応じる`` for 応ずる."""
    return word.base.removesuffix("ずる") + "じる" if _is_zuru(word) else word.base


def _is_zuru(word: Word) -> bool:
    return word.conjugation.startswith("サ行変格") and word.base.endswith("ずる")


def past(word: Word) -> str:
    """Return ``進めた`` for 進める, ``行った`` for 行く."""
    base = word.base
    if _is_zuru(word):
        return base[:-2] + "じた"
    if base.endswith(_GO):
        return base[:-1] + "った"
    if base.endswith(("問う", "請う", "乞う")):
        return base + "た"
    if word.conjugation.startswith("五段"):
        return base[:-1] + _PAST[word.conjugation.split("-")[1]]
    if word.conjugation.startswith("サ行変格"):
        return base[:-2] + "した"
    if word.conjugation.startswith("カ行変格"):
        return base[:-2] + ("来た" if base.endswith("来る") else "きた")
    return base[:-1] + "た"


def conjunctive(word: Word) -> str:
    """Return ``進めて`` for 進める, ``読んで`` for 読む."""
    form = past(word)
    return form[:-1] + ("で" if form.endswith("だ") else "て")


def negative(word: Word) -> str:
    """Return ``進めない`` for 進める, ``ない`` for ある."""
    base = word.base
    if base in ("ある", "有る"):
        return "ない"
    if _is_zuru(word):
        return base[:-2] + "じない"
    if word.conjugation.startswith("五段"):
        return base[:-1] + _NEGATIVE[word.conjugation.split("-")[1]] + "ない"
    if word.conjugation.startswith("サ行変格"):
        return base[:-2] + "しない"
    if word.conjugation.startswith("カ行変格"):
        return base[:-2] + ("来ない" if base.endswith("来る") else "こない")
    return base[:-1] + "ない"


def volitional(word: Word) -> str:
    """Return ``進めよう`` for 進める, ``行こう`` for 行く."""
    base = word.base
    if _is_zuru(word):
        return base[:-2] + "じよう"
    if word.conjugation.startswith("五段"):
        return base[:-1] + _VOLITIONAL[word.conjugation.split("-")[1]] + "う"
    if word.conjugation.startswith("サ行変格"):
        return base[:-2] + "しよう"
    if word.conjugation.startswith("カ行変格"):
        return base[:-2] + ("来よう" if base.endswith("来る") else "こよう")
    return base[:-1] + "よう"


def potential(word: Word) -> str:
    """Return ``使え`` for 使う, to which る or ない is put; empty but for 五段 verbs."""
    if not word.conjugation.startswith("五段") or word.base.endswith(_HONORIFIC):
        return ""
    return word.base[:-1] + _POTENTIAL[word.conjugation.split("-")[1]]


def stem(word: Word) -> str:
    """Return ``進め`` for 進める, ``行き`` for 行く; empty for what is no verb of today."""
    base, conjugation = word.base, word.conjugation
    if base.endswith(_HONORIFIC):
        return base[:-1] + "い"
    if conjugation.startswith("五段"):
        return base[:-1] + _STEM[conjugation.split("-")[1]]
    if conjugation.startswith("サ行変格"):
        return base[:-2] + ("じ" if _is_zuru(word) else "し")
    if conjugation.startswith("カ行変格"):
        return base[:-2] + ("来" if base.endswith("来る") else "き")
    if conjugation.startswith(("上一段", "下一段", "助動詞-レル")):
        return base[:-1]
    return ""
