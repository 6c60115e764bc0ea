"""Characters that stand for others: what only fonts, printers and old machines tell apart.

Text layers of PDFs hold Kangxi radicals for kanji (⽅ for 方) and forms for vertical lines (︒ for
。); old mail and forms hold half-width katakana. No word and no number changes: superscripts,
circled figures, full-width letters and variants of names (﨑, 神) stay as they are.
"""

import unicodedata

from shiryo import lazy_re as re

_RADICALS = str.maketrans(
    "⺟⺠⺩⻁⻄⻅⻆⻉⻋⻑⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻫⻬⻭⻮⻯⻲⻳",
    "母民王虎西見角貝車長門青韋頁風飛食馬骨鬼魚鳥鹵麦黄斉斉歯歯竜亀亀",
)
"""CJK Radicals Supplement → the kanji, as Unicode's EquivalentUnifiedIdeograph.txt has them."""
_VERTICAL = str.maketrans(
    "︐︑︒︓︔︕︖︗︘︙︰︱︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄﹇﹈",
    "，、。：；！？〖〗…‥—（）｛｝〔〕【】《》〈〉「」『』［］",
)
_ORDINARY = _RADICALS | _VERTICAL
_KANGXI = re.compile(r"[\u2f00-\u2fd5]")
_HALF = re.compile(r"[\uff61-\uff9f]+")
_ODD = re.compile(r"[\u2e80-\u2fdf\ufe10-\ufe19\ufe30-\ufe48\uff61-\uff9f]")


def ordinary(text: str) -> str:
    """Return ``text`` with the ordinary characters for such forms; most come back as they are."""
    if not _ODD.search(text):
        return text
    text = _HALF.sub(lambda half: _widened(half[0]), text)
    text = _KANGXI.sub(lambda radical: unicodedata.normalize("NFKC", radical[0]), text)
    return text.translate(_ORDINARY)


def _widened(half: str) -> str:
    """Return half-width kana in full width; a voicing mark with no kana to join stays a mark."""
    wide = unicodedata.normalize("NFKC", half)
    return wide.replace("\u3099", "゛").replace("\u309a", "゜")
