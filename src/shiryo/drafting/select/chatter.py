"""What an author says to a reader beside the matter: no point of a slide, if there is another.

Invitations, wishes, cheers and thanks, what is called beside the matter, and what is supposed only
to tell something of it. What holds a number, a date or a name, or says how to apply, is none.
"""

from shiryo import lazy_re as re
from shiryo.facts.facts import facts

_BESIDE = re.compile(
    r"(?:余談|蛇足|脱線|雑談)(?:だが|ですが|に(?:は)?なる|である)|閑話|はじめまして|"
    r"ついでに[^、。]{2,20}(?:紹介|説明)(?:する|したい|しておく)?$|"
    r"(?:ここ|この[章節項]|上)で「?[^、。「」]{1,12}」?という(?:言葉|表現|語|用語)を"
)
"""How what is said beside the matter begins, or of the words themselves."""
_SELF = re.compile(
    r"^[^、。]{0,40}と申す$|^[^、。はがも]{2,30}で[^、。はがもを]{2,20}をしている[^、。はがもをに人者方]{1,12}(?:だ|である)?$|"
    r"^(?:普段|ふだん|日頃)は、?[^。]*(?:ブログ|記事|日記|Qiita|Zenn|note)[^。]{0,40}(?:書い|投稿し|発信し)て"
)
"""Who greets, and what a writer tells of himself."""
_WRITES = re.compile(
    r"^[^。]{0,60}(?:エントリー?を(?:書|投稿|公開)|(?:記事|ブログ|日記)を書(?:いた|こうと思|いてみ))"
)
"""Of the writing itself, when and why."""
_SUPPOSES = re.compile(
    r"^(?:例えば|たとえば|仮に|ここで、|いま、|今、)[^。]*?(?:とする|としよう|と仮定(?:する|しよう))$"
)
"""What is supposed; what it is supposed for says something."""
_INVITED = re.compile(
    r"ぜひ|是非|よろしければ|よかったら|よければ|どうぞ|気軽に|(?:興味|関心)[がの]|気に(?:なる|なった)|楽しそう"
)
_INVITES = re.compile(
    r"(?:[みてそ]よう|しよう|くださ[^。]{1,3}|ほしい|すること|ぞいて|表明を|[てで]ね)$"
)
"""What a reader is invited to, as it stands in the plain style: if one likes to, let one do so."""
_WISHES = re.compile(
    r"(?:れば|たら|ると|るなら|けると|えると)、?(?:とても|大変|すごく|本当に)?"
    r"(?:幸い|うれしい|嬉しい|ありがたい|有難い|有り難い|助かる)(?:だ|である|です)?$"
)
_CHEERS = re.compile(
    r"(?:見逃せない|期待が高まる|(?:今後|これから|続報|次回)[^。、]{0,6}(?:に|を)?(?:期待|乞うご期待)(?:したい|だ|である)?|"
    r"(?:今後|これから|次回|来年|いま)[^。、]{0,6}が楽しみ(?:だ|である)?|お楽しみに|(?:は|も|を)大歓迎(?:だ|である|する|している)?)$"
)
_THANKS = re.compile(
    r"(?:感謝(?:する|している|したい|の[^、。]{1,16}|申し上げる|でいっぱい(?:だ|である)?)|"
    r"(?:お?礼|御礼)[^、。]{0,8}(?:言いたい|申し上げ(?:る|たい))|ありがとう[^、。]{0,8})$"
)
_LAUGHS = re.compile(
    r"(?:[ぁ-んァ-ヴー一-龠…。、](?:ｗ+|w{2,})|[（(](?:笑|爆笑?|苦笑|汗|泣|涙)[)）])[。．！!…]*$|"
    r"(?:スミマセン|すみません|すいません|ごめんなさい|ゴメンナサイ)[。．！!…wｗ]*$"
)
"""How a writer laughs at what was said, or is sorry for it."""
_FORGOT = re.compile(r"[（(][^（()）]{0,12}(?:忘れ(?:た|まし)|以下略|中略|後略)[^（()）]{0,6}[)）]")
"""All that a writer says who says nothing."""
_TELLS = re.compile(
    r"申し?込|応募|登録|締め?切|期限|フォーム|問い?合わ?せ|連絡|窓口|受付|抽選|https?://|"
    r"株式会社|(?:さん|氏)(?=[はがに、])"
)
"""What says how something is done, whoever is asked to, or by whom."""


def is_chatter(text: str) -> bool:
    """Tell whether a statement in the plain style is said to a reader, beside the matter."""
    if any(p.match(text) for p in (_BESIDE, _SELF, _WRITES, _SUPPOSES)) or _LAUGHS.search(text):
        return True
    invites = _INVITED.search(text) and _INVITES.search(text)
    said = invites or any(p.search(text) for p in (_WISHES, _CHEERS, _THANKS))
    return bool(said) and not (_TELLS.search(text) or _states(text))


def is_nothing(text: str) -> bool:
    """Tell whether an item only says that nothing is said (（あとは忘れた）)."""
    return _FORGOT.fullmatch(text.strip()) is not None


def _states(text: str) -> bool:
    """Tell whether it holds a name or anything counted; 来週 alone tells nothing of when."""
    return any(f.kind == "name" or re.search(r"\d", f.value) for f in facts(text))
