"""The use-cases in order: open a bank, read what changed, check it."""

from kopilka.workspace.bank import Workspace, load_kinds, open_workspace

__all__ = ["Workspace", "load_kinds", "open_workspace"]
