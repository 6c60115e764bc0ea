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
from collections.abc import Iterable, Iterator
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from time import process_time
from types import FrameType, ModuleType

import shiryo

SIZE = 50_000
"""Characters of a worst case."""
MOST = 0.5
"""Seconds of CPU for one."""
COMMON = "1 \tあア漢a。、.:「」()[]{}*…・〜-|>#\n"
METHODS = "match search fullmatch sub subn findall finditer split".split()
_CALL = re.compile(rf"(\w+)\.({'|'.join(METHODS)})\(")


class TooLong(Exception):
    """A regular expression that is still running."""


def modules() -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(shiryo.__path__, "shiryo."):
        if not found.name.endswith("__main__"):
            yield importlib.import_module(found.name)


def patterns() -> dict[tuple[str, str], tuple[re.Pattern[str] | re.Pattern[bytes], set[str]]]:
    """Return every pattern with the methods that it is used with: (module, name) → both."""
    sources = {module.__name__: (module, inspect.getsource(module)) for module in modules()}
    found = {}
    for name, (module, source) in sources.items():
        for variable, value in vars(module).items():
            for pattern in compiled(value):
                users = [text for _, text in sources.values() if variable in text]
                used = {m for text in users for who, m in _CALL.findall(text) if who == variable}
                used = used or {m for who, m in _CALL.findall(source) if who.islower()}
                found[name, f"{variable} {pattern.pattern!r}"] = (pattern, used)
        for pattern, method in written(source):
            found[name, repr(pattern.pattern)] = (pattern, {method})
    return found


def compiled(value: object) -> Iterator[re.Pattern[str] | re.Pattern[bytes]]:
    """Give the patterns in a module's variable, those of tuples and dictionaries too."""
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, (tuple, list, frozenset)):
        for each in value:
            yield from compiled(each)
    elif isinstance(value, dict):
        for each in value.values():
            yield from compiled(each)


def written(source: str) -> Iterator[tuple[re.Pattern[str], str]]:
    """Give the patterns that are written where they are used, as in ``re.sub("…", …)``."""
    for node in ast.walk(ast.parse(source)):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args):
            continue
        of, method, first = node.func.value, node.func.attr, node.args[0]
        if isinstance(of, ast.Name) and of.id == "re" and method in METHODS:
            flags = [w for each in (*node.args, *node.keywords) for w in ast.walk(each)]
            named = {n.attr for n in flags if isinstance(n, ast.Attribute)} & set(dir(re.RegexFlag))
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield re.compile(first.value, sum(re.RegexFlag[name] for name in named)), method


def worst(pattern: re.Pattern[str] | re.Pattern[bytes]) -> Iterable[str]:
    """Give texts that repeat what the pattern repeats and then fail, and common ones."""
    text = pattern.pattern
    tree = parser.parse(text if isinstance(text, str) else text.decode("latin-1"), pattern.flags)
    found = {sign: "" for sign in COMMON}
    for before, body in repeats(list(tree), ("",)):
        found |= dict.fromkeys((body, before + body))
        found[body, before] = ""
    for head in heads(list(tree)):
        found[head] = ""
    for each in found:
        body, before = each if isinstance(each, tuple) else (each, "")
        if body:
            for end in ("", "\x01", "。", "\nx", "あ "):
                yield before + body * (SIZE // len(body)) + end


def heads(tree: list[tuple[object, object]]) -> Iterator[str]:
    """Give samples of the first parts of a pattern."""
    for at in range(1, len(tree) + 1):
        yield from samples(tree[:at])[:4]


def repeats(
    tree: Iterable[tuple[object, object]], before: tuple[str, ...]
) -> Iterator[tuple[str, str]]:
    """Give what comes before each repeated part, and samples of the part."""
    for code, value in tree:
        own = samples([(code, value)])
        if code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
            _, most, body = value  # type: ignore[misc]
            if most > 1:
                for sample in samples(list(body))[:6]:
                    yield from ((head, sample) for head in before[:4])
            yield from repeats(list(body), before)
        elif code is codes.SUBPATTERN:
            yield from repeats(list(value[-1]), before)  # type: ignore[index]
        elif code is codes.BRANCH:
            for branch in value[1]:  # type: ignore[index]
                yield from repeats(list(branch), before)
        elif code in (codes.ASSERT, codes.ASSERT_NOT, codes.ATOMIC_GROUP):
            yield from repeats(list(value[1] if code != codes.ATOMIC_GROUP else value), before)  # type: ignore[index, call-overload]
        before = tuple(head + sample for head in before[:3] for sample in own[:3]) or before


def samples(tree: Iterable[tuple[object, object]]) -> list[str]:
    """Return short texts that a part of a pattern matches, or nearly."""
    found = [""]
    for code, value in tree:
        if len(found) > 24:
            found = found[:24]
        found = [head + each for head in found for each in _sample(code, value)]
    return list(dict.fromkeys(found))


def _sample(code: object, value: object) -> list[str]:  # noqa: PLR0911
    if code is codes.LITERAL:
        return [chr(value)]  # type: ignore[arg-type]
    if code is codes.NOT_LITERAL:
        return [sign for sign in "aあ1 " if ord(sign) != value]
    if code is codes.ANY:
        return ["a", "あ"]
    if code is codes.IN:
        return _of_class(value)  # type: ignore[arg-type]
    if code is codes.BRANCH:
        return [each for branch in value[1] for each in samples(branch)[:2]]  # type: ignore[index]
    if code is codes.SUBPATTERN:
        return samples(value[-1])  # type: ignore[index]
    if code is codes.ATOMIC_GROUP:
        return samples(value)  # type: ignore[arg-type]
    if code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
        least, _, body = value  # type: ignore[misc]
        return ([""] if not least else []) + [each * max(1, least) for each in samples(body)[:3]]
    return [""]


def _of_class(items: list[tuple[object, object]]) -> list[str]:
    whole = re.compile(_written(items))
    of_items = [chr(v if code is codes.LITERAL else v[0]) for code, v in items if code in (codes.LITERAL, codes.RANGE)]  # type: ignore[index, arg-type]  # fmt: skip
    return [sign for sign in dict.fromkeys([*of_items[:3], *COMMON]) if whole.match(sign)][:4]


def _written(items: list[tuple[object, object]]) -> str:
    """Write a class of characters again, to ask it what it holds."""
    kinds = {"DIGIT": r"\d", "SPACE": r"\s", "WORD": r"\w"}
    words = ""
    for code, value in items:
        if code is codes.NEGATE:
            words += "^"
        elif code is codes.LITERAL:
            words += re.escape(chr(value))  # type: ignore[arg-type]
        elif code is codes.RANGE:
            words += "-".join(re.escape(chr(end)) for end in value)  # type: ignore[attr-defined]
        elif code is codes.CATEGORY:
            name = str(value).removeprefix("CATEGORY_")
            kind = kinds[name.removeprefix("NOT_")]
            words += kind.upper() if name.startswith("NOT_") else kind
    return f"[{words}]"


def seconds(pattern: re.Pattern[str] | re.Pattern[bytes], method: str, text: str) -> float:
    """Return the CPU that one use takes; `MOST` and more where it had to be stopped."""
    subject = text if isinstance(pattern.pattern, str) else text.encode("utf-8", "replace")
    begun = process_time()
    signal.setitimer(signal.ITIMER_PROF, MOST)
    try:
        if method in ("sub", "subn"):
            getattr(pattern, method)("" if isinstance(subject, str) else b"", subject)  # type: ignore[call-overload]
        else:
            for _ in getattr(pattern, method)(subject) or ():  # type: ignore[call-overload]
                pass
    except TooLong:
        return MOST
    except TypeError:  # a match, which is no list
        pass
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return process_time() - begun


def stop(number: int, frame: FrameType | None) -> None:
    raise TooLong


def traps() -> Iterator[str]:
    """Give the patterns that take too long, with the texts that do it."""
    for (module, name), (pattern, methods) in patterns().items():
        for text in worst(pattern):
            for method in sorted(methods):
                short = seconds(pattern, method, text[: SIZE // 10] + text[-2:])
                if short > MOST / 200 and seconds(pattern, method, text) >= MOST:
                    yield f"{module} {name} {method} {text[:40]!r} … {text[-3:]!r}"
                    break
            else:
                continue
            break


def test_no_regular_expression_is_a_trap() -> None:
    ran = subprocess.run(
        [sys.executable, __file__], check=False, capture_output=True, encoding="utf-8"
    )
    assert (ran.stdout, ran.returncode) == ("", 0), ran.stderr


def test_a_trap_would_be_found() -> None:
    for trap in (r"(a|a)*b", r"\d+年", r"[^:]*:x", r"\s+$"):
        assert any(
            len(text) >= SIZE - 20 and text.strip("あ。\x01\nx") for text in worst(re.compile(trap))
        )


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CPU, (300, 300))
    signal.signal(signal.SIGPROF, stop)
    for trap in traps():
        print(trap, flush=True)
