"""です・ます to the plain style (常体), a noun at the end where there is one (体言止め).

Only the endings change: what is said, denied, expected or reported stays as it was. Words between
quotation marks are somebody's own and are left alone.
"""

import re

from shiryo.draft import inflect
from shiryo.draft.words import Word, words

_OPEN, _CLOSE = "「『“", "」』”"
_STOPS = "。．！？!?"
_COPULA_STAYS = {"よう", "みたい", "わけ", "から", "まで", "より", "ぐらい", "くらい", "ほど"}
_POLITE = re.compile(
    r"です|でしょう|でした|ます(?![かくぎ])|ました|ません|ましょう|まして|ください|下さい|ございま"
)


def plain(text: str) -> str:
    """Return ``text`` (one or more sentences) in the plain style; the stops stay."""
    return _Rewriter(words(text)).run()


def is_polite(text: str) -> bool:
    """Tell whether です・ます is left outside quotation marks."""
    return _POLITE.search(re.sub(r"[「『“][^「」『』“”]*[」』”]|ますます", "", text)) is not None


class _Rewriter:
    def __init__(self, source: tuple[Word, ...]) -> None:
        self._words = source
        self._out: list[str] = []
        self._at = 0

    def run(self) -> str:
        depth = 0
        while self._at < len(self._words):
            surface = self._words[self._at].surface
            depth += sum(surface.count(c) for c in _OPEN) - sum(surface.count(c) for c in _CLOSE)
            if depth > 0 or not self._out or not self._rewrite():
                self._out.append(surface)
                self._at += 1
        return "".join(self._out)

    def _rewrite(self) -> bool:
        """Replace the polite ending that starts here, if one does."""
        word = self._words[self._at]
        if word.conjugation == "助動詞-マス":
            return self._verb()
        if word.conjugation == "助動詞-デス":
            return self._copula()
        if word.conjugation == "助動詞-ダ" and word.surface == "だ":
            return self._plain_copula(1)
        if word.surface == "で" and self._surface(1) == "ある" and self._ends(2):
            return self._plain_copula(2)
        if word.surface in ("ください", "下さい") and self._ends(1):
            return self._request()
        if word.sub == "終助詞" and word.surface in ("ね", "よ", "よね") and self._ends(1):
            self._at += 1
            return True
        return False

    def _verb(self) -> bool:
        verb = self._words[self._at - 1]
        if verb.pos not in ("動詞", "助動詞") or verb.base in ("ござる", "くださる"):
            return False
        ahead = [self._surface(n) for n in range(4)]
        if ahead == ["ませ", "ん", "でし", "た"]:
            return self._put(inflect.negative(verb)[:-1] + "かった", 4)
        if ahead[:2] == ["ませ", "ん"]:
            return self._put(inflect.negative(verb), 2)
        if ahead[:2] == ["まし", "た"]:
            return self._put(inflect.past(verb), 2)
        if ahead[:2] == ["まし", "て"]:
            return self._put(inflect.conjunctive(verb), 2)
        if ahead[0] == "ましょう" and self._ends(1):
            return self._put(inflect.volitional(verb), 1)
        if ahead[0] != "ます":
            return False
        return self._put("いる" if verb.base == "おる" else verb.base, 1)

    def _request(self) -> bool:
        """Turn 確認してください into 確認すること, 触らないでください into 触らないこと."""
        joint, verb = self._words[self._at - 1], self._words[self._at - 2]
        if self._at < 2 or joint.surface not in ("て", "で") or verb.pos not in ("動詞", "助動詞"):
            return False
        self._out[-2:] = [verb.base + "こと"]
        self._at += 1
        return True

    def _put(self, form: str, length: int) -> bool:
        self._out[-1] = form.replace("おっ", "い") if form.startswith("おっ") else form
        self._at += length
        return True

    def _copula(self) -> bool:
        before = self._words[self._at - 1]
        ahead = self._surface(0), self._surface(1)
        if ahead == ("でし", "た"):
            return self._end("だった", 2, before)
        if ahead[0] == "でしょう":
            return self._end("だろう", 1, before)
        if ahead == ("でしょ", "う"):
            return self._end("だろう", 2, before)
        return ahead[0] == "です" and self._plain_copula(1)

    def _plain_copula(self, length: int) -> bool:
        """Drop a copula at the end of a sentence, or put だ before a particle."""
        before = self._words[self._at - 1]
        if self._ends(length) and before.surface not in _COPULA_STAYS:
            return self._end("", length, before)
        return self._end("だ", length, before)

    def _end(self, copula: str, length: int, before: Word) -> bool:
        self._at += length
        if before.sub == "準体助詞" and before.surface in ("の", "ん"):
            self._out.pop()
            if self._out and self._out[-1] == "な":
                self._out.pop()
            elif copula in ("だ", "", "だった"):
                return True
        elif before.pos == "形容詞" or before.base in ("ない", "たい", "らしい", "た", "ぬ"):
            copula = copula if copula == "だろう" else ""
        self._out.append(copula)
        return True

    def _surface(self, ahead: int) -> str:
        place = self._at + ahead
        return self._words[place].surface if place < len(self._words) else ""

    def _ends(self, ahead: int) -> bool:
        following = self._surface(ahead)
        return not following or following[0] in _STOPS or following in ("ね", "よ", "よね")
