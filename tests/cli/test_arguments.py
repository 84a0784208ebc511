"""What is said about a command that was called wrongly."""

from __future__ import annotations

import pytest

from kopilka.cli.arguments import translate
from kopilka.cli.main import main


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What a wrong call is told; it ends with the code 2 and prints nothing else."""
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    out, words = capsys.readouterr()
    assert not out
    return words


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["chek"], "КОМАНДА: «chek» не подходит; возможно, check; можно check, "),
        (["проверить"], "КОМАНДА: «проверить» не подходит; можно check, "),
        (["check", "--format", "jsno"], "--format: «jsno» не подходит; возможно, json; можно text, json,"),
        (["check", "--format", "оыщт"], "--format: «оыщт» не подходит; возможно, json; можно text, json,"),
        (["check", "--format"], "--format: нужно значение"),
        (["check", "--min-severity", "fatal"], "«fatal» не подходит; можно advice, warning или error"),
        (["check", "--frmat", "json"], "лишнее в команде: --frmat"),
        (["check", "--form", "json"], "лишнее в команде: --form"),
        (["check", "--readiness=yes"], "--readiness: значение «yes» здесь не нужно"),
        (["init"], "не хватает: ПАПКА"),
        (["init", "a", "b"], "лишнее в команде: b"),
    ],
)
def test_wrong_call(capsys: pytest.CaptureFixture[str], arguments: list[str], words: str) -> None:
    """A wrong call is explained in Russian, with what was probably meant and where to read on."""
    complaint = said(capsys, *arguments)
    assert complaint.startswith("kopilka: ")
    assert words in complaint
    assert "--help" in complaint


def test_no_command(capsys: pytest.CaptureFixture[str]) -> None:
    """Without a command the commands are told."""
    assert main([]) == 2
    words = capsys.readouterr().err
    assert "check" in words
    assert "init" in words


@pytest.mark.parametrize("arguments", [["--help"], ["check", "-h"], ["init", "--help"]])
def test_help_is_in_russian(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    """No word of the standard parser is left in the help."""
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert not ended.value.code
    words = capsys.readouterr().out
    assert words.startswith("Как вызвать: kopilka ")
    for foreign in ("usage", "options", "positional", "optional", "show this", "exit", "default"):
        assert foreign not in words


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    """The version is told in one line."""
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert not ended.value.code
    assert capsys.readouterr().out.startswith("kopilka 0.")


@pytest.mark.parametrize(
    ("english", "russian"),
    [
        (
            "argument --format: invalid choice: 'x', maybe you meant 'y'? (choose from y, z)",
            "--format: «x» не подходит; можно y или z",
        ),
        ("argument a: expected 2 arguments", "a: нужно значений: 2"),
        ("argument a: expected at least one argument", "a: нужно хотя бы одно значение"),
        ("argument --a: not allowed with argument --b", "--a: не бывает вместе с --b"),
        ("argument --n: invalid int value: 'x'", "--n: «x» не подходит"),
        ("something new", "something new"),
    ],
)
def test_translate(english: str, russian: str) -> None:
    """Complaints of other versions of Python are understood too; an unknown one is not lost."""
    assert translate(english) == russian
