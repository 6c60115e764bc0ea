"""Whether an article sets rules, as contracts, terms of use and regulations do."""

from shiryo import lazy_re as re
from shiryo.article.model import PROSE, Article, Kind
from shiryo.drafting.wording import sentences
from shiryo.japanese.numerals import ARTICLE

_BINDS = re.compile(
    r"ものと(?:する|し(?:ます|、))|この限りで(?:は|な)|前[0-9０-９一二三]?項|[前次本]各号|次の(?:各号|いずれか)|"
    r"本(?:利用)?(?:規約|契約|約款|規程|規則|条件|条|ポリシー)(?!件)|みなし(?:ます|、)|みなす"
)
"""What a sentence has that only rules have …"""
_PARTY = re.compile(
    r"(?:当社|当会|当法人|当行|契約者|利用者|加入者|会員|組合員|申込者|甲|乙)(?:及び[^、。]{1,8})?[はが]"
)
"""… and whom they bind."""
_RULES, _BOUND, _FEWEST, _FEW = 0.15, 0.4, 5, 3
"""The share of sentences that have the one, or any; how many have the one at least, fewer where
the text is called rules."""
_NAMED = re.compile(
    r"(?:規約|約款|規程|規定|規則|会則|細則|条例|契約書?|覚書|協定書?|利用条件|要綱|ポリシー)$"
)


def sets_rules(article: Article) -> bool:
    """Tell whether many of an article's sentences speak as rules do, and most of none other."""
    said = [
        sentence
        for block in article.blocks
        if block.kind in (*PROSE, Kind.ITEM) and block.first not in article.boxed
        for sentence in sentences.split(block.text)
    ]
    rules = [_BINDS.search(sentence) is not None for sentence in said]
    bound = sum(rule or bool(_PARTY.search(s)) for s, rule in zip(said, rules, strict=True))
    named = (
        _NAMED.search(re.split(r"[(（]", article.title)[0].strip()) is not None
        or _articles(article) >= _FEW
    )
    few = sum(rules) < max(_FEW if named else _FEWEST, _RULES * len(said))
    return not few and (named or bound >= _BOUND * len(said))


def _articles(article: Article) -> int:
    """Return how many headings are those of articles (第3条)."""
    heads = (b for b in article.blocks if b.kind is Kind.HEADING)
    return sum(re.match(ARTICLE, b.label or b.text.strip("（(* ")) is not None for b in heads)
