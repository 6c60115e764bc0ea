"""What titles of sections tell of their part in the whole."""

import unicodedata
from collections import Counter
from collections.abc import Sequence

from shiryo import lazy_re as re
from shiryo.japanese.words import words

_TAIL = re.compile(
    r"(?:結論|決定(?:事項)?|まとめ|結果|次回(?:予定)?|例外|補足|附則|備考|(?:ご?注意|留意)(?:点|事項)?)"
    r"(?:[ (].*)?"
)
_CONTACT = re.compile(
    r"問い?合わ?せ|連絡先|申込先|窓口|ライセンス$|著者|執筆者|(?i:contact|licen[cs]e$|^authors?$)"
)
_ITSELF = re.compile(
    r"^(?:こちら|これ|ここ|(?:この|本|当)(?:書|資料|記事|文書|ページ|ガイド|ドキュメント|レポート))(?:は|では)、?"
)
_ENDS = re.compile(r"(?:に(?:なる|なります)|だ|である|です)$")
QUESTION, VERSION = "?", "."
"""Kinds of titles."""
_QUESTION = re.compile(r"^Q\s?[0-9]{0,3}\s?[.:、)．：]|\?$")
_COUNTED = re.compile(r"(?!第\d+(?:[部編章節]|\W|$))([^\W\d]{0,8}) ?#?\d+([年月日週回条項号期版]?)")
"""How titles begin that are counted, but for the chapters of a text; so the number has a word."""
_VERSION = re.compile(
    r"v?(?:er(?:sion)?)?\.? ?\d+(?:\.\d+)+\S{0,12}|\d{4}[-./年]\d{1,2}[-./月].{0,12}", re.I
)
"""Titles that are versions, or dates."""
_TERMS = re.compile(r"用語|語彙|glossary", re.I)


def closes(title: str) -> bool:
    """Tell whether a section closes what stands before it and is no topic of its own."""
    return _TAIL.fullmatch(_plain(title)) is not None


def asks(title: str) -> bool:
    """Tell whether a title is a question, which its section answers."""
    return _QUESTION.search(_plain(title)) is not None


def is_contact(title: str) -> bool:
    """Tell whether a title says that below it stands whom to ask, or whose the text is."""
    return _CONTACT.search(_plain(title)) is not None


def names_terms(title: str) -> bool:
    """Tell whether a title says that terms are explained below it."""
    return _TERMS.search(_plain(title)) is not None


def kind(title: str) -> str:
    """Return what headings of equal things have in common, empty for one like any other.

    Questions; versions and dates, below which stands what changed; what is counted (第3条, 課題2).
    """
    plain = _plain(title)
    if _QUESTION.search(plain):
        return QUESTION
    if _VERSION.fullmatch(plain):
        return VERSION
    counted = _COUNTED.match(plain)
    return "#".join(counted.groups()) if counted and any(counted.groups()) else ""


def shared(titles: Sequence[str]) -> str:
    """Return the kind of most of the titles; empty if they are like any others."""
    found, count = Counter(map(kind, titles)).most_common(1)[0] if titles else ("", 0)
    return found if 2 * count > len(titles) else ""


_REQUEST = re.compile(
    r"(?:(?:について|に関して)(?P<of>[^、。]{1,8}を)?|を|(?P<if>が[^、]{0,12}(?:れば|たら)、?)|(?P<also>など)?(?:あれば)?、)?"
    r"(?:ご自由に|自由に|具体的に)?(?:お聞かせ|聞かせて|教えて|お?教え|ご?(?:記入|入力|回答|記載)|お答え|お書き)"
    r"(?:を?お|て)?(?:ください|下さい|(?:願い|いただけ)ます?か?)[。.]?"
    r"(?P<note>\s*[(（][^()（）]*[)）])?$"
)
_KIND_OF_ANSWER = re.compile(r"^[\[【(（](?:自由|任意|必須|複数|選択)[^\]】)）]{0,6}[\]】)）]\s*")


def asked(title: str) -> str:
    """Return what a question of a survey asks for (満足度をお聞かせください), others whole."""
    found = _REQUEST.search(title)
    if not found:
        return title
    bare = _KIND_OF_ANSWER.sub("", title[: found.start()]).strip()
    bare += found["also"] or ""
    last = [word for word in words(bare) if word.pos != "補助記号"][-1:]
    noun = last and (last[0].pos in ("名詞", "接尾辞", "代名詞") or last[0].surface == "など")
    return bare + (found["note"] or "").strip() if noun else title


def called(text: str) -> str:
    """Return what a sentence calls the text it stands in (これは…の記録です); empty if nothing."""
    name = _ENDS.sub("", _ITSELF.sub("", text.rstrip("。"))).strip()
    found = [word for word in words(name) if word.pos != "補助記号"]
    return name if found and found[-1].pos in ("名詞", "接尾辞") else ""


def _plain(title: str) -> str:
    return unicodedata.normalize("NFKC", title).strip()
