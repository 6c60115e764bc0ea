"""How a sentence speaks of its matter: of what was or is common, of what is new, wrong or helps.

An editor tells what is common or was from what came of it (`traits`); the words for it are few.
"""

from shiryo import lazy_re as re

_HOLDS = {
    "common": r"よくある|(?:こと|場合)が多い|がち|ことがあ[るり]|という人|人も(?:いる|います|"
    r"多い)|と[言い]われ|"
    r"とされ(?:る|て)|一般的|一般に|普通|当然|ものです|ものだ",
    "old": r"てき(?:た|まし)|てい(?:た|まし)|従来|これまで|以前|昔|当初|かつて|長年|近年|最近|"
    r"今まで|もともと|元々|"
    r"だったが|でしたが",
    "new": r"新た|新しく|新設|廃止|変更|見直|導入|追加|改善|刷新|移行|統一|開始|決定|決め|公開し|"
    r"実装し|作成し|"
    r"こと[にと](?:した|しま|なっ)|ように(?:なっ|しま|した)|改め|作り(?:まし|直)",
    "came of it": r"結果|わかっ|分かっ|判明|明らか|成功|(?:得られ|でき|出来)(?:た|まし)|"
    r"[にとく]な(?:った|りまし)",
    "troubles": r"問題|課題|困|難し|できな|しま[ういっ]|面倒|不便|危険|失敗|エラー|足り|不足|"
    r"なくな|悪",
    "helps": r"解決|対策|対応|回避|防[ぐげい]|ことで|ようにす|ようにし|有効|有益|便利|役[にだ]|"
    r"助け|可能に|必要がな",
    "judges": r"と(?:思|考え|感じ|言え|いえ)|だろう|でしょう|はず|べき|大切|重要|大事|必要",
    "supposes": r"と(?:する|します|しよう|しましょう)[。]?$|もし|仮に|たとえば|例えば",
    "wants": r"たい(?:です|と|。|$)|ほしい|欲しい|願|期待|目指",
    "teaches": r"ということ(?:です|だ|にな)|わけ(?:です|だ|である)|(?:大事|重要|大切|必要)なのは|"
    r"ポイントは|"
    r"のは[^。]{2,60}(?:です|だ|である)。?$",
    "quotes": r"「[^「」]{8,}」",
}
_ENDS = {
    "asked": r"(?:ください|下さい|ましょう|お願い|べきです?|べきである|ものとする|ものとします|"
    r"てほしい|"
    r"しなければ(?:ならない|なりません)|必要があ(?:る|ります)|ようにする|ようにします|こと)",
    "done": r"(?:した|しました|った|りました|いました|きました|えました)",
    "passive": r"(?:れる|れます|れた|れました|れている|れています)",
    "going on": r"(?:ている|ています|てある|てあります)",
}
_BEGINS = {
    "follows": r"そこで|そのため|このため|だから|従って|したがって|よって|こうして|その結果|"
    r"これにより|それで|なので|"
    r"ですので|すると|それでも|今回|[代か]わりに|むしろ|実際に?は",
    "turns": r"しかし|ところが|だが|けれど|でも|それでも|とはいえ|が、|一方|ただ[、し]|"
    r"にもかかわらず",
    "orders": r"まず|次に|最後に|最初に|はじめに|続いて|また|さらに|そして|なお|ちなみに|加えて|"
    r"他に|特に|具体的に",
    "ours first": r"私|わたし|我々|僕|自分|筆者|弊社|当社|本[一-龠]",
    "remarks": r"[（(※]",
}
MANNERS = {
    **{name: re.compile(pattern) for name, pattern in _HOLDS.items()},
    **{name: re.compile(rf"{pattern}[。！!]?$") for name, pattern in _ENDS.items()},
    **{name: re.compile(rf"^(?:{pattern})") for name, pattern in _BEGINS.items()},
}


def manner(sentence: str) -> dict[str, float]:
    """Return how a sentence speaks: 1 for each manner that it has, else 0."""
    text = sentence.strip()
    return {name: float(how.search(text) is not None) for name, how in MANNERS.items()}
