"""What Jinja2 may make of a stranger's text: little, quickly, and the same every time."""

import re

import pytest

from shiryo import limits
from shiryo.compose.words import Words
from shiryo.diagnostics import Failed
from shiryo.outline.model import Outline
from shiryo.template.model import Template, Theme


def words(**files: str) -> Words:
    outline = Outline.model_construct(  # type: ignore[call-arg]
        variables={"n": 3}, title="題", subtitle="", organization="", label="", date="2025-01-01"
    )
    labels = {"line": "第{first}行", "lines": "第{first}–{last}行"}
    theme = Theme.model_construct(labels=labels)  # type: ignore[call-arg]
    return Words(Template("corp", theme, files), outline)


def doubled(first: str, twice: str) -> str:
    made = f"{{% set s = namespace(x={first}) %}}"
    return made + "{% for i in range(99) %}{% set s.x = " + twice + " %}{% endfor %}"


def problem(source: str) -> str:
    text, found = words().fill(source)
    assert text == source
    assert found is not None
    return found[0]


@pytest.mark.parametrize(
    "source",
    [
        "{{ 'あ' * 10**8 }}",
        "{{ 10**8 * 'a' }}",
        "{{ [0] * 10**8 }}",
        "{{ 7 ** 1000000000 }}",
        "{{ 10 ** 4000 }}",
        "{{ '%900000000d' % 1 }}",
        "{{ '%.900000000f' % 1 }}",
        "{{ '%900000000d' | format(1) }}",
        "{{ '{:>900000000}'.format(1) }}",
        "{{ '{x:900000000}'.format_map({'x': 1}) }}",
        "{{ ('a' * 9999).replace('a', 'b' * 999) }}",
        "{{ ('a' * 9999) | replace('', 'b' * 999) }}",
        "{{ ('b' * 9999).join(['a'] * 9999) }}",
        "{{ (['a'] * 9999) | join('b' * 9999) }}",
        "{{ 1.5 | round(10**9) }}",
        "{{ range(10**9) | list }}",
        "{% for i in range(9999) %}{% for k in range(9999) %}{% endfor %}{% endfor %}",
        "{% for i in range(9999) if i < 0 %}{% endfor %}" * 400,
        doubled("'a'", "s.x ~ s.x"),
        doubled("'a'", "s.x + s.x"),
        doubled("[1]", "[s.x, s.x]"),
        doubled("{}", "{1: s.x, 2: s.x}"),
        "{% set x %}{% for i in range(9999) %}ああああ{% endfor %}{% endset %}{{ x | length }}",
        "{% macro f(n) %}{% if n %}{{ f(n-1) }}{{ f(n-1) }}{% endif %}{% endmacro %}{{ f(60) }}",
        "{% set x = 'a' * 19999 %}{% for i in range(19999) %}{% set y = x | upper %}{% endfor %}",
    ],
)
def test_what_grows_without_end_passes_a_bound(source: str) -> None:
    assert problem(source) == "compose.variable-bound"


@pytest.mark.parametrize(
    "source",
    [
        "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
        "{{ " + "(" * 2000 + "1" + ")" * 2000 + " }}",
        "{{ " + "not " * 2000 + "1 }}",
        "{% if 1 %}" * 450 + "{% endif %}" * 450,
        "{{ " + "[" * 150 + "]" * 150 + " }}",
        "{{ " + "n." * 4000 + "n }}",
        "{{ 'a'.encode('nope') }}",
        "{{ 'a'.center(9) }}",
        "{{ n.to_bytes(9, 'big') }}",
        "{{ [1, 2] | random }}",
        "{{ 'a' | pprint }}",
        "{{ {}.pop('x') }}",
        "{{ range }}",
        "{{ [n] }}",
        "{{ [n] | map('string') }}",
        "{{ [n] ~ '' }}",
        "{{ self }}",
        "{{ (0 - 1) ** 0.5 }}",
        "{% for i in [1] recursive %}{{ loop([1]) }}{% endfor %}",
        "{% include 'x' %}",
        "{% block x %}{% endblock %}",
        "{{ [[1], [2]] | sum(start=[]) }}",
        "{{ '%*d' % (9, 1) }}",
        "{{ '{0.real}'.format(n) }}",
        "{{ 1 / 0 }}",
    ],
)
def test_what_is_not_to_be_had_is_refused_in_words(source: str) -> None:
    assert problem(source) == "compose.bad-variable"


def test_names_that_are_random_or_look_into_the_machine_are_not_there() -> None:
    assert problem("{{ lipsum() }}") == "compose.undefined"


@pytest.mark.parametrize(
    ("source", "filled"),
    [
        ("{{ n * 4 }}件", "12件"),
        ("{{ '%03d' | format(n) }} {{ '{:,.1f}'.format(1234.56) }}", "003 1,234.6"),
        ("{{ ['あ', title] | join('・') }}", "あ・題"),
        ("{% for i in [5, 6] %}{{ loop.index }}{{ '、' if not loop.last }}{% endfor %}", "1、2"),
        ("{% set s = namespace(t=1) %}{% set s.t = s.t + n %}{{ s.t }}", "4"),
        ("{% macro m(x) %}[{{ x }}]{% endmacro %}{{ m(n) }}{{ m(title) }}", "[3][題]"),
        ("{{ ['b', 'a'] | sort | map('upper') | first }}{{ none }}{{ n is odd }}", "ANoneTrue"),
        ("{{ date | ymd }} {{ date[:4] }}", "2025年1月1日 2025"),
    ],
)  # fmt: skip
def test_ordinary_variables_are_filled_in(source: str, filled: str) -> None:
    assert words().fill(source) == (filled, None)


def test_all_texts_of_an_outline_share_what_variables_may_add() -> None:
    filler = words()
    source = "{{ 'あ' * 9000 }}"
    results = [filler.fill(source)[1] for _ in range(limits.FILLED_CHARACTERS // 9_000 + 1)]
    assert results[0] is None
    assert results[-1] is not None
    assert results[-1][0] == "compose.variable-bound"


def test_a_file_of_a_template_is_named_with_its_line() -> None:
    source = "一\n{% for i in range(19999) %}{% for k in range(19999) %}\n{% endfor %}{% endfor %}"
    with pytest.raises(Failed) as failed:
        words(footer=source).render("footer")
    (found,) = failed.value.diagnostics
    assert found.code == "template.bad-words"
    assert found.span is not None
    assert str(found.span) == "corp/footer.j2:2"
    assert f"{limits.RENDER_STEPS:,}" in found.message


def test_long_texts_of_an_outline_go_through_a_template() -> None:
    notes = "本文。" * 100_000
    assert words(notes="{{ notes }}").render("notes", notes=notes) == notes


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("{{ a b }}", "{{ a b }}"),
        ("{% if %}x{% endif %}", "{% if %}x"),
        ("一行目\n{% for i in title %}", "{% for i in title %}"),
        ('{{ "x }}', '{{ "x }}'),
        ("{% 表 %}", "{% 表 %}"),
        ("{{ title | akairo }}", "「| akairo」は使えません"),
        ("{{ title is akairo }}", "akairo"),
        ("{{ nothere }}", "「nothere」という名前はありません"),
        ("{{ title.nothere }}", "「.nothere」"),
        ("{{ 1 / 0 }}", "0 で割って"),
        ("{{ title + 1 }}", "種類の違う"),
        ("{{ title.upper(1) }}", "渡した値"),
    ],
)
def test_what_is_wrong_with_a_template_is_said_in_japanese(source: str, said: str) -> None:
    with pytest.raises(Failed) as failed:
        words(footer=source).render("footer")
    (found,) = failed.value.diagnostics
    assert said in found.message
    assert not re.search(r"[a-z]{2,} [a-z]{2,} [a-z]{2,}", found.message.replace(source, ""))


def test_lines_are_named_in_the_words_of_the_template() -> None:
    assert words().lines([(12, 20), (25, 25)]) == "第12–20行、第25行"


def test_what_was_compiled_for_another_outline_says_nothing_here() -> None:
    said = set()
    for style, lines in (
        ("西暦", "{first}–{last}"),
        ("和暦", "{first}–{last}"),
        ("和暦", "{first}から"),
    ):
        outline = Outline.model_validate(
            {
                "shiryo": 1,
                "title": "題",
                "date_style": style,
                "sections": [{"id": "a", "title": "節"}],
            }
        )
        theme = Theme.model_construct(labels={"line": "{first}", "lines": lines})  # type: ignore[call-arg]
        source = '{{ "2025-09-18" | ymd }} {{ [(2, 3)] | lines }}'
        said.add(Words(Template("corp", theme, {"a": source}), outline).render("a"))
    assert said == {"2025年9月18日 2–3", "令和7年9月18日 2–3", "令和7年9月18日 2から"}


def test_what_was_compiled_before_costs_as_much() -> None:
    def left(source: str) -> int:
        made = words(a=source)
        made.render("a")
        return made._environment.steps

    source = '{{ "費用" | upper }}{{ n * 7 }}'
    assert left(source) == left(source)
    assert left(source) > left(source + " {{ n }}")
