"""The plain style (常体) of what is written in the polite one.

Only the endings change: what is said, denied, expected or reported stays as it was. Words between
quotation marks are somebody's own, those between ［］ or 〈〉 what a thing is called or a screen
shows: both are left alone.
"""

from shiryo import lazy_re as re
from shiryo.japanese import inflect
from shiryo.japanese.brackets import NAMES, QUOTES
from shiryo.japanese.words import Word, words

OPEN, CLOSE = ("".join(pair[side] for pair in (*QUOTES, *NAMES)) for side in (0, 1))
"""What opens and closes what has a style of its own."""
_STOPS = "。．！？!?"
_BRACKETS = frozenset(OPEN + CLOSE)
_HUMBLE = {
    "ござる": ("ある", "五段-ラ行"), "おる": ("いる", "上一段-ア行"),
    "いたす": ("する", "サ行変格"), "致す": ("する", "サ行変格"),
}  # fmt: skip
_HISTORICAL = re.compile(r"(?:[ひへゐゑ]|[一-龠な]はれ|をり)ま[すし]")
_REWRITTEN = {"助動詞-マス", "助動詞-デス", "助動詞-ダ", "で", "ください", "下さい"}
"""What endings begin with that are rewritten, besides particles of address."""
_NAMES_STYLE = "ですます"
"""What names the polite style, and is not in it."""
_ROW = tuple("・/／")
"""Signs between words that are only named."""
_PLEADED = ("容赦", "了承", "了解", "理解", "承知", "安心", "期待", "海容", "寛恕", "許し")
"""What a reader is begged for, not told to do: ご容赦ください stays as it is."""
_INVITED = ("みる", "考える", "楽しむ")
"""What a reader is invited to: 参加してみてください is no order."""
_FREELY = re.compile(r"(?:気軽に|遠慮なく|ぜひ|是非|奮って|ふるって)、?")
"""How a reader is asked who is free not to do it."""
_TELLING = {("行っ", "行く"): ("へ", "まで"), ("おき", "おく"): ("て", "で", "に", "を", "と")}
"""Forms of two verbs (行く and 行う, おく and おきる), and what has to stand before the one."""
_NONE = Word("", "", "", "*", "*", "")


def plain(text: str) -> str:
    """Return ``text`` (one or more sentences) in the plain style; the stops stay.

    So does what is written in historical kana (與へました), which the dictionary does not inflect.
    """
    return text if _HISTORICAL.search(text) else _Rewriter(words(text)).run()


def invites(text: str) -> bool:
    """Tell whether a reader is free to do what is asked (お気軽に, ぜひ): that is no order."""
    found = [*_FREELY.finditer(text)]
    return bool(found) and not re.search("[、。]", text[found[-1].end() :])


_KANJI = re.compile(r"[一-龠]{2,}")


def _is_done(noun: str) -> bool:
    """Tell a noun that is done (連絡) from one that is given (水)."""
    return _KANJI.fullmatch(noun) is not None and noun not in _PLEADED


def _is_either(before: Word, verb: Word) -> bool:
    """Tell whether a verb may be another one as well, of which nothing before it tells."""
    told = _TELLING.get((verb.surface, verb.base))
    return told is not None and before.surface not in told


class _Rewriter:
    def __init__(self, source: tuple[Word, ...]) -> None:
        self._words = source
        self._out: list[str] = []
        self._at = 0

    def run(self) -> str:
        depth = 0
        while self._at < len(self._words):
            surface = self._words[self._at].surface
            if not _BRACKETS.isdisjoint(surface):
                depth += sum(map(surface.count, OPEN)) - sum(map(surface.count, CLOSE))
            if depth > 0 or not self._out or not self._rewrite():
                self._out.append(surface)
                self._at += 1
        return "".join(self._out)

    def _rewrite(self) -> bool:
        """Replace the polite ending that starts here, if one does."""
        word = self._words[self._at]
        if word.sub != "終助詞" and _REWRITTEN.isdisjoint((word.conjugation, word.surface)):
            return False
        if self._is_named():
            return False
        if word.conjugation == "助動詞-マス":
            return self._verb()
        if word.conjugation == "助動詞-デス":
            return self._copula()
        if word.conjugation == "助動詞-ダ" and word.surface == "だ":
            return self._explains() and self._closes(1) and self._plain_copula(1)
        if word.surface == "で" and self._surface(1) == "ある" and self._ends(2):
            return self._plain_copula(2)
        if word.surface in ("ください", "下さい") and self._ends(1):
            return self._request() or self._kind_request()
        if word.sub == "終助詞" and word.surface in ("ね", "よ", "よね") and self._ends(1):
            return self._request() or self._drop()
        return False

    def _is_named(self) -> bool:
        """Tell whether the ending that starts here is spoken of: ですます調, です・ます."""
        here, before, after = self._surface(0), self._surface(-1), self._surface(1)
        row = before[-1:] in _ROW or after[:1] in _ROW or after in ("調", "体")
        return row or _NAMES_STYLE in (here + after, before + here)

    def _drop(self) -> bool:
        self._at += 1
        return True

    def _verb(self) -> bool:
        verb = self._words[self._at - 1]
        if verb.pos not in ("動詞", "助動詞") or self._greets() or _is_either(*self._before(2)):
            return False
        base, conjugation = _HUMBLE.get(verb.base, (verb.base, verb.conjugation))
        verb = verb._replace(base=base, conjugation=conjugation)
        ahead = [self._surface(n) for n in range(4)]
        if ahead == ["ませ", "ん", "でし", "た"]:
            return self._put(inflect.negative(verb)[:-1] + "かった", 4)
        if ahead[:2] == ["ませ", "ん"]:
            return self._put(inflect.negative(verb), 2)
        if ahead[:2] == ["まし", "た"]:
            return self._put(inflect.past(verb), 2)
        if ahead[:2] == ["まし", "ては"] and verb.base == "つく":
            return self._put(inflect.conjunctive(verb) + "は", 2)
        if ahead[:2] == ["まし", "て"]:
            return self._put(inflect.conjunctive(verb), 2)
        if ahead[0] == "ましょう" and self._ends(1):
            return self._put(inflect.volitional(verb), 1)
        if ahead[0] != "ます":
            return False
        return self._put(inflect.dictionary(verb), 1)

    def _greets(self) -> bool:
        """Tell whether what ends in ございます here is said as a whole: おめでとうございます."""
        before, verb = self._before(2)
        return verb.base == "ござる" and before.pos not in ("", "助詞", "名詞", "助動詞", "接尾辞")

    def _request(self) -> bool:
        """Turn 確認してください into 確認すること, 触らないでね into 触らないこと.

        What a reader is invited to (試してみてください) becomes 試してみよう.
        """
        joint, verb = self._words[self._at - 1], self._words[self._at - 2]
        if self._at < 2 or joint.surface not in ("て", "で") or verb.pos not in ("動詞", "助動詞"):
            return False
        if _is_either(*self._before(3)[:2]):
            return False
        regarded = self._before(3)[0].surface == "と"  # …と考えてください
        free = (verb.base in _INVITED and not regarded) or self._invites()
        told = inflect.dictionary(verb) + "こと"
        self._out[-2:] = [inflect.volitional(verb) if verb.pos == "動詞" and free else told]
        self._at += 1
        return True

    def _kind_request(self) -> bool:
        """Turn ご連絡ください and 連絡ください into 連絡すること, お読みください into 読むこと.

        ご利用, which the dictionary has as one word, so where it says how: 止めてご利用ください.
        """
        polite, asked = self._words[self._at - 2], self._words[self._at - 1]
        if (bare := asked.surface.removeprefix("ご")) != asked.surface and _is_done(bare):
            if polite.surface not in ("て", "で"):
                return False
            self._out[-1:] = [f"{bare}すること"]
            self._at += 1
            return True
        if _is_done(asked.surface) and polite.pos != "接頭辞":
            self._out[-1:] = [f"{asked.surface}すること"]
            self._at += 1
            return True
        if self._at < 2 or polite.pos != "接頭辞" or polite.surface not in ("ご", "御", "お"):
            return False
        if asked.pos not in ("名詞", "動詞") or asked.surface in _PLEADED or len(asked.surface) < 2:
            return False
        inflects = asked.pos == "動詞" and re.search("[ぁ-ん]$", asked.surface)
        verb = "来る" if asked.base == "越す" else asked.base
        done = verb if inflects else f"{asked.surface}する"
        said = done + "こと"
        if self._invites():
            freely = "来よう" if verb == "来る" else inflect.volitional(asked)
            said = freely if inflects else f"{asked.surface}しよう"
        self._out[-2:] = [said]
        self._at += 1
        return True

    def _invites(self) -> bool:
        return invites("".join(w.surface for w in self._words[: self._at]))

    def _put(self, form: str, length: int) -> bool:
        self._out[-1] = form
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
        """Put だ, as long as what stands before it takes one; な before ので, nothing before か."""
        after = self._surface(length) + self._surface(length + 1)
        asks = after.startswith("か") and not after.startswith("から")
        copula = "な" if after.startswith(("ので", "のに")) else "" if asks else "だ"
        return self._end(copula, length, self._words[self._at - 1])

    def _end(self, copula: str, length: int, before: Word) -> bool:
        explains = self._explains()
        self._at += length
        if explains:
            if copula == "だろう":
                self._out.append(copula)
                return True
            self._out.pop()
            if self._out and self._out[-1] == "な":
                self._out.pop()
            elif copula in ("だ", "", "だった", "な"):
                return True
        elif before.conjugation == "形容詞" or before.base in (
            "ない",
            "たい",
            "らしい",
            "た",
            "ぬ",
        ):
            copula = copula if copula == "だろう" else ""
        self._out.append(copula)
        return True

    def _explains(self) -> bool:
        """Tell whether the copula here ends 行うのだ, 便利なんだ; 私のだ says whose it is."""
        said, joint = self._before(2)
        is_joint = joint.sub == "準体助詞" and joint.surface in ("の", "ん")
        return is_joint and said.form != "*"

    def _before(self, count: int) -> list[Word]:
        """Return the words before this one, in their order; blanks before the first."""
        found = self._words[max(0, self._at - count) : self._at]
        return [_NONE] * (count - len(found)) + list(found)

    def _closes(self, ahead: int) -> bool:
        """Tell whether what is so far ahead can follow an ending: はんだづけ has none."""
        place = self._at + ahead
        following = self._words[place].pos if place < len(self._words) else "助詞"
        return following in ("助詞", "助動詞", "補助記号", "空白", "記号")

    def _surface(self, ahead: int) -> str:
        place = self._at + ahead
        return self._words[place].surface if place < len(self._words) else ""

    def _ends(self, ahead: int) -> bool:
        following = self._surface(ahead)
        return not following or following[0] in _STOPS or following in ("ね", "よ", "よね")
