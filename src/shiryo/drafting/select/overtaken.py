"""What an author tells only to say what came of it: how things were, are with most, go wrong.

Where one of the next sentences says what is so now (そこで、…) or is to be done (…ください), that
is what the section is there to say. By their looks alone (`traits`) the first is as good, since it
opens the section and names its matter.
"""

from collections.abc import Sequence

from shiryo import lazy_re as re
from shiryo.drafting.wording.sentences import Sentence

_WAS = re.compile(
    r"^(?:今まで|これまで|従来|かつて|以前|当初|昔|元々|もともと|近年|最近|この(?:数|[0-9]+)年)|"
    r"長年|てき(?:た|ました)。?$|[てで]い(?:た|ました)。?$"
)
_NOW = re.compile(
    r"^(?:今後|これから|今回|現在|今は|いまは|そこで|このため|そのため|しかし|ところが|それでも)|"
    r"廃止|やめ|見直|新た|新設|変更し|こと[にと](?:した|しま|なり|なっ)|"
    r"ように(?:なった|なりま|した|しま)|ていきたい|(?:バージョン ?[0-9.]+|第[0-9]+版)で"
)
_COMMON = re.compile(
    r"よくあ[るり]|(?:こと|場合|人|方|もの)[がも](?:多い|多く|少なくない|います?|多いです|"
    r"あ[るり](?:ます)?)。?$|"
    r"増えて(?:いる|います|きた|きました)。?$|がち|見込み|と言われ|とされ|注目され|一般的|普及し|"
    r"認識です"
)
_TROUBLES = re.compile(
    r"(?:しま(?:う|います|いました|った)|かか(?:る|ります|りました|った)|困(?:る|ります)|"
    r"難し(?:い|いです)|でき(?:ない|ません)|[分わ]から(?:ない|ません)|(?:面倒|大変|不便)(?:です|だ)?|"
    r"問題(?:です|だ|[とに]なる|[とに]なります)|必要(?:です|になる|になります)?)。?$"
)
_RECENTLY = re.compile(r"^(?:近年|最近|昨今|現在|今日)")
_DO = re.compile(
    r"(?:ください|下さい|ましょう|お願い.{0,6}|べきです?|べきである|(?:必要|重要)(?:です|だ)|"
    r"大切です|"
    r"必要があ(?:る|ります)|ようにしてい?ます|ようにする|ようにします|こと)。?$|"
    r"解決|ことで|すれば|[れけせてねべめえ]ば、|このような|この方法|使[うえい]"
)
_PAIRS = (
    (_WAS, (_NOW,), 3),
    (_COMMON, (_DO,), 3),
    (_RECENTLY, (_DO, _NOW), 3),
    (_TROUBLES, (_DO,), 2),
)
"""What is told first, what overtakes it, and how many sentences later at most."""


def is_overtaken(sentences: Sequence[Sentence], place: int) -> bool:
    """Tell whether one of the next sentences says what came of what this one tells."""
    text = sentences[place].text.strip()
    for told, better, near in _PAIRS:
        later = [one.text.strip() for one in sentences[place + 1 : place + 1 + near]]
        if told.search(text) and any(how.search(one) for how in better for one in later):
            return True
    return False
