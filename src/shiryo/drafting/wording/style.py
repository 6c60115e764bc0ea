"""Styles of a sentence: is it polite (敬体), and how it says the same politely or ends in a noun.

Only the ending changes: what is said, denied, expected or reported stays as it was, and so does the
past unless a date says it too. The plain style (常体) has a room of its own: `plain`.
"""

from shiryo import lazy_re as re
from shiryo.drafting.wording.plain import CLOSE, OPEN
from shiryo.facts.facts import facts
from shiryo.japanese import inflect
from shiryo.japanese.words import Word, words

_COPULA_STAYS = {
    "よう", "みたい", "わけ", "から", "まで", "より", "ぐらい", "くらい", "ほど", "の",
    "ん",
}  # fmt: skip
_STATES = {"意味", "構成", "象徴", "示唆", "存在", "反映", "内包"}
"""Nouns of verbs that say what something is: without する they break off (…を意味)."""
_LIMITS = {"まで", "から", "ほど", "くらい", "ぐらい"}
_POLITE = re.compile(
    r"です(?![ぐべ])|でしょう|でした|ます(?![かくぎ]|[、，](?!が|と))|ました|ません|ましょう|まして|ください|下さい|ございま"
)

_OWN = re.compile(rf"[{re.escape(OPEN)}][^{re.escape(OPEN + CLOSE)}]*[{re.escape(CLOSE)}]|ますます")
"""What has a style of its own, and what only looks like ます."""
_DEPTH = 3
"""Quotations within each other that are told apart."""


def is_polite(text: str) -> bool:
    """Tell whether です・ます is left outside quotation marks."""
    for _ in range(_DEPTH):
        text = _OWN.sub("", text)
    return _POLITE.search(text) is not None


_NOUN = re.compile(r"[一-龠ァ-ヴー]{2}$")


def noun_ending(text: str) -> str:
    """Return a plain sentence ending in its noun (体言止め): 提供する → 提供, 重要だ → 重要.

    The past goes only where a date tells it (2025年に発表した → 2025年に発表).
    """
    found = words(text)
    if len(found) < 3:
        return text
    for ending, length in (("だ", 1), ("である", 2)):
        if (
            "".join(w.surface for w in found[-length:]) == ending
            and found[-1].conjugation != "助動詞-タ"
        ):
            stays = _needs_copula(*found[-length - 2 : -length])
            return text if stays else text.removesuffix(ending).rstrip()
    dated = text.endswith("した") and any(fact.kind == "date" for fact in facts(text))
    for ending, length in (("した", 2 * dated), ("する", 1)):
        if length and text.endswith(ending) and found[-length - 1].pos == "名詞":
            if found[-length - 1].surface in _STATES:
                return text
            noun = text.removesuffix(ending)
            return noun if _NOUN.search(noun) else text
    return text


def _needs_copula(before: Word, word: Word) -> bool:
    """Tell whether だ has to stay after ``word``; 10回まで and 3割ほど do without."""
    if word.surface in _LIMITS and before.pos in ("名詞", "接尾辞"):
        return False
    hearsay = word.surface == "そう" and word.pos == "名詞"
    return word.surface in _COPULA_STAYS or hearsay


def polite(text: str) -> str:
    """Return a sentence in the polite style; one that ends in a noun stays as it is."""
    found = words(text)
    for length, ending in ((3, _three), (2, _two), (1, _one)):
        if len(found) >= length and (said := ending(*found[-length:])):
            return "".join(w.surface for w in found[:-length]) + said
    return text


def _three(first: Word, middle: Word, last: Word) -> str:
    """Return the polite form of 〜しなかった and 〜であった."""
    if middle.conjugation == "助動詞-ナイ" and (middle.surface, last.surface) == ("なかっ", "た"):
        return _masu(first, "ませんでした")
    if (first.surface, middle.surface, last.surface) == ("で", "あっ", "た"):
        return "でした"
    return ""


def _two(first: Word, last: Word) -> str:
    """Return the polite form of 〜した, 〜しない, だった, なかった and である."""
    if last.conjugation == "助動詞-タ" and last.form.startswith("終止形"):
        if first.conjugation == "助動詞-ダ":
            return "でした"
        if first.base == "ない":
            return "ありませんでした"
        return first.surface + "たです" if _is_adjective(first) else _masu(first, "ました")
    if last.conjugation == "助動詞-ナイ" and last.surface == "ない":
        return _masu(first, "ません")
    return {"である": "です", "であろう": "でしょう"}.get(first.surface + last.surface, "")


def _one(last: Word) -> str:
    """Return the polite form of a verb, an adjective or a copula."""
    if last.conjugation == "助動詞-ダ":
        return {"だ": "です", "だろう": "でしょう"}.get(last.surface, "")
    if last.surface == "ない" and last.pos == "形容詞":
        return "ありません"
    if not last.form.startswith(("終止形", "連体形", "意志推量形")):
        return ""
    if _is_adjective(last):
        return last.surface + "です"
    return _masu(last, "ましょう" if last.form.startswith("意志") else "ます")


def _is_adjective(word: Word) -> bool:
    return word.conjugation in ("形容詞", "助動詞-タイ", "助動詞-ラシイ")


def _masu(verb: Word, ending: str) -> str:
    stem = inflect.stem(verb)
    return stem + ending if stem else ""
