"""The packaged catalogues hold every sentence of the program, and every translation keeps its gaps."""

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "rescind"
TOOL = ROOT / "tools" / "gather_words.py"
TRANSLATED = sorted((SOURCE / "words").glob("*/LC_MESSAGES/*.po"))


def check(source: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(TOOL), "--check", "--source", str(source)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def read(po: Path) -> Catalog:
    with po.open("rb") as file:
        return read_po(file, locale=po.parent.parent.name)


def translations(po: Path) -> list[Message]:
    return [message for message in read(po) if message.id and message.string and any(message.string)]


def gaps(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def calls() -> Iterator[tuple[Path, ast.Call, str]]:
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                if name in {"phrase", "phrases"}:
                    yield path.relative_to(SOURCE), node, name


def constant(argument: ast.expr) -> bool:
    return isinstance(argument, ast.Constant) and isinstance(argument.value, str)


def test_the_catalogues_hold_every_sentence_of_the_program() -> None:
    checked = check(SOURCE)
    assert checked.returncode == 0, checked.stdout


SAID_BY_TEMPLATES = "desk/web/saying.py"
"""The tags hand on what templates say, and that is gathered from the templates."""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the source whose catalogues are current."""
    copied = Path(shutil.copytree(SOURCE, tmp_path / "rescind", ignore=shutil.ignore_patterns("__pycache__")))
    subprocess.run([sys.executable, str(TOOL), "--source", str(copied)], check=True, capture_output=True)
    return copied


def test_a_sentence_that_was_not_gathered_is_found(copy: Path) -> None:
    (copy / "words" / "new.py").write_text(
        'from rescind.words import phrase\nphrase("Nobody gathered this.")\n'
    )
    checked = check(copy)
    assert checked.returncode == 1
    assert "rescind.pot" in checked.stdout
    assert "Run: .venv/bin/python tools/gather_words.py" in checked.stdout


def test_a_packed_catalogue_that_does_not_agree_with_its_source_is_found(copy: Path) -> None:
    po = copy / "words" / "ar" / "LC_MESSAGES" / "rescind.po"
    po.write_text(po.read_text(encoding="utf-8").replace('"نوفمبر"', '"تشرين الثاني"'), encoding="utf-8")
    checked = check(copy)
    assert checked.returncode == 1
    assert "rescind.mo" in checked.stdout


def test_every_sentence_can_be_gathered() -> None:
    """A sentence is a constant where it is said, or a variable for one noted or in a law folder."""
    wrong = [
        f"{path}:{call.lineno}"
        for path, call, name in calls()
        for argument in call.args[: 2 if name == "phrases" else 1]
        if not constant(argument)
        and Path(path).as_posix() != SAID_BY_TEMPLATES
        and not (name == "phrase" and isinstance(argument, ast.Attribute | ast.Name))
    ]
    assert wrong == []


def test_every_sentence_of_a_template_can_be_gathered(copy: Path) -> None:
    """A template says constants alone, between double quotes, as the tool looks for them."""
    said = [
        tag
        for page in SOURCE.rglob("*.html")
        for tag in re.findall(r"{%\s*(?:say|count)\s[^%]*", page.read_text(encoding="utf-8"))
    ]
    assert said
    assert [
        tag for tag in said if not re.match(r'{%\s*(?:say\s+"[^"]+"|count\s+"[^"]+"\s+"[^"]+")', tag)
    ] == []
    (copy / "desk" / "web" / "templates" / "new.html").write_text('{% say "Nobody gathered this." %}')
    assert check(copy).returncode == 1


@pytest.mark.parametrize(("kept", "written"), [("noted", True), ("", False)])
def test_a_sentence_kept_for_later_is_gathered_when_it_is_noted(copy: Path, kept: str, written: bool) -> None:
    (copy / "words" / "new.py").write_text(
        f'from rescind.words import noted\nLATER = {kept}("Said later.")\n'
    )
    assert (check(copy).returncode == 1) is written


def test_a_sentence_of_a_law_folder_is_gathered(copy: Path) -> None:
    law = copy / "removal" / "laws" / "new-law" / "law.toml"
    law.parent.mkdir(parents=True)
    law.write_text('slug = "new-law"\n[[element]]\nmissing = "A sentence nobody gathered."\n')
    assert check(copy).returncode == 1


def test_a_sentence_of_a_list_is_gathered(copy: Path) -> None:
    forms = copy / "person" / "forms.toml"
    forms.write_text(forms.read_text("utf-8").replace('way = "', 'way = "Nobody gathered this. ', 1))
    checked = check(copy)
    assert checked.returncode == 1
    assert "facts.pot" in checked.stdout


def test_no_file_renames_the_words_it_imports() -> None:
    renamed = [
        str(path.relative_to(SOURCE))
        for path in SOURCE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("rescind.words")
        for name in node.names
        if name.name in {"phrase", "phrases"} and name.asname
    ]
    assert renamed == []


def test_there_is_a_translation_to_check() -> None:
    program = [po.parent.parent.name for po in TRANSLATED if po.stem == "rescind"]
    facts = [po.parent.parent.name for po in TRANSLATED if po.stem == "facts"]
    assert (program, facts) == (["ar"], ["ar", "de", "es", "fr", "hi", "pt"])
    assert all(len(translations(po)) > 20 for po in TRANSLATED)


@pytest.mark.parametrize("po", TRANSLATED, ids=lambda po: f"{po.parent.parent.name}-{po.stem}")
def test_every_translation_keeps_its_gaps(po: Path) -> None:
    for message in translations(po):
        one_or_many = message.id if isinstance(message.id, tuple) else (message.id,)
        forms = message.string if isinstance(message.string, tuple) else (message.string,)
        wanted = gaps(one_or_many[-1])
        assert all(gaps(form) | {"n"} == wanted | {"n"} for form in forms), message.id


@pytest.mark.parametrize("po", TRANSLATED, ids=lambda po: f"{po.parent.parent.name}-{po.stem}")
def test_a_machine_draft_says_so(po: Path) -> None:
    assert "not yet checked" in read(po).header_comment.lower()
