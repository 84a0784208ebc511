"""The registers beside the records: vocabularies, organisations, the glossary."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated

from pydantic import StringConstraints

from kopilka.records.fields import Model, Show, declare
from kopilka.records.quantities import Text, Words
from kopilka.records.references import Address, OrganisationRef, OrganisationType, Slug
from kopilka.russian import fold_label

Email = Annotated[str, StringConstraints(pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$")]


class Term(Model):
    """A term of a vocabulary."""

    id: Slug = declare(label="Идентификатор", help="Латиницей, навсегда.", example="nastavnichestvo")
    label: Words = declare(label="Название", help="Как видит читатель.", example="наставничество")
    short: Words | None = declare(None, label="Сокращение", help="Если есть.", example="ООО")
    synonyms: tuple[Words, ...] = declare(
        (), label="Синонимы", help="Как ещё говорят.", example=["менторство"]
    )
    note: Words | None = declare(
        None, label="Пояснение", help="Одной фразой.", example="урок, работа с текстом"
    )
    parent: Slug | None = declare(
        None, label="Шире", help="Идентификатор более широкого термина.", example="soft-skills"
    )
    replaced_by: Slug | None = declare(
        None, label="Заменён на", help="Если термин больше не нужен.", example="cifrovye"
    )


class Vocabulary(Model):
    """A controlled vocabulary."""

    id: Slug = declare(label="Идентификатор", help="Имя файла.", example="theme")
    label: Words = declare(label="Название", help="Как видит читатель.", example="Направление")
    description: Text | None = declare(None, label="Зачем", help="Одной фразой.", example="О чём запись.")
    terms: tuple[Term, ...] = declare(
        label="Термины", help="По порядку показа.", example=[{"id": "a", "label": "а"}], min_length=1
    )

    @cached_property
    def by_id(self) -> dict[str, Term]:
        """Terms by id."""
        return {term.id: term for term in self.terms}

    @cached_property
    def _by_name(self) -> dict[str, str]:
        names: dict[str, str] = {}
        for term in self.terms:
            for name in (*term.synonyms, term.short or term.label, term.label, term.id):
                names[fold_label(name)] = term.id
        return names

    def find(self, written: str) -> str | None:
        """The id of the term written as its id, label, abbreviation or synonym; None when there is none."""
        if written in self.by_id:
            return written
        return self._by_name.get(fold_label(written))

    @cached_property
    def names(self) -> tuple[str, ...]:
        """All that may be written, for «did you mean»."""
        return tuple(name for term in self.terms for name in (term.label, term.id, *term.synonyms))


class Contacts(Model):
    """Official contacts of an organisation; never a person's."""

    url: Address | None = declare(
        None, label="Страница с контактами", help="Официальный сайт.", example="https://example.org/kontakty"
    )
    email: Email | None = declare(
        None, label="Почта организации", help="Только официальная.", example="info@example.org"
    )


class Organisation(Model):
    """An organisation of the register."""

    id: Slug = declare(label="Идентификатор", help="Латиницей, навсегда.", example="shkola-primer-1")
    name: Words = declare(label="Полное название", help="Как в уставе.", example="Школа-пример № 1")
    short: Words = declare(label="Короткое название", help="Как видит читатель.", example="Школа-пример № 1")
    type: OrganisationType = declare(label="Тип", help="Из словаря.", example="школа")
    municipality: Words | None = declare(
        None, label="Муниципалитет", help="Район, город, округ.", example="Примерный район"
    )
    region: Words | None = declare(None, label="Регион", help="Субъект федерации.", example="Примерный край")
    site: Address | None = declare(
        None, label="Сайт", help="Официальный сайт.", example="https://example.org"
    )
    parent: OrganisationRef | None = declare(
        None, label="Входит в", help="Идентификатор.", example="iro-primer"
    )
    contacts: Contacts | None = declare(
        None, label="Контакты", help="Только официальные.", example={"email": "info@example.org"}
    )
    demo: bool = declare(
        default=False, label="Придуманная", help="true для примеров.", example=False, show=Show.HEAD
    )


class OrganisationsFile(Model):
    """A file of the register of organisations."""

    organisations: tuple[Organisation, ...] = declare(label="Организации", help="Список.", example=[])


class GlossaryEntry(Model):
    """A term of the glossary."""

    id: Slug = declare(label="Идентификатор", help="Латиницей.", example="iom")
    term: Words = declare(label="Термин", help="Полностью.", example="индивидуальный образовательный маршрут")
    abbreviations: tuple[Words, ...] = declare(
        (), label="Сокращения", help="Как пишут коротко.", example=["ИОМ"]
    )
    definition: Text = declare(
        label="Определение", help="Одной-двумя фразами.", example="План профессионального роста."
    )
    synonyms: tuple[Words, ...] = declare(
        (), label="Синонимы", help="Как ещё говорят.", example=["индивидуальный план"]
    )
    see: tuple[Slug, ...] = declare((), label="См. также", help="Идентификаторы.", example=["iot"])


class GlossaryFile(Model):
    """The glossary."""

    entries: tuple[GlossaryEntry, ...] = declare(label="Термины", help="Список.", example=[])
