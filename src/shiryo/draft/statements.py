"""Statements: what the sentences of a section claim, each in words that can stand alone."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from shiryo.article.model import Block
from shiryo.draft import naming, salience, shorten
from shiryo.draft.rewording import Rewording, condensed, rewordings
from shiryo.draft.sentences import Sentence
from shiryo.draft.style import is_polite
from shiryo.draft.words import words
from shiryo.outline.facts import facts, unsupported
from shiryo.outline.model import line_ref

_FEWEST = 2
"""Points of a section; with fewer, one that points back will do."""
_TERSE = 10.0
"""Full-width characters below which a claim hardly says what it is about."""

_TALK = re.compile(
    r"よくぞ|ありがたいことに|先ほど|先程|前述|後述|前回|と書いた$|詳しくは|こちら$|幸い$|いただける|お願い|お待ちし|クリック|問い合わせ|ありがとう|ご存知|ご存じ|ご覧|お楽しみ|是非|ぜひ|(?:見て|考えて|紹介して)?いきましょう|紹介する$|解説する$|"
    r"まとめた$|見ていく$|(?:見て|考えて)みる$|(?:て|で)(?:おきたい|おこう|みよう)|みようと思う|お伝え|(?:以下|下記|次)の(?:通り|とおり|よう|\S{0,8}(?:がある|とおり)$)|"
    r"(?:以下|下記)(?:に|、|を|が)|(?:上|左|右|下)の(?:図|表|画像|写真)"
)
_FRAGMENT = re.compile(
    r"^(?:と(?:いった|いう|は|の|[、,])|などの?|こういった|ような|みたいな|(?:いいえ|はい|いや|ええ)[、。]|"
    r"[をぁぃぅぇぉっゃゅょー]|が[、一-龠]|[、。，）」』・【※*]|[^。、\s]{1,10}[:：])|https?://|\S@\S"
)
_OPENING = "「『（([“”\"'〈《"
_JAPANESE = re.compile(r"[ぁ-んァ-ヴ一-龠々]")
_POINTS_BACK = re.compile(
    r"^(?:こ|そ|あ)(?:れ|の|こ|う|ちら)|^(?:彼|前者|後者|同様)|^(?:こう|そう)|以下|次の[0-9０-９]"
)
_HOLLOW = re.compile(
    r"ニュース|話題|飛び込|(?:動き|知らせ|発表|報道)が\S*(?:伝えられ|届い|入っ|あっ|され)た$|"
    r"(?:点|問題|課題|懸念|理由|不安|壁|もの|こと|特徴|メリット|方法|種類)(?:が|も|は)"
    r"(?:いくつか|いくつも|多く|たくさん|様々|さまざま)?(?:に)?(?:ある|存在する|存在)$|"
    r"[はもが](?:様々|さまざま|いろいろ|色々)$"
)
"""What only announces that something is there."""
_DISCLAIMER = re.compile(
    r"作成途中|(?:本|この)(?:マニフェスト|資料|記事|文書|書|ページ|サイト|リポジトリ|ドキュメント)"
    r"\S*?(?:変更|ライセンス|免責|無断)|内容は\S{0,8}変更|転載を禁|すべての権利|"
    r"ご(?:意見|指摘|感想)|更新日|改訂履歴"
)
"""What says something about the document itself: no claim of its author's."""
_QUESTION = re.compile(r"[?？]|(?:の|だろう|でしょう|る|た|い)か$")
_REASONED = re.compile(r"ため|ので|から|理由|必要|求められ|重要|目指|見込み|方針|目的|結果")
"""Words of a claim that argues."""
_WHO_END = ("助詞", "接続詞", "連体詞", "接頭辞", "感動詞")
_SAYABLE_PARTICLES = ("だけ", "のみ", "など", "ほど", "まで", "ぐらい", "くらい")


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement, with the lines that it comes from."""

    text: str
    first: int
    last: int
    order: int
    """Its place in the section."""
    score: float
    """How central its sentence is; 1.0 is the average."""
    how: tuple[str, ...]
    """The changes that made it from its sentence (`rewording.replay`)."""

    @property
    def refs(self) -> tuple[str, ...]:
        """Its lines, as ``from`` says them."""
        return (line_ref(self.first, self.last),)


def claims(
    sentences: Sequence[Sentence], heading: str, announcing: Collection[int] = ()
) -> list[Claim]:
    """Return what the sentences claim, in their order; questions and fragments claim nothing.

    ``announcing``: lines that lead in to a list or a table, and so say what the section is about.
    """
    scores = salience.salience([s.text for s in sentences], heading)
    found: list[Claim] = []
    for sentence, score in zip(sentences, scores, strict=True):
        for number, wording in enumerate(_wordings(sentence.text)):
            text = wording.text
            if stands_alone(text) and not unsupported(text, sentence.text):
                opening = not found or found[0].first == sentence.first
                bonus = _bonus(text, first=opening) - 0.1 * number
                bonus += 0.8 if sentence.first in announcing else 0.0
                bonus -= 1.5 if "background" in wording.steps else 0.0
                lines = sentence.first, sentence.last
                found.append(Claim(text, *lines, len(found), score + bonus, wording.steps))
    return found


def _wordings(sentence: str) -> list[Rewording]:
    """Return the wordings of a sentence; where none fits a slide, its core as well."""
    found = rewordings(sentence)
    if all(shorten.width(w.text) > shorten.LIMIT for w in found):
        found += condensed(sentence)[:1]
    return found


def stands_alone(text: str) -> bool:
    """Tell whether ``text`` is a whole statement: with an end, closed brackets, no です・ます."""
    if shorten.width(text) < 6 or is_polite(text) or _TALK.search(text) or _QUESTION.search(text):
        return False
    if _DISCLAIMER.search(text) or not (text[0].isalnum() or text[0] in _OPENING):
        return False
    if _FRAGMENT.match(text) or text.endswith(("、", "：", ":", "…", "・")):
        return False
    if any(text.count(a) != text.count(b) for a, b in ("「」", "『』", "（）", "()", "【】")):
        return False
    if len(_JAPANESE.findall(text)) < max(6, len(text) * 0.4):
        return False
    last = words(text)[-1]
    if last.pos in _WHO_END:
        return last.surface in _SAYABLE_PARTICLES
    if last.surface == "な" or re.fullmatch(r"「[^」]*」", text):
        return False
    return not last.form.startswith(("連用形", "未然形", "仮定形", "命令形", "連体形-ウ"))


def points_back(text: str) -> bool:
    """Tell whether ``text`` needs what stands before or after it to be understood."""
    return _POINTS_BACK.search(text) is not None


def _bonus(text: str, *, first: bool) -> float:
    """Return what speaks for a claim besides its words: its place, its facts, no pointing back."""
    bonus = 0.3 if first else 0.0
    bonus += 0.1 * min(3, len(facts(text)))
    bonus -= 1.0 if points_back(text) else 0.0
    bonus -= 0.5 if shorten.width(text) < _TERSE else 0.0
    bonus += 0.15 if _REASONED.search(text) else 0.0
    bonus -= 0.3 if re.match(r"[^、はが]{1,15}も", text) else 0.0
    return bonus - (1.5 if _HOLLOW.search(text) else 0.0)


def named(blocks: Sequence[Block]) -> Claim | None:
    """Return what the first lead-in that counts says when it names what it counts."""
    for lead, tops, text in naming.announcements(blocks):
        cited = "\n".join((lead.text, *(f"{b.label} {b.text}" for b in tops)))
        if not unsupported(text, cited):
            return Claim(text, lead.first, tops[-1].last, 0, 2.0, (naming.STEP,))
    return None


def key(found: Sequence[Claim]) -> Claim | None:
    """Return the most central claim that fits one line of 40; None if none does."""
    short = [c for c in found if shorten.width(c.text) <= shorten.LIMIT]
    return max(short, key=lambda c: (c.score, -c.order), default=None)


def points(found: Sequence[Claim], message: Claim | None, most: int) -> list[Claim]:
    """Return up to ``most`` central claims beside the message, in their order, none said twice."""
    rest = [c for c in found if c is not message and shorten.width(c.text) <= shorten.LIMIT]
    rest = [c for c in rest if facts(c.text) or not _HOLLOW.search(c.text)]
    chosen: list[Claim] = []
    for claim in sorted(rest, key=lambda c: (-c.score, c.order)):
        said = [c.text for c in (*chosen, *([message] if message else []))]
        room = most if not points_back(claim.text) else _FEWEST
        if len(chosen) < room and all(salience.overlap(claim.text, text) < 0.6 for text in said):
            chosen.append(claim)
    return sorted(chosen, key=lambda c: c.order)
