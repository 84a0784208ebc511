"""The editor in a real browser, its folder being one that the browser itself keeps (OPFS)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Locator, Page

CHOOSE = """
window.showDirectoryPicker = async () => (await navigator.storage.getDirectory()).getDirectoryHandle("bank");
"""
"""What the person does in the window of the system, where no test can reach: chooses the folder."""

_PUT = """async (files) => {
  const top = await (await navigator.storage.getDirectory()).getDirectoryHandle("bank", { create: true });
  await top.getDirectoryHandle(".git", { create: true });
  for (const [path, text] of Object.entries(files)) {
    const steps = path.split("/");
    const name = steps.pop();
    let folder = top;
    for (const step of steps) folder = await folder.getDirectoryHandle(step, { create: true });
    const file = await (await folder.getFileHandle(name, { create: true })).createWritable();
    await file.write(text);
    await file.close();
  }
}"""

_TAKE = """async () => {
  const found = {};
  const walk = async (folder, path) => {
    for await (const [name, handle] of folder.entries()) {
      if (handle.kind === "directory") await walk(handle, `${path}${name}/`);
      else found[path + name] = Array.from(new Uint8Array(await (await handle.getFile()).arrayBuffer()));
    }
  };
  await walk(await (await navigator.storage.getDirectory()).getDirectoryHandle("bank"), "");
  return found;
}"""

_DRAWN = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
_STEP = 350
_MOST_STEPS = 60


@dataclass(frozen=True)
class Editor:
    """An open editor; its person scrolls to a field, fills it in and saves."""

    page: Page

    def put(self, root: Path) -> None:
        """Lays the records of a bank into the browser's folder."""
        files = {path.relative_to(root).as_posix(): path for path in root.rglob("*.md")}
        self.page.evaluate(_PUT, {name: path.read_text(encoding="utf-8") for name, path in files.items()})

    def take(self, root: Path) -> Mapping[str, bytes]:
        """Lays what is in the browser's folder over the bank."""
        found = {path: bytes(content) for path, content in self.page.evaluate(_TAKE).items()}
        for path, content in found.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(content)
        return found

    def open_folder(self, kind: str) -> None:
        """Presses the only button of the first page, then goes to the records of a kind."""
        self.page.get_by_role("button", name="Открыть папку банка").click()
        self._go_to(kind)

    def sign_in(self, token: str, kind: str) -> None:
        """Signs in to the forge by a token, then goes to the records of a kind."""
        self.page.get_by_role("button", name="Войти с помощью токена доступа").click()
        self.page.get_by_label("Персональный токен доступа").fill(token)
        self.page.get_by_role("alertdialog").get_by_role("button", name="Войти").click()
        self._go_to(kind)

    def _go_to(self, kind: str) -> None:
        self.page.get_by_role("treeitem", name=kind).click()
        self.page.get_by_role("button", name="Создать новую запись").wait_for()

    def field(self, path: str) -> Locator:
        """A field by its place, «results.0.what», not above those seen: fields are drawn when met."""
        found = self.page.locator(f'section[data-key-path="{path}"]')
        self.page.mouse.move(*_middle(self.page))
        for _ in range(_MOST_STEPS):
            if found.count():
                found.scroll_into_view_if_needed()
                return found
            self.page.mouse.wheel(0, _STEP)
            self.page.evaluate(_DRAWN)
        raise AssertionError(f"no field {path} below")

    def write(self, path: str, text: str) -> None:
        """Types into a field of one line or of several."""
        self.field(path).locator("input, textarea").first.fill(text)

    def write_row(self, path: str, number: int, text: str) -> None:
        """Types into a row of a list of words, which has one empty row to begin with."""
        field = self.field(path)
        if number:
            field.get_by_role("button", name="Добавить").click()
        field.locator("input").nth(number).fill(text)

    def tell(self, heading: str, text: str) -> None:
        """Types under a heading of the text of the record."""
        self.field("body").get_by_role("heading", name=heading).click()
        for key in ("End", "Enter"):
            self.page.keyboard.press(key)
        self.page.keyboard.type(text)

    def choose(self, path: str, *words: str) -> None:
        """Picks from a list; a short one is a row of boxes to tick."""
        field = self.field(path)
        for word in words:
            if field.get_by_role("combobox").count():
                field.get_by_role("combobox").click()
                self.page.get_by_role("option", name=word, exact=True).click()
            else:
                field.get_by_text(word, exact=True).click()

    def add_row(self, path: str) -> None:
        """Adds a row to a list of parts."""
        self.field(path).get_by_role("button", name="Добавить").last.click()

    def attach(self, path: str, file: Path) -> None:
        """Gives a file of the computer to a field."""
        self.field(path).locator("input[type=file]").first.set_input_files(file)
        self.field(path).get_by_text("Убрать", exact=True).wait_for()

    def save(self) -> None:
        """Presses «Сохранить» and waits until the list of records is back."""
        self.page.get_by_role("button", name="Сохранить").click()
        self.page.get_by_role("button", name="Создать новую запись").wait_for()


def _middle(page: Page) -> tuple[float, float]:
    size = page.viewport_size or {"width": 0, "height": 0}
    return size["width"] / 2, size["height"] / 2
