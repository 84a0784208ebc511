"""Privacy without false alarms: what looks private and is not, and what is."""

from __future__ import annotations

import pytest
from tests.catalog.rules.trial import Case, findings

from kopilka.catalog.rules.private_numbers import is_personal_inn, is_snils

PRIVATE = {f"K6{number}" for number in range(10, 20)}

HARMLESS = """
Приказ от 25.12.2019 № Р-145
протокол № 3 от 10.06.2025, № 12-345-678-90
ГОСТ Р 52872-2019 и ГОСТ Р 7.0.3-2006, СП 2.4.3648-20, СанПиН 1.2.3685-21
ИНН 7810000000 и КПП 781001001
ИНН/КПП 7810000000/781001001
ОГРН 1027800000000, ОГРНИП 304780000000000
ОКТМО 40373000, ОКПО 12345678, БИК 044030653
р/с 40702810000000000001, к/с 30101810500000000653
счёт 40817810900000000000
КБК 00000000000000000130
УИН 18810000000000000000
ISBN 978-5-09-087654-3, ISBN 5-09-087654-3
ISSN 1234-5678
DOI 10.12345/67890123456
УДК 373.5 ББК 74.26
2024/25 учебный год, 2023–2024, 2022-2023 учебные годы
сентябрь 2024 – май 2025 года
с 01.09.2024 по 31.05.2025, 01.09.2024-31.05.2025
112 учеников 5–6 классов, 41 и 63 %, из 14 – 9
1 234 567 890 рублей, 12 500,50 рубля
результаты: 41 63 27 12 11 44 18 22 15 9
№ 8-912 от 2024 года
координаты 59.938951, 30.315635
индекс 190000, дом 8, кабинет 912
телефон доверия 8 (800) – звонок бесплатный
8 часов 30 минут, 8 900 рублей, 8 912 учеников
артикул 89123456789012
код 0123456789
версия 3.11.2.1, 192.168.1.10
10:00–10:45, 10.45-11.30
реестр 112233445566
https://example.org/?id=89210000000&phone=79210000000
https://vk.com/video-123456789_456239017
задания 3–6, страницы 128–131, таблица 12
набор 2025/26: 12 мест, занято 7
10 000 000 знаков, 12 600
64 часа 16 минут
1) 2) 3) 4) 5) 6) 7) 8) 9) 10)
паспорт проекта, технический паспорт кабинета, паспорт дорожной безопасности
серия уроков, серия из 12 занятий
дата рождения не нужна
день рождения школы 12.12.2024
сентябрь 2010 года рождения лаборатории
родился замысел в 2019 году
дети 2015 года рождения
А. С. Пушкин родился 6 июня 1799 года
Ю. А. Гагарин родился 9 марта 1934 года
info@primer.example, school@primer.example, centr@metod.primer.example
shkola376@mail.ru, sch_5@yandex.ru, mdou-12@bk.ru, gbdou35@list.ru, imc-mosk@inbox.ru
bank@primer.example
знак @ в тексте, @упоминание, a@b
имени К. Д. Ушинского, метод Л. С. Выготского
система Эльконина – Давыдова, методика Марии Монтессори
Гимназия имени Примерова Петра Петровича
улица Зои Космодемьянской, проспект Юрия Гагарина
роман Льва Николаевича Толстого, Лев Николаевич Толстой
учитель читает Александра Сергеевича Пушкина
педагог А. С. Макаренко, педагог Василий Александрович Сухомлинский
Санкт-Петербург, Нижний Новгород, Московский район
Ученик и учитель, ученик 5 класса Школы-примера № 1
ученики 7 «А» и 7 «Б» классов
Ученица Маша и ученик Петя спорят
Воспитанники детского сада Примерного района
Иван Царевич, 5 класс; Красная Шапочка, 2 класс
урок о Михаиле Васильевиче Ломоносове, 6 класс
Наташа Ростова и Андрей Болконский, 10 класс
Антон Павлович Чехов, ученик гимназии в Таганроге
Школьник Вадим, 8 класс
Павел Первый, ученик Панина
Дата: 2025-09-01, обновлено 2026-11-10
т. д., т. п., т. е., и др.
М.: Просвещение, 2020. – 128 с.
""".strip().splitlines()

HARMFUL = """
K610 тел. 8 900 000-00-00
K610 +7 900 000 00 00
K610 +79000000000
K610 8(900)0000000
K610 т.89000000000
K610 8-900-000-00-00
K610 8.900.000.00.00
K610 (900) 000-00-00
K610 WhatsApp: +7‑900‑000‑00‑00
K611 8 (800) 000-00-00
K611 +7 (812) 000-00-00
K612 112-233-445 95
K612 11223344595
K612 112 233 445 95
K613 500100732259
K614 паспорт 40 00 000000
K614 Паспорт серии 4000 № 000000
K614 серия 40 00 номер 000000
K615 primerova.maria@mail.ru
K615 prim_2010@gmail.com
K615 ivanova.mp@shkola-4.example
K615 a.petrov@primer.example
K616 12.03.2010 г.р.
K616 дата рождения: 12.03.2010
K616 родилась 5 мая 2011 года
K616 12 марта 2010 года рождения
K617 Ученица 5 класса Мария Примерова
K617 ученику 7 «Б» класса Петру Примерову
K617 Мария Примерова, ученица 5 класса
K617 Примерова Мария (5 «А» класс)
K617 Пётр Примеров, 9 кл.
K617 воспитанник Ваня Примеров
K617 шестиклассница Анна Примерова
K618 Примеров Пётр Петрович
K618 учитель М. И. Примерова
K618 директора школы Примеровой М.И.
K618 методист Мария Ивановна Примерова
""".strip().splitlines()


def codes(text: str) -> set[str]:
    """Codes about private data found in a text, put into the body."""
    return {found.code for found in findings(Case(kind="case", body=f"\n{text}\n"))} & PRIVATE


@pytest.mark.parametrize("text", HARMLESS)
def test_harmless_text_is_let_through(text: str) -> None:
    """Numbers of documents, official mail, writers and schools are nobody's private data."""
    assert codes(text) == set()


def test_harmless_texts_together_are_let_through() -> None:
    """Neighbours do not make each other private."""
    assert codes(" ".join(HARMLESS)) == set()
    assert codes("\n".join(HARMLESS)) == set()


@pytest.mark.parametrize("line", HARMFUL)
def test_private_data_is_found(line: str) -> None:
    """Each way of writing it that people have."""
    code, _, text = line.partition(" ")
    assert codes(f"Было так: {text}. Дальше текст.") == {code}


@pytest.mark.parametrize("line", HARMFUL)
def test_private_data_is_found_in_a_field(line: str) -> None:
    """The front matter is looked through as it is written, its comments too."""
    code, _, text = line.partition(" ")
    found = findings(Case(kind="case", fields=f'relevance: "Было так: {text}"'))
    assert {item.code for item in found} & PRIVATE == {code}


@pytest.mark.parametrize("line", HARMFUL)
def test_private_data_is_found_in_a_record_with_errors(line: str) -> None:
    """A mistake in a field hides no telephone; names wait until the record's persons are known."""
    code, _, text = line.partition(" ")
    found = findings(Case(kind="case", fields="created: вчера", body=f"\nБыло так: {text}.\n"))
    assert ({item.code for item in found} & PRIVATE) | {"K618"} == {code, "K618"}


def test_check_digits() -> None:
    """A number is СНИЛС or ИНН only when its check digits agree."""
    assert is_snils("112-233-445 95")
    assert not is_snils("112-233-445 96")
    assert not is_snils("000-000-000 00")
    assert is_personal_inn("500100732259")
    assert not is_personal_inn("500100732258")
    assert not is_personal_inn("000000000000")


def test_a_number_at_a_border_is_found_and_one_in_a_longer_one_is_not() -> None:
    """Signs around a number count."""
    assert codes("(89000000000)") == {"K610"}
    assert codes("«89000000000»") == {"K610"}
    assert codes("189000000000") == set()
    assert codes("890000000001") == set()
