from shiryo.article import read
from shiryo.article.model import Article, Block, Kind

PAGE = """<!doctype html><html><head><title>給付金のお知らせ | 中央市</title>
<meta property="article:published_time" content="2025-04-01T09:00:00+09:00">
<link rel="canonical" href="https://example.jp/x"></head><body>
<header><nav>メニュー</nav></header><nav><ul><li>ホーム</li></ul></nav>
<main><article><h1>給付金のお知らせ</h1>
<p>市では、
子育て世帯を<ruby>支援<rt>しえん</rt></ruby>します。<br>申請は不要です。</p>
<div class="c-balloon"><img src="m.png" alt="市長"><div class="c-balloon__text">ぜひ!</div></div>
<h2>対象</h2><div class="box"><p>次のとおりです。</p>
<ul><li>対象者：市内に住む人<ul><li>0歳から</li></ul></li><li>金額：<b>5万円</b></li></ul></div>
<dl><dt>基準日</dt><dd>令和7年4月1日</dd>
<dt>児童手当</dt><dd>中学校を卒業するまでの子を育てている人に支給する手当です。</dd></dl>
<table><caption>支給額</caption><tr><th>区分</th><th>額</th></tr><tr><td colspan=2>一律</td></tr>
</table>
<figure><img src="a.png" alt="流れの図"><figcaption>図1 申請の流れ</figcaption></figure>
<blockquote cite="https://example.jp/q"><p>子どもは社会の宝。</p><cite>『白書』</cite></blockquote>
<p style="display: none">見えない文</p><script>var x</script>
<div class="related-posts"><h3>関連記事</h3><ul><li><a href="x">保育園</a></li></ul></div>
</article></main><aside>広告</aside><footer>©</footer></body></html>"""


def page() -> Article:
    return read(PAGE.encode(), "a.html")[0]


def only(article: Article, kind: Kind) -> Block:
    (block,) = (b for b in article.blocks if b.kind is kind)
    return block


def test_main_content_is_kept_and_the_rest_is_not() -> None:
    assert [(b.kind.value, b.text) for b in page().blocks] == [
        ("heading", "給付金のお知らせ"),
        ("paragraph", "市では、子育て世帯を支援します。"),
        ("paragraph", "申請は不要です。"),
        ("dialogue", "ぜひ!"),
        ("heading", "対象"),
        ("lead-in", "次のとおりです。"),
        ("item", "市内に住む人"),
        ("item", "0歳から"),
        ("item", "5万円"),
        ("item", "令和7年4月1日"),
        ("definition", "中学校を卒業するまでの子を育てている人に支給する手当です。"),
        ("caption", "支給額"),
        ("table", "区分 額\n一律"),
        ("image", "流れの図"),
        ("caption", "図1 申請の流れ"),
        ("quote", "子どもは社会の宝。"),
        ("citation", "『白書』"),
        ("promotion", "関連記事"),
        ("promotion", "保育園"),
    ]


def test_what_blocks_say() -> None:
    article = page()
    assert only(article, Kind.DIALOGUE).label == "市長"
    assert only(article, Kind.DEFINITION).label == "児童手当"
    assert only(article, Kind.TABLE).cells == (("区分", "額"), ("一律", ""))
    assert only(article, Kind.IMAGE).href == "a.png"
    assert only(article, Kind.CITATION).href == "https://example.jp/q"
    items = [(b.level, b.label) for b in article.blocks if b.kind is Kind.ITEM]
    assert items == [(0, "対象者"), (1, ""), (0, "金額"), (0, "基準日")]


def test_title_date_and_address() -> None:
    article = page()
    assert article.title == "給付金のお知らせ"
    assert (article.date, article.url) == ("2025-04-01", "https://example.jp/x")


def test_a_paragraph_is_a_line() -> None:
    article = page()
    assert article.lines[1] == "市では、子育て世帯を支援します。"
    assert [b.first for b in article.blocks] == list(range(1, len(article.lines) + 1))


def test_title_of_the_page_serves_where_there_is_no_h1() -> None:
    text = "<title>節電の手引 - 中央市</title><h2>照明</h2><p>こまめに消しましょう。</p>"
    assert read(text.encode(), "a.html")[0].title == "節電の手引"


def test_citations_keep_the_address_of_their_link() -> None:
    text = (
        "<article><h1>節電の手引</h1><p>照明は<a href='https://example.jp/a'>白書</a>のとおりです。</p>"
        "<p>出典：<a href='https://example.jp/w'>『節電白書』</a>中央市<br>夜は消します。</p></article>"
    )
    blocks = read(text.encode(), "a.html")[0].blocks
    assert [(b.kind.value, b.text, b.href) for b in blocks[2:]] == [
        ("citation", "出典：『節電白書』中央市", "https://example.jp/w"),
        ("paragraph", "夜は消します。", ""),
    ]
