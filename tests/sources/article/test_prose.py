"""Sentences, quotations, dates, names and links in running text."""

from __future__ import annotations

from collections import defaultdict

import pytest

from geodb.sources.article import months
from geodb.sources.article.dates import find_dates
from geodb.sources.article.links import find_urls
from geodb.sources.article.names import find_name_list, split_names
from geodb.sources.article.quotations import find_quotations
from geodb.sources.article.sentences import find_sentences


@pytest.mark.parametrize(
    "sentences",
    [
        ["Dr. J. K. Roe met the U.S. President on Feb. 15.", "He left."],
        ["“Go.” he said.", "“Stop!”", "She did (so.)", "The end"],
        ["It rose to 3.5 percent in 2030.[6]", "Trump agreed.¹", "So did others."],
        ["Am 15. Februar kam er, z. B. mit Frau Dr. Roe.", "Sie ging."],
        ["Sn. Yılmaz ve Prof. Dr. Öz görüştü.", "Toplantı 2. gün bitti."],
        ["В 2024 г. он приехал.", "Потом уехал."],
        ["これは文。", "「はい。」", "終わり？", "はい"],
        ["He works at Acme Inc.", "The firm is… big.", "No. 5 is up."],
        ["They met in St. Lucia and on Mt. Kenya.", "Brig. Gen. Ali spoke."],
        ["He lives on Main St.", "The house is old."],
        ["Is it?!", "Yes."],
        ["Half of it is Slovakia's.", "In June it paid."],
        ["¿Qué pasa?", "¡Nada!"],
        ["Was it he et al. who came?", "No."],
    ],
)
def test_sentences_end_where_readers_end_them(sentences: list[str]) -> None:
    joined = ("" if sentences[0][-1] == "。" else " ").join(sentences)
    assert [joined[start:end] for start, end in find_sentences(joined)] == sentences


QUOTED = {
    "He said “a ‘b’ c” and left.": ["“a ‘b’ c”", "‘b’"],
    "The parties’ plan and Trump’s plan, in the ’90s": [],
    "the ‘peace is the parties’ goal.’ It is": ["‘peace is the parties’ goal.’"],
    "„Das ist ‚gut‘ so“, sagte er": ["„Das ist ‚gut‘ so“", "‚gut‘"],
    "»Das ist ›gut‹ so« und": ["»Das ist ›gut‹ so«", "›gut‹"],
    "« Il a dit “oui” »": ["« Il a dit “oui” »", "“oui”"],
    "”Svenska citat” är så": ["”Svenska citat”"],
    "「中『国』文」": ["「中『国』文」", "『国』"],
    "say \"yes\" and 'no', don't": ['"yes"', "'no'"],
    "the '90s weren't 'what they're after'": ["'what they're after'"],
    "5' 3\" tall": [],
    "“one” and “two”": ["“one”", "“two”"],
    "‘Trump’s plan’ is": ["‘Trump’s plan’"],
    'a "b" c "d': ['"b"'],
    "“”": [],
}


@pytest.mark.parametrize("text", QUOTED)
def test_quotations_are_told_from_apostrophes(text: str) -> None:
    assert [text[quote.start : quote.end] for quote in find_quotations(text)] == QUOTED[text]


def test_nesting_and_words_are_given() -> None:
    outer, inner = find_quotations("x “a ‘b’” y")
    assert (outer.depth, inner.depth, outer.inner, inner.inner) == (0, 1, (3, 8), (6, 7))


def test_a_quotation_that_runs_on_is_left_open() -> None:
    (quote,) = find_quotations("He said: “We shall")
    assert (quote.end, quote.closed) == (18, False)


DATES = {
    "15.02.2025": "2025-02-15",
    "5.2.2025": "2025-02-05",
    "15/02/2025": "2025-02-15",
    "02/15/2025": "2025-02-15",
    "03/04/2025": "[2025-03-04,2025-04-03]",
    "04/04/2025": "2025-04-04",
    "2025-02-15": "2025-02-15",
    "2025/2/15": "2025-02-15",
    "15 February 2025": "2025-02-15",
    "15th of February, 2025": "2025-02-15",
    "Feb. 15, 2025": "2025-02-15",
    "February 15 2025": "2025-02-15",
    "2025, February 15": "2025-02-15",
    "February 2025": "2025-02",
    "15 Şubat 2025": "2025-02-15",
    "15 ARALIK 2025": "2025-12-15",
    "15 февраля 2025": "2025-02-15",
    "15. Februar 2025": "2025-02-15",
    "1er février 2025": "2025-02-01",
    "15 de febrero de 2025": "2025-02-15",
    "15 febbraio 2025": "2025-02-15",
    "15 lutego 2025": "2025-02-15",
    "15 лютого 2025": "2025-02-15",
    "2025年2月15日": "2025-02-15",
    "29.02.2024": "2024-02-29",
}


@pytest.mark.parametrize("written", DATES)
def test_dates_are_read_in_many_orders_and_languages(written: str) -> None:
    text = f"It was ({written}), they say."
    (found,) = find_dates(text)
    assert (found.text, str(found.date)) == (written, DATES[written])
    assert text[found.start : found.end] == written


@pytest.mark.parametrize("written", ["31.02.2025", "29.02.2025", "2025-13-01", "32 May 2025", "2025-00-10"])
def test_days_that_no_calendar_has_are_found_and_have_no_date(written: str) -> None:
    (found,) = find_dates(f"on {written}.")
    assert (found.text, found.date) == (written, None)


@pytest.mark.parametrize("text", ["v1.2.2025.3", "in 2025", "12 people 2025", "10-2025", "tel. 12-12-20251"])
def test_what_is_no_date_is_left_alone(text: str) -> None:
    assert not find_dates(text)


def test_no_name_of_a_month_stands_for_two() -> None:
    numbers = defaultdict(set)
    for names in months._NAMES.values():  # noqa: SLF001 - the table behind the look-up
        assert names.count("|") == 11
        for number, month in enumerate(names.split("|"), 1):
            for name in month.split():
                numbers[months.fold(name)].add(number)
    assert {name: found for name, found in numbers.items() if len(found) > 1} == {}


NAMES = {
    "Romero, C., Paunesku, D., & Dweck, C.": ["Romero, C.", "Paunesku, D.", "Dweck, C."],
    "Lee, L. L., W. E. Howard, and R. E. Marsh": ["Lee, L. L.", "W. E. Howard", "R. E. Marsh"],
    "Bernd Roe Jr ve Mike Doe": ["Bernd Roe Jr", "Mike Doe"],
    "de la Macorra JC, Peters OA": ["de la Macorra JC", "Peters OA"],
    "Ursula von der Leyen and Eric de Bellaigue": ["Ursula von der Leyen", "Eric de Bellaigue"],
    "ALY (M.I.), NAGEB (R.)": ["ALY (M.I.)", "NAGEB (R.)"],
    "Иван Петров и Анна Сидорова": ["Иван Петров", "Анна Сидорова"],
    "Deets, Stephen; Skulte-Ouaiss, Jennifer": ["Deets, Stephen", "Skulte-Ouaiss, Jennifer"],
    "Sean O’Reilly & Anne-Marie Slaughter": ["Sean O’Reilly", "Anne-Marie Slaughter"],
    "Dunn Jr, W. A., & Aris, J. P.": ["Dunn Jr, W. A.", "Aris, J. P."],
    "the others said so": [],
}


@pytest.mark.parametrize("text", NAMES)
def test_lists_of_names_are_divided(text: str) -> None:
    assert [text[start:end] for start, end in find_name_list(text)[0]] == NAMES[text]


def test_a_title_after_a_comma_is_no_name() -> None:
    text = "Lucy Roe, Making Work Visible, Communications of the Institute"
    assert [text[start:end] for start, end in find_name_list(text)[0]] == ["Lucy Roe"]


def test_organisations_are_divided_at_connectors_only() -> None:
    text = "Ministry of Trade, Republic of Somewhere; Bank of the West"
    assert [text[a:b] for a, b in split_names(text)] == [
        "Ministry of Trade, Republic of Somewhere",
        "Bank of the West",
    ]


def test_addresses_end_before_the_sentence_does() -> None:
    text = "see (https://a.org/b_(c)), <http://d.org>, “www.e.org/f?g=h”."
    assert [text[a:b] for a, b in find_urls(text)] == [
        "https://a.org/b_(c)",
        "http://d.org",
        "www.e.org/f?g=h",
    ]
