"""A small outline to compose, and the shipped template."""

from shiryo import article as reader
from shiryo import find_template
from shiryo.compose.material import Material
from shiryo.outline import yaml

TEMPLATE = find_template("briefing")

ARTICLE = """まちの図書館は10月1日に新しくなる。
席は120から200に増える。
自習室は予約で使える。
"""

HEAD = """shiryo: 1
title: 図書館の改修
date: 2026-04-01
organization: 生涯学習課
source: {file: a.txt}
"""


def material(body: str, **assets: bytes) -> Material:
    """Return what composing needs for an outline with this body."""
    loaded, _ = yaml.load(HEAD + body, "o.yaml")
    article, _ = reader.read(ARTICLE.encode(), "a.txt")
    named = {name.replace("_", "."): data for name, data in assets.items()}
    return Material(loaded.outline, loaded.places, "o.yaml", article, named)
