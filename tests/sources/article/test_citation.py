"""Citations in the styles of news desks, institutes and bibliographies, none of them of the seed article."""

from __future__ import annotations

from typing import Any

import pytest

from geodb.sources.article.citation import Citation, parse_citation, parse_citations

URL = "https://example.org/a"


def told(citation: Citation) -> dict[str, Any]:
    fields: dict[str, Any] = {"authors": [author.text for author in citation.authors]}
    for name in ("title", "container", "publisher", "place", "url", "doi"):
        fields[name] = piece.text if (piece := getattr(citation, name)) else None
    for name in ("published", "accessed"):
        fields[name] = str(date) if (date := getattr(citation, name)) else None
    return {name: value for name, value in fields.items() if value}


STYLES = {
    f"“Ortak tatbikat”, Anadolu Ajansı, {URL}, (Erişim Tarihi: 12.03.2024).": {
        "title": "Ortak tatbikat",
        "publisher": "Anadolu Ajansı",
        "url": URL,
        "accessed": "2024-03-12",
    },
    f"Mehmet Erol, “Savaş”, ANKASAM, 12.01.2023, {URL}, (Erişim Tarihi: 15 Ocak 2023).": {
        "authors": ["Mehmet Erol"],
        "title": "Savaş",
        "publisher": "ANKASAM",
        "url": URL,
        "published": "2023-01-12",
        "accessed": "2023-01-15",
    },
    f"Ana Roe, Bob Doe and Cy Poe, “Talks”, Reuters, 5 February 2024, {URL}, (Date of Access: 06.02.2024).": {
        "authors": ["Ana Roe", "Bob Doe", "Cy Poe"],
        "title": "Talks",
        "publisher": "Reuters",
        "url": URL,
        "published": "2024-02-05",
        "accessed": "2024-02-06",
    },
    f"NATO, ‘Summit Declaration’, 10 July 2024, {URL} (accessed 12 July 2024).": {
        "authors": ["NATO"],
        "title": "Summit Declaration",
        "url": URL,
        "published": "2024-07-10",
        "accessed": "2024-07-12",
    },
    f"„Scholz reist nach Kiew“, Der Spiegel, 2. Dezember 2024, {URL} (abgerufen am 3. Dezember 2024).": {
        "title": "Scholz reist nach Kiew",
        "publisher": "Der Spiegel",
        "url": URL,
        "published": "2024-12-02",
        "accessed": "2024-12-03",
    },
    f"Marie Dupont, « La France et l’Ukraine », Le Monde, 3 mars 2024, {URL} (consulté le 5 mars 2024).": {
        "authors": ["Marie Dupont"],
        "title": "La France et l’Ukraine",
        "publisher": "Le Monde",
        "url": URL,
        "published": "2024-03-03",
        "accessed": "2024-03-05",
    },
    f"«Путин и Си провели переговоры», РИА Новости, 8 февраля 2024, {URL} (дата обращения: 10.02.2024).": {
        "title": "Путин и Си провели переговоры",
        "publisher": "РИА Новости",
        "url": URL,
        "published": "2024-02-08",
        "accessed": "2024-02-10",
    },
    "Иванов И. И. Внешняя политика России // Международная жизнь. 2023. № 5. С. 12–20.": {
        "authors": ["Иванов И. И."],
        "title": "Внешняя политика России",
        "container": "Международная жизнь",
        "published": "2023",
    },
    "Ahmet Yılmaz vd., “Makale”, Uluslararası İlişkiler Dergisi, Cilt 12, Sayı 3, 2020, s. 12-34.": {
        "authors": ["Ahmet Yılmaz"],
        "title": "Makale",
        "container": "Uluslararası İlişkiler Dergisi",
        "published": "2020",
    },
    "Ayşe Öz ve diğerleri, “Makale”, BBC Türkçe, (15.02.2025).": {
        "authors": ["Ayşe Öz"],
        "title": "Makale",
        "publisher": "BBC Türkçe",
        "published": "2025-02-15",
    },
    f"“Trade: ‘No winners’ says Xi”, BBC News, {URL}, (15.02.2025).": {
        "title": "Trade: ‘No winners’ says Xi",
        "publisher": "BBC News",
        "url": URL,
        "accessed": "2025-02-15",
    },
    "See John Roe, “The End of Order?,” International Affairs 94, no. 1 (2018): 7–23.": {
        "authors": ["John Roe"],
        "title": "The End of Order?",
        "container": "International Affairs",
        "published": "2018",
    },
    "Graham Doe, Destined for War: Can They Escape? (Boston: Houghton Mifflin, 2017), 45.": {
        "authors": ["Graham Doe"],
        "title": "Destined for War: Can They Escape?",
        "place": "Boston",
        "publisher": "Houghton Mifflin",
        "published": "2017",
    },
    f"International Monetary Fund. (2024). World economic outlook: April 2023. {URL}": {
        "authors": ["International Monetary Fund"],
        "title": "World economic outlook: April 2023",
        "url": URL,
        "published": "2024",
    },
    f"Smith, J., & Doe, A. B. (2025, February 12). The future of peace. BBC News. {URL}": {
        "authors": ["Smith, J.", "Doe, A. B."],
        "title": "The future of peace",
        "publisher": "BBC News",
        "url": URL,
        "published": "2025-02-12",
    },
    f"Smith, John, and Jane Doe. “How Wars End.” Foreign Affairs, vol. 102, no. 3, 2023, pp. 12–25. {URL}.": {
        "authors": ["Smith, John", "Jane Doe"],
        "title": "How Wars End",
        "container": "Foreign Affairs",
        "url": URL,
        "published": "2023",
    },
    "Müller, Hans / Schmidt, Eva: Die Zukunft, in: Internationale Politik, 3/2024, S. 12-18.": {
        "authors": ["Müller, Hans", "Schmidt, Eva"],
        "title": "Die Zukunft",
        "container": "Internationale Politik",
    },
    "Roe J, Doe AB. Talks and treaties. Peace Res. 2012; 12(3): 45-67. doi:10.1000/xyz123": {
        "authors": ["Roe J", "Doe AB"],
        "title": "Talks and treaties",
        "container": "Peace Res",
        "doi": "doi:10.1000/xyz123",
        "published": "2012",
    },
}


@pytest.mark.parametrize("raw", STYLES)
def test_a_citation_is_taken_apart(raw: str) -> None:
    assert told(parse_citation(raw)) == STYLES[raw]


@pytest.mark.parametrize("joined", [" and ", " & ", " ve ", " und ", " et ", "; ", ", ", " и "])
def test_authors_are_joined_in_many_ways(joined: str) -> None:
    citation = parse_citation(f"Jane Roe{joined}John Doe, “Title of it”, BBC.")
    assert told(citation)["authors"] == ["Jane Roe", "John Doe"]


@pytest.mark.parametrize("others", ["et al.", "ve diğerleri", "vd.", "u. a.", "и др.", "and others"])
def test_the_others_are_no_author(others: str) -> None:
    citation = parse_citation(f"Jane Roe, John Doe {others}, “Title of it”, BBC.")
    assert told(citation)["authors"] == ["Jane Roe", "John Doe"]


def test_an_organisation_keeps_its_small_words_and_commas() -> None:
    name = "Ministry of Foreign Affairs, Republic of Somewhere"
    assert told(parse_citation(f"{name}, “Press Release”, {URL}"))["authors"] == [name]


def test_a_day_that_the_calendar_lacks_is_kept_raw_and_reported() -> None:
    citation = parse_citation(f"“Title”, BBC, 12.02.2025, {URL}, (Access Date: 31.02.2025).")
    assert citation.accessed is None
    assert str(citation.published) == "2025-02-12"
    assert [date.text for date in citation.bad_dates] == ["31.02.2025"]
    assert "31.02.2025" in citation.raw


def test_what_cites_nothing_has_no_fields() -> None:
    assert told(parse_citation("")) == told(parse_citation("— …")) == {}


@pytest.mark.parametrize("raw", ["Ibid.", "ibid., p. 12", "A.g.e., s. 4.", "Ebd.", "Там же."])
def test_a_repeated_source_is_said_to_be_one(raw: str) -> None:
    assert parse_citation(raw).repeats


def test_a_bare_address_is_an_address() -> None:
    assert told(parse_citation(URL)) == {"url": URL}


def test_several_sources_in_one_note_are_several_citations() -> None:
    note = (
        "Jane Roe, “One; and a half”, NYT; John Doe, “Two”, CNN, https://cnn.com/a;b. "
        "See also Al Poe, “Three”, BBC."
    )
    one, two, three = parse_citations(note)
    assert told(one) == {"authors": ["Jane Roe"], "title": "One; and a half", "publisher": "NYT"}
    assert told(two)["url"] == "https://cnn.com/a;b"
    assert told(three) == {"authors": ["Al Poe"], "title": "Three", "publisher": "BBC"}
    assert all(note[citation.start :].startswith(citation.raw) for citation in (one, two, three))


def test_an_address_ends_before_the_punctuation_around_it() -> None:
    raw = "“Title”, Wiki, (https://en.wikipedia.org/wiki/Minsk_(city)), accessed 1 May 2024."
    assert told(parse_citation(raw))["url"] == "https://en.wikipedia.org/wiki/Minsk_(city)"


def test_a_citation_in_arabic_with_its_own_commas_is_taken_apart() -> None:
    citation = parse_citation(
        "أحمد محمد، «عبد العاطي: لا تهجير»، الأهرام، https://gate.ahram.org.eg/x، تاريخ الوصول: 06.05.2025"
    )
    assert [author.text for author in citation.authors] == ["أحمد محمد"]
    assert citation.title
    assert citation.title.text == "عبد العاطي: لا تهجير"
    assert citation.url
    assert citation.url.text == "https://gate.ahram.org.eg/x"
    assert citation.accessed
    assert citation.accessed.edtf == "2025-05-06"
