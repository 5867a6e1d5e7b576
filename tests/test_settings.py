"""The dossier's own settings, beside those of MkDocs."""

from __future__ import annotations

from pathlib import Path

import pytest

from dossier.errors import SettingsError, UsageError
from dossier.settings import Publish, Settings, read_settings, write_new_dossier


def test_every_key_may_be_left_out(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "mkdocs.yml") == Settings()
    assert read(tmp_path, "site_name: The strait\n") == Settings(title="The strait")


def test_what_stands_under_extra_dossier_is_read_and_the_rest_is_mkdocs_business(tmp_path: Path) -> None:
    settings = read(
        tmp_path,
        "site_name: x\nmarkdown_extensions:\n- emoji: {generator: !!python/name:material.emoji.to_svg }\n"
        "extra:\n  version: &v 3\n  again: *v\n  dossier:\n    title: The strait in spring\n    publish: full\n"
        "    topic: 1988\n",
    )
    assert (settings.title, settings.publish, settings.topic) == ("The strait in spring", Publish.FULL, "1988")


@pytest.mark.parametrize(
    ("under", "message"),
    [
        ("    titel: x\n", "mkdocs.yml:3: 'titel' is no setting of a dossier; use one of: title, topic, description,"),
        ("    publish: everything\n", "mkdocs.yml:3: publish: everything is unknown; write passages or full"),
        ("    topic: [a]\n", "mkdocs.yml:3: topic is a list or a group of keys; write one value on the same line"),
        ("    topic: a\n    topic: b\n", "mkdocs.yml:4: the key 'topic' stands twice; keep one of the two"),
        ("    topic: 'a\n", "mkdocs.yml:4: not YAML:"),
        ("    kinds: people, ships\n", "mkdocs.yml:3: kinds: ships is unknown; use some of: source"),
        ("    colour: red;}\n", "mkdocs.yml:3: colour: red;} can't be used; write a colour such as"),
        ("    logo: ../../key.png\n", "mkdocs.yml:3: logo: ../../key.png can't be used; write the name of an"),
        (
            "    contact: javascript:alert(1)\n",
            "mkdocs.yml:3: contact is no address; begin it with https:// or http://",
        ),
        ("  - a\n", "mkdocs.yml:2: extra: dossier: holds no keys"),
    ],
)
def test_a_wrong_key_or_value_is_named_with_its_line(tmp_path: Path, under: str, message: str) -> None:
    with pytest.raises(SettingsError) as problem:
        read(tmp_path, f"extra:\n  dossier:\n{under}")
    assert message in str(problem.value)


def test_the_sites_own_address_is_read_where_it_is_written(tmp_path: Path) -> None:
    assert read(tmp_path, "site_url: https://strait.example/\n").address == "https://strait.example/"
    assert read(tmp_path, 'site_url: !ENV [SITE_URL, ""]\n').address == ""


def test_a_file_that_is_no_utf_8_is_named(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_bytes(b"site_name: \xff\n")
    with pytest.raises(SettingsError, match=r"mkdocs\.yml: can't be read"):
        read_settings(tmp_path / "mkdocs.yml")


def test_a_new_dossier_has_settings_to_fill_in_and_nobodys_folder_is_written_over(tmp_path: Path) -> None:
    write_new_dossier(tmp_path / "mine")
    assert read_settings(tmp_path / "mine" / "mkdocs.yml").title == "A new dossier"
    assert sorted(p.name for p in (tmp_path / "mine").iterdir()) == ["content", "mkdocs.yml", "seeds"]
    with pytest.raises(UsageError, match="is not an empty folder"):
        write_new_dossier(tmp_path / "mine")


def read(folder: Path, text: str) -> Settings:
    (folder / "mkdocs.yml").write_text(text, "utf-8")
    return read_settings(folder / "mkdocs.yml")
