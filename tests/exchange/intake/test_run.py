"""Many files at once: what lands on disk, the second run, helpers, pictures, LibreOffice, our own form."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from PIL import Image
from tests.bank_maker import REPOSITORY, TODAY, make_bank, opened
from tests.cli.command import printed, run
from tests.exchange.intake.corpus import CORPUS
from tests.exchange.intake.corpus_applications import internship
from tests.exchange.intake.paper_maker import Sheet, photo, with_broken_pictures

from kopilka.exchange.forms.word import Filling, revision_of, write_word
from kopilka.exchange.intake import Bank, Line, find_files, import_files
from kopilka.exchange.intake.aliases import default_aliases
from kopilka.exchange.intake.office import convert
from kopilka.exchange.intake.one import read_one
from kopilka.exchange.intake.paper import Refusal
from kopilka.records.frontmatter import split
from kopilka.records.source import Source

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A bank without records."""
    return make_bank(tmp_path / "bank", {})


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    """A folder with the whole corpus."""
    folder = tmp_path / "sent"
    folder.mkdir()
    for name, make in CORPUS.items():
        (folder / name).write_bytes(make())
    return folder


def bank_of(root: Path) -> Bank:
    """What an import knows of a bank."""
    workspace = opened(root)
    ids = {Path(path).stem: "" for path in workspace.kept}
    return Bank(workspace.kinds, workspace.registers.registry, ids, default_aliases(), TODAY)


def files_in(root: Path) -> dict[str, bytes]:
    """Every file of a bank but its registers."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and "registry" not in path.parts
    }


def imported(root: Path, *paths: Path, dry: bool = False) -> list[Line]:
    """Imports files into a bank."""
    return import_files(bank_of(root), find_files(paths), root=root, dry=dry)


def test_a_folder_twice(root: Path, sent: Path) -> None:
    """A folder with broken files is read; the second run changes nothing; a dry one writes nothing."""
    imported(root, sent, dry=True)
    assert list(files_in(root)) == ["kopilka.yml"]
    first = imported(root, sent)
    files = files_in(root)
    second = imported(root, sent)
    assert files_in(root) == files
    assert sum(1 for line in first if line.refusal) == 8
    assert {line.state for line in first if line.told} == {"written"}
    assert {line.state for line in second if line.told} == {"same"}
    assert not [name for name in files if name.endswith(".tmp")]
    unreadable = [item for item in opened(root).report.diagnostics if item.code.startswith("K1")]
    assert unreadable == []


def test_an_edited_draft_is_kept(root: Path, sent: Path) -> None:
    """What was put right is not written over; another source of the same title gets its own file."""
    source = sent / "10-pravki.docx"
    line = imported(root, source)[0]
    draft = root / line.record
    draft.write_text(draft.read_text(encoding="utf-8") + "\nПоправлено.\n", encoding="utf-8")
    assert imported(root, source)[0].state == "edited"
    assert "Поправлено." in draft.read_text(encoding="utf-8")
    twin = sent / "copy.docx"
    twin.write_bytes(source.read_bytes())
    assert imported(root, twin)[0].record == line.record.replace(".md", "-2.md")


def test_a_letter_sent_twice(root: Path, tmp_path: Path) -> None:
    """The same file under another name is told of and gives no second draft."""
    sent = tmp_path / "sent"
    sent.mkdir()
    data = CORPUS["10-pravki.docx"]()
    (sent / "first.docx").write_bytes(data)
    (sent / "second.docx").write_bytes(data)
    (sent / "Thumbs.db").write_bytes(b"windows")
    first, second = imported(root, sent)
    assert first.state == "written"
    assert (second.source, second.state, second.record) == ("second.docx", "twin", "first.docx")


def test_what_the_form_of_the_site_saved(root: Path, tmp_path: Path) -> None:
    """A record with its pictures goes to its folder as it is, without a telephone and a photo's place."""
    text = (
        "---\ntitle: Карты вопросов\ngrades:\n  min: 5\n  max: 7\n"
        "idea: звоните 8 900 000-00-00\n---\n\n![Доска](d.jpg)\n"
    )
    sent = tmp_path / "sent"
    sent.mkdir()
    with ZipFile(sent / "karty (1).zip", "w") as archive:
        archive.writestr("karty.md", text)
        archive.writestr("karty/d.jpg", photo())
        archive.writestr("karty/virus.exe", b"MZ")
    (line,) = imported(root, sent)
    assert (line.record, line.state) == ("practices/karty.md", "written")
    bare = text.replace("8 900 000-00-00", "(контакт убран)")
    assert (root / line.record).read_text(encoding="utf-8") == bare
    with Image.open(root / "practices" / "karty" / "d.jpg") as image:
        assert not image.getexif()
    assert line.told is not None
    assert line.told.asks == (("virus.exe", "файлы такого вида банк не хранит: не перенесён"),)
    assert imported(root, sent)[0].state == "same"
    (tmp_path / "lost.md").write_text("Здравствуйте!", encoding="utf-8")
    assert imported(root, tmp_path / "lost.md")[0].refusal is not None


def test_files_of_one_name_are_all_kept(root: Path, tmp_path: Path) -> None:
    """Names that come out the same in Latin letters get numbers, and the person is told of each."""
    with ZipFile(tmp_path / "karty.zip", "w") as archive:
        archive.writestr("karty.md", "---\ntitle: Карты вопросов\nidea: Карта\nproblem: Молчат\n---\n")
        archive.writestr("karty/план.csv", b"1")
        archive.writestr("karty/План!.csv", b"2")
    (line,) = imported(root, tmp_path / "karty.zip")
    files = (root / "practices" / "karty").iterdir()
    assert {path.name: path.read_bytes() for path in files} == {"plan.csv": b"1", "plan-2.csv": b"2"}
    assert line.told is not None
    assert [place for place, _ in line.told.asks] == ["план.csv", "План!.csv"]


def test_pictures(root: Path, sent: Path) -> None:
    """A photograph is kept once, made smaller, without its place, under a name made of what is in it."""
    line = imported(root, sent / "12-kartinki.docx")[0]
    (picture,) = (root / line.record).with_suffix("").iterdir()
    with Image.open(picture) as image:
        assert max(image.size) == 1600
        assert not image.getexif()
    assert picture.name in (root / line.record).read_text(encoding="utf-8")


def test_a_picture_stays_where_it_stood(root: Path) -> None:
    """In the text of the record it is between the same paragraphs; elsewhere it is one of the materials."""
    whole = Sheet().head("Описание практики", 0).text("**Название практики:** Сад зимой").head("Ход работы")
    whole.text("Сеем лук.").picture(photo(size=(40, 20))).text("Поливаем.").head("Источник сведений")
    data = whole.picture(photo(size=(60, 20))).bytes()
    (told,) = read_one(bank_of(root), "x.docx", data).told
    first, second = (picture.name for picture in told.draft.pictures)
    assert f"Сеем лук.\n\n![]({first})\n\nПоливаем." in told.draft.text
    assert f"file: {second}" in told.draft.text
    assert f"file: {first}" not in told.draft.text


def test_broken_pictures_are_told(root: Path) -> None:
    """What calls itself a picture and is none does not stop the text."""
    whole = Sheet().head("Описание практики", 0).text("**Название практики:** Сад зимой в классе")
    whole.text("**Основная идея:** Лук растёт в каждом классе, а дети ведут дневник и рисуют, как он растёт.")
    data = with_broken_pictures(whole.picture(photo(size=(40, 20))).bytes())
    (told,) = read_one(bank_of(root), "x.docx", data).told
    assert told.draft.pictures == ()
    assert any("картинка повреждена" in text for _, text in told.asks)


def test_without_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where LibreOffice is not installed, an old document is told plainly what to do with it."""
    monkeypatch.setattr(shutil, "which", lambda _: None)
    answer = convert("заявка.doc", b"x", ".docx")
    assert isinstance(answer, Refusal)
    assert "LibreOffice" in answer.message
    assert "Сохранить как" in answer.remedy


def test_with_libreoffice(root: Path, tmp_path: Path) -> None:
    """A document of LibreOffice gives what one of Word does, our own form its tags; without it, words."""
    if shutil.which("soffice") is None:
        assert isinstance(convert("a.odt", b"x", ".docx"), Refusal)
        return
    bank = bank_of(root)
    (tmp_path / "a.docx").write_bytes(internship())
    model = bank.kinds["practices"]
    (tmp_path / "b.docx").write_bytes(
        write_word(model, bank.registry, Filling({"title": "Карты вопросов"}, ""))
    )
    profile = (tmp_path / "profile").as_uri()
    command = [
        "soffice",
        f"-env:UserInstallation={profile}",
        "--headless",
        "--convert-to",
        "odt",
        "--outdir",
        tmp_path,
    ]
    sources = [tmp_path / "a.docx", tmp_path / "b.docx"]
    subprocess.run([*map(str, [*command, *sources])], check=True, capture_output=True, timeout=300)
    odt = read_one(bank, "a.odt", (tmp_path / "a.odt").read_bytes())
    docx = read_one(bank, "a.docx", internship())
    assert {item.path for item in odt.told[0].fields} == {item.path for item in docx.told[0].fields}
    own = read_one(bank, "b.odt", (tmp_path / "b.odt").read_bytes(), tmp_path / "b.odt")
    assert own.told[0].own is not None
    assert own.told[0].draft.title == "Карты вопросов"


def test_command(root: Path, sent: Path, tmp_path: Path) -> None:
    """The command prints the report, ends with the table, and says by its code that a file was not read."""
    fine = run(
        "import", sent / "01-stazhirovochnaya.docx", "--root", root, "--out", tmp_path / "out", folder=root
    )
    assert fine.returncode == 0
    assert "Академических часов ← «Срок реализации программы стажировки" in printed(fine)
    assert "личное убрано: имя – 3, телефон – 2, электронная почта – 2" in printed(fine)
    assert [path.suffix for path in (tmp_path / "out").iterdir()] == [".md"]
    broken = run("import", sent / "25-parol.docx", "--root", root, "--format", "json", folder=root)
    assert broken.returncode == 1
    assert '"error": "файл закрыт паролем"' in printed(broken)
    assert run("import", sent, "--kind", "sait", "--root", root, folder=root).returncode == 2


def test_our_own_form(root: Path, tmp_path: Path) -> None:
    """A form changes what was changed in it, an untouched one nothing; an empty one is told."""
    record = root / "practices" / "polka-nezakonchennyh-rabot.md"
    record.parent.mkdir()
    record.write_bytes((REPOSITORY / "practices" / record.name).read_bytes())
    model, registry = bank_of(root).kinds["practices"], bank_of(root).registry
    text = record.read_text(encoding="utf-8")
    raw = split(Source(record.name, text))[0]
    assert raw is not None
    filled = write_word(model, registry, Filling(raw.meta, raw.body, record.stem, revision_of(text)))
    (tmp_path / "a.docx").write_bytes(filled)
    (tmp_path / "b.docx").write_bytes(write_word(model, registry, None))
    untouched, empty = imported(root, tmp_path / "a.docx", tmp_path / "b.docx")
    assert (untouched.state, record.read_text(encoding="utf-8")) == ("same", text)
    assert empty.refusal is not None
    assert empty.refusal.message == "форма не заполнена"
    form = Document(str(tmp_path / "a.docx"))
    title = next(item for item in form.element.body.iter(f"{{{W}}}t") if item.text == str(raw.meta["title"]))
    title.text = "Полка незаконченных работ: вторая жизнь черновика"
    form.save(str(tmp_path / "a.docx"))
    (changed,) = imported(root, tmp_path / "a.docx")
    assert changed.state == "merged"
    assert any("вторая жизнь черновика" in item for item in changed.changes)
    assert "вторая жизнь черновика" in record.read_text(encoding="utf-8")
