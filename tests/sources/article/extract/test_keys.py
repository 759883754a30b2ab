"""Keys of drafted records: the words of a name, and never one key for two names of which letters are left out."""

from __future__ import annotations

import pytest

from geodb.sources.article.extract.keys import Keys, slug


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Łukasz of Köln", "lukasz-of-koln"),
        ("İlham Əliyev", "ilham-aliyev"),
        ("Đặng Thị", "dang-thi"),
        ("Oʻzbekiston", "ozbekiston"),
        ("U.S. People's Congress", "us-peoples-congress"),
    ],
)
def test_a_latin_name_is_a_key_of_its_letters(text: str, key: str) -> None:
    assert slug(text) == key


def test_names_of_the_same_other_letters_have_keys_of_their_own() -> None:
    """A sum of the letters gave `Путин` and `Нитуп`, or `В. Путин` and `П. Втину`, one key."""
    names = ["Путин", "Нитуп", "Путин V", "Нитуп V", "习近平", "平近习", "!!!", "!?!"]
    assert len({slug(name) for name in names}) == len(names)
    assert slug("Путин V") == slug("ПУТИН v")
    assert slug("Путин V").startswith("v-")


def test_a_key_is_given_once() -> None:
    keys = Keys()
    assert [keys.new("the", "deal"), keys.new("The Deal"), keys.take("other"), keys.new("other")] == [
        "the-deal",
        "the-deal-2",
        "other",
        "other-2",
    ]
