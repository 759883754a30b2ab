"""Names of months in the languages that articles and their notes are written in."""

from __future__ import annotations

import unicodedata

# Each month: its names, then its short forms; nominative and genitive where the language has both.
_NAMES = {
    "de": "januar jänner jan|februar feb|märz mär|april apr|mai|juni jun|juli jul|august aug|september sep"
    " sept|oktober okt|november nov|dezember dez",
    "en": "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep"
    "|october oct|november nov|december dec",
    "es": "enero ene|febrero feb|marzo mar|abril abr|mayo may|junio jun|julio jul|agosto ago|septiembre"
    " setiembre|octubre oct|noviembre nov|diciembre dic",
    "fr": "janvier janv|février févr fév|mars|avril avr|mai|juin|juillet juil|août|septembre sept|octobre oct"
    "|novembre nov|décembre déc",
    "it": "gennaio gen|febbraio feb|marzo mar|aprile apr|maggio mag|giugno giu|luglio lug|agosto ago"
    "|settembre set|ottobre ott|novembre nov|dicembre dic",
    "nl": "januari jan|februari feb|maart mrt|april apr|mei|juni jun|juli jul|augustus aug|september sep"
    "|oktober okt|november nov|december dec",
    "pl": "styczeń stycznia|luty lutego|marzec marca|kwiecień kwietnia|maj maja|czerwiec czerwca|lipiec lipca"
    "|sierpień sierpnia|wrzesień września|październik października|listopad listopada|grudzień grudnia",
    "pt": "janeiro|fevereiro fev|março|abril|maio mai|junho|julho|agosto|setembro set|outubro out|novembro"
    "|dezembro dez",
    "ru": "январь января янв|февраль февраля фев|март марта мар|апрель апреля апр|май мая|июнь июня|июль июля"
    "|август августа авг|сентябрь сентября сен|октябрь октября окт|ноябрь ноября ноя|декабрь декабря дек",
    "tr": "ocak oca|şubat şub|mart mar|nisan nis|mayıs may|haziran haz|temmuz tem|ağustos ağu|eylül eyl"
    "|ekim eki|kasım kas|aralık ara",
    "uk": "січень січня|лютий лютого|березень березня|квітень квітня|травень травня|червень червня"
    "|липень липня|серпень серпня|вересень вересня|жовтень жовтня|листопад листопада|грудень грудня",
}


def fold(word: str) -> str:
    """Return a word without case and diacritics; the Turkish dotless i counts as i."""
    plain = unicodedata.normalize("NFD", word.casefold().replace("ı", "i"))
    return "".join(char for char in plain if not unicodedata.combining(char))


MONTHS: dict[str, int] = {
    fold(name): number
    for names in _NAMES.values()
    for number, month in enumerate(names.split("|"), 1)
    for name in month.split()
}
"""Month by folded name. No name stands for two months: a test keeps it so."""

ENGLISH = "|".join(month.split()[0].capitalize() for month in _NAMES["en"].split("|"))
"""The English names in full, as alternatives of a pattern."""
ENGLISH_STEMS = "|".join(name[:3] for name in ENGLISH.split("|"))
"""What the English names and their short forms begin with, as alternatives of a pattern."""
