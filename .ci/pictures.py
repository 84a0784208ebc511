"""Makes the pictures of the guides from the real pages and forms; `make pictures ARGS="forma-vid"` makes one.

Needs what a reader of the guides does not: Chromium (KOPILKA_BROWSER names it), LibreOffice and pdftoppm.
"""

from __future__ import annotations

import io
import os
import re
import sys
from collections.abc import Callable
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.guide_stage import SAMPLE, Stage, edited, shot, staged  # noqa: E402 - found by the line above

FOLDER = ROOT / "docs" / "assets" / "guide"
DAY = "1795305600"
"""2026-11-22: the pictures do not depend on the day they are made."""
QUALITY = 80


def forma_vid(stage: Stage) -> bytes:
    """The page on which a kind of record is chosen."""
    return shot(stage.open("predlozhit/"), ".k-pagehead", ".k-propose")


def forma_nachalo(stage: Stage) -> bytes:
    """The first section of the form, filled."""
    stage.fill("#korotko")
    return shot(stage.page)


def forma_zamechanie(stage: Stage) -> bytes:
    """What the form says as one types."""
    page = stage.fill("#korotko")
    field = page.get_by_label("Аннотация")
    field.fill("Пятиклассники заполняют короткую карту.")
    return shot(page, page.locator(".k-field", has=field))


def forma_slovar(stage: Stage) -> bytes:
    """A word of the vocabulary, found by its beginning."""
    page = stage.fill("#komu")
    field = page.get_by_role("combobox", name="Целевая аудитория")
    field.fill("учит")
    page.get_by_role("option").first.wait_for()
    return shot(page, page.locator(".k-field", has=field), page.get_by_role("listbox"))


def forma_rezultaty(stage: Stage) -> bytes:
    """A result in numbers."""
    page = stage.fill("#rezultaty")
    return shot(page, page.locator(".k-row__head").first, page.get_by_label("Стало").first, margin=8)


def forma_otpravit(stage: Stage) -> bytes:
    """The last section: what is left, the file, and what happens next."""
    page = stage.fill("#otpravit")
    with page.expect_download():
        page.locator("[data-form-save]").click()
    page.locator(".k-form__main [role=status] .k-note").wait_for()
    return shot(page, ".k-form__main h2", ".k-finish")


def word_pustaya(stage: Stage) -> bytes:
    """The empty Word form, its first sheet."""
    return stage.word("practice", sheet=1)


def word_zapolnena(stage: Stage) -> bytes:
    """A Word form with a record in it: results and conditions."""
    return stage.word(SAMPLE.stem, sheet=3)


def redaktor_vhod(stage: Stage) -> bytes:
    """The first page of the editor."""
    with edited(stage) as editor:
        page = editor.page
        return shot(page, "h1", page.get_by_text("Браузер спросит"), margin=40)


def redaktor_spisok(stage: Stage) -> bytes:
    """The records of a kind in the editor."""
    with edited(stage) as editor:
        editor.open_folder("Практики")
        return shot(editor.page)


def redaktor_zapis(stage: Stage) -> bytes:
    """A record that is being put right."""
    with edited(stage) as editor:
        editor.open_folder("Практики")
        editor.page.get_by_text("Лаборатория вопросов").first.click()
        editor.field("title")
        return shot(editor.page)


def redaktor_zamechanie(stage: Stage) -> bytes:
    """What the editor says of a field that is not filled in well."""
    with edited(stage) as editor:
        editor.open_folder("Практики")
        editor.page.get_by_text("Лаборатория вопросов").first.click()
        editor.write("summary", "Коротко.")
        editor.page.get_by_role("button", name="Сохранить").click()
        return shot(editor.page, editor.field("summary"))


def otchyot_diff(stage: Stage) -> bytes:
    """What a proposal changes, as a methodologist reads it."""
    bank = stage.bank
    record = bank / SAMPLE.relative_to(ROOT)
    text = record.read_text(encoding="utf-8")
    text = text.replace("десять минут", "двенадцать минут", 1).replace("after: 63", "after: 65", 1)
    record.write_text(text, encoding="utf-8")
    report = stage.folder / "diff.html"
    stage.kopilka("diff", "HEAD", "--format", "html", "-o", str(report), folder=bank)
    stage.page.goto(report.as_uri())
    for fold in stage.page.locator("details").all():
        fold.evaluate("fold => fold.open = true")
    return shot(stage.page, "h1", stage.page.locator("ol").last)


PICTURES: dict[str, Callable[[Stage], bytes]] = {
    taken.__name__.replace("_", "-"): taken
    for taken in (
        forma_vid,
        forma_nachalo,
        forma_zamechanie,
        forma_slovar,
        forma_rezultaty,
        forma_otpravit,
        word_pustaya,
        word_zapolnena,
        redaktor_vhod,
        redaktor_spisok,
        redaktor_zapis,
        redaktor_zamechanie,
        otchyot_diff,
    )
}
"""Every picture of the guides by the name of its file."""


def keep(name: str, png: bytes) -> None:
    """Writes a picture as WebP, tells the pages its size and people its weight."""
    target = FOLDER / f"{name}.webp"
    with Image.open(io.BytesIO(png)) as image:
        image.convert("RGB").save(target, "WEBP", quality=QUALITY, method=6)
        size = f"width={image.width} height={image.height}"
    pattern = re.compile(
        rf"(assets/guide/{name}\.webp\)\{{ [^}}]*?)(?: width=\d+ height=\d+)?(?: loading=lazy)? \}}"
    )
    for page in (ROOT / "docs").glob("*.md"):
        text = page.read_text(encoding="utf-8")
        renewed = pattern.sub(rf"\1 {size} loading=lazy }}", text)
        if renewed != text:
            page.write_text(renewed, encoding="utf-8", newline="\n")
    print(f"{name}: {size}, {target.stat().st_size // 1024} КБ")


def hold_places() -> None:
    """A dot for each picture that is not there yet: a strict build wants every file that a page names."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in PICTURES:
        if not (FOLDER / f"{name}.webp").exists():
            Image.new("RGB", (1, 1)).save(FOLDER / f"{name}.webp")


def main(names: list[str]) -> int:
    """Takes the pictures that are named, or all of them."""
    unknown = [name for name in names if name not in PICTURES]
    if unknown:
        print(f"Нет такой картинки: {', '.join(unknown)}. Есть {', '.join(PICTURES)}.", file=sys.stderr)
        return 2
    os.environ["SOURCE_DATE_EPOCH"] = DAY
    hold_places()
    with staged() as stage:
        for name in names or PICTURES:
            keep(name, PICTURES[name](stage))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
