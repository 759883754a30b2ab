"""The README as a script: its fenced blocks, in order, with what each is said to print."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

README = Path(__file__).parents[2] / "README.md"

_FENCE = re.compile(
    r"(?:^`(?P<file>[\w./-]+)`:\n\n)?^```(?P<language>\w+)\n(?P<body>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block. `file`: where its content belongs; `prints`: the `text` block that follows it."""

    language: str
    body: str
    file: str | None
    prints: str | None


@dataclass(frozen=True, slots=True)
class Command:
    """A line after `$ ` and the output below it, in which `...` stands for anything."""

    words: str
    prints: str


def blocks(text: str) -> list[Block]:
    found = list(_FENCE.finditer(text))
    followers = [*found[1:], None]
    return [
        Block(match["language"], match["body"], match["file"], _printed(follower))
        for match, follower in zip(found, followers, strict=True)
        if match["language"] != "text" or match["file"]
    ]


def _printed(follower: re.Match[str] | None) -> str | None:
    is_output = follower is not None and follower["language"] == "text" and not follower["file"]
    return follower["body"] if follower is not None and is_output else None


def commands(block: Block) -> list[Command]:
    parts = re.split(r"^\$ (.*)\n", block.body, flags=re.MULTILINE)[1:]
    return [Command(words, prints) for words, prints in zip(parts[::2], parts[1::2], strict=True)]
