"""Files from outside: a dossier on disk, and the article beside it. Both are hostile until read."""

from __future__ import annotations

import codecs
import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geodb.dossier.yaml_tree import Tree, parse_yaml
from geodb.errors import DossierError, Problem

MAX_DOSSIER_BYTES = 20_000_000
MAX_ARTICLE_BYTES = 5_000_000
_HEAD = 4096
NO_MAPPING = "a dossier is a mapping that begins with `dossier: 1`"
DOSSIER_NAMES = ("dossier.yaml", "dossier.yml", "dossier.json")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of the article: number from 1, offset of its first code point in the document."""

    no: int
    kind: str
    start: int
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """The words of an article as they will be stored.

    `sha256` is of `text` in UTF-8, `original_sha256` of the file; `normalization` says what lies between
    them: `none`, or `bom` and `crlf` joined by commas.
    """

    text: str
    sha256: str
    original_sha256: str
    normalization: str
    paragraphs: tuple[Paragraph, ...]


def find_dossier(path: Path) -> Path:
    """Return the dossier that `path` names: the file itself, or the one in a folder.

    Raises:
        DossierError: there is none, or a folder holds several.
    """
    if path.is_file():
        return path
    if not path.is_dir():
        raise DossierError(Problem("there is no such file or folder", str(path)))
    found = [path / name for name in DOSSIER_NAMES if (path / name).is_file()]
    if len(found) != 1:
        message = "the folder holds more than one dossier" if found else "the folder holds no dossier"
        raise DossierError(Problem(message, str(path), hint=f"name it {' or '.join(DOSSIER_NAMES)}"))
    return found[0]


def read_tree(file: Path) -> Tree:
    """Read a dossier file: JSON if it is called so, YAML otherwise; `key` defaults to the folder's name.

    Raises:
        DossierError: it is too large, not UTF-8, not YAML or JSON, or not a mapping.
    """
    name = str(file)
    text = _decoded(_limited(file, MAX_DOSSIER_BYTES, name), name).removeprefix("\ufeff")
    tree = Tree(_parse_json(text, name)) if file.suffix == ".json" else parse_yaml(text, name)
    if not isinstance(tree.value, dict):
        raise DossierError(Problem(NO_MAPPING, name, 1))
    stem = file.resolve().parent.name if file.stem == "dossier" else file.stem
    tree.value.setdefault("key", stem)
    return tree


def read_document(folder: Path, text: str, kinds: dict[int, str]) -> Document:
    """Read the article `text` names, relative to the dossier's `folder`; every line is a paragraph.

    Raises:
        DossierError: the path leaves the folder, or the file is missing, too large, not UTF-8 or holds NUL.
    """
    file = article_file(folder, text)
    raw = _limited(file, MAX_ARTICLE_BYTES, str(folder / text))
    decoded = _decoded(raw, str(folder / text))
    words = decoded.removeprefix("\ufeff")
    unix = words.replace("\r\n", "\n")
    if not unix.strip():
        raise DossierError(Problem("the article is empty", str(folder / text)))
    steps = [step for step, done in (("bom", words != decoded), ("crlf", unix != words)) if done]
    return Document(
        text=unix,
        sha256=hashlib.sha256(unix.encode()).hexdigest(),
        original_sha256=hashlib.sha256(raw).hexdigest(),
        normalization=",".join(steps) or "none",
        paragraphs=_paragraphs(unix, kinds),
    )


def _paragraphs(text: str, kinds: dict[int, str]) -> tuple[Paragraph, ...]:
    start, found = 0, []
    for no, line in enumerate(text.split("\n"), start=1):
        found.append(Paragraph(no, kinds.get(no, "body"), start, line))
        start += len(line) + 1
    return tuple(found)


def article_file(folder: Path, text: str) -> Path:
    """Return the file that `text` names, if it lies in `folder` also after all links are followed.

    Raises:
        DossierError: it does not, or is not there.
    """
    named = Path(text)
    file = (folder / named).resolve()
    if named.is_absolute() or ".." in named.parts or not file.is_relative_to(folder.resolve()):
        hint = "put the article beside the dossier and write its name"
        raise DossierError(
            Problem("the path leaves the dossier's folder", field="article.text", value=text, hint=hint)
        )
    if not file.is_file():
        raise DossierError(Problem("there is no such file", field="article.text", value=text))
    return file


def _limited(file: Path, limit: int, name: str) -> bytes:
    try:
        with file.open("rb") as stream:
            raw = stream.read(limit + 1)
    except OSError as error:
        error.filename = name  # an error of reading names no file
        raise
    if len(raw) > limit:
        raise DossierError(Problem(f"larger than {limit:,} bytes", name, hint="split it"))
    return raw


def _decoded(raw: bytes, name: str) -> str:
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        message = f"not UTF-8: byte {error.start} is 0x{raw[error.start]:02x}"
        raise DossierError(Problem(message, name, line, hint=how_to_save(raw))) from error
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        hint = how_to_save(raw) if utf16_of(raw) else "is it a text file?"
        raise DossierError(Problem("holds a NUL character", name, line, hint=hint))
    return text


def how_to_save(raw: bytes) -> str:
    """Say how bytes that are not UTF-8 become it: by name where they show what they are, which few do."""
    encoding = utf16_of(raw)
    if encoding:
        return f"it is {encoding}: save it as UTF-8, with `iconv -f {encoding} -t UTF-8`"
    return (
        "save it as UTF-8, with `iconv -f ENCODING -t UTF-8` and its encoding for ENCODING:"
        " windows-1252 for most of western Europe, windows-1254 for Turkish, windows-1251 for Russian"
    )


def utf16_of(raw: bytes) -> str | None:
    """Return the kind of UTF-16 that bytes are in: a byte order mark tells, or every other one being NUL."""
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "UTF-16"
    head = raw[:_HEAD]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if odd > len(head) // 3 and not even:
        return "UTF-16LE"
    return "UTF-16BE" if even > len(head) // 3 and not odd else None


def _parse_json(text: str, name: str) -> Any:  # noqa: ANN401 - JSON holds anything
    try:
        return json.loads(text, object_pairs_hook=_without_twins, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        raise DossierError(Problem(f"not JSON: {error.msg}", name, error.lineno)) from error
    except (ValueError, RecursionError) as error:
        raise DossierError(Problem(f"not usable JSON: {error}", name)) from error


def _without_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise ValueError(
            f"{next(name for name in names if names.count(name) > 1)!r} stands twice in one object"
        )
    return found


def _no_constant(text: str) -> Any:  # noqa: ANN401 - never returns
    raise ValueError(f"{text} is not a number")
