"""Rules of the desk that a machine holds: where Django may be, who sees a web request, and that flows write the journal."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from tests.house.sources import Module, imports, inside

ONLY_IN_DESK = ("django", "granian", "psycopg", "msgspec", "dj_database_url", "prometheus_client")
BELOW_THE_DOORS = ("flows", "gates", "journal", "keys", "outbox", "shelf", "records", "settings")
OF_THE_WEB = ("django.http", "django.views", "django.urls", "django.shortcuts", "django.contrib.auth.views")
LOOKING_ONLY = {"condition", "figures", "follow", "look_at", "look_up", "queue", "read_journal"}
"""Flows that change nothing, and so have nothing to write down; what `look_up` saw is written down when it is taken in."""
SHARED_BY_FLOWS = {"answers", "limits", "moving", "proof", "send_draft", "telling"}
"""Parts that several flows are made of; each of those writes down what it did with them."""
BEFORE_ANYTHING_WAS_ASKED = {"draft"}
"""A form that was begun and not sent: nothing happened at the desk yet that a journal could tell."""


def below(module: Module) -> bool:
    """Whether a module of the desk lies below the doors."""
    place = module.path.removeprefix("src/rescind/desk/").split("/")[0].removesuffix(".py")
    return module.room == "desk" and place in BELOW_THE_DOORS


def of_the_web(module: Module) -> Iterator[str]:
    """Every mention of a web request: what is imported, and what an argument is said to be."""
    yield from (name for name, _ in imports(module.tree) if name.startswith(OF_THE_WEB))
    for node in ast.walk(module.tree):
        if isinstance(node, ast.arg) and node.annotation and "Http" in ast.unparse(node.annotation):
            yield node.arg


def clocks_of_tables(module: Module) -> Iterator[str]:
    """Every field of a table that reads the clock by itself."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.keyword) and node.arg in ("auto_now", "auto_now_add"):
            yield node.arg


def as_module(code: str) -> Module:
    return Module("src/rescind/desk/flows/x.py", code, ast.parse(code))


@pytest.mark.parametrize(
    "code",
    ["from django.http import HttpRequest", "def f(r: HttpRequest): ...", "import django.views.generic"],
)
def test_a_web_request_is_seen(code: str) -> None:
    assert list(of_the_web(as_module(code)))


def test_flows_and_below_never_take_a_web_request() -> None:
    assert any(below(one) for one in inside())
    assert {one.path: found for one in inside() if below(one) and (found := list(of_the_web(one)))} == {}


def test_no_table_reads_the_clock() -> None:
    assert list(clocks_of_tables(as_module("DateTimeField(auto_now_add=True)")))
    assert [one.path for one in inside() if list(clocks_of_tables(one))] == []


def test_what_only_a_platform_needs_is_imported_in_the_desk_alone() -> None:
    found = [
        f"{one.path}:{line} {name}"
        for one in inside()
        if one.room != "desk"
        for name, line in imports(one.tree)
        if name.split(".")[0] in ONLY_IN_DESK
    ]
    assert found == []
    assert any(
        name.startswith("django") for one in inside() if one.room == "desk" for name, _ in imports(one.tree)
    )


def test_no_table_has_a_method_that_changes_it() -> None:
    """A model has fields and a name for people; a state is changed by a flow."""
    allowed = {"__str__"}
    tables = [one for one in inside() if one.path.startswith("src/rescind/desk/records/")]
    found = [
        f"{one.path} {table.name}.{part.name}"
        for one in tables
        for table in ast.walk(one.tree)
        if isinstance(table, ast.ClassDef)
        and any(ast.unparse(parent) == "models.Model" for parent in table.bases)
        for part in table.body
        if isinstance(part, ast.FunctionDef) and part.name not in allowed
    ]
    assert found == []


def test_every_flow_that_changes_something_writes_the_journal() -> None:
    flows = [
        one
        for one in inside()
        if one.path.startswith("src/rescind/desk/flows/") and "__init__" not in one.path
    ]
    assert flows
    silent = [
        one.path
        for one in flows
        if "journal.write(" not in one.text
        and one.path.split("/")[-1][:-3] not in LOOKING_ONLY | SHARED_BY_FLOWS | BEFORE_ANYTHING_WAS_ASKED
    ]
    assert silent == []


def deeds_of(module: Module) -> Iterator[ast.FunctionDef]:
    """Every page of the staff that takes a form."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.FunctionDef):
            for one in node.decorator_list:
                if isinstance(one, ast.Call) and 'method="POST"' in ast.unparse(one).replace("'", '"'):
                    yield node


def flows_called(module: Module, node: ast.FunctionDef) -> set[str]:
    """The files of flows that a function calls into."""
    named = {}
    for one in ast.walk(module.tree):
        if isinstance(one, ast.ImportFrom) and (one.module or "").startswith("rescind.desk.flows"):
            below = (one.module or "").removeprefix("rescind.desk.flows").strip(".")
            named |= {name.asname or name.name: below or name.name for name in one.names}
    return {
        named[one.id]
        for call in ast.walk(node)
        if isinstance(call, ast.Call)
        for one in ast.walk(call.func)
        if isinstance(one, ast.Name) and one.id in named
    }


def test_every_form_of_the_staff_leads_to_a_flow_that_writes_the_journal() -> None:
    pages = [one for one in inside() if one.path.startswith("src/rescind/desk/web/staff/")]
    deeds = [(one, node) for one in pages for node in deeds_of(one)]
    assert len(deeds) > 30
    silent = [
        f"{one.path} {node.name}"
        for one, node in deeds
        if not flows_called(one, node) - LOOKING_ONLY - SHARED_BY_FLOWS
    ]
    assert silent == []
