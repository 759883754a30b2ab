"""Markdown into paragraphs, by markdown-it; raw HTML in it is dropped."""

from __future__ import annotations

import re
from typing import Any

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from geodb.errors import Problem, SourceFormatError
from geodb.sources.article.model import Block

_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n(?:---|\.\.\.)(?:\n|\Z)", re.DOTALL)
_FOOTNOTE = re.compile(r"\[\^([^\]\s]{1,40})\](?:(:)[ \t]*)?")
_KINDS = {"h1": "title", "blockquote": "quotation", "li": "list_item", "td": "table", "th": "table"}
_CONTAINERS = {"blockquote", "li"}


def markdown_blocks(text: str, name: str) -> tuple[list[Block], dict[str, Any]]:
    """Return the paragraphs of normalized Markdown, and its front matter.

    Footnotes `[^label]` become `[1]`, `[2]` in the order in which they are first used.

    Raises:
        SourceFormatError: the front matter is not YAML.
    """
    front = _FRONT_MATTER.match(text)
    body = _numbered_footnotes(text[front.end() :] if front else text)
    tokens = MarkdownIt("commonmark", {"maxNesting": 100}).enable("table").parse(body)
    return _blocks(tokens), _yaml(front[1], name) if front else {}


def _yaml(text: str, name: str) -> dict[str, Any]:
    try:
        data = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        problem = Problem(f"its front matter is not YAML: {error}", file=name, line=1)
        raise SourceFormatError(problem) from None
    return data if isinstance(data, dict) else {}


def _numbered_footnotes(text: str) -> str:
    numbers: dict[str, int] = {}

    def numbered(match: re.Match[str]) -> str:
        number = numbers.setdefault(match[1], len(numbers) + 1)
        return f"\n\\[{number}\\] " if match[2] else f"\\[{number}\\]"

    return _FOOTNOTE.sub(numbered, text)


def _blocks(tokens: list[Token]) -> list[Block]:
    blocks: list[Block] = []
    around: list[str] = []
    tag = "p"
    for token in tokens:
        if token.nesting == 1:
            tag = token.tag
            if tag in _CONTAINERS:
                around.append(tag)
        elif token.nesting == -1 and token.tag in _CONTAINERS:
            around.pop()
        elif token.type in {"inline", "fence", "code_block"}:
            text = _text(token) if token.type == "inline" else token.content
            kind = _KINDS.get(tag) or (
                "heading" if tag[0] == "h" else _KINDS[around[-1]] if around else "body"
            )
            blocks += [Block(line, kind) for line in map(str.strip, text.split("\n")) if line]
    return blocks


def _text(token: Token) -> str:
    parts = {"softbreak": " ", "hardbreak": "\n"}
    return "".join(
        parts.get(child.type, child.content if child.type in {"text", "code_inline", "text_special"} else "")
        for child in token.children or ()
    )
