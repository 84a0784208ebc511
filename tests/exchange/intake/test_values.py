"""Values as people write them become values of the fields."""

from __future__ import annotations

import pytest

from kopilka.catalog.graph import Registry
from kopilka.exchange.intake.aliases import default_aliases
from kopilka.exchange.intake.amounts import number_in, partial_date, period_in
from kopilka.exchange.intake.parts import (
    READERS,
    read_grades,
    read_group,
    read_money,
    read_result,
    read_step,
)
from kopilka.exchange.intake.phrases import split_address, ticked
from kopilka.exchange.intake.places import find_place
from kopilka.exchange.intake.privacy import scrub
from kopilka.exchange.intake.values import Tools, split_items
from kopilka.records.registry import Organisation

TOOLS = Tools(Registry({}, {}, ()), {}, default_aliases(), READERS)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("01.09.2024", "2024-09-01"),
        ("сентябрь 2024 г.", "2024-09"),
        ("2024", "2024"),
        ("вчера", ""),
        ("31.02.2024", ""),
    ],
)
def test_dates(text: str, date: str) -> None:
    """A date as precise as it was written, or none."""
    assert partial_date(text) == date


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2023–2025 гг.", {"start": "2023", "end": "2025"}),
        ("с сентября 2023 по май 2025 года", {"start": "2023-09", "end": "2025-05"}),
        ("сентябрь – май 2025", {"start": "2024-09", "end": "2025-05"}),
        ("до 2024 года", {"end": "2024"}),
        ("три года", {}),
    ],
)
def test_periods(text: str, period: dict[str, str]) -> None:
    """A year that is said once belongs to both ends, or to the school year."""
    assert period_in(text) == period


@pytest.mark.parametrize(
    ("text", "number"),
    [("восемнадцать (18)", 18), ("18.0", 18), ("24,5 часа", 24.5), ("двадцать четыре", 24), ("много", None)],
)
def test_numbers(text: str, number: float | None) -> None:
    """Numbers in figures, in words, as Excel gives them."""
    assert number_in(text, whole=False).value == number


@pytest.mark.parametrize(
    ("said", "step"),
    [
        ("9.00–9.15", {"start": "09:00", "minutes": 15}),
        ("10:05", {"start": "10:05"}),
        ("15 мин.", {"minutes": 15}),
        ("после обеда", {"start": "после обеда"}),
    ],
)
def test_steps(said: str, step: dict[str, object]) -> None:
    """The hour of a row is an hour and minutes, whatever people write in one cell."""
    assert read_step({"start": said}) == step


def test_boxes_and_addresses() -> None:
    """What is ticked counts; an address among words goes to its own place."""
    assert ticked("☐ дошкольное ☒ начальное общее, ☑ основное общее") == "начальное общее\nосновное общее"
    assert ticked("☐ да ☐ нет") == ""
    assert ticked("без квадратов") == "без квадратов"
    assert split_address("Карты: shkola.ru/karty") == ("Карты", "https://shkola.ru/karty")
    assert split_address("https://a.example/") == ("https://a.example/", "https://a.example/")


def test_places_by_number() -> None:
    """A short name is read by its number where one organisation has it; another number is another school."""
    school = Organisation.model_construct(id="shkola-54", short="Школа № 54")
    known = {"сош 54 примерного района": "shkola-54"}
    found = find_place("СОШ № 54", known, {"shkola-54": school})
    assert (found.value, found.asks) == ("shkola-54", ("организация прочитана как «Школа № 54», проверьте",))
    assert find_place("СОШ № 55", known, {"shkola-54": school}).value is None


def test_phrases() -> None:
    """Phrases that stand for a part of a record."""
    assert read_group("20–30 человек", TOOLS).value == {"min": 20, "max": 30}
    assert read_group("не более 12", TOOLS).value == {"max": 12}
    assert read_grades("5–7 классы", TOOLS).value == {"min": 5, "max": 7}
    assert read_grades("10–11 лет", TOOLS).value is None
    assert read_money("Бесплатно", TOOLS).value == {"roubles": 0}
    assert read_money("около 3 тыс.", TOOLS).value is None
    result = read_result("Читают вдумчиво: было 41 %, стало 63 % (срез)", TOOLS).value
    assert result == {"what": "Читают вдумчиво", "unit": "%", "before": 41, "after": 63, "evidence": "срез"}


def test_lists() -> None:
    """Lines, numbers within a line and semicolons part items; a comma does so only between names."""
    assert split_items("1. Открыть 2. Научить 3. Собрать") == ["Открыть", "Научить", "Собрать"]
    assert split_items("- раз;\n- два, три") == ["раз", "два, три"]
    assert split_items("чтение, письмо (устно, письменно)", commas=True) == [
        "чтение",
        "письмо (устно, письменно)",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "тел. 730-11-22",
        "+7 (921) 123-45-67",
        "88121234567",
        "ivanova.mp@yandex.ru",
        "Ким Ольга Сергеевна",
        "СНИЛС 112-233-445 95",
        "ученица 5 класса Мария Иванова",
    ],
)
def test_private_data_are_taken_out(text: str) -> None:
    """Contacts and names of any look go; what was taken out is told by its kind."""
    scrubbed = scrub(f"Пишите: {text}.")
    assert scrubbed.removed
    assert not any(word in scrubbed.text for word in ("730", "123", "ivanova", "Ольга", "445", "Мария"))


@pytest.mark.parametrize(
    "text",
    [
        "ОГРН 1027800000000",
        "2023–2025 годы, 12 500 рублей",
        "по Выготскому Льву Семёновичу",
        "школа № 375, 190000",
    ],
)
def test_public_facts_stay(text: str) -> None:
    """Numbers of documents, years, sums and scholars are nobody's secret."""
    assert scrub(text).text == text
