"""Shorter wordings of a sentence that say nothing else.

Every step takes something away that can be spared: a leading conjunction, a bracket, an adverb of
emphasis, a clause that gives the circumstances. Nothing goes that holds a number, a name or a
negation, that says who says so, when, or on which condition.
"""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from shiryo.drafting.wording.style import plain
from shiryo.facts.facts import facts
from shiryo.japanese import inflect
from shiryo.japanese.brackets import depth, is_open
from shiryo.japanese.width import width
from shiryo.japanese.words import words

LINE = 41.0
"""Full-width characters that one line of a slide holds."""
LIMIT = 68.0
"""Full-width characters of a key message or a bullet: what two lines of a slide hold, wherever the
first one breaks (`tests/layout/test_said_in_two_lines.py`)."""

_LEADING = re.compile(
    r"(?:実は|もちろん|まず|次に|最後に|ちなみに|その結果|結果として|このように|加えて|さらに|とはいえ|"
    r"つまり|要するに|それでは|そのため|このため|一方で|一方|なお|また|しかし|しかしながら|"
    r"はい|いいえ|では|実際には|実際|じつは|ですので|ですから|同時に|これに対して?|その際は?|そうすることで|これにより|これによって|具体的には|とりわけ|特に|"
    r"そこで|そして|だから|したがって|すなわち|ところが|しかも|だが|それでも|なので|ですが|ですから)[、，,]\s*|"
    r"(?:そこで|つまり|また|しかし|ところが|そして|したがって)(?:実際には、)?(?=実際|[一-龠]{2}|[本当同この各国県市これそれ]+[はがをにで]|本)"
)
_EXCEPT = ("ただし", "ただ", "もっとも")
"""Conjunctions of what holds only beside the rule before it; they stay."""
_SIGN = re.compile(r"^(?:[※★☆●○◎◆◇■□▼▽▲△▶→⇒✓✅]|[\u2600-\u27bf\U0001f300-\U0001faff]\ufe0f?)+\s*")
"""Signs that only catch the eye."""
_BRACKET = re.compile(r"[（(]([^（()）]*)[)）]")
_EMPHASIS = re.compile(
    r"どんどん|単に(?=「[^」]{0,100}」というほど)|しっかりと?|まさに|やはり|とても|非常に|きわめて|極めて|大いに|ぜひ|実際に"
)
_WORDY = (
    (re.compile(r"をすることができ(?=[るたなず])"), "ができ"),
    (re.compile(r"することができ(?=[るたなず])"), "でき"),
    (
        re.compile(r"^(.{4,}?)(?<!しく)(?:について|に関して)?(?:は|を)こちら(?:だ|から|を参照)?$"),
        r"\1",
    ),
    (re.compile(r"ということになる$"), "ことになる"),
    (re.compile(r"(?<=[うくすつぬむぶるたい])わけだ?$"), ""),
    (re.compile(r"(という(?:声|意見|指摘|見方|懸念|批判|話|考え))も$"), r"\1もある"),
)
_CIRCUMSTANCE = re.compile(
    r"(?:[るたい]中で|[るたい]なかで|ながら|つつ|に伴い|に伴って|とともに|[るた]上で|[るた]うえで)$"
)
_BACKGROUND = re.compile(r"([^、は]{1,99}が[^、は]{0,99}[一-龠]{2})する(?:中|なか)で、")
_MEANS = re.compile(
    r"(?:ことで|により|によって|を通じて?|を通して|に向けて?|を踏まえて?|に応じて)$"
)
_TIGHTER = (
    (re.compile(r"(?<=[ぁ-んァ-ヴ一-龠、，]) +|(?<! ) ++(?=[ぁ-んァ-ヴ一-龠、，])"), ""),
    (re.compile(r"(?<=[うくすつぬむぶるた])ことにより(?=、)"), "ことで"),
    (re.compile(r"における(?=[一-龠ァ-ヴ])"), "での"),
    (re.compile(r"に対する(?=[一-龠ァ-ヴ])"), "への"),
    (re.compile(r"といった(?:もの|こと)がある$"), "がある"),
    (re.compile(r"(?<=[一-龠]{2})を実施(?:する)?$"), ""),
    (
        re.compile(
            r"(?<=」)という(?:プロジェクト|制度|事業|計画|仕組み|サービス|取り組み|取組)(?=[でをがはに])"
        ),
        "",
    ),
    (re.compile(r"(?<=[一-龠]{2})することが可能$"), "可能"),
    (re.compile(r"(?<=[一-龠]{2})していく予定$"), "予定"),
    (re.compile(r"(必要|可能性|恐れ|おそれ|傾向)がある$"), r"\1"),
    (re.compile(r"(?<=[一-龠]{2})を行う$"), ""),
    (re.compile(r"といった[一-龠]{2,4}の(?=[一-龠])"), "の"),
    (re.compile(r"の名前(?=[がをは])"), "の名"),
    (re.compile(r"(?<=る)(方針|計画|構想)を(?:打ち出|示|明らかに)した$"), r"\1"),
    (re.compile(r"において(?=[、一-龠ァ-ヴ])"), "で"),
)
_REASON = re.compile(r"(?:[るたいな]ため|[るたいな]ので|[るたい]から)$")
_CLAUSE = re.compile(
    r"(?<!とし)(?<!にとっ)(?<!によっ)(?<!に対し)(?<!につい)(?<!に関し)(?<!におい)(?<!に比べ)て$"
)
_AFTER_DATE = re.compile(r"^[頃ごろ]*[にはのから]*[、：:\s]*")
_STAYS = re.compile(
    r"ない|なく|なかっ|なけれ|ず|ぬ|不(?!足|安|審)|無(?!料|償|線)|非(?!常)|によると|によれば|ベースでは|今後|現在|現時点|当初|"
    r"これまで|将来|来年|昨年|今年|先月|今月|来月"
)


def tidied(text: str) -> str:
    """Return ``text`` without its final stop and with fewer words for the same."""
    text = text.rstrip("。．！!").strip()
    for pattern, wording in _WORDY:
        text = pattern.sub(wording, text)
    return text


def statement(sentence: str) -> str:
    """Return ``sentence`` as a statement: plain style, no leading conjunction, no final stop."""
    for change in PLAINER.values():
        sentence = change(sentence)
    return sentence


def background(text: str) -> str:
    """Return the circumstances that open ``text`` as a statement (〜が普及する中で); else empty."""
    found = _BACKGROUND.match(text)
    said = _without_emphasis(found[1]) if found else ""
    return said if width(said) >= 8 and not is_open(said) else ""


def without_conjunction(text: str) -> str:
    """Return ``text`` without the conjunction at its start."""
    text = text.strip()
    shorter = _LEADING.sub("", text, count=1) if _LEADING.match(text) else text
    first = words(shorter[:12])[:2] if shorter else ()
    joins = first[0].pos == "接続詞" and first[0].surface not in _EXCEPT if first else False
    if len(first) == 2 and (joins or first[0].surface == "さらに"):
        rest = shorter[len(first[0].surface) :].lstrip("、，, ")
        if first[1].pos in ("名詞", "補助記号", "接頭辞", "代名詞"):
            return rest
    return shorter


def _without_sign(text: str) -> str:
    return _SIGN.sub("", text) or text


def without_date(text: str) -> str:
    """Return ``text`` without the date that opens it and the particles after it."""
    for fact in facts(text):
        if fact.kind == "date" and text.startswith(fact.text):
            return _AFTER_DATE.sub("", text[len(fact.text) :])
    return text


def _without_brackets(text: str) -> str:
    return _BRACKET.sub(lambda m: m[0] if facts(m[1]) or _STAYS.search(m[1]) else "", text)


def _without_emphasis(text: str) -> str:
    return _EMPHASIS.sub("", text)


def _without_reasons(text: str) -> str:
    return _without(text, lambda part: bool(_spare(part)))


def _spare(part: str) -> bool:
    if facts(part) or _STAYS.search(part) or "は" in part:
        return False
    joined = bool(_CLAUSE.search(part)) and words(part)[-1].sub == "接続助詞"
    return bool(_REASON.search(part)) or (joined and "が" not in part)


def _without_examples(text: str) -> str:
    """Drop 〜など、 before what it gives examples of."""
    return _without(
        text,
        lambda part: (
            part.endswith("など") and not (facts(part) or _STAYS.search(part) or "は" in part)
        ),
    )


def _without_circumstances(text: str) -> str:
    return _without(text, lambda p: bool(_CIRCUMSTANCE.search(p)) and not _STAYS.search(p))


def _without(text: str, spare: Callable[[str], bool]) -> str:
    """Leave out the parts between commas that can be spared; the last one always stays."""
    found = parts(text)
    kept: list[str] = []
    for part in found[:-1]:
        if not spare(part) or (kept and _leans_on_next(kept[-1])):
            kept.append(part)
    return "、".join([*kept, found[-1]])


def _leans_on_next(part: str) -> bool:
    """Tell whether ``part`` qualifies, or is in a row with, what follows its comma."""
    last = words(part)[-1] if part else None
    if last is None or last.surface in ("の", "と", "や", "か", "も"):
        return True
    row = ("終止形", "連体形", "連用形-ニ")
    return last.pos in ("名詞", "連体詞", "接続詞") or last.form.startswith(row)


def parts(text: str) -> list[str]:
    """Split ``text`` at commas outside brackets and quotation marks."""
    found, inside, start = list[str](), 0, 0
    for place, sign in enumerate(text):
        inside += depth(sign)
        if sign == "、" and inside == 0:
            found.append(text[start:place])
            start = place + 1
    return [*found, text[start:]]


def _without_means(text: str) -> str:
    return _without(
        text, lambda p: not (facts(p) or _STAYS.search(p) or "は" in p) and bool(_MEANS.search(p))
    )


def _tighter(text: str) -> str:
    for pattern, wording in _TIGHTER:
        text = pattern.sub(wording, text)
    return _able(text)


def _able(text: str) -> str:
    """Turn 使うことができる into 使える."""
    found = words(text)
    said, at = "", 0
    while at < len(found):
        ahead = "".join(w.surface for w in found[at + 1 : at + 3])
        able = found[at + 3].surface if at + 3 < len(found) else ""
        root = inflect.potential(found[at]) if ahead in ("ことが", "事が") else ""
        if root and found[at].pos == "動詞" and able.startswith(("でき", "出来")):
            said += root + able[2:]
            at += 4
        else:
            said += found[at].surface
            at += 1
    return said


PLAINER: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "drop-sign": _without_sign,
        "drop-connective": without_conjunction,
        "plain-style": plain,
        "tidy": tidied,
    }
)
"""The steps of `statement`, in order, by the names that the log of a rewording gives them."""

SHORTER: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "drop-brackets": _without_brackets,
        "drop-emphasis": _without_emphasis,
        "drop-examples": _without_examples,
        "drop-reasons": _without_reasons,
        "drop-circumstances": _without_circumstances,
        "tighten": _tighter,
        "drop-means": _without_means,
    }
)
"""The steps that make a statement shorter, in order, named likewise."""
