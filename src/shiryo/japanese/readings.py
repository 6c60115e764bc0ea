"""How a term is read: its kana, as the analyser knows them."""

from shiryo.japanese.words import known_readings, readings

_LONGEST = 8
"""Characters of a part of a name that has readings of its own."""
_VOICED = str.maketrans(
    "カキクケコサシスセソタチツテトハヒフヘホ", "ガギグゲゴザジズゼゾダヂヅデドバビブベボ"
)
_PURSED = str.maketrans("ハヒフヘホ", "パピプペポ")
_STOPPED = "クツチキ"
"""What at the end of a reading may become ッ before another (学 ガク, 校 コウ: ガッコウ)."""


def reading(text: str) -> str:
    """Return ``text`` in katakana; Latin words stay, and what the analyser cannot read."""
    return "".join(s if s.isascii() else read or s for s, read in readings(text))


def is_read(name: str, kana: str) -> bool:
    """Tell whether ``kana`` is how ``name`` can be read, part by part, as the dictionary has it."""
    said = _katakana(kana)
    ends = {0}  # how far the reading goes that the characters so far can have
    reached = [ends, *(set[int]() for _ in name)]
    for at, _ in enumerate(name):
        for end in range(at + 1, min(at + _LONGEST, len(name)) + 1):
            for each in known_readings(name[at:end]) if reached[at] else ():
                shapes = _shapes(each, first=at == 0, last=end == len(name))
                reached[end] |= {
                    place + len(shape)
                    for place in reached[at]
                    for shape in shapes
                    if said.startswith(shape, place)
                }
    return len(said) in reached[len(name)]


def _shapes(reading: str, *, first: bool, last: bool) -> set[str]:
    """Return how a part's reading may sound beside others: 国 コク, ゴク; 日 ニチ, ニッ."""
    if not reading:
        return set()
    found = {reading}
    if not first:
        found |= {reading[0].translate(_VOICED) + reading[1:]}
        found |= {reading[0].translate(_PURSED) + reading[1:]}
    if not last and reading[-1] in _STOPPED and len(reading) > 1:
        found |= {each[:-1] + "ッ" for each in found}
    return {each.replace("ヅ", "ズ").replace("ヂ", "ジ") for each in found} | found


def _katakana(text: str) -> str:
    return "".join(chr(ord(c) + 96) if "ぁ" <= c <= "ゖ" else c for c in text)
