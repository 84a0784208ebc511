"""What is printed about the book, for each of its forms."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest
from tests.examples import full_example
from tests.golden import GOLDEN_FOLDER, Golden

from kopilka.book.imprint import Volume, imprint_of
from kopilka.catalog.graph import Registry
from kopilka.citing.editions import Form
from kopilka.records.collection import Collection

DAY = date(2026, 11, 22)
SECTIONS = [{"records": ["zapis"]}]
WHOLE = full_example(Collection) | {"edition": 2, "sections": SECTIONS}
BARE = {"title": "Открытый опыт", "year": 2026, "sections": SECTIONS}
VOLUME = Volume(pages=108, characters=210_000, pictures=900)


def shown(collection: Collection, form: Form) -> str:
    """The three pages as text: the parts' names, their lines below."""
    imprint = imprint_of(collection, Registry(), day=DAY, form=form, volume=VOLUME)
    pages = {
        "титульный лист": imprint.title_page,
        "оборот": imprint.verso,
        "последняя страница": imprint.last_page,
    }
    return "".join(f"== {name}\n{_parts(page)}" for name, page in pages.items()).replace("\u00a0", " ")


def _parts(page: Mapping[str, tuple[str, ...]]) -> str:
    return "".join(f"{name}:\n" + "".join(f"  {line}\n" for line in lines) for name, lines in page.items())


@pytest.mark.parametrize("form", Form)
def test_a_whole_imprint_stands_in_the_order_of_the_standard(form: Form, golden: Golden) -> None:
    """ГОСТ Р 7.0.4-2020; an electronic form has its own ISBN and no paper, print run or printer."""
    collection = Collection.model_validate(WHOLE)
    golden.check(GOLDEN_FOLDER / "book" / f"imprint-{form.value}.txt", shown(collection, form))


def test_what_is_not_known_is_not_printed() -> None:
    """A title, a year and the volume: no empty labels, no invented place or publisher."""
    collection = Collection.model_validate(BARE)
    text = shown(collection, Form.PDF)
    assert "None" not in text
    assert "Открытый опыт : сборник методических материалов. – 2026. – 108 с. – Текст : электронный." in text
    assert "Усл. печ. л. 6,28." in text
    assert "УДК" not in text


def test_a_name_is_printed_only_under_a_consent() -> None:
    """Without one the post stands alone; «ответственный редактор» keeps the place."""
    person = {"name": "Примерова Мария Ивановна", "position": "методист"}
    hidden = Collection.model_validate(BARE | {"compilers": [person]})
    assert "Примерова" not in shown(hidden, Form.PRINT)
    assert "Составитель: методист" in shown(hidden, Form.PRINT)
    consent = {"date": "2026-05-12", "basis": "согласие № 1"}
    named = Collection.model_validate(BARE | {"compilers": [person | {"consent": consent}]})
    assert "Составитель: М. И. Примерова" in shown(named, Form.PRINT)
    assert "Составитель: Примерова Мария Ивановна" in shown(named, Form.PRINT)
