"""Sentences: where one ends and the next begins."""

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

from shiryo import lazy_re as re
from shiryo.japanese.brackets import CLOSE, OPEN, depth

STOPS = "。！？!?"
_AFTER = re.compile(r"[（(〔\[][^（）()\n。]{1,20}[）)〕\]]")
COMMAS = "、，；;"
_POINTS = "．."
"""What scholars write for 。; a stop after a hiragana, else a point (１．２, A．, v1.0)."""
_HIRAGANA = re.compile(r"[ぁ-ん]")
_PARTICLES = "がをにはとのでもへ"
"""No sentence ends in these: a point after them is itself what is spoken of (名前が.で始まる)."""
_NOTE = 400
"""Characters of such a bracket."""
_NOTED = re.compile(rf"[一-龠々ァ-ヴーA-Za-z0-9０-９」』{_PARTICLES}]")
"""After a noun or particle a bracket is part of its sentence, whatever it ends in: は(一部の?)."""
_GOES_ON = re.compile(r"[ \u3000]?[ぁ-ん、，,・ー：:]")
"""What after the words of a quotation shows that its sentence goes on: 「…。」と述べた."""

_QUOTES = "\"'”’"
"""What ends a quotation that begins with the same sign, so that no depth tells it: "完了!"と."""
_ROW = re.compile(r"(?:[「『][^「」『』\n]{1,60}[」』][、,]?){1,8}+")
"""Quotations right after another."""
_QUOTED = re.compile(
    r"と(?:い[うっえわ]|の[^、]|は(?!いえ|言え|限)|[言云問聞訊尋思考感疑述書叫答返悩迷驚喜]|お[問思考尋聞]|おっしゃ"
    r"|[一-龠]{2}[しすさ]|、)|って(?:い[うっ]|[言思聞]|、)|など|とか(?!く)"
)
"""What after a question or a call shows that it is quoted: 〜のか？と問い合わせる."""


def ends(text: str, signs: str = STOPS) -> Iterator[int]:
    """Yield where the sentences of ``text`` end, after one of ``signs`` or a line feed.

    A stop inside brackets is no end (〔注。ここ〕); where it stands last in them, they are.
    """
    return iter(_found(text, signs))


@lru_cache(maxsize=2048)
def _found(text: str, signs: str) -> tuple[int, ...]:
    """Return the ends: one text is asked for them many times over while it is drafted."""
    inside, made = 0, list[int]()
    for found in _telling(signs).finditer(text):
        place, sign = found.start(), found[0]
        inside = max(inside + depth(sign), 0)
        following = text[place + 1 : place + 2]
        if sign == "\n" or (not inside and _ends(text, place, following, signs)):
            inside = 0
            made.append(place + 1)
    return tuple(made)


@cache
def _telling(signs: str) -> re.Pattern[str]:
    """Return what finds the signs at which a sentence can end, or brackets open and close."""
    return re.compile(f"[\n{re.escape(signs + _POINTS + OPEN + CLOSE)}]")


def _ends(text: str, place: int, following: str, signs: str) -> bool:
    sign = text[place]
    if following and following in signs + CLOSE:
        return False
    if following and following in _QUOTES and _GOES_ON.match(text, place + 2):
        return False
    if sign in _POINTS:
        in_name = sign == "." and following.isascii() and following.isalnum()
        goes_on = in_name or following in (*_POINTS, "…")
        spoken_of = sign == "." and text[place - 1] in _PARTICLES and _HIRAGANA.match(following)
        return not (goes_on or spoken_of) and _HIRAGANA.match(text, place - 1) is not None
    if sign in signs:
        in_name = sign in "!?" and following.isascii() and following.isalnum()
        return not (in_name or (sign in "！？!?" and _QUOTED.match(text, place + 1)))
    quoted = sign in CLOSE and text[place - 1 : place] in (*STOPS,)
    return quoted and not (_goes_on(text, place + 1) or _is_noted(text, place))


def _goes_on(text: str, at: int) -> bool:
    """Tell whether the sentence goes on at ``at``, perhaps after more quotations (「…！」が)."""
    row = _ROW.match(text, at)
    return _GOES_ON.match(text, row.end() if row else at) is not None


def _is_noted(text: str, place: int) -> bool:
    """Tell whether the bracket that closes here is a note or a doubt.

    時（以下「時」という。）内に, 理想の（？）形.
    """
    if text[place] not in ")）" or place + 1 == len(text) or text[place + 1] == "\n":
        return False
    inside, at = 1, place
    while inside and at and place - at < _NOTE:
        at -= 1
        inside -= depth(text[at])
    before = text[max(0, at - 2) : at].rstrip(" \u3000")
    if not inside and at + 2 == place:
        return bool(before)
    return not inside and _NOTED.match(before[-1:]) is not None


def split(text: str) -> list[str]:
    """Return the sentences of ``text`` without the spaces around them; their stops stay.

    A bracket of a few words after a stop belongs to the sentence before it (…と述べた。（東村）).
    """
    made = list[str]()
    for start, end in pairwise([0, *ends(text), len(text)]):
        part = text[start:end].strip()
        if made and _AFTER.fullmatch(part) and "\n" not in text[start - 1 : start]:
            made[-1] += part
        elif part:
            made.append(part)
    return made


def unstopped(text: str) -> str:
    """Return a sentence without its final stop; a question keeps its mark."""
    text = text.strip().rstrip("。．！!").strip()
    return text[:-1] if text.endswith(".") and _HIRAGANA.match(text[-2:]) else text
