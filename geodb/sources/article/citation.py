"""A footnote or an entry of a list of works, taken apart: authors, title, publisher, address, dates."""

from __future__ import annotations

import re
from dataclasses import dataclass

from geodb.sources.article.dates import FoundDate, find_dates
from geodb.sources.article.links import find_dois, find_urls
from geodb.sources.article.names import find_name_list, split_names
from geodb.sources.article.quotations import find_quotations
from geodb.sources.article.remainder import read_remainder
from geodb.types import DateSpan

Part = tuple[int, int]

_SIGNAL = re.compile(
    r"(?:\s*(?:see also|see|compare|for example|e\.g\.|cf\.|vgl\.|siehe|bkz\.?|voir|cfr\.|см\.|véase|also)"
    r",?\s+)*\s*",
    re.IGNORECASE,
)
_ACCESS = re.compile(
    r"\baccess(?:ed)?\b|\bretrieved\b|\blast (?:visited|checked|seen|viewed)|\bviewed\b|\beri[sş]im|\berişil"
    r"|\bE\.\s?T\.|\babgerufen|\bzugriff|\baufgerufen|\bconsulté|\bconsultad[oa]|\bacceso\b|\bconsultato"
    r"|\bultimo accesso|дата (?:обращения|доступа)|звернення|\bgeraadpleegd|\bdostęp|\bacess[oa]"
    r"|访问|アクセス",
    re.IGNORECASE,
)
_ACCESS_REACH = 40
_YEAR = re.compile(r"(?<![\w./:–-])(1[4-9][0-9]{2}|20[0-9]{2})[a-z]?(?![\w/]|:\S|[–-][0-9])")
_AUTHOR_YEAR = re.compile(
    r"[\s,.:]*[(\[]?(?:1[4-9]|20)[0-9]{2}[a-z]?(?:\s?\[[0-9]{4}\])?(?:,\s[^\W\d]{3,12}(?:\s[0-9]{1,2})?(?=[)\]]))?[)\]]?[\s.,:;]*(?=\S)"
)
_EDITORS = re.compile(r",?\s*\(?(?:eds?|editors?|hrsg|dir)\b\.?\)?", re.IGNORECASE)
_SENTENCE_ENDS = re.compile(
    r"(?<!\bpp)(?<!\bvol)(?<!\bVol)(?<!\bvs)(?<!\bno)(?<!\bNo)(?<=[^\s.A-Z]{2}|[A-Z]{2}|[^\W_]\))[.](?=\s|$)|(?<=[?!])\.?(?=\s)"
)
_COMMA = re.compile(r",(?=\s+(?:[^\W\d_a-zà-ÿ]|in:?\s|[\d(]))|$")
_COUNT = r"(?:(?:v|vol|no|nr|bd|pp?)\.?\s?)?[0-9]"
_JOURNAL = re.compile(rf"\s+[^.]{{3,80}}?,?\s{_COUNT}", re.IGNORECASE)
_COMMA_JOURNAL = re.compile(rf",(?=\s[^\W\d_a-zà-ÿ][^,.]{{2,80}}?(?:,\s?|\s){_COUNT})")
_COMMA_PLACE = re.compile(r",(?=\s[^\W\d_a-z][^,.:()]{1,30}:\s[^\W\d_][^,:]{2,60},?\s[12][0-9]{3})")
_IMPRINT = re.compile(
    r"\s\((?=[^()]*[^\W\d_]{3}[^()]*(?::\s[^\W\d_]|,? [0-9]{4}\)))"
    r"|, [0-9]+(?:st|nd|rd|th) ed|\s//\s|[,.]?\s[Ii]n:\s|\s\[(?=[^\]]{3,40}\])"
)
_HANDLE = re.compile(r"\s*\[@?\w+\]")
_REPEATS = re.compile(
    r"\s*(?:ibid(?:em)?\b|a\.\s?g\.\s?e\.|a\.\s?g\.\s?m\.|aynı (?:yer|eser)|ebd\.|ebenda|там же|idem\b)",
    re.IGNORECASE,
)
_DIVIDES = re.compile(r"[;,.]?;\s+|\.\s+(?=(?:See also|See|Compare|Bkz\.?|Ayrıca bkz\.?)\s)")
_MARKS_A_SOURCE = re.compile(r"[“„«\"‘][^”»“\"’]{4,}[”»“\"’]|https?://")
_EMPHASIS = re.compile(r"(?<![\w*_])([*_])(?=\S)([^*_]{3,300}?)(?<=\S)\1(?![\w*_])")
_TEX_QUOTES = re.compile(r"``(.{3,300}?)(?:''|”|\")")
_SMALL_WORD = re.compile(r"(?<![\w.])[^\W\d_A-Z]{4,}")
_CLOSING_STOP = re.compile(r"[^.]{2,}\.")
_LONGEST_CITATION = 3000  # what is longer is prose, or an attack
_LONGEST_NOTE = 20_000
_TRIM = " \t,;:.،؛"


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a citation, as it stands at `start` to `end` of the raw text."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Citation:
    """What a note or an entry says about a source it cites; `raw` is all of it, as printed.

    `start` is where `raw` begins in the note. `repeats` means Ibid. or its like: the source before.

    `publisher` is who brings the source out, also the medium of a report; `container` is the journal or book
    that the work stands in. `bad_dates` are written like dates and are no days of the calendar.
    """

    raw: str
    authors: tuple[Piece, ...] = ()
    title: Piece | None = None
    container: Piece | None = None
    publisher: Piece | None = None
    place: Piece | None = None
    url: Piece | None = None
    doi: Piece | None = None
    published: DateSpan | None = None
    accessed: DateSpan | None = None
    bad_dates: tuple[Piece, ...] = ()
    repeats: bool = False
    start: int = 0


def parse_citations(note: str) -> list[Citation]:
    """Take apart a note that may cite several sources, divided by semicolons."""
    if len(note) > _LONGEST_NOTE:
        return [Citation(note)]
    divides = list(_DIVIDES.finditer(note))
    quotations = find_quotations(note) if divides else []
    found, at = [], 0
    for match in divides:
        is_quoted = any(quotation.start <= match.start() < quotation.end for quotation in quotations)
        if not is_quoted and all(
            map(_MARKS_A_SOURCE.search, (note[at : match.start()], note[match.end() :]))
        ):
            found.append(parse_citation(note[at : match.start()], start=at))
            at = match.end()
    return [*found, parse_citation(note[at:], start=at)]


def parse_citation(raw: str, *, start: int = 0) -> Citation:
    """Take a citation apart, whatever its style; what is not recognised is left out, never invented.

    A title is found by its quotation marks or emphasis, otherwise by where it stands.
    """
    if len(raw) > _LONGEST_CITATION:
        return Citation(raw, start=start)
    if _REPEATS.match(raw):
        return Citation(raw, repeats=True, start=start)
    urls, dois = find_urls(raw), find_dois(raw)
    dates = [date for date in find_dates(raw) if not any(a <= date.start < b for a, b in urls + dois)]
    accessed = _access_date(raw, dates, urls)
    stop = min([start for start, _ in urls + dois] + [_access_starts(raw, accessed)])
    authors, title, after = _head(raw, stop)
    published = next(
        (date for date in dates if date is not accessed and date.date and not _within(date.start, title)),
        None,
    )
    known = [(date.start, date.end) for date in dates] + [
        match.span() for match in _YEAR.finditer(raw, after)
    ]
    rest = read_remainder(raw, after, max(stop, after), known)
    return Citation(
        raw=raw,
        authors=tuple(Piece(raw[a:b], a, b) for a, b in authors),
        title=_piece(raw, title if title and any(map(str.isalnum, raw[slice(*title)])) else None),
        container=_piece(raw, rest.container),
        publisher=_piece(raw, rest.publisher),
        place=_piece(raw, rest.place),
        url=_piece(raw, urls[0] if urls else None),
        doi=_piece(raw, dois[0] if dois else None),
        published=published.date if published else _year(raw, title, stop),
        accessed=accessed.date if accessed else None,
        start=start,
        bad_dates=tuple(Piece(date.text, date.start, date.end) for date in dates if date.date is None),
    )


def _piece(raw: str, part: Part | None) -> Piece | None:
    return Piece(raw[slice(*part)], *part) if part and part[0] < part[1] else None


def _within(at: int, part: Part | None) -> bool:
    return part is not None and part[0] <= at < part[1]


def _access_date(raw: str, dates: list[FoundDate], urls: list[Part]) -> FoundDate | None:
    """Return the date beside a word of access, or a whole day that follows the address."""
    before = 0
    for date in dates:
        if _ACCESS.search(raw, max(before, date.start - _ACCESS_REACH), date.start):
            return date
        if _ACCESS.search(raw, date.end, date.end + _ACCESS_REACH) and date is dates[-1]:
            return date
        before = date.end
    last = dates[-1] if dates else None
    return last if last and urls and last.start > urls[-1][1] and last.text[-4:] != last.text else None


def _access_starts(raw: str, accessed: FoundDate | None) -> int:
    if accessed is None:
        return len(raw)
    word = _ACCESS.search(raw, max(0, accessed.start - _ACCESS_REACH), accessed.start)
    return min(word.start() if word else accessed.start, accessed.start)


def _year(raw: str, title: Part | None, stop: int) -> DateSpan | None:
    """Return the year that stands alone outside the title: the last one, as years of events come first."""
    years = [match for match in _YEAR.finditer(raw, 0, stop) if not _within(match.start(), title)]
    in_brackets = [match for match in years if raw[match.start() - 1 : match.start()] == "("]
    chosen = (in_brackets or years)[-1:]
    return DateSpan.parse(chosen[0][1]) if chosen else None


def _head(raw: str, stop: int) -> tuple[list[Part], Part | None, int]:
    """Return authors, title, and where the rest begins."""
    signal = _SIGNAL.match(raw)
    start = signal.end() if signal else 0
    marked = _marked_title(raw, start, stop)
    if marked:
        authors = _authors_before(raw, start, marked[0])
        if authors is not None:
            return authors, _without_stop(raw, *_trimmed(raw, *marked[1])), marked[2]
    authors, after = _leading_authors(raw, start, stop)
    end = _title_end(raw, after, stop, by_comma=bool(authors) and raw[after - 2 : after - 1] == ",")
    return authors, _trimmed(raw, after, end), end


def _marked_title(raw: str, start: int, stop: int) -> tuple[int, Part, int] | None:
    """Return where the first marked title begins, the span of its words, and where its marks end."""
    candidates = [
        (quotation.start, quotation.inner, quotation.end)
        for quotation in find_quotations(raw)
        if quotation.depth == 0 and quotation.closed and start <= quotation.start < stop
    ]
    candidates += [
        (match.start(), match.span(pattern.groups), match.end())
        for pattern in (_EMPHASIS, _TEX_QUOTES)
        for match in pattern.finditer(raw, start, stop)
    ]
    return min(candidates, default=None)


def _authors_before(raw: str, start: int, title: int) -> list[Part] | None:
    """Return the authors that stand before a marked title; None if other things stand there."""
    dates = [(date.start, date.end) for date in find_dates(raw[:title])]
    dates += [match.span() for match in _YEAR.finditer(raw, start, title)]
    end, after = min(dates, default=(title, title))
    if raw[after:title].strip(" )].,:;،؛"):
        return None
    first, last = _trimmed(raw, start, end, "([")
    prefix = raw[first:last]
    names, names_end = find_name_list(prefix, alone=True)
    if not (names and names_end == len(prefix)) and (
        _SENTENCE_ENDS.search(prefix[:-1]) or sum(map(str.islower, _SMALL_WORD.findall(prefix))) > 1
    ):
        return None
    return [(first + a, first + b) for a, b in split_names(prefix)]


def _leading_authors(raw: str, start: int, stop: int) -> tuple[list[Part], int]:
    """Return the authors at the start of an entry without marked title, and where the title begins."""
    names, end = find_name_list(raw[:stop], start)
    if names and (handle := _HANDLE.match(raw, end)):
        end = handle.end()
    if names and (edited := _EDITORS.match(raw, end)):
        names, end = [], edited.end()
        year = _AUTHOR_YEAR.match(raw, end, stop)
        return [], year.end() if year else _past(raw, end, stop)
    if names and (year := _AUTHOR_YEAR.match(raw, end, stop)):
        return names, year.end()
    if names and (raw[end : end + 1] in {",", ".", ":", ""} or raw[end - 1] == "."):
        return names, _past(raw, end, stop)
    year = next((match for match in _AUTHOR_YEAR.finditer(raw, start, stop)), None)
    if (
        year
        and raw[year.start() : year.start() + 2] in {" (", ". "}
        and "." not in raw[start : year.start()].rstrip(".")
    ):
        return split_parts(raw, start, year.start()), year.end()
    return [], start


def split_parts(raw: str, start: int, end: int) -> list[Part]:
    """Return the authors between two offsets, which may be organisations."""
    return [(start + a, start + b) for a, b in split_names(raw[start:end])]


def _past(raw: str, at: int, stop: int) -> int:
    while at < stop and raw[at] in _TRIM:
        at += 1
    return at


def _title_end(raw: str, start: int, stop: int, *, by_comma: bool) -> int:
    begin = min(start + 1, stop)
    sentence = _SENTENCE_ENDS.search(raw, begin, stop)
    if by_comma and not (sentence and _JOURNAL.match(raw, sentence.end(), stop)):
        patterns = _COMMA_JOURNAL, _COMMA_PLACE, _COMMA
        sentence = next((match for pattern in patterns if (match := pattern.search(raw, begin, stop))), None)
    elif sentence is None or not raw[sentence.end() : stop].strip(_TRIM):
        sentence = _COMMA_JOURNAL.search(raw, begin, stop) or sentence
    imprint = _IMPRINT.search(raw, begin, stop)
    return min([match.start() for match in (sentence, imprint) if match] + [stop])


def _without_stop(raw: str, start: int, end: int) -> Part:
    """Drop the full stop that American style sets inside the marks; keep that of U.S. and of an ellipsis."""
    word = raw[start:end].rsplit(None, 1)[-1:] or [""]
    return (start, end - 1) if _CLOSING_STOP.fullmatch(word[0]) else (start, end)


def _trimmed(raw: str, start: int, end: int, more: str = "") -> Part:
    while start < end and raw[start] in _TRIM:
        start += 1
    while end > start and raw[end - 1] in " \t,;،؛" + more:
        end -= 1
    return start, end
