"""Where each forge looks for its files, and what has to be switched on there by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from kopilka.settings import ForgeKind


class Templates(Enum):
    """How a forge asks for a report: a form, or a text to fill in."""

    FORM = "form"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class ForgeFiles:
    """The files of a forge: callers by path, with the text they are made from, and the templates.

    `then` is what the maintainer still does in the forge's own settings.
    """

    callers: Mapping[str, str]
    proposal: str
    report: str
    templates: Templates
    then: tuple[str, ...]
    runner: str = "ubuntu-latest"


_PAGES = "Чтобы сайт публиковался сам, заведите переменную KOPILKA_PAGES со значением true"
_PROTECT = "Защитите главную ветку: вливать в неё только через предложения и только после проверки."
_RUNNER = "Подключите исполнителя (runner) с Docker: без него проверка не начнётся."

FORGES: Mapping[ForgeKind, ForgeFiles] = {
    "github": ForgeFiles(
        {
            ".github/workflows/bank.yml": "github-check.yml",
            ".github/workflows/bank-comment.yml": "github-comment.yml",
            ".github/workflows/bank-pages.yml": "github-pages.yml",
        },
        ".github/PULL_REQUEST_TEMPLATE.md",
        ".github/ISSUE_TEMPLATE/oshibka.yml",
        Templates.FORM,
        (
            _PROTECT,
            f"{_PAGES} (Settings → Secrets and variables → Actions → Variables).",
            "В Settings → Pages выберите источник GitHub Actions.",
        ),
    ),
    "gitlab": ForgeFiles(
        {".gitlab-ci.yml": "gitlab.yml", ".gitlab/pages.yml": "gitlab-pages.yml"},
        ".gitlab/merge_request_templates/Default.md",
        ".gitlab/issue_templates/Oshibka.md",
        Templates.TEXT,
        (_PROTECT, f"{_PAGES} (Settings → CI/CD → Variables)."),
    ),
    "gitea": ForgeFiles(
        {".gitea/workflows/bank.yml": "gitea-check.yml"},
        ".gitea/PULL_REQUEST_TEMPLATE.md",
        ".gitea/ISSUE_TEMPLATE/oshibka.yml",
        Templates.FORM,
        (_RUNNER, _PROTECT),
    ),
    "forgejo": ForgeFiles(
        {".forgejo/workflows/bank.yml": "gitea-check.yml"},
        ".forgejo/PULL_REQUEST_TEMPLATE.md",
        ".forgejo/ISSUE_TEMPLATE/oshibka.yml",
        Templates.FORM,
        (_RUNNER, _PROTECT),
        runner="docker",
    ),
    "gitverse": ForgeFiles(
        {".gitverse/workflows/bank.yaml": "gitverse-check.yaml"},
        ".gitverse/predlozhenie.md",
        ".gitverse/oshibka.md",
        Templates.TEXT,
        (
            "Включите CI/CD в настройках хранилища.",
            "Шаблоны лежат в .gitverse: сам сервер их не показывает, вставляйте текст в описание.",
        ),
    ),
    "gitflic": ForgeFiles(
        {"gitflic-ci.yaml": "gitflic.yaml"},
        ".gitflic/predlozhenie.md",
        ".gitflic/oshibka.md",
        Templates.TEXT,
        (
            "Подключите агента с Docker и включите в настройках CI/CD конвейеры запросов на слияние.",
            "Шаблоны лежат в .gitflic: сам сервер их не показывает, вставляйте текст в описание.",
        ),
    ),
}
