"""What a bank may set: its name, the kinds it keeps and where, how strict the checks are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

RelativeFolder = Annotated[str, StringConstraints(pattern=r"^[\w-][\w.-]*(/[\w-][\w.-]*)*$")]
Level = Literal["error", "warning", "advice", "off"]


CodeId = Annotated[str, StringConstraints(pattern=r"^K\d{3}$")]


class _Settings(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Bank(_Settings):
    """What the bank is called and where it lives."""

    name: str = "Копилка"
    title: str = "Банк образовательных практик"
    motto: str = "Опыт, который можно повторить"
    lead: str = (
        "Что сделали коллеги в школах и детских садах, что от этого изменилось и где это можно увидеть. "
        "Каждую запись проверили эксперты."
    )
    url: str | None = None
    place: str | None = None
    email: str | None = None
    licence: str = "CC-BY-4.0"


class KindFolder(_Settings):
    """A kind of record (`package.module:Model`) and the folder of its files."""

    model: Annotated[str, StringConstraints(pattern=r"^[\w.]+:\w+$")]
    folder: RelativeFolder


class Link(_Settings):
    """A link of the menu or the footer: a path inside the site or a full address."""

    label: str
    to: str


class Column(_Settings):
    """A column of the footer."""

    title: str
    links: tuple[Link, ...]


class Proposals(_Settings):
    """Where «Предложить правку» and «Сообщить об ошибке» lead.

    A whole address, in which `{path}` is the record's file, `{id}` its id, `{title}` its title, quoted; or
    a page of the site with a place on it: `avtoru#pravka`.
    """

    edit: str | None = None
    report: str | None = None
    submit: str | None = None
    guide: str | None = None


ForgeKind = Literal["none", "github", "gitlab", "gitea", "forgejo", "gitverse", "gitflic"]
_PUBLIC: Mapping[ForgeKind, str] = {
    "github": "https://github.com",
    "gitlab": "https://gitlab.com",
    "gitverse": "https://gitverse.ru",
    "gitflic": "https://gitflic.ru",
}


class Forge(_Settings):
    """Where the bank's files are kept in Git, for those who propose changes and for the editor.

    `url` is the forge alone; `repository` is `owner/name` there, as its address says.
    """

    kind: ForgeKind = "none"
    url: Annotated[str, StringConstraints(pattern=r"^https?://[\w.-]+(:\d+)?(/[\w.-]+)*/?$")] | None = None
    repository: Annotated[str, StringConstraints(pattern=r"^[\w.-]+(/[\w.-]+)+$")] | None = None
    branch: Annotated[str, StringConstraints(pattern=r"^\w+([./-]\w+)*$")] = "main"

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if self.kind != "none" and not self.repository:
            raise PydanticCustomError("told", "назовите хранилище: repository: владелец/имя")
        if self.kind != "none" and not self.host:
            raise PydanticCustomError("told", "назовите адрес сервера: url: https://git.primer.example")
        return self

    @property
    def host(self) -> str | None:
        """The forge's own address without a slash at its end; the public one where none is set."""
        return (self.url or _PUBLIC.get(self.kind, "")).rstrip("/") or None

    @property
    def address(self) -> str | None:
        """The page of the repository; None without a forge."""
        if self.kind == "none":
            return None
        between = "/project/" if self.kind == "gitflic" else "/"
        return f"{self.host}{between}{self.repository}"


_EDITABLE = frozenset({"github", "gitlab", "gitea", "forgejo"})
"""Forges whose files the editor can read and write."""


class Editor(_Settings):
    """The editor of records in a browser: where it writes, and whether it stands on the public site.

    `app_id` is how GitLab, Gitea or Forgejo know it, for a sign-in by their own page.
    """

    backend: Literal["forge", "local"] = "forge"
    public: bool = False
    app_id: Annotated[str, StringConstraints(min_length=1)] | None = None


_DOCUMENTS = ("pdf", "docx", "xlsx", "pptx", "odt", "ods", "odp", "csv", "txt")
_PICTURES = ("jpg", "jpeg", "png", "webp", "svg")
_MEDIA = ("mp4", "webm", "mp3")


class Limits(_Settings):
    """Sizes that the checks compare with."""

    body_min_words: int = Field(default=120, ge=0)
    body_min_characters: int = Field(default=7_200, ge=0)
    body_max_characters: int = Field(default=12_600, ge=1)
    file_max_kilobytes: int = Field(default=20_000, ge=1)
    image_max_kilobytes: int = Field(default=1_500, ge=1)
    confirm_years: int = Field(default=3, ge=1)
    likeness_percent: int = Field(default=50, ge=1, le=100)
    file_types: tuple[str, ...] = (*_DOCUMENTS, "zip", *_PICTURES, *_MEDIA, "ics")


class Hosts(_Settings):
    """Sites of materials: those that the bank does not take, and those to use instead."""

    refused: tuple[str, ...] = (
        "docs.google.com",
        "drive.google.com",
        "sites.google.com",
        "forms.gle",
        "youtube.com",
        "youtu.be",
        "padlet.com",
        "canva.com",
        "miro.com",
        "dropbox.com",
        "onedrive.live.com",
        "1drv.ms",
        "learningapps.org",
        "quizlet.com",
        "kahoot.com",
        "mentimeter.com",
        "notion.so",
        "genially.com",
        "wordwall.net",
    )
    advised: tuple[str, ...] = ("rutube.ru", "vkvideo.ru", "облако своей организации")


class Links(_Settings):
    """How `check --links` asks sites: slowly, one request at a time to each, none inside of one's network."""

    timeout_seconds: int = Field(default=15, ge=1, le=120)
    pause_milliseconds: int = Field(default=1000, ge=0, le=60_000)
    at_once: int = Field(default=4, ge=1, le=16)
    remember_days: int = Field(default=7, ge=0, le=365)
    private: bool = False
    skipped: tuple[str, ...] = ()


class Checks(_Settings):
    """How the checks behave in this bank."""

    severity: dict[CodeId, Level] = {}
    acceptable: tuple[CodeId, ...] = ()
    limits: Limits = Limits()
    hosts: Hosts = Hosts()
    links: Links = Links()


class Certificates(_Settings):
    """What a certificate of publication says.

    In both texts `{title}`, `{organisation}` and `{where}` are replaced by facts, `{author}` in the first.
    """

    heading: str = "Справка о публикации"
    text: str = (
        "Настоящая справка подтверждает, что {author} – автор работы «{title}» ({organisation}), "
        "опубликованной {where}."
    )
    text_without_author: str = (
        "Настоящая справка подтверждает, что работа «{title}» ({organisation}) опубликована {where}."
    )
    issuer: str | None = None
    post: str | None = None
    signer: str | None = None


class Search(_Settings):
    """The search of the site."""

    engine: Literal["lunr", "pagefind"] = "lunr"


DEFAULT_KINDS = (
    KindFolder(model="kopilka.records.practice:Practice", folder="practices"),
    KindFolder(model="kopilka.records.case:ProjectCase", folder="projects/cases"),
    KindFolder(model="kopilka.records.site:Site", folder="sites"),
    KindFolder(model="kopilka.records.network:NetworkProject", folder="projects/networks"),
)


class Settings(_Settings):
    """The whole of `kopilka.yml`; every part may be left out."""

    bank: Bank = Bank()
    kinds: tuple[KindFolder, ...] = DEFAULT_KINDS
    registry: RelativeFolder = "registry"
    books: RelativeFolder = "books"
    templates: RelativeFolder | None = None
    proposals: Proposals = Proposals()
    forge: Forge = Forge()
    editor: Editor = Editor()
    checks: Checks = Checks()
    search: Search = Search()
    certificates: Certificates = Certificates()
    menu: tuple[Link, ...] = ()
    footer: tuple[Column, ...] = ()
    examples: tuple[Link, ...] = ()

    @property
    def editor_is_local(self) -> bool:
        """Whether the editor writes into a folder of this computer and nowhere else."""
        return self.editor.backend == "local" or self.forge.kind not in _EDITABLE

    @model_validator(mode="after")
    def _has_where_to_edit(self) -> Self:
        if self.editor.public and self.editor_is_local:
            raise PydanticCustomError(
                "told",
                "editor: public – на сайте редактору некуда сохранять: он умеет GitHub, GitLab, Gitea "
                "и Forgejo. Назовите хранилище в forge или уберите public",
            )
        return self
