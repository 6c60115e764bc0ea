"""Patterns that are compiled when they are first used."""

import re

import pytest

from shiryo import lazy_re


@pytest.mark.parametrize("name", ["match", "search", "fullmatch", "findall", "split"])
def test_a_pattern_does_what_a_compiled_one_does(name: str):
    lazy, made = lazy_re.compile(r"(?P<n>\d)年", re.I), re.compile(r"(?P<n>\d)年", re.I)
    for text in ("3年", "前5年6年", "", "月"):
        found, wanted = (getattr(pattern, name)(text) for pattern in (lazy, made))
        assert str(found) == str(wanted)
    assert (lazy.flags, lazy.groups, lazy.groupindex) == (made.flags, 1, {"n": 1})
    assert lazy.sub(r"<\g<n>>", "2年") == "<2>"


def test_its_text_is_there_before_it_is_compiled():
    assert lazy_re.compile("(").pattern == "("


def test_what_is_wrong_with_a_pattern_is_said_when_it_is_used():
    with pytest.raises(re.error, match="unterminated"):
        lazy_re.compile("(").search("a")


def test_it_has_nothing_that_a_compiled_one_has_not():
    assert not hasattr(lazy_re.compile("a"), "replace")
