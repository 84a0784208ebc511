"""The Word forms that authors take from the site."""

from __future__ import annotations

from io import BytesIO

from tests.bank_maker import REPOSITORY, opened

from kopilka.exchange.forms.word_reading import read_word
from kopilka.workspace.forms import form_paths, word_forms


def test_each_kind_has_its_form() -> None:
    """It stands where the page of the form links to, is the same each time, and comes back as its kind."""
    workspace = opened(REPOSITORY)
    files = {file.path: file.content for file in word_forms(workspace)}
    assert form_paths(workspace) == set(files)
    assert files == {file.path: file.content for file in word_forms(workspace)}
    models = {model.kind.slug: model for model in workspace.kinds.values()}
    plan = workspace.plan(directory_urls=True)
    for path, content in files.items():
        slug = path.removeprefix("predlozhit/forma-").removesuffix(".docx")
        read = read_word(BytesIO(content), models.values(), workspace.catalog.registry)
        assert read is not None
        assert read.model is models[slug]
        assert f'href="../../{path}" download' in plan.render(f"predlozhit/{slug}").html
