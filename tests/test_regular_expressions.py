"""No regular expression of the program is a trap: each is run against what is worst for it."""

import ast
import importlib
import inspect
import pkgutil
import re
import resource
import signal
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise, product
from math import inf
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from time import process_time
from types import FrameType, ModuleType
from typing import Any

import pytest

import shiryo
from shiryo.lazy_re import Lazy

Pattern = re.Pattern[str] | re.Pattern[bytes]
Tree = Iterable[tuple[Any, Any]]

LOOKS = (2_500, 10_000, 50_000)
"""Characters of a worst case, after two looks whether it may be one."""
MOST = 0.1
"""Seconds of CPU for one: a fifth of what is promised, for slower machines."""
ENDS = ("\x01", "。", "\nx")
"""What may make a match fail that had gone well."""
SIGNS = "1 \tあア漢a。、.:「」『』()（）[]{}*…・〜-|>#\n"
COMMON = (*SIGNS, "[", "<!--", "http://a", "「あ」", "１", "あい、")
METHODS = {"match", "search", "fullmatch", "sub", "subn", "findall", "finditer", "split"}
REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)
KINDS = {"DIGIT": r"\d", "SPACE": r"\s", "WORD": r"\w"}


class TooLongError(Exception):
    """A regular expression that is still running."""


def test_no_regular_expression_is_a_trap() -> None:
    ran = subprocess.run(
        [sys.executable, __file__], check=False, capture_output=True, encoding="utf-8"
    )
    assert (ran.stdout, ran.returncode) == ("", 0), ran.stdout + ran.stderr


@pytest.mark.parametrize(
    ("trap", "method"),
    [
        ("(a|a)*b", "match"),
        (r"\d+年", "search"),
        ("[^:]*:x", "search"),
        (r"\s+$", "sub"),
        (r"\s*[/|]\s*", "split"),
        ("「.+」", "finditer"),
        (r"x\s*\n\s*y", "match"),
        ("[a-z]*[a-z-]*[a-z]*0", "fullmatch"),
    ],
)
def test_a_trap_is_found(trap: str, method: str) -> None:
    ran = subprocess.run([sys.executable, __file__, trap, method], check=False, capture_output=True)
    assert ran.stdout


def test_patterns_are_found_with_their_uses() -> None:
    source = """
import re
WORD, X, _ALL = "b+", re.compile("a+"), (re.compile("c"),)
def use(text):
    re.sub(f"{WORD}x", "", text)
    return [pattern.split(text) for pattern in _ALL if X.search(text)]
"""
    module = ModuleType("written")
    exec(source, vars(module))
    found = [(pattern.pattern, methods) for _, pattern, methods in uses([(module, source)])]
    assert found == [("a+", {"search"}), ("c", {"split"}), ("b+x", {"sub"})]


def modules() -> list[tuple[ModuleType, str]]:
    names = [found.name for found in pkgutil.walk_packages(shiryo.__path__, "shiryo.")]
    found = [importlib.import_module(name) for name in names if not name.endswith("__main__")]
    return [(module, inspect.getsource(module)) for module in found]


def uses(sources: list[tuple[ModuleType, str]]) -> list[tuple[str, Pattern, set[str]]]:
    """Return where each pattern is, and the methods that it is used with."""
    trees = [(module, ast.parse(source)) for module, source in sources]
    called: defaultdict[str, set[str]] = defaultdict(set)
    for module, tree in trees:
        for name, method in calls(tree):
            called[private(module, name)].add(method)
    found: dict[tuple[str | bytes, int], tuple[str, Pattern, set[str]]] = {}
    for module, tree in trees:
        own = [(p, called[private(module, n)]) for n, v in named(module) for p in compiled(v)]
        for pattern, methods in (*own, *written(module, tree)):
            key = pattern.pattern, pattern.flags
            at, _, before = found.get(key, (module.__name__, pattern, set()))
            found[key] = at, pattern, before | methods
    return [(at, pattern, methods or {"search"}) for at, pattern, methods in found.values()]


def private(module: ModuleType, name: str) -> str:
    """Return a name that is the module's alone where it looks so."""
    return f"{module.__name__}.{name}" if name.startswith("_") else name


def calls(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """Give each ``NAME.method``, also of names that are bound by going through ``NAME``."""
    loops = [n for n in ast.walk(tree) if isinstance(n, (ast.For, ast.comprehension))]
    bound = {
        (target.id, name)
        for loop in loops
        for target in ast.walk(loop.target)
        if isinstance(target, ast.Name)
        for name in names(loop.iter)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in METHODS:
            for name in names(node.value):
                yield name, node.attr
                yield from ((of, node.attr) for target, of in bound if target == name)


def names(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, (ast.Name, ast.Attribute)):
            yield node.id if isinstance(node, ast.Name) else node.attr


def named(module: ModuleType) -> Iterator[tuple[str, object]]:
    for name, value in vars(module).items():
        yield name, value
        if inspect.isclass(value) and value.__module__ == module.__name__:
            yield from vars(value).items()


def compiled(value: object) -> Iterator[Pattern]:
    """Give the patterns in a module's variable, those of tuples and dictionaries too."""
    if isinstance(value, (re.Pattern, Lazy)):
        yield re.compile(value.pattern, value.flags)
    elif isinstance(value, (tuple, list, set, frozenset)):
        for each in value:
            yield from compiled(each)
    elif isinstance(value, dict):
        yield from compiled(list(value.values()))


def written(module: ModuleType, tree: ast.AST) -> Iterator[tuple[Pattern, set[str]]]:
    """Give the patterns that are written where they are used, as in ``re.sub("…", …)``."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args:
            of, method = node.func.value, node.func.attr
            if isinstance(of, ast.Name) and of.id == "re" and method in METHODS:
                said = [n.attr for n in ast.walk(node) if isinstance(n, ast.Attribute)]
                flags = sum(re.RegexFlag[n] for n in {*said} & {*re.RegexFlag.__members__})
                try:
                    first = eval(ast.unparse(node.args[0]), vars(module))
                except NameError:  # made of what the function was given
                    continue
                yield re.compile(first, flags), {method}


def worst(pattern: Pattern) -> Iterator[tuple[str, str, str]]:
    """Give beginnings, what the pattern repeats, and ends that let it fail; common ones too."""
    text = pattern.pattern
    tree = parser.parse(text if isinstance(text, str) else text.decode("latin-1"), pattern.flags)
    found = {("", each) for each in COMMON}
    for before, body in repeats(tree, ("",)):
        found |= {("", body), (before, body), ("", before + body)}
    for at in range(1, len(tree) + 1):
        found |= {("", head) for head in samples(tree[:at])[:4]}
    yield from ((*each, end) for each in sorted(found) if each[1] for end in ENDS)


def repeats(tree: Tree, before: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Give what comes before each repeated part, with samples of it and of it and the next."""
    parts = list(tree)
    for here, following in pairwise([*parts, (None, None)]):
        code, value = here
        if code in REPEATS and value[1] > 1:
            body, after = samples(value[2])[:6], [""]
            if following[0] in REPEATS:
                after += samples(following[1][2])[:3]
            yield from product(before[:4], map("".join, product(body, after)))
        for inner in within(code, value):
            yield from repeats(inner, before)
        before = tuple(map("".join, product(before[:3], samples([here])[:3]))) or before


def within(code: Any, value: Any) -> list[Any]:
    """Return the patterns that a part of a pattern is made of."""
    if code in (*REPEATS, codes.SUBPATTERN):
        return [value[-1]]
    if code in (codes.BRANCH, codes.ASSERT, codes.ASSERT_NOT):
        return value[1] if code is codes.BRANCH else [value[1]]
    return [value] if code is codes.ATOMIC_GROUP else []


def samples(tree: Tree) -> list[str]:
    """Return short texts that a part of a pattern matches, or nearly."""
    found = [""]
    for code, value in tree:
        found = list(map("".join, product(found[:24], sample(code, value))))
    return list(dict.fromkeys(found))


def sample(code: Any, value: Any) -> list[str]:
    if code is codes.LITERAL:
        return [chr(value)]
    if code in (codes.NOT_LITERAL, codes.ANY):
        return [sign for sign in "aあ1 " if ord(sign) != value]
    if code is codes.IN:
        return of_class(value)
    if code in REPEATS:
        return [""] * (not value[0]) + [s * max(1, value[0]) for s in samples(value[2])[:3]]
    if code is codes.BRANCH:
        return [each for branch in value[1] for each in samples(branch)[:2]]
    if code in (codes.SUBPATTERN, codes.ATOMIC_GROUP):
        return samples(within(code, value)[0])
    return [""]


def of_class(items: list[tuple[Any, Any]]) -> list[str]:
    """Return characters of a class, its own and common ones."""
    whole = re.compile(f"[{''.join(part(code, value) for code, value in items)}]")
    own = [chr(value if code is codes.LITERAL else value[0])
           for code, value in items if code in (codes.LITERAL, codes.RANGE)]  # fmt: skip
    return [sign for sign in dict.fromkeys([*own[:3], *SIGNS]) if whole.match(sign)][:4]


def part(code: Any, value: Any) -> str:
    """Write a part of a class of characters again."""
    if code is codes.NEGATE:
        return "^"
    if code is codes.CATEGORY:
        kind = str(value).removeprefix("CATEGORY_")
        written = KINDS[kind.removeprefix("NOT_")]
        return written.upper() if kind.startswith("NOT_") else written
    ends = [value] if code is codes.LITERAL else value
    return "-".join(re.escape(chr(end)) for end in ends)


def seconds(pattern: Pattern, method: str, text: str) -> float:
    """Return the time that one use takes; infinity where it was stopped after CPU of `MOST`."""
    of_bytes = isinstance(pattern.pattern, bytes)
    subject: Any = text.encode() if of_bytes else text
    begun = process_time()
    signal.setitimer(signal.ITIMER_PROF, MOST)
    try:
        if method in ("sub", "subn"):
            pattern.sub(b"" if of_bytes else "", subject)
        elif method == "finditer":
            all(pattern.finditer(subject))
        else:
            getattr(pattern, method)(subject)
    except TooLongError:
        return inf
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return process_time() - begun


def stop(_: int, __: FrameType | None) -> None:
    raise TooLongError


def trap(pattern: Pattern, method: str) -> str:
    """Return the text that takes too long; an empty one when none does."""
    for before, body, end in worst(pattern):
        text, took = "", 0.0
        for size in LOOKS:
            shorter, text = text, before + body * (size // len(body)) + end
            took = seconds(pattern, method, text)
            if took < MOST * (size / LOOKS[-1]) ** 2:  # less than if it grew with the square
                break
            if size == LOOKS[1] and expected(pattern, method, shorter, took) < MOST / 2:
                break
        else:
            if took == inf:
                return text
    return ""


def expected(pattern: Pattern, method: str, shortest: str, took: float) -> float:
    """Return the seconds that the longest look takes if what grows with the square goes on so.

    Known from the ``shortest``, at its fastest, and from that which is four times as long.
    """
    first = min(seconds(pattern, method, shortest) for _ in range(3))
    squared = max(0.0, took - 4 * first) / 12
    longer = LOOKS[-1] / LOOKS[0]
    return longer * (first - squared) + longer**2 * squared if squared else took * longer / 4


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CPU, (120, 120))
    signal.signal(signal.SIGPROF, stop)
    given = sys.argv[1:]
    every = [("", re.compile(given[0]), {given[1]})] if given else uses(modules())
    for at, pattern, methods in every:
        for method in sorted(methods):
            if text := trap(pattern, method):
                print(f"{at} {method} {pattern.pattern!r}\n   {text[:60]!r} … {text[-3:]!r}")
