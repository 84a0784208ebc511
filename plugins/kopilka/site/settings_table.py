"""The reference of `kopilka.yml`: every setting, what it is for and what holds when it is left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from kopilka.records.labels import field_model
from kopilka.settings import Settings

WORDS: Mapping[str, str] = {
    "bank.name": "Короткое имя: рядом со знаком, в заголовках окон, в ссылках на записи.",
    "bank.title": "Что это за банк, одной фразой: внизу страниц и в описании сайта.",
    "bank.motto": "Крупная строка на главной.",
    "bank.lead": "Две-три фразы под ней.",
    "bank.url": "Полный адрес сайта, если он уже выложен: нужен для постоянных ссылок и карты сайта.",
    "bank.place": "Город издания для ссылок по ГОСТу.",
    "bank.email": "Почта банка, а не человека: сюда присылают практики. Проверка не примет её за личную.",
    "bank.licence": "Лицензия записей, в которых своя не указана.",
    "kinds.model": "Где описан вид записи: модуль, двоеточие, класс.",
    "kinds.folder": "Папка с записями этого вида.",
    "registry": "Папка организаций, словарей и терминов.",
    "books": "Папка готовых сборников: сюда пишет kopilka publish, отсюда их берёт сайт.",
    "templates": "Папка своих шаблонов страниц: одноимённый шаблон заменит наш.",
    "proposals.edit": "Куда ведёт «Предложить правку»: страница сайта или полный адрес. В адресе "
    "{path}, {id} и {title} заменятся файлом, именем и названием записи.",
    "proposals.report": "Куда ведёт «Сообщить об ошибке»: так же.",
    "proposals.submit": "Страница «Как предложить практику»: путь внутри сайта.",
    "proposals.guide": "Страница с советами автору и формой Word: на неё ведут формы сайта.",
    "forge.kind": "Где лежат файлы банка: none – только в папке; github, gitlab, gitea, forgejo, "
    "gitverse, gitflic.",
    "forge.url": "Адрес сервера. У github.com, gitlab.com, gitverse.ru и gitflic.ru не нужен.",
    "forge.repository": "Хранилище, как в его адресе: владелец/имя. Нужно всем, кроме none.",
    "forge.branch": "Главная ветка: в неё вливают проверенное.",
    "editor.backend": "Куда пишет редактор: forge – в хранилище из forge, local – только в папку этого "
    "компьютера. Без forge, с GitVerse и GitFlic он и так пишет в папку.",
    "editor.public": "Выложить редактор на сайт, в папку admin. Прочтите сначала, почему его там нет.",
    "editor.app_id": "Номер приложения в GitLab, Gitea или Forgejo: тогда входят через их страницу, "
    "а не только по ключу.",
    "checks.severity": "Строгость правила по его номеру: error – ошибка, warning – замечание, "
    "advice – совет, off – молчать.",
    "checks.limits.body_min_words": "Меньше слов – замечание «текст слишком короткий».",
    "checks.limits.body_min_characters": "От скольких знаков текст годится в сборник.",
    "checks.limits.body_max_characters": "До скольких знаков текст годится в сборник.",
    "checks.limits.file_max_kilobytes": "Самый большой файл рядом с записью, килобайт.",
    "checks.limits.image_max_kilobytes": "Самая большая картинка, килобайт.",
    "checks.limits.confirm_years": "Через сколько лет пора спросить, жив ли опыт.",
    "checks.limits.likeness_percent": "С какой доли общих фраз говорить, что тексты двух записей похожи.",
    "checks.hosts.refused": "Сайты, ссылки на которые банк не принимает.",
    "checks.hosts.advised": "Что советовать взамен.",
    "checks.acceptable": "Номера ошибок, которые автор может принять в записи (поле accepted). Советы и "
    "замечания "
    "принимают и так; личные данные сюда лучше не вписывать.",
    "checks.links.timeout_seconds": "Сколько секунд ждать ответа сайта при проверке ссылок.",
    "checks.links.pause_milliseconds": "Сколько миллисекунд отдыхать между вопросами одному сайту.",
    "checks.links.at_once": "Сколько сайтов спрашивать одновременно; каждому – один вопрос за раз.",
    "checks.links.remember_days": "Сколько дней не спрашивать о ссылке, которая открылась.",
    "checks.links.private": "true – открывать и адреса внутренней сети. Не включайте там, где проверяют "
    "чужие предложения.",
    "checks.links.skipped": "Сайты, которые не спрашивать.",
    "checks.limits.file_types": "Какие файлы можно положить рядом с записью.",
    "search.engine": "Чем искать: lunr – свой поиск, понимает опечатки и синонимы, работает и из папки; "
    "pagefind – для банков больше двадцати тысяч записей, только на сайте.",
    "certificates.heading": "Как называется справка о публикации.",
    "certificates.text": "Её текст. {author}, {title}, {organisation} и {where} заменятся именем автора, "
    "названием работы, организацией и местом публикации.",
    "certificates.text_without_author": "Текст справки для организации, когда автор не назван.",
    "certificates.issuer": "Кто выдаёт справку; иначе – издатель сборника, а у банка его имя.",
    "certificates.post": "Должность того, кто подписывает.",
    "certificates.signer": "Его инициалы и фамилия, с его согласия; без них строка останется пустой.",
    "menu.label": "Слова в верхней строке; последний пункт стоит справа, отдельно.",
    "menu.to": "Путь внутри сайта или полный адрес.",
    "footer.title": "Заголовок столбца внизу страниц.",
    "footer.links.label": "Слова ссылки.",
    "footer.links.to": "Путь внутри сайта или полный адрес.",
    "examples.label": "Слова после «Например:» на главной.",
    "examples.to": "Список, который откроется: путь внутри сайта.",
}
"""What each setting is for. A test keeps the names equal to those of the model."""

_REQUIRED = "нужна обязательно"
_UNSET = "не задана"
_EMPTY = "пусто"


@dataclass(frozen=True, slots=True)
class SettingRow:
    """A setting: its name inside its part, what it is for, and what holds when it is left out."""

    name: str
    words: str
    default: str


def setting_rows(part: str) -> tuple[SettingRow, ...]:
    """The settings of one part of `kopilka.yml`, or the part itself; `KeyError` for an unknown one."""
    info = Settings.model_fields[part]
    inner = field_model(info)
    if inner is None:
        return (SettingRow(part, WORDS[part], _default(info)),)
    return tuple(
        SettingRow(".".join(steps), WORDS[".".join((part, *steps))], _default(found))
        for steps, found in _settings(inner)
    )


def setting_names() -> frozenset[str]:
    """Every setting by its full name: «bank.name», «checks.limits.confirm_years»."""
    return frozenset(".".join(steps) for steps, _ in _settings(Settings))


def _settings(model: type[BaseModel]) -> Iterator[tuple[tuple[str, ...], FieldInfo]]:
    for name, info in model.model_fields.items():
        inner = field_model(info)
        if inner is None:
            yield (name,), info
        else:
            yield from (((name, *steps), found) for steps, found in _settings(inner))


def _default(info: FieldInfo) -> str:
    if info.is_required():
        return _REQUIRED
    value: Any = info.get_default(call_default_factory=True, validated_data={})
    if value is None:
        return _UNSET
    return (", ".join(value) if isinstance(value, tuple) else str(value)) if value else _EMPTY
