"""The pipelines: they fit their published schemas, call only what there is, and do what an editor is told they do."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from test_build import LATER, WIRE, build, write
from test_revisions import git

from build import COMMANDS, command_line

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
GITLAB = ROOT / ".gitlab-ci.yml"
HOOKS = ROOT / ".pre-commit-config.yaml"
SCRIPTS = sorted((ROOT / ".ci").iterdir())
KEYWORDS = {"stages", "default", "variables"}


def read(path: Path) -> dict[Any, Any]:
    document = yaml.safe_load(path.read_text("utf-8"))
    assert isinstance(document, dict)
    return document


def jobs() -> Iterator[tuple[str, dict[str, Any]]]:
    for path in WORKFLOWS:
        yield from ((f"{path.stem}.{name}", job) for name, job in read(path)["jobs"].items())


def gitlab_jobs() -> Iterator[tuple[str, dict[str, Any]]]:
    yield from ((name, job) for name, job in read(GITLAB).items() if name not in KEYWORDS and not name.startswith("."))


def commands() -> Iterator[str]:
    """Every line of shell that a pipeline, a hook or a script runs."""
    for _, job in jobs():
        yield from (line for step in job["steps"] for line in step.get("run", "").splitlines())
    for _, job in gitlab_jobs():
        yield from (line for key in ("script", "after_script") for line in job.get(key, ()))
    yield from (hook["entry"] for repo in read(HOOKS)["repos"] for hook in repo["hooks"])
    yield from (line for script in SCRIPTS for line in script.read_text("utf-8").splitlines())


@pytest.mark.parametrize(
    ("schema", "files"),
    [("vendor.github-workflows", WORKFLOWS), ("vendor.gitlab-ci", [GITLAB])],
    ids=["GitHub", "GitLab"],
)
def test_every_pipeline_fits_its_published_schema(schema: str, files: list[Path]) -> None:
    words = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *map(str, files)]
    done = subprocess.run(words, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_job_has_a_limit_and_no_more_rights_than_it_needs() -> None:
    for path in WORKFLOWS:
        assert read(path)["permissions"] == {"contents": "read"}, path.name
    for name, job in jobs():
        assert job["timeout-minutes"] <= 30, name
        writes = [right for right, level in job.get("permissions", {}).items() if level == "write"]
        assert writes == (["pages", "id-token"] if name == "publish.deploy" else []), name


def test_no_word_of_a_pull_request_reaches_a_shell() -> None:
    for name, job in jobs():
        for step in job["steps"]:
            assert "${{" not in step.get("run", ""), name
            assert re.fullmatch(r"[\w-]+/[\w-]+@v\d+", step.get("uses", "a/b@v1")), name
    assert not any("pull_request_target" in path.read_text("utf-8") for path in WORKFLOWS)


def test_caches_are_keyed_by_the_requirements_that_fill_them() -> None:
    for name, job in jobs():
        for step in job["steps"]:
            if step.get("uses", "").startswith("actions/setup-python@"):
                keys = step["with"]["cache-dependency-path"].split()
                assert keys, name
                assert all((ROOT / key).is_file() for key in keys), name
    assert read(GITLAB)[".cached"]["cache"]["key"]["files"] == ["requirements.txt", "requirements-test.txt"]


def test_every_command_is_one_that_build_py_knows() -> None:
    seen = set()
    for line in commands():
        match = re.search(r"build\.py( [a-z-]+[^>|&;`]*)", line)
        if match and not line.lstrip().startswith(("#", "echo")):
            words = shlex.split(match[1].replace("$DOSSIER_GOLD", "gold"))
            arguments = command_line(COMMANDS).parse_args(words)
            seen.add(arguments.run.__name__)
    assert seen == {"run_all", "run_check", "run_site", "run_diff", "run_verify", "run_evaluate"}


def test_every_script_and_target_that_is_called_is_there_and_parses() -> None:
    called = {word for line in commands() for word in re.findall(r"(?<![\w/])\.ci/\w+", line)}
    assert called == {".ci/run", ".ci/preview", ".ci/drift"}
    for script in SCRIPTS:
        assert os.access(script, os.X_OK), script.name
        assert subprocess.run(["bash", "-n", script]).returncode == 0
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert {target for line in commands() for target in re.findall(r"^\s*make ([a-z-]+)", line)} <= targets


def test_articles_and_cards_keep_their_bytes_in_git() -> None:
    for path in ("seeds/a.txt", "tests/gold/dev/x/seeds/a.txt", "content/people/a.yml"):
        done = subprocess.run(["git", "check-attr", "text", path], capture_output=True, text=True, cwd=ROOT)
        assert done.stdout.strip().endswith("text: unset"), done.stdout


# ---------------------------------------------------------------------------------------------- the scripts at work


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A dossier of one article under git, its cards built and committed."""
    root = tmp_path / "harbour"
    assert build("new", root).returncode == 0
    write(root / "seeds", {"a_wire.txt": WIRE})
    assert build("cards", "--root", root).returncode == 0
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", "first")
    return root


def script(name: str, *words: str | Path, root: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "DOSSIER_ROOT": str(root), "PYTHON": sys.executable, "DOSSIER_GOLD": ""}
    command = [ROOT / ".ci" / name, *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, env=environment, cwd=ROOT)


def test_a_pull_request_with_its_cards_is_told_as_a_change_with_its_cause(repository: Path, tmp_path: Path) -> None:
    write(repository / "seeds", {"b_later.txt": LATER})
    assert build("cards", "--root", repository).returncode == 0
    done = script("preview", "HEAD", tmp_path / "out", root=repository)
    assert done.returncode == 0, done.stderr + (tmp_path / "out/summary.md").read_text("utf-8")
    summary = (tmp_path / "out/summary.md").read_text("utf-8")
    assert "The cards are what the articles give." in summary
    assert "## Additions" in summary
    assert "sources/b\\-later was added" in summary
    assert (tmp_path / "out/site/index.html").is_file()


def test_a_pull_request_without_its_cards_is_told_too_and_fails(repository: Path, tmp_path: Path) -> None:
    write(repository / "seeds", {"b_later.txt": LATER})
    done = script("preview", "HEAD", tmp_path / "out", root=repository)
    assert done.returncode == 1
    summary = (tmp_path / "out/summary.md").read_text("utf-8")
    assert "**The check failed.**" in summary
    assert "Peter Otieno" in summary


def test_a_pull_request_that_changes_no_card_says_so(repository: Path, tmp_path: Path) -> None:
    done = script("preview", "HEAD", tmp_path / "out", root=repository)
    assert done.returncode == 0, done.stderr
    assert "No card changes." in (tmp_path / "out/summary.md").read_text("utf-8")


def test_drift_is_found_where_cards_are_not_what_the_articles_give(repository: Path) -> None:
    steady = script("drift", root=repository)
    assert steady.returncode == 0, steady.stdout + steady.stderr
    (repository / "content/people/ingrid-solheim.yml").unlink()
    assert script("drift", root=repository).returncode == 1
