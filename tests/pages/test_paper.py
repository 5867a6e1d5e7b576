"""Words of an article stay words: in headings, in front matter, in dates, when cut."""

from __future__ import annotations

import markdown
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from webpages import Page

from dossier.pages.paper import as_flow, as_front_matter, as_heading, make_environment, shortened, visible
from dossier.voice import Voice

words = st.text(st.characters(exclude_categories=("Cs",)), max_size=60)


@given(words)
def test_any_name_is_the_text_of_its_heading(name: str) -> None:
    html = markdown.markdown(f"# {as_heading(name)} {{ #top }}\n\n<div>next</div>", extensions=["attr_list"])
    start, end = html.index('id="top">') + 9, html.rindex("</h1>")
    assert "<" not in html[start:end]
    import html as entities

    assert entities.unescape(html[start:end]).split() == (visible(name).split() or ["unnamed"])


@given(words)
def test_any_title_is_one_yaml_string_without_markup(name: str) -> None:
    value = yaml.safe_load(f"title: {as_front_matter(name)}")["title"]
    assert isinstance(value, str)
    assert not set(value) & set("<>\"'{}")


@given(words)
def test_facts_in_the_front_matter_hold_no_markup_and_come_back_the_same(name: str) -> None:
    line = as_flow({"text": visible(name)})
    assert not set(line) & set("<>&")
    assert yaml.safe_load(f"linked: {line}")["linked"] == {"text": visible(name)}


@given(words)
def test_what_is_shown_has_no_control_characters(name: str) -> None:
    shown = visible(name)
    assert all(character.isprintable() or ord(character) > 0x7F for character in shown)
    assert not any(character in "\u202e\u2066\x02\x03\x00" for character in shown)
    assert visible(shown) == shown


@given(words)
def test_a_template_prints_any_value_as_text(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    html = make_environment().from_string("<!doctype html><article>{{ name }}</article>").render(name=name)
    path = tmp_path_factory.getbasetemp() / "any.html"
    path.write_text(html, "utf-8", newline="")
    page = Page(path)
    assert page.text.split() == visible(name).split()
    assert [tag for tag, _ in page.tags] == ["article"]


@pytest.mark.parametrize(
    ("value", "british", "american"),
    [
        ("2023-07-26", "26 July 2023", "July 26, 2023"),
        ("2023-07", "July 2023", "July 2023"),
        ("2023-07-25/2023-07-27", "25 July 2023 – 27 July 2023", "July 25, 2023 – July 27, 2023"),
        ("this week", "this week", "this week"),
        ("2023-13-01", "2023-13-01", "2023-13-01"),
    ],
)
def test_dates_in_words(value: str, british: str, american: str) -> None:
    assert Voice().date(value) == british
    assert Voice(american=True).date(value) == american


def test_long_words_are_cut_between_words() -> None:
    assert shortened("the ship carried grain, not arms, to the island", 24) == "the ship carried grain …"
    assert shortened("short") == "short"
