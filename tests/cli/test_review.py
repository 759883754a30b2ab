"""`geodb review`: the page on which a person decides, as written and as a browser shows it."""

from __future__ import annotations

import base64
import hashlib
import re
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from geodb.analysis.review.article import Mark, segments
from geodb.analysis.review.page import page
from geodb.db.session import Database
from geodb.errors import DossierError
from geodb.resources import seeds_dir
from geodb.services.load_dossier import load_dossiers
from geodb.services.review.concerns import Concern
from geodb.services.review.draft import Fact, read_draft
from geodb.services.review.reviewing import Review, review_dossier
from tests.db.ingest.small import ARTICLE, extra, line_of, person, small, write

if TYPE_CHECKING:
    from tests.fixtures.browser import Browser
    from tests.fixtures.cli import Cli

SEED = seeds_dir() / "articles" / "us-strategic-moves-2025"


def of_kind(review: Review, kind: str) -> list[Concern]:
    return [concern for concern in review.concerns if concern.kind == kind]


def text_of(html: str) -> str:
    body = html.partition("<body>")[2].partition("<script>")[0]
    return unescape(re.sub(r"<[^>]+>", "", body))


@pytest.fixture
def seed_page(tmp_path: Path) -> Path:
    file = tmp_path / "seed.html"
    file.write_text(page(review_dossier(SEED, None)), encoding="utf-8")
    return file


def test_a_statement_without_content_is_called_by_its_words_and_not_by_its_footnote(tmp_path: Path) -> None:
    draft = read_draft(write(tmp_path / "a", small(unknown="x")))
    assert draft.source is None
    assert [fact.label for fact in draft.facts if fact.section == "statements"] == ["We want peace"]
    assert [fact.label for fact in draft.facts if fact.section == "references"] == ["[1]"]


# --- the command -------------------------------------------------------------------------------------------


def test_the_page_is_written_beside_the_dossier_and_counted(cli: Cli, tmp_path: Path) -> None:
    folder = write(tmp_path / "a", small())
    result = cli("review", str(folder), "--no-db")
    assert result.code == 0
    assert result.out == f"{folder}/review.html: 10 items, 2 to look at\n"
    assert (folder / "review.html").read_text("utf-8").startswith("<!DOCTYPE html>")


def test_the_page_goes_where_it_is_told_to(cli: Cli, tmp_path: Path) -> None:
    folder = write(tmp_path / "a", small())
    cli("review", str(folder), "--no-db", "-o", str(tmp_path / "page.html"))
    assert cli("review", str(folder), "--no-db", "-o", "-").out == (tmp_path / "page.html").read_text("utf-8")
    assert not (folder / "review.html").exists()


def test_a_database_that_is_not_there_is_said_and_made_by_nobody(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GEODB_HOME", str(tmp_path / "home"))
    result = cli("review", str(write(tmp_path / "a", small())))
    assert (result.code, result.err) == (0, "not compared with a database: there is none yet\n")
    assert not (tmp_path / "home").exists()


def test_a_database_that_cannot_be_asked_does_not_hide_the_draft(
    cli: Cli, tmp_path: Path, empty_db: Database
) -> None:
    result = cli("review", str(write(tmp_path / "a", small())), db=empty_db)
    assert result.code == 0
    assert "not compared with a database" in result.err


def test_what_is_no_dossier_is_an_error(cli: Cli, tmp_path: Path) -> None:
    folder = write(tmp_path / "a", small())
    (folder / "dossier.yaml").write_text("dossier: [1", "utf-8")
    result = cli("review", str(folder), "--no-db")
    assert result.code == 1
    assert "not YAML" in result.err


def test_the_database_of_the_command_is_compared(cli: Cli, seeded_db: Database, tmp_path: Path) -> None:
    result = cli("review", str(SEED), "-o", str(tmp_path / "page.html"), db=seeded_db)
    assert "compared with the database" in result.err
    assert "in the database" in text_of((tmp_path / "page.html").read_text("utf-8"))


# --- what to look at ---------------------------------------------------------------------------------------


def test_the_seed_has_nothing_that_a_load_would_refuse(seeded_db: Database) -> None:
    review = review_dossier(SEED, seeded_db)
    assert review.refused == 0
    assert {concern.kind for concern in review.concerns} == {"uncited"}
    assert {"donald-trump", "trump-putin-call-2025-02-12"} <= review.known


def test_a_wrong_quote_opens_all_the_same_with_the_nearest_words(tmp_path: Path) -> None:
    dossier = small()
    dossier["events"][0]["evidence"] = [{"p": 1, "quote": "met Bob Becker in Rome"}]
    folder = write(tmp_path / "a", dossier)
    review = review_dossier(folder, None)
    (concern,) = of_kind(review, "quote")
    assert (concern.message, concern.value) == ("the quote is not in paragraph 1", "met Bob Becker in Rome")
    assert (concern.fact, concern.field) == ("events-0", "events[0].evidence[0].quote")
    assert "met Bob Baker in Rome" in str(concern.hint)
    assert review.refused == 1
    shown = text_of(page(review))
    assert shown.index("Quotes that do not match 1") < shown.index("Ann Arbor met Bob Baker in Rome")
    assert "A load would refuse this: 1 of" in shown


def test_what_breaks_the_format_opens_all_the_same_and_its_quotes_are_checked(tmp_path: Path) -> None:
    dossier = small()
    dossier["events"][0]["whenn"] = "2025"
    dossier["actors"][1]["evidence"] = [{"p": 1, "quote": "Bob Becker"}]
    folder = write(tmp_path / "a", dossier)
    review = review_dossier(folder, None)
    (unknown,) = of_kind(review, "format")
    assert (unknown.message, unknown.fact, unknown.hint) == (
        "unknown field",
        "events-0",
        "did you mean when?",
    )
    assert unknown.line == line_of(folder, "whenn")
    assert [concern.fact for concern in of_kind(review, "quote")] == ["actors-1"]
    assert "Ann Arbor met Bob Baker in Rome" in text_of(page(review))


@pytest.mark.parametrize(
    "odd",
    [
        {"events": "none"}, {"events": [3, None, ["x"]]}, {"actors": {"key": "ann"}},
        {"article": ["article.txt"]}, {"article": {"text": "../secret.txt"}}, {"title": 3},
        {"references": [{"p": "x", "marker": {}}]},
        {"events": [{"key": 4, "names": "x", "evidence": "x", "relations": 7}]},
        {"events": [{"evidence": [{"p": -1, "quote": "x"}, {"p": True, "quote": 2}, 5], "draft": "high"}]},
    ],
    ids=str,
)  # fmt: skip
def test_nothing_a_file_holds_breaks_the_page(tmp_path: Path, odd: dict[str, object]) -> None:
    review = review_dossier(write(tmp_path / "a", small(**odd)), None)
    assert of_kind(review, "format")
    assert "What to look at" in text_of(page(review))


def test_a_name_nobody_knows_is_told_with_what_may_have_been_meant(
    seeded_db: Database, tmp_path: Path
) -> None:
    relation = {"from": "geodb:donald-trump", "kind": "rivalry", "to": "geodb:vladimir-putn"}
    folder = write(tmp_path / "a", extra(dataset="geodb", actor_relations=[relation]))
    (concern,) = of_kind(review_dossier(folder, seeded_db), "name")
    assert (concern.message, concern.value) == ("no such actor", "geodb:vladimir-putn")
    assert "geodb:vladimir-putin" in str(concern.hint)
    assert concern.refused


def test_without_a_database_open_names_are_told_but_not_called_wrong(tmp_path: Path) -> None:
    relation = {"from": "geodb:donald-trump", "kind": "rivalry", "to": "geodb:vladimir-putin"}
    review = review_dossier(write(tmp_path / "a", extra(actor_relations=[relation])), None)
    assert [c.value for c in of_kind(review, "name")] == ["geodb:donald-trump", "geodb:vladimir-putin"]
    assert review.refused == 0


def test_a_code_that_does_not_exist_is_told(seeded_db: Database, tmp_path: Path) -> None:
    folder = write(tmp_path / "a", extra(actors=[person("cec", "Cecil Cartwright", kind="persn")]))
    (concern,) = of_kind(review_dossier(folder, seeded_db), "code")
    assert (concern.value, concern.fact) == ("persn", "actors-0")


def test_claims_without_evidence_or_footnote_are_told(tmp_path: Path) -> None:
    dossier = small()
    dossier["statements"][0]["evidence"] = []
    dossier["statements"][0]["content"] = "We want peace"
    review = review_dossier(write(tmp_path / "a", dossier), None)
    assert {(concern.fact, concern.message) for concern in of_kind(review, "uncited")} == {
        ("statements-0", "no evidence at all"),
        ("events-0", "under no footnote"),
        ("holdings-0", "no evidence at all"),
    }


@pytest.mark.parametrize(
    ("actor", "how"),
    [
        (person("trump", "Donald TRUMP"), "has the name Donald Trump"),
        (person("trump", "Donald J Trumpp"), "has a name like it, Donald"),
        (
            person("don", "Somebody Else", external_ids={"wikidata": "Q22686"}),
            "has the identifier wikidata Q22686",
        ),
    ],
    ids=["same", "alike", "identifier"],
)  # fmt: skip
def test_a_record_that_the_database_may_have_is_told(
    seeded_db: Database, tmp_path: Path, actor: dict[str, object], how: str
) -> None:
    review = review_dossier(write(tmp_path / "a", extra(actors=[actor])), seeded_db)
    (concern,) = of_kind(review, "duplicate")
    assert concern.message.startswith(f"geodb:donald-trump (Donald Trump) {how}")
    assert (concern.fact, concern.refused) == ("actors-0", False)
    assert "write geodb:donald-trump" in str(concern.hint)


def test_a_page_that_is_cited_already_is_told_whatever_its_tracking(
    seeded_db: Database, tmp_path: Path
) -> None:
    source = {"key": "bbc", "kind": "news", "url": "http://bbc.com/news/articles/c04n622gzx7o?utm_source=x"}
    (concern,) = of_kind(
        review_dossier(write(tmp_path / "a", extra(sources=[source])), seeded_db), "duplicate"
    )
    assert concern.message.startswith("geodb:bbc-ukraine-war-talks-start-now")


def test_a_text_that_the_database_has_is_told(seeded_db: Database, tmp_path: Path) -> None:
    text = (SEED / "article.txt").read_text("utf-8")
    article = {"text": "article.txt", "kind": "news"}
    review = review_dossier(write(tmp_path / "a", extra(article=article), text), seeded_db)
    (concern,) = of_kind(review, "duplicate")
    assert concern.message.endswith("geodb:us-strategic-moves-2025.text")
    assert concern.refused


def test_unnamed_groups_are_nobodys_duplicates(seeded_db: Database, tmp_path: Path) -> None:
    group = {"key": "officials", "kind": "unnamed_group", "label": "Senior US officials"}
    assert not of_kind(review_dossier(write(tmp_path / "a", extra(actors=[group])), seeded_db), "duplicate")


def test_a_dossier_that_is_loaded_is_not_its_own_duplicate(fresh_db: Database, tmp_path: Path) -> None:
    folder = write(tmp_path / "a", small())
    load_dossiers(fresh_db, [folder])
    review = review_dossier(folder, fresh_db)
    assert not of_kind(review, "duplicate")
    assert {"ann", "ann--envoy", "meeting"} <= review.known


def test_what_a_draft_is_not_sure_of_is_told(tmp_path: Path) -> None:
    dossier = small()
    dossier["actors"][0]["draft"] = {"rule": "name.title", "confidence": 90}
    dossier["actors"][1]["draft"] = {"rule": "name.capitals", "confidence": 35}
    review = review_dossier(write(tmp_path / "a", dossier), None)
    (concern,) = of_kind(review, "confidence")
    assert (concern.fact, concern.message, concern.refused) == ("actors-1", "35 of 100", False)
    assert "confidence 90by name.title" in text_of(page(review))


def test_a_draft_that_nobody_has_reviewed_says_what_to_do(tmp_path: Path) -> None:
    folder = write(tmp_path / "a", small(draft=True))
    step = f"take out the line draft: true and load it: geodb load {folder}"
    assert step in text_of(page(review_dossier(folder, None)))
    write(folder, small())
    assert "draft: true" not in text_of(page(review_dossier(folder, None)))


def test_a_missing_folder_is_told_as_such(tmp_path: Path) -> None:
    with pytest.raises(DossierError, match="no such file or folder"):
        review_dossier(tmp_path / "none", None)


# --- the page ----------------------------------------------------------------------------------------------


def fact(name: str) -> Fact:
    return Fact((name, 0), name, name, name, 1, {}, (), None, None)


def test_overlapping_passages_are_cut_where_they_begin_and_end() -> None:
    long, inner, late = (fact(name) for name in ("long", "inner", "late"))
    marks = [Mark(0, 8, "a", long), Mark(2, 4, "b", inner), Mark(6, 10, "c", late), Mark(2, 4, "d", late)]
    pieces = [
        (text, "".join(mark.id for mark in covering)) for text, covering in segments("0123456789AB", marks)
    ]
    assert pieces == [("01", "a"), ("23", "bda"), ("45", "a"), ("67", "ca"), ("89", "c"), ("AB", "")]


def test_the_marked_article_reads_as_the_article_does(seed_page: Path) -> None:
    html = seed_page.read_text("utf-8")
    paragraphs = re.findall(r'<p dir="auto">(.*?)</p>', html, re.DOTALL)
    shown = [unescape(re.sub(r"<[^>]+>", "", each)) for each in paragraphs]
    assert shown == [line for line in (SEED / "article.txt").read_text("utf-8").split("\n") if line.strip()]


def test_the_page_stands_alone(seed_page: Path) -> None:
    html = seed_page.read_text("utf-8")
    assert not re.search(r"\bsrc=|@import|url\(|<link|<iframe|innerHTML|fetch\(", html)
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
    assert policy
    assert unescape(policy[1]).startswith("default-src 'none'; ")
    for name in ("style", "script"):
        (content,) = re.findall(rf"<{name}>(.*?)</{name}>", html, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in unescape(policy[1])


HOSTILE = (
    """</title></style><script>document.title = "owned"</script><img src=x onerror="document.title=''">"""
)


def hostile(tmp_path: Path) -> Path:
    dossier = small(title=HOSTILE)
    dossier["actors"][0]["label"] = HOSTILE
    dossier["events"][0] |= {"summary": HOSTILE, "evidence": [{"p": 2, "quote": HOSTILE}]}
    dossier["events"][0]["key"] = '"><script>'
    dossier["sources"][0] |= {"url": "https://x.example/\"onclick=\"document.title='owned'", "title": HOSTILE}
    dossier["notes"][0]["text"] = "javascript:document.title='owned'"
    folder = write(tmp_path / "a", dossier, ARTICLE.replace("\n", HOSTILE + "\n"))
    file = tmp_path / "hostile.html"
    file.write_text(page(review_dossier(folder, None)), encoding="utf-8")
    return file


def test_nothing_of_the_input_becomes_markup(tmp_path: Path) -> None:
    html = hostile(tmp_path).read_text("utf-8")
    assert (html.count("<script"), html.count("<img"), html.count("</title>")) == (1, 0, 1)
    assert HOSTILE in text_of(html)


def test_nothing_of_the_input_runs(browser: Browser, tmp_path: Path) -> None:
    script = "for (const a of page.links) a.focus(); return [page.title, page.scripts.length]"
    assert browser(hostile(tmp_path), script) == [f"Review: {HOSTILE}", 1]


@pytest.mark.parametrize("width", [1280, 800, 390])
def test_the_page_fits_its_window_and_complains_of_nothing(
    browser: Browser, seed_page: Path, width: int
) -> None:
    script = """const root = page.documentElement;
        return [root.dataset.review, root.scrollWidth <= root.clientWidth,
                getComputedStyle(page.querySelector("main")).gridTemplateColumns.split(" ").length]"""
    assert browser(seed_page, script, width=width) == ["ready", True, 1 if width < 800 else 2]
    assert browser.console == []


def test_the_browser_hears_the_console(browser: Browser, seed_page: Path) -> None:
    browser(seed_page, "console.error('heard'); return 1")
    assert len(browser.console) == 1


def test_j_and_k_walk_the_facts_and_enter_goes_to_their_words_and_back(
    browser: Browser, seed_page: Path
) -> None:
    script = """const seen = [];
        const note = () => seen.push(page.activeElement.id || page.activeElement.textContent);
        for (const key of ["j", "j", "k", "Enter"]) { press(key); note(); }
        seen.push(page.querySelectorAll(".m.chosen").length > 1);
        page.activeElement.click(); note();
        press("Escape"); seen.push(page.querySelectorAll(".chosen").length);
        return seen"""
    for width in (1280, 390):
        assert browser(seed_page, script, width=width) == [
            "statements-0", "statements-1", "statements-0", "announced that ", True, "statements-0", 0,
        ]  # fmt: skip


def test_words_under_several_facts_lead_to_each_in_turn(browser: Browser, seed_page: Path) -> None:
    script = """const marks = [...page.querySelectorAll(".m")], met = [];
        const mark = marks.find((m) => m.dataset.facts.split(" ").length === 2);
        for (let time = 0; time < 3; time++) { mark.click(); met.push(page.activeElement.id); }
        return [mark.dataset.facts.split(" "), met]"""
    (first, second), met = browser(seed_page, script)
    assert met == [first, second, first]


def test_pointing_at_either_side_lights_the_other(browser: Browser, seed_page: Path) -> None:
    script = """const over = () => new PointerEvent("pointerover", { bubbles: true });
        const point = (element) => element.dispatchEvent(over());
        const mark = page.querySelector(".m"), fact = page.getElementById(mark.dataset.facts.split(" ")[0]);
        point(mark); const forth = fact.classList.contains("lit");
        point(page.body); const none = page.querySelectorAll(".lit").length;
        point(fact); const back = mark.classList.contains("lit");
        return [forth, none, back]"""
    assert browser(seed_page, script) == [True, 0, True]


def test_e_goes_to_what_is_doubtful_and_the_question_mark_shows_the_keys(
    browser: Browser, seed_page: Path
) -> None:
    script = """press("e"); const flagged = page.activeElement.classList.contains("flagged");
        press("?"); return [flagged, page.getElementById("help").open]"""
    assert browser(seed_page, script) == [True, True]
