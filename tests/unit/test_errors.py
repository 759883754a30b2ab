from __future__ import annotations

import pytest

from geodb.errors import (
    Conflict,
    DossierError,
    GeodbError,
    MigrationNeeded,
    NotFound,
    Problem,
    SourceFormatError,
    UnknownCode,
)


def all_errors(root: type[GeodbError] = GeodbError) -> list[type[GeodbError]]:
    return [root, *(found for child in root.__subclasses__() for found in all_errors(child))]


@pytest.mark.parametrize("kind", all_errors())
def test_every_error_ends_the_command_with_1_2_or_3(kind: type[GeodbError]) -> None:
    assert kind.exit_code in {1, 2, 3}


@pytest.mark.parametrize("kind", all_errors())
def test_every_error_says_what_it_means_in_its_docstring(kind: type[GeodbError]) -> None:
    assert (kind.__doc__ or "").partition("\n")[0].rstrip().endswith(".")


def test_an_error_without_words_says_its_docstring() -> None:
    assert NotFound().message == str(NotFound()) == "There is no such record."


def test_an_error_knows_what_to_do_next_unless_told_better() -> None:
    assert MigrationNeeded().hint == "run `geodb db migrate`"
    assert MigrationNeeded(hint="ask your administrator").hint == "ask your administrator"


def test_a_conflict_names_its_constraint() -> None:
    assert Conflict("twice", constraint="uq_record_key").constraint == "uq_record_key"


def test_an_unknown_code_names_the_list_the_value_and_what_comes_close() -> None:
    error = UnknownCode("actor_kind", "persn", suggestions=["person"])
    assert (error.code_list, error.value) == ("actor_kind", "persn")
    assert error.message == "'persn' is not a code of the list actor_kind"
    assert error.hint == "did you mean person? `geodb codes actor_kind` lists the known ones"


def test_a_problem_reads_like_a_compiler_s_message() -> None:
    problem = Problem("no such actor", file="dossier.yaml", line=7, field="actors.0.key", value="putin")
    assert str(problem) == "dossier.yaml:7: actors.0.key: no such actor (got 'putin')"


def test_a_problem_needs_no_place() -> None:
    assert str(Problem("the file is empty")) == "the file is empty"


def test_a_long_value_is_cut_where_a_person_stops_reading() -> None:
    text = str(Problem("too long", value="x" * 5000))
    assert len(text) < 200
    assert text.endswith("…)")


def test_one_problem_is_the_whole_message_with_its_hint() -> None:
    error = DossierError(Problem("no such actor", file="d.yaml", line=7, hint="add it under actors"))
    assert (error.message, error.hint) == ("d.yaml:7: no such actor", "add it under actors")


def test_several_problems_are_listed_each_with_its_hint() -> None:
    error = SourceFormatError(Problem("first", line=1, hint="mend it"), Problem("second", line=2))
    assert error.problems == (Problem("first", line=1, hint="mend it"), Problem("second", line=2))
    assert error.message == "2 problems\n  - 1: first\n    hint: mend it\n  - 2: second"
    assert error.hint is None
