"""The bank's settings."""

from __future__ import annotations

from pathlib import Path

import pytest

from kopilka.settings import DEFAULT_KINDS, Settings, SettingsError, parse_settings, read_settings

REPOSITORY = Path(__file__).parent.parent


def complaint(text: str) -> str:
    """What is said about wrong settings."""
    with pytest.raises(SettingsError) as caught:
        parse_settings(text)
    return str(caught.value)


@pytest.mark.parametrize("text", ["", "# только пояснения\n", "{}", "null"])
def test_everything_has_a_default(text: str) -> None:
    """An empty file is good settings: the four kinds in their usual folders."""
    settings = parse_settings(text)
    assert settings == Settings()
    assert settings.kinds == DEFAULT_KINDS
    assert settings.registry == "registry"


def test_settings_of_this_bank() -> None:
    """The repository's own kopilka.yml can be read."""
    assert read_settings(REPOSITORY).bank.name == "Копилка"


def test_parts_may_be_set_one_by_one() -> None:
    """What is not set keeps its default, also inside a part."""
    settings = parse_settings("bank:\n  name: Родник\nchecks:\n  severity: {K203: warning, K204: off}\n")
    assert settings.bank.name == "Родник"
    assert settings.bank.licence == "CC-BY-4.0"
    assert settings.checks.severity == {"K203": "warning", "K204": "off"}
    assert settings.checks.limits.confirm_years == 3


def test_settings_are_frozen() -> None:
    """Nobody changes the settings on the way."""
    with pytest.raises(ValueError, match="frozen"):
        Settings().registry = "other"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("bnak: {}", "bnak: такой настройки нет; возможно, это bank"),
        ("bank: {titel: Банк}", "bank → titel: такой настройки нет; возможно, это title"),
        (
            "kinds:\n  - modl: a:B\n    model: a:B\n    folder: c",
            "kinds → 1-я строка → modl: такой настройки нет; возможно, это model",
        ),
        ("checks: {limits: {body_words: 5}}", "checks → limits → body_words: такой настройки нет"),
        ("zzz: 1", "zzz: такой настройки нет; проверьте написание"),
        ("- bank", "весь файл: нужны пары «настройка: значение», каждая на своей строке, а здесь список"),
        (
            "bank: Копилка",
            "bank: нужны пары «настройка: значение», каждая на своей строке, а здесь «Копилка»",
        ),
        ("bank: {name: 12}", "bank → name: нужен текст, а здесь «12»; возьмите значение в кавычки"),
        (
            "menu: главная",
            "menu: нужен список, каждое значение с новой строки после дефиса, а здесь «главная»",
        ),
        ("menu: [{label: О банке}]", "menu → 1-я строка → to: настройка обязательна, впишите её"),
        (
            "checks: {limits: {confirm_years: 0}}",
            "checks → limits → confirm_years: нужно не меньше 1, а здесь «0»",
        ),
        (
            "checks: {limits: {confirm_years: три}}",
            "checks → limits → confirm_years: нужно целое число, а здесь «три»",
        ),
        (
            "checks: {severity: {K203: fatal}}",
            "checks → severity → K203: значение «fatal» не подходит; можно 'error', 'warning'",
        ),
        ("checks: {severity: {203: error}}", "checks → severity → 203: значение «203» записано не так"),
        ("checks: {severity: {E203: error}}", "checks → severity → E203: значение «E203» записано не так"),
        ("forge: {kind: github}", "forge: назовите хранилище: repository: владелец/имя"),
        ("forge: {kind: gitea, repository: a/b}", "forge: назовите адрес сервера: url: https://"),
        ("forge: {kind: svn}", "forge → kind: значение «svn» не подходит; можно 'none', 'github'"),
        ("forge: {url: 'https://user:secret@host'}", "forge → url: значение «https://user:secret@host»"),
        ("forge: {repository: bank}", "forge → repository: значение «bank» записано не так"),
        ("forge: {branch: 'a; rm -rf ~'}", "forge → branch: значение «a; rm -rf ~» записано не так"),
        ("registry: /etc", "registry: значение «/etc» записано не так; посмотрите справочник настроек"),
        ("registry: ../other", "registry: значение «../other» записано не так"),
        ("registry:", "registry: нужен текст, а здесь пусто"),
    ],
)
def test_wrong_settings(text: str, expected: str) -> None:
    """A wrong setting is named with its place, and the remedy is said."""
    lines = complaint(text).splitlines()
    assert lines[0] == "В kopilka.yml есть ошибки:"
    assert any(line.strip().startswith(expected) for line in lines[1:]), lines


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("{}", None),
        ("{kind: github, repository: ya/bank}", "https://github.com/ya/bank"),
        ("{kind: gitlab, url: 'https://git.ru/', repository: a/b/bank}", "https://git.ru/a/b/bank"),
        ("{kind: forgejo, url: 'http://10.0.0.5:3000/git', repository: a/b}", "http://10.0.0.5:3000/git/a/b"),
        ("{kind: gitverse, repository: a/b}", "https://gitverse.ru/a/b"),
        ("{kind: gitflic, repository: a/b}", "https://gitflic.ru/project/a/b"),
    ],
)
def test_the_address_of_the_repository(text: str, address: str | None) -> None:
    """Public forges need no address; GitFlic keeps repositories in a folder of its own."""
    assert parse_settings(f"forge: {text}").forge.address == address


def test_all_wrong_settings_at_once() -> None:
    """Every mistake is told in one go."""
    assert len(complaint("bnak: {}\nregistry: /etc\nmenu: нет").splitlines()) == 4


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("bank: {name: Копилка", "kopilka.yml, строка 1, столбец 21: "),
        ("bank:\n\tname: Копилка", "kopilka.yml, строка 2, столбец 1: "),
        ("[" * 100_000, "kopilka.yml"),
    ],
)
def test_no_yaml(text: str, place: str) -> None:
    """What is no YAML is told with its line, and never breaks the program."""
    words = complaint(text)
    assert words.startswith(place)
    assert words.endswith("файл не разобрать как YAML. Проверьте отступы и двоеточия.")


def test_words_stay_words() -> None:
    """`no`, `on` and a date are text here, as they look."""
    bank = parse_settings(
        "bank: {name: no, title: on, motto: 2024-02-30, lead: 1e3, place: 0x1F, url: null}"
    ).bank
    assert (bank.name, bank.title, bank.motto, bank.lead) == ("no", "on", "2024-02-30", "1e3")
    assert (bank.place, bank.url) == ("0x1F", None)


def test_setting_given_twice() -> None:
    """YAML would keep the last one and say nothing."""
    assert (
        complaint("bank: {}\nmenu: []\nbank: {}") == "kopilka.yml, строка 3: настройка «bank» уже есть выше"
    )


def test_folder_without_settings(tmp_path: Path) -> None:
    """A folder without kopilka.yml is no bank, and the way to make one is told."""
    with pytest.raises(SettingsError, match="kopilka init ПАПКА"):
        read_settings(tmp_path)


def test_settings_in_another_encoding(tmp_path: Path) -> None:
    """A file saved by an old Notepad is told apart from a broken one."""
    (tmp_path / "kopilka.yml").write_bytes("bank: {name: Копилка}".encode("cp1251"))
    with pytest.raises(SettingsError, match="не в UTF-8"):
        read_settings(tmp_path)


def test_settings_that_are_a_folder(tmp_path: Path) -> None:
    """A kopilka.yml that cannot be read at all is told too."""
    (tmp_path / "kopilka.yml").mkdir()
    with pytest.raises(SettingsError, match=r"Не удалось прочитать kopilka\.yml"):
        read_settings(tmp_path)


def test_byte_order_mark(tmp_path: Path) -> None:
    """A BOM of Windows editors does not matter."""
    (tmp_path / "kopilka.yml").write_text("bank: {name: Родник}", encoding="utf-8-sig")
    assert read_settings(tmp_path).bank.name == "Родник"
