"""The interface in another language: one file says all of it, and no English is left on any page.

To write the list of texts anew: ``DOSSIER_GOLDEN=write python -m pytest tests/test_voice.py``, then read the diff.
"""

from __future__ import annotations

import html
import json
import os
import re
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from interface import find_texts, plural_of
from logs import SMALL, long_log
from makers import ARTICLES, hostile_dossier, small_dossier

from dossier.errors import WordsError
from dossier.imprint import Imprint
from dossier.model import Dossier
from dossier.pages import render_pages
from dossier.settings import Settings, read_settings
from dossier.site import publish_site
from dossier.voice import FOLDER, Voice, load_voice

ENGLISH = FOLDER / "en.yml"

HEAD = """\
# What the site says between the words of the articles: every text of the pages, the theme and the scripts.
# For another language copy this file (`fr.yml` here, or beside a dossier's own mkdocs.yml), write its code and the rule
# of its plurals (as gettext has it: https://www.gnu.org/software/gettext/manual/html_node/Plural-forms.html), and
# put a translation behind each text; what has none stays English. Placeholders such as %(name)s and HTML marks stay.
# Texts with %(num)s take a list: one form for each form of the plural.
# Kept complete by tests/test_voice.py, which also writes it.
language: en
plurals: nplurals=2; plural=(n != 1);
texts:
"""

SETTINGS = Settings(title="Tessaly", topic="Tessaly", contact="mailto:desk@tessaly.example")

TAG = re.compile(r"<(pre|code)\b.*?</\1>|<[^>]*>", re.DOTALL)
FRONT = re.compile(r"\A---\n.*?^---\n", re.DOTALL | re.MULTILINE)
ATTRIBUTES = re.compile(r'(?:aria-label|title|data-th)="([^"]*)"')
FACETS = re.compile(r"data-facets='([^']*)'")
NAMED = re.compile(r'^(?:title: |description: |tags: \["(?=[A-Z]))(.*?)(?:", |$)', re.MULTILINE)
"""What stands in front matter: title, description, and what a search hit is called."""
WORD = re.compile(r"[A-Za-z]{3,}")
FOR_PROGRAMS = ("data/", "previews/", "receipt.txt", "feed.xml")


def in_pseudo(text: str) -> str:
    """A text whose letters are none of English, its placeholders and marks untouched."""
    parts = re.split(r"(%\(\w+\)s|%%|<[^>]*>|&\w+;)", text)
    return "".join(part if i % 2 else re.sub("[A-Za-z]", "ж", part) for i, part in enumerate(parts))


def written(texts: list[str]) -> str:
    """The list as YAML, each text with nothing behind it, a counted noun with its two forms."""
    quoted = {text: json.dumps(text, ensure_ascii=False) for text in texts}  # JSON is YAML
    forms = {text: json.dumps([text, many], ensure_ascii=False) for text in texts if (many := plural_of(text))}
    return HEAD + "".join(f"  {quoted[text]}: {forms.get(text, '')}".rstrip() + "\n" for text in texts)


@pytest.fixture
def pseudo(tmp_path: Path) -> Path:
    """A file that puts every text of the list into a language that nobody speaks."""
    texts = {
        text: [in_pseudo(form) for form in forms] if forms else in_pseudo(text)
        for text, forms in yaml.safe_load(ENGLISH.read_text("utf-8"))["texts"].items()
    }
    path = tmp_path / "eo.yml"
    path.write_text(yaml.safe_dump({"language": "eo", "texts": texts}, allow_unicode=True), "utf-8")
    return path


def test_the_list_of_texts_is_complete_and_holds_nothing_else() -> None:
    texts = written(sorted(set(map(str, find_texts())), key=lambda text: (text.casefold(), text)))
    if os.environ.get("DOSSIER_GOLDEN") == "write":
        ENGLISH.write_text(texts, "utf-8")
    assert texts == ENGLISH.read_text("utf-8")


def english_on(page: str, known: set[str]) -> list[str]:
    """The words that a reader of a page sees or hears, less those of the dossier itself."""
    front = FRONT.match(page)
    told = NAMED.findall(front[0]) if front else []
    page = FRONT.sub("", page)
    heard = " ".join([*told, TAG.sub(" ", page), *ATTRIBUTES.findall(page), *FACETS.findall(page)])
    heard = re.sub(r"\{ #.*?\}|\S+\.(?:csv|txt|xml|html|jsonl)|\]\(\S+\)", " ", html.unescape(heard))
    return [word for word in WORD.findall(heard) if word not in known]


@pytest.mark.parametrize("dossier", [small_dossier(), Dossier()], ids=["small", "empty"])
def test_no_page_of_another_language_has_an_english_word_of_ours(dossier: Dossier, pseudo: Path) -> None:
    known = set(WORD.findall(" ".join([*ARTICLES.values(), SETTINGS.title, "SHA BibTeX CSL JSON YAML first line"])))
    for card in dossier.cards():
        known |= set(WORD.findall(f"{card.name} {card.ref} {card.statements} {getattr(card, 'file', '')}"))
        known |= set(WORD.findall(f"{getattr(card, 'publisher', '')} {getattr(card, 'agency', '')}"))
    pages = render_pages(dossier, replace(SETTINGS, language=str(pseudo)))
    left = {
        path: words
        for path, page in pages.items()
        if not path.startswith(FOR_PROGRAMS) and (words := english_on(page, known))
    }
    assert left == {}
    assert len(pages) > 10


def test_what_changed_is_told_in_another_language_too(pseudo: Path) -> None:
    known = set(WORD.findall(" ".join([*ARTICLES.values(), SETTINGS.title, "SHA told atom xml"])))
    for card in SMALL.cards():
        known |= set(WORD.findall(f"{card.name} {card.ref} {card.statements} {getattr(card, 'publisher', '')}"))
    known |= {"hide", "strike"}  # decisions as they were written
    pages = render_pages(SMALL, replace(SETTINGS, language=str(pseudo)), imprint=Imprint(log=long_log()))
    feed = re.sub(r"<id>.*?</id>|<\?xml.*?\?>", "", pages["feed.xml"])
    assert english_on(pages["changes.md"], known) == []
    assert english_on(feed, known) == []
    assert min(len(pages["changes.md"]), len(feed)) > 5_000


def test_a_text_of_another_language_is_filled_and_counted() -> None:
    forms = ["%(num)s статья", "%(num)s статьи", "%(num)s статей"]
    said = {"%(num)s article": forms, "Denied by %(name)s": "%(name)s отрицает"}
    rule = "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"
    from dossier.voice import forms_of

    voice = Voice("ru", said, forms_of(rule))
    assert [voice.count(n, "article") for n in (1, 3, 5, 21)] == ["1 статья", "3 статьи", "5 статей", "21 статья"]
    assert voice.say("Denied by %(name)s", name="Оман") == "Оман отрицает"
    assert voice.say("not in the file") == "not in the file"


def test_a_language_that_is_not_there_is_named() -> None:
    with pytest.raises(WordsError, match=r"xx\.yml: is not there; copy en\.yml"):
        load_voice("xx")


def test_a_placeholder_that_nothing_fills_is_named(tmp_path: Path) -> None:
    (tmp_path / "eo.yml").write_text('texts: {"Denied by %(name)s": "Neita de %(nmae)s"}\n', "utf-8")
    with pytest.raises(WordsError, match=r"holds %\(nmae\)s; use %\(name\)s"):
        load_voice(str(tmp_path / "eo.yml"))


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("- Denied by\n", "has no list of texts; write them under `texts:`"),
        ("language: eo\n", "has no list of texts; write them under `texts:`"),
        ("plurals: plural=(n !\ntexts: {}\n", "plurals: .*; write a rule as gettext has it"),
    ],
)
def test_a_file_that_is_no_list_of_texts_is_named(tmp_path: Path, written: str, told: str) -> None:
    (tmp_path / "eo.yml").write_text(written, "utf-8")
    with pytest.raises(WordsError, match=rf"eo\.yml:? ?{told}"):
        load_voice(str(tmp_path / "eo.yml"))


def test_a_file_of_words_beside_the_settings_is_found(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: x\nextra: {dossier: {language: eo.yml}}\n", "utf-8")
    assert read_settings(tmp_path / "mkdocs.yml").language == str(tmp_path / "eo.yml")


def test_words_of_an_article_stay_text_in_a_sentence_of_ours() -> None:
    pages = render_pages(hostile_dossier(), Settings())
    assert "<script>alert" not in "".join(text for path, text in pages.items() if path.endswith(".md"))


def test_theme_navigation_and_scripts_speak_it_too(pseudo: Path, tmp_path: Path) -> None:
    settings = replace(SETTINGS, language=str(pseudo))
    publish_site(render_pages(small_dossier(), settings), settings, tmp_path / "site")
    page = (tmp_path / "site" / "people" / "index.html").read_text("utf-8")
    assert '<html lang="eo"' in page
    for english in ("Claims", "Delegations", "How this dossier was made", "Corrections and replies", "All on one page"):
        assert f">{english}<" not in re.sub(r"\s*\n\s*", "", page)
    words = json.loads(re.search(r'<script type="application/json" id="words">(.*?)</script>', page)[1])  # type: ignore[index]
    assert words["Show all"] == "жжжж жжж"
    assert words["%(shown)s of %(rows)s shown"] == "%(shown)s жж %(rows)s жжжжж"
