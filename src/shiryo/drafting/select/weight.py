"""What a claim is worth on a slide besides its words: facts, decisions, reasons; no talk."""

import re

from shiryo.facts.facts import facts
from shiryo.japanese.width import width

_TERSE = 10.0
"""Full-width characters below which a claim hardly says what it is about."""
_FACT, _MOST = 0.2, 3
"""What a fact adds, and how many count."""
HOLLOW = re.compile(
    r"ニュース|話題|飛び込|"
    r"(?<!\S)(?=\S*(?:伝えられ|届い|入っ|あっ|され)た$)\S*?(?:動き|知らせ|発表|報道)が|"
    r"(?:点|問題|課題|懸念|理由|不安|壁|もの|こと|特徴|メリット|方法|種類)(?:が|も|は)"
    r"(?:いくつか|いくつも|多く|たくさん|様々|さまざま)?(?:に)?(?:ある|存在する|存在)$|"
    r"[はもが](?:様々|さまざま|いろいろ|色々)$"
)
"""What only announces that something is there."""
_REASONED = re.compile(r"ため|ので|から|理由|必要|求められ|重要|目指|見込み|方針|目的|結果")
"""Words of a claim that argues."""
_DECIDED = re.compile(
    r"(?:創設|設置|導入|構築|整備|義務化|廃止|拡充|支援|公表|決定|策定|開始|改正|推進|提供|実施|強化|"
    r"増額|削減|支給|開発|確保|制度化|標準化|無償化)(?:する|した|している|を目指す|を進める|へ)?$"
)
"""What somebody does."""
_EXCEPTION = re.compile(r"[^、は]{1,16}(?:場合|とき|時|際)(?:は|には|、)")
"""What holds in one case; a rule says more."""
_SPOKEN_OF = re.compile(r"[はがもを]|について|では|によ[りる]")
"""A statement without any says something of what another one names."""
_PERSONAL = re.compile(
    r"^(?:私|わたし|僕|ぼく|俺|自分|筆者|あなた)(?:たち|達|ども)?(?:は|も|が|の)"
)
_POINTS_BACK = re.compile(
    r"^(?:こ|そ|あ)(?:れ|の|こ|う|ちら|んな)|^(?:彼|前者|後者|同様|同じく|うち)|^(?:また|つまり|特に)?[こそ]れ|"
    r"(?<![0-9０-９一-十百千万億割％%人円])以下(?=[のにをで、])|(?:^|は)次の[0-9０-９]|こちら|"
    r"^(?:例えば|たとえば|そして|しかし|ただし|ただ、|もっとも|さらに|一方で|でも|なので)|"
    r"ここ[をがはに](?!数)|[0-9０-９一二三四五]つ目[はがもの]|そう(?:話|語|言|述べ|考え|思)"
)
_EXPLAINS = re.compile(r"(?:[いたるな]ため|[いたるだ]から)だ?$")
_ITSELF = re.compile(
    r"^この(?:マニフェスト|資料|記事|文書|ページ|サイト|リポジトリ|ドキュメント|ガイド|プロジェクト|"
    r"法律|条例|制度|調査|報告書|計画|[0-9０-９一-十]+(?:年|か月))"
)
"""What is no pointing back: this very document, these ten years."""


def of(text: str, sentence: str, *, first: bool) -> float:
    """Return what speaks for the claim ``text`` of ``sentence``; ``first``: it opens a section."""
    worth = 0.3 if first else 0.0
    worth += _FACT * min(_MOST, len(facts(text)))
    worth -= 0.5 if width(text) < _TERSE else 0.0
    worth += 0.15 if _REASONED.search(text) else 0.0
    worth += 0.15 if _DECIDED.search(text) else 0.0
    worth -= 0.5 if _PERSONAL.match(text) else 0.0
    worth -= 0.5 if sentence.rstrip().endswith(("!", "！")) else 0.0
    worth -= 0.3 if re.match(r"[^、はが]{1,15}も", text) else 0.0
    worth -= 0.4 if _EXCEPTION.match(text) else 0.0
    worth -= 0.6 if not _SPOKEN_OF.search(text) else 0.0
    return worth - (1.5 if HOLLOW.search(text) else 0.0)


def explains(text: str) -> bool:
    """Tell whether ``text`` gives the reason for what stands before it (〜ためだ)."""
    return _EXPLAINS.search(text) is not None


def points_back(text: str, heading: str = "") -> bool:
    """Tell whether ``text`` needs what stands before or after it to be understood.

    What the ``heading`` says needs nothing else (この仕様は, under a heading 仕様とは).
    """
    if _ITSELF.match(text):
        return False
    noun = re.match(r"[こそ]の([一-龠ァ-ヴーA-Za-z]{2,})", text)
    return _POINTS_BACK.search(text) is not None and not (noun and noun[1] in heading)
