"""Phrases: lines that end where a reader would pause, all about equally long."""

import tomllib
from bisect import bisect_left
from functools import cache
from importlib.resources import files
from itertools import accumulate

from shiryo import lazy_re as re
from shiryo.japanese import pauses
from shiryo.typeset.breaking.adjust import EPSILON
from shiryo.typeset.breaking.breaks import SOFT, SPACES
from shiryo.typeset.breaking.items import Items
from shiryo.typeset.breaking.ragged import first_fit
from shiryo.units import Points

_PAUSES = frozenset({"02", "04", "06", "07", "14"})
_PLAIN, _WORD_SPACE, _DOUBTFUL = 0.15, 0.3, 0.55
"""What a break costs, as an unfilled part of its line: without a mark; at a western word space;
between phrases where the parser may be wrong or that a name in quotation marks holds together."""
_TORN = 0.5
"""How bad it is to part phrases within a word of kanji or katakana, or a short name in quotation
marks: worse than one line more."""
_DIGITS = 9
"""To which raggedness counts: where ways are equally ragged, the size of type decides nothing."""
_SHORT = 8
"""How many characters such a name has at most, its marks not counted."""
_LONG = 3
"""Of how many characters on a part of a word is no stump."""

_WORD = 7
"""Katakana that are taken for one word, though it may begin like another."""
_KATAKANA = re.compile(r"[ァ-ヺー-ヿ]+")
_SCRIPTS = (
    ("hiragana", re.compile(r"[ぁ-ゟ]")),
    ("katakana", re.compile(r"[ァ-ヺー-ヿ]")),
    ("kanji", re.compile(r"[々〇\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")),
)
_PARTICLE = re.compile(r"[^ぁ-ゟ](?:[をはがにとでのもへや]|から|まで|より|など)$")
"""The end of a phrase that the parser is right about, whatever follows."""
_SUFFIX = "都道府県市区町村省庁局部課社者会"
"""Kanji that end a part of a long name."""
_QUOTED = re.compile(r"「[^「」]{1,12}」|『[^『』]{1,12}』|“[^“”]{1,12}”")


def balanced(items: Items, room: Points, first_room: Points) -> list[int]:
    """Return the last cell of each line: as few as can be, broken between phrases, balanced.

    A phrase that is wider than ``room`` is broken where its script changes or where a known word
    begins, else as other text is.
    """
    costs = _costs(items, min(room, first_room))
    count = len(items.cells)
    best: dict[int, tuple[float, int, float, int]] = {0: (0.0, 0, 0.0, -1)}
    for end, (bad, loose) in sorted(costs.items()):
        last = items.shown[end]
        ways = []
        for first in reversed(best):
            wide = room if first else first_room
            slack = wide - items.width(first, last) - items.hyphen[last]
            if slack < -EPSILON and last > first:
                break
            if last >= first or end == count - 1:
                worse, lines, ragged, _ = best[first]
                rag = (slack / wide) ** 2 + loose**2
                ways.append((worse + bad, lines + 1, round(ragged + rag, _DIGITS), first))
        if ways:
            best[end + 1] = min(ways)
    if count not in best:
        return first_fit(items, room, first_room, hanging=False)
    return _way(best, count)


def _way(best: dict[int, tuple[float, int, float, int]], end: int) -> list[int]:
    """Return the last cells of the lines on the best way to ``end``."""
    ends: list[int] = []
    while end > 0:
        ends.append(end - 1)
        end = best[end][3]
    return ends[::-1]


def _between(items: Items) -> dict[int, tuple[float, float]]:
    """Return for each cell that ends a phrase how bad a break there is, and how unwelcome."""
    count = len(items.cells)
    text = _Text(items)
    costs = {at: text.between(at) for at in text.phrases() if items.breaks[at] <= SOFT}
    costs[count - 1] = (0.0, 0.0)
    for at in range(count - 1):
        if items.breaks[at] <= SOFT and items.cells[at].cls in SPACES:
            costs.setdefault(at, (0.0, 0.0 if items.cells[at].cls == "14" else _WORD_SPACE))
    return costs


def _costs(items: Items, room: Points) -> dict[int, tuple[float, float]]:
    """Return the same for each cell after which a line may end; a long phrase is broken inside."""
    if not items.phrases:
        items.phrases.update(_between(items))
    costs, text, first = items.phrases, None, 0
    for end in sorted(items.phrases):
        if items.width(first, items.shown[end]) > room:
            if text is None:
                costs, text = dict(costs), _Text(items)
            for at in range(first, end):
                costs.setdefault(at, (10.0 ** items.breaks[at] * text.inside(at), 0.0))
        first = end + 1
    return costs


class _Text:
    """The characters of a line and where its cells end among them."""

    def __init__(self, items: Items) -> None:
        self.items = items
        self.text = "".join(cell.text for cell in items.cells)
        self.ends = list(accumulate(len(cell.text) for cell in items.cells))
        self.names = [match.span() for match in _names().finditer(self.text)]
        self.quoted = [match.span() for match in _QUOTED.finditer(self.text)]
        self.short = [(start, end) for start, end in self.quoted if end - start - 2 <= _SHORT]

    def phrases(self) -> list[int]:
        """Return the last cell of each phrase; none ends within a known name or particle."""
        cell_at = {end: at for at, end in enumerate(self.ends)}
        return [
            cell_at[end]
            for end in pauses.ends(self.text)
            if end in cell_at and not _within(self.names, end)
        ]

    def between(self, at: int) -> tuple[float, float]:
        """Return how bad and how unwelcome a break between phrases is, after cell ``at``."""
        if self.items.cells[at].cls in _PAUSES or at == len(self.ends) - 1:
            return 0.0, 0.0
        end = self.ends[at]
        before, after = (_script(character) for character in self.text[end - 1 : end + 1])
        same = before == after != ""
        sure = _PARTICLE.search(self.text, max(0, end - 4), end)
        doubtful = (same and not sure) or _within(self.quoted, end)
        torn = (same and before != "hiragana") or _within(self.short, end)
        return _TORN if torn else 0.0, _DOUBTFUL if doubtful else _PLAIN

    def inside(self, at: int) -> float:
        """Return how bad a break inside a phrase is, after cell ``at``, as a factor from 1."""
        end = self.ends[at]
        before, after = (_script(character) for character in self.text[end - 1 : end + 1])
        if _within(self.names, end):
            return 50.0
        if before == after == "katakana":
            known = any(self.text.startswith(word, end) for word in _data()["katakana"])
            known = known and self._part(end) > 1 and not self._is_word(end)
            return 2.0 if known else 60.0 / min(self._part(end), 3)
        if before == after == "kanji":
            if self.text[end] in _SUFFIX:
                return 20.0
            ended = self.text[end - 1] in _SUFFIX
            return 4.0 if ended else 12.0 / min(self._part(end), 2)
        if after == "hiragana":
            return 20.0 if before == after else 30.0
        return {"hiragana": 3.0, "": 1.0}.get(before, 4.0)

    def _is_word(self, end: int) -> bool:
        """Tell whether the katakana around ``end`` are no more than one word may have."""
        run = next(m for m in _KATAKANA.finditer(self.text) if m.start() < end < m.end())
        return len(run[0]) <= _WORD

    def _part(self, end: int) -> int:
        """Return how many characters of one script the shorter part has that ``end`` makes.

        More than `_LONG` are not counted.
        """
        script, left, right = _script(self.text[end]), 1, 1
        while left < min(end, _LONG) and _script(self.text[end - left - 1]) == script:
            left += 1
        rest = len(self.text) - end
        while right < min(rest, left) and _script(self.text[end + right]) == script:
            right += 1
        return min(left, right)


def _within(spans: list[tuple[int, int]], at: int) -> bool:
    """Tell whether ``at`` is inside one of ``spans``, which follow one another."""
    n = bisect_left(spans, (at,)) - 1
    return n >= 0 and at < spans[n][1]


@cache
def _script(character: str) -> str:
    """Return the script of a Japanese character; empty for any other."""
    return next((name for name, of in _SCRIPTS if of.match(character)), "")


@cache
def _names() -> re.Pattern[str]:
    """Return what finds the known names, the longest first."""
    return re.compile("|".join(map(re.escape, sorted(_data()["names"], key=len, reverse=True))))


@cache
def _data() -> dict[str, list[str]]:
    return tomllib.loads(files(__package__).joinpath("phrases.toml").read_text("utf-8"))
