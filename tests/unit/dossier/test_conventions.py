"""The loader takes what docs/reference/dossier.md tells coders to write, and says so where they do not."""

from __future__ import annotations

import pytest

from geodb.dossier.resolve import read_dossier
from tests.unit.dossier.conftest import HEAD, Problems, Write
from tests.unit.seed_files import LISTS, codes, terms

ARTICLE = (
    "“We will build,” Ann told Bob. “It will last.”\n"
    "Bob asked: “Why now?” A muddle (25 percent) is likely if rain or snow falls.\n"
    "The line shall be completed by 2030. Ann stayed away. She may fall. "
    "The ministry ought to make a plan for ports.\n"
    "[1] Cay, A Title, https://x.org/1."
)
PIECES = """\
statements:
  - key: s
    speaker: ann
    form: verbatim
    verbatim: We will build, It will last.
    evidence: [{p: 1, quote: "We will build,"}, {p: 1, quote: It will last.}]
"""
CODED = """\
statements:
  - key: will-build
    speaker: ann
    form: verbatim
    verbatim: We will build, It will last.
    content: We will build, It will last.
    evidence: [{p: 1, quote: "We will build,"}, {p: 1, quote: It will last.}]
  - {key: why-now, speaker: the-paper, form: verbatim, verbatim: Why now?, speech_act: REQUEST,
     evidence: [{p: 2, quote: Why now?}]}
  - {key: make-a-plan, speaker: ann, form: paraphrase, speech_act: REQUEST,
     evidence: [{p: 3, quote: ought to make a plan}]}
events:
  - {key: ann-visit, kind: visit, label: Visit of Ann, status: did_not_occur,
     evidence: [{p: 3, quote: Ann stayed away}]}
  - {key: ann-falls, kind: process, label: Ann falls, status: hypothetical,
     evidence: [{p: 3, quote: She may fall}]}
  - {key: completion, kind: process, label: Completion, status: planned,
     evidence: [{p: 3, quote: shall be completed by 2030}]}
initiatives:
  - {key: the-line, kind: project, label: The line, evidence: [{p: 3, quote: The line}]}
  - {key: plan-for-ports, kind: plan, label: Plan, status_changes: [{status: proposed}],
     evidence: [{p: 3, quote: a plan for ports}]}
targets:
  - {key: line-by-2030, label: Completion, initiative: the-line, metric: Completion,
     measure: quantity, comparator: exactly,
     value: 1, unit: items, deadline: 2030, evidence: [{p: 3, quote: shall be completed by 2030}]}
assessments:
  - key: muddle
    kind: scenario
    author: ann
    conditions: [{text: A muddle}]
    probability: {low: 0.25, high: 0.25, basis: stated_number}
    evidence: [{p: 2, quote: A muddle (25 percent)}]
  - {key: rain-or-snow, kind: scenario, conditions: [{text: rain or snow falls}],
     evidence: [{p: 2, quote: if rain or snow falls}]}
"""


def test_what_the_page_tells_coders_is_read_without_a_problem(write: Write) -> None:
    paper = "  - {key: the-paper, kind: media, label: The Paper}\n"
    head = HEAD.replace("p: 3, source", "p: 4, source").replace("p: 2, quote: Bob", "p: 1, quote: Ann")
    head = head.replace(
        "kind: news, language: en", "kind: parliamentary_record, language: en, authors: [ann]"
    )
    source = read_dossier(write(CODED, head=head + paper, article=ARTICLE))
    assert source.lookups == ()
    used = {(use.code.code_list, str(use.code)) for use in source.codes}
    assert not {(name, code) for name, code in used if name in LISTS and code not in codes(name)}
    assert "REQUEST" in terms("plover")


def test_joined_words_of_a_quotation_in_pieces_tell_where_they_part_and_what_to_write(
    problems: Problems,
) -> None:
    (problem,) = problems(PIECES, article=ARTICLE)
    assert (problem.field, problem.line) == ("statements[0]", 10)
    assert "“We will build,” is there, but “It will last.” does not follow" in (problem.hint or "")
    assert "write content: the pieces joined" in (problem.hint or "")


@pytest.mark.parametrize("name", ["label: A muddle", "text: A muddle"])
def test_a_scenario_without_conditions_is_told_what_to_write(problems: Problems, name: str) -> None:
    given = f"assessments: [{{key: a, kind: scenario, {name}, evidence: [{{p: 2, quote: A muddle}}]}}]"
    (problem,) = problems(given, article=ARTICLE)
    assert problem.field == "assessments[0]"
    assert 'conditions: [{text: "A muddle"}]' in (problem.hint or "")
