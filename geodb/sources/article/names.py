"""Lists of personal names as bylines and bibliographies write them."""

from __future__ import annotations

import re
import unicodedata

_AND = re.compile(r"(?<!\w)(?:and|ve|und|et|y|e|и|і|og|och|en|with|ile)(?!\w)|&")
_OTHERS = re.compile(
    r"(?:(?<!\w)(?:and|ve|und|et|y|e|и|en|&)\s+)?(?<!\w)"
    r"(?:et\.?\s+al|and others|others|ve diğerleri|diğerleri|vd|u\.\s?a|и др|и другие|y otros"
    r"|et autres|e altri)(?!\w)\.?",
    re.IGNORECASE,
)
_PARTICLE = re.compile(
    r"(?<![\w.])(?:de la|de los|de las|van der|van den|van de|von der|von dem|de|van|von|der|den|del|della|di"
    r"|da|dos|das|do|du|la|le|ten|ter|af|av|zu|al|el|bin|ibn|bint)(?=[ -][^\W\d_])"
)
_ARTICLE = re.compile(
    r"(?<!\w)(?:The|A|An|Das|Der|Die|Le|La|Les|L’|El|Los|Las|Il|Een|Bir)(?= \w)(?! [A-Z]\.)"
)
_SUFFIX = re.compile(r"(?<!\w)(?:Jr|Sr|I{2,3}|IV)(?!\w)\.?")

# The pattern of a text: A capital, a small, x without case; P particle, J suffix, & connector, % others.
_WORD = r"(?:a{0,2}['’])?[Ax][Aax]*(?:['’‐–-][Aax]+)*"
_INITIALS = r"A[a]?\.(?:[ -]{0,2}A[a]?\.)*(?:[ -]?A(?=[,;]))?"
_SURNAME = rf"(?:P+[ -])*{_WORD}(?: (?:P+ )?{_WORD})?"
_SUFFIXED = r"(?:,? J+)?"
_FIRST_LAST = rf"{_WORD}(?: (?:{_INITIALS}|P+|{_WORD})){{0,3}} (?:P+ )*{_WORD}{_SUFFIXED}"
_KINDS = {
    kind: re.compile(pattern)
    for kind, pattern in {
        "surname, initials": rf"{_SURNAME}(?: J+)?, ?{_INITIALS}(?: ?P+)?{_SUFFIXED}",
        "surname initials": rf"{_SURNAME} {_INITIALS}(?! ?[Aax]+(?:[^ Aax]|$| [&A]))",
        "initials surname": rf"(?:{_WORD} )?{_INITIALS} ?{_SURNAME}{_SUFFIXED}",
        "surname (initials)": rf"{_SURNAME} \([Aa. -]{{1,40}}\)",
        "surname II": rf"{_SURNAME} A{{1,3}}(?: A)?(?=[,;.]|\s*$| &| %| \(){_SUFFIXED}",
        "first last": _FIRST_LAST,
    }.items()
}
_SURNAME_FIRST = re.compile(rf"{_SURNAME} {_INITIALS}")
_INVERTED = re.compile(rf"(?:P+ )*{_WORD}, {_WORD}(?: (?:{_INITIALS}|{_WORD})){{0,2}}(?: ?P+)?{_SUFFIXED}")
_SEPARATOR = re.compile(r"\s*(?:[,;]\s*&+|[,;]|&+|(?<=\s)/)\s+")
_STANDS_ALONE = re.compile(r"\s*(?:[,;.:(\[&%\"'“‘«„…#/-]|A?#|$)")
_REST = re.compile(r"[,;]?\s*%+")
_ELLIPSIS = re.compile(r"[,;]?\s*(?:…|\. ?\. ?\.)\s*&?\s*")


class _Shape(dict[int, str]):
    """Class of each character, found once: so texts of any script can be matched by ASCII patterns."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        kind = unicodedata.category(char)
        shape = {"Lu": "A", "Lt": "A", "Ll": "a", "Mn": "a", "Mc": "a", "Lo": "x", "Lm": "a", "Zs": " "}.get(
            kind
        )
        if not shape:
            shape = char if kind[0] == "P" and char not in "&%" else "#"
        self[code] = shape
        return shape


_SHAPE = _Shape()


def name_shape(text: str) -> str:
    """Return the pattern of `text`, character by character, as described above."""
    shape = text.translate(_SHAPE).replace("&", "#").replace("%", "#")
    for pattern, sign in ((_ARTICLE, "a"), (_OTHERS, "%"), (_AND, "&"), (_PARTICLE, "P"), (_SUFFIX, "J")):
        for match in pattern.finditer(text):
            if sign != "&" or "%" not in shape[match.start() : match.end()]:
                shape = shape[: match.start()] + sign * len(match[0]) + shape[match.end() :]
    return shape


def find_name_list(text: str, start: int = 0, *, alone: bool = False) -> tuple[list[tuple[int, int]], int]:
    """Return the spans of the names that `text` lists from `start`, and where the list ends.

    Both orders are read, with initials before or behind, joined by commas, semicolons, and, &, ve, und …;
    et al. and its like end the list and are no name. Unless nothing but names stands there (`alone`), a
    single name in full after a mere comma counts only before an `and`: it may as well be the title.
    """
    shape = name_shape(text)
    names: list[tuple[int, int]] = []
    doubtful: list[int] = []
    kinds: list[str] = []
    at = end = start
    joined = ""
    while found := _name(shape, at, kinds, divided=bool(set(";/") & set(shape[start:at]))):
        kind, span = found
        if joined == "," and kind == "first last":
            doubtful.append(len(names))
        names.append(span)
        kinds.append(kind)
        end = span[1]
        following = _REST.match(shape, end)
        separator = following or _ELLIPSIS.match(shape, end) or _SEPARATOR.match(shape, end)
        if following:
            return names, following.end()
        if not separator:
            break
        joined = separator[0].strip()
        if "&" in joined or ";" in joined:
            doubtful = []
        at = separator.end()
    if len(doubtful) == 1 and not alone:
        names = names[: doubtful[0]]
        end = names[-1][1]
    return names, end


def _name(shape: str, at: int, kinds: list[str], *, divided: bool) -> tuple[str, tuple[int, int]] | None:
    """Return kind and span of the name at `at`, if something can end there that is a name and no title."""
    if (
        kinds
        and kinds[0] in {"surname initials", "surname II"}
        and (match := _SURNAME_FIRST.match(shape, at))
    ):
        return "surname initials", match.span()
    for kind, pattern in _KINDS.items():
        if (match := pattern.match(shape, at)) and _stands_alone(shape, match.end()):
            return kind, match.span()
    if (not kinds or divided) and (match := _INVERTED.match(shape, at)) and _stands_alone(shape, match.end()):
        return "inverted", match.span()
    return None


def _stands_alone(shape: str, end: int) -> bool:
    return shape[end - 1] == "." or _STANDS_ALONE.match(shape, end) is not None


def split_names(text: str) -> list[tuple[int, int]]:
    """Return the spans of the authors in a text that is known to name nothing else.

    What does not read as a list of persons is divided at semicolons and connectors only: an author may be an
    organisation, and those have commas and small words in their names.
    """
    names, end = find_name_list(text, alone=True)
    if names and not text[end:].strip(" .,;:"):
        return names
    found, at = [], 0
    shape = name_shape(text)
    for match in re.finditer(r";\s*|,?\s+(?:&{2,}|%+)\s*|$", shape):
        start, stop = _stripped(text, at, match.start())
        if stop > start:
            found.append((start, stop))
        at = match.end()
    return found


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " ,;:.\t":
        start += 1
    while (end > start and text[end - 1] in " ,;:\t") or text[start:end].find(".") == end - 1 - start:
        end -= 1
    return start, end
