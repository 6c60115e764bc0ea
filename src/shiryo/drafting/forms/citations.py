"""Quotations and where they come from."""

from collections import Counter
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from shiryo import lazy_re as re
from shiryo.addresses import is_link
from shiryo.article.model import Block, Kind, Link
from shiryo.drafting.select.parting import reference
from shiryo.drafting.wording.sentences import split
from shiryo.drafting.wording.splits import taken
from shiryo.facts.facts import facts
from shiryo.inline import escape
from shiryo.japanese.width import width
from shiryo.outline import statements
from shiryo.outline.model import Output, QuoteBlock, QuoteBody, Reference, line_range, line_ref

_URL = re.compile(r"(?:URL\s*[:：]\s*)?(https?://[^\s、。）)」』]+)")
_POINTS = re.compile(
    r".{0,12}(こちら|ここ|これ|リンク(先)?|(詳しく|もっと)(見る|読む)?|here)[。.]?|.?"
)
"""Words of a link that do not say where it leads."""
MOST_LINKS = 12
"""How many addresses an article may link to before only documents among them are sources."""
_DOCUMENT = re.compile(
    r"調査|報告|統計|白書|論文|計画|指針|ガイド|手引|資料|マニュアル|仕様|法|条例|規則|発表|データ|記事"
    r"|report|study|survey|guide|manual|paper|\.pdf",
    re.I,
)
_NAME = 24.0
"""Full-width characters of what names a link by what stands around it: 第1回 資料."""
_TORN = re.compile(
    r"https?://[!-~]+\s*(?:や|と|を|に|は|が|の|で|も|へ|から|といった|および|または)(?=[\sぁ-んァ-ヴ一-龠h])"
)
"""An address that a sentence begins with."""
_POST = re.compile(r"[(（]@\w{1,40}[)）]")
"""Who posted it on a social network."""
_LONGEST = 160.0
"""Full-width characters of a quotation that leaves room for what a slide says of it."""
_SPEAKER = re.compile(
    r"代表|社長|会長|創業者|教授|部長|課長|市長|町長|村長|知事|大臣|議員|理事|委員|編集長|\bC[ETFO]O\b"
    r"|(?:氏|さん|様)$"
)
"""What a citation has that names a person by an office."""
_TITLE = re.compile(r"「([^」]{1,300}+)」|『([^』]{1,300}+)』")


def quote(
    said: Block, source: Block | None, lead: Block | None = None, *, beside: bool = False
) -> QuoteBlock:
    """Return a quotation with its source, or with the speaker whom the ``lead`` before it names.

    A long one ``beside`` what its section says is for the handout, and so is an embedded post.
    """
    post = source and _POST.search(source.text)
    long = beside and width(said.text) > _LONGEST
    only: Output | None = "handout" if post or long else None
    who = taken.announced(split(lead.text)[-1]) if lead and lead.text and not source else ()
    if lead and who and not said.label:
        body = QuoteBody(
            text=escape(said.text),
            by=escape(who[0]),
            url=_safe(said.href),
            from_=(line_ref(lead.first, said.last),),
            how=(taken.SPEAKER,),
        )
        return QuoteBlock(quote=body, only=only)
    last = max(said.last, source.last) if source else said.last
    first = min(said.first, source.first) if source else said.first
    body = QuoteBody(
        text=escape(said.text),
        by=escape(label(source)) if source else escape(said.label),
        url=_url(source) if source else _safe(said.href),
        from_=(line_ref(first, last),),
    )
    return QuoteBlock(quote=body, only=only)


def sources(block: Block) -> Iterator[Reference]:
    """Yield the entries of the list of sources for a citation; nothing if it names none.

    Somebody whose words are quoted is none, without a title or an address. Addresses that a
    sentence begins with and speaks of are an entry each: what is left of it names nothing.
    """
    if _TORN.match(block.text.strip()):
        found = (_safe(match[1]) for match in _URL.finditer(block.text))
        yield from (Reference(title=escape(u), url=u, from_=reference(block)) for u in found if u)
    elif one := _source(block):
        yield one


def _source(block: Block) -> Reference | None:
    """Return the entry for a citation that is a title, an address or both."""
    titles = [match[1] or match[2] for match in _TITLE.finditer(block.text)]
    title = titles[0] if titles else label(block)
    dates = [f.text for f in sorted(facts(block.text), key=lambda f: f.text) if f.kind == "date"]
    if not _url(block) and (not title or (not titles and _SPEAKER.search(title))):
        return None
    return Reference(
        title=escape(title or _url(block)),
        by=escape(titles[1]) if len(titles) > 1 else "",
        url=_url(block),
        date=max(dates, key=len, default=""),
        from_=reference(block),
    )


def linked(links: Sequence[Link]) -> list[Reference]:
    """Return the entries for what the text links to, the first of those that are alike.

    Of many, those named as documents. こちら says nothing of where it leads; the address does.
    """
    links = list({(link.text, link.href): link for link in reversed(links)}.values())[::-1]
    many = len({link.href for link in links}) > MOST_LINKS
    return [
        Reference(
            title=escape(link.href if _POINTS.fullmatch(link.text) else link.text),
            url=_safe(link.href),
            from_=(line_ref(link.first, link.first),),
        )
        for link in links
        if not many or _DOCUMENT.search(link.text)
    ]


def apart(found: Sequence[Reference], blocks: Sequence[Block]) -> Iterator[Reference]:
    """Yield entries; those that are called alike (資料) by their short item or paragraph, or host.

    ``blocks``: the article's.
    """
    times = Counter(one.title for one in found)
    whole = {b.first: b.text for b in blocks if b.kind is not Kind.HEADING and b.first == b.last}
    for one in found:
        if times[one.title] == 1 or is_link(one.title) or not one.url:
            yield one
            continue
        (first, _), *_ = map(line_range, one.from_)
        text = whole.get(first, "").strip()
        if 0 < width(text) <= _NAME and text != statements.shown(one.title):
            yield one.model_copy(update={"title": escape(text)})
        else:
            host = urlsplit(one.url).hostname or ""
            title = f"{one.title}（{escape(host)}）" if host else one.title
            yield one.model_copy(update={"title": title})


def _url(block: Block) -> str:
    found = _URL.search(block.text)
    return _safe(block.href) or (found[1] if found else "")


def _safe(address: str) -> str:
    return address if is_link(address) else ""


def label(block: Block) -> str:
    """Return the citation's words without its address and the brackets around it."""
    text = _URL.sub("", block.text).strip()
    text = re.sub(r"^[(（](.*)[)）]$", r"\1", text)
    text = re.sub(
        r"^(?:出典|引用元?|参考(?:文献)?|出所)\s*[:：]\s*|(?:より)?(?:引用|抜粋)$", "", text
    )
    return text.strip(" 、，。:：")
