"""What to say of an edition's numbers that are written wrong: ISBN, УДК, ББК, the author's mark."""

from __future__ import annotations

from kopilka.records import field_codes as codes
from kopilka.records.finding import Explained, Finding, shown


def written_form(finding: Finding) -> Explained:
    """A text that is not written as such texts are."""
    message = f"{finding.field} – {shown(finding.input)} записано не по форме"
    return Explained(codes.WRONG_FORM, message, f"Нужно так: {finding.ctx['right']}.")


def isbn_form(finding: Finding) -> Explained:
    """Something that is no ISBN of thirteen digits."""
    message = f"{finding.field} – {shown(finding.input)} не похоже на ISBN"
    return Explained(codes.WRONG_FORM, message, "Нужны 13 цифр, первые три – 978 или 979: 978-5-00000-000-7.")


def isbn_digit(finding: Finding) -> Explained:
    """An ISBN whose last digit does not come out of the others: somewhere a digit is wrong."""
    message = f"{finding.field} – в {shown(finding.input)} не сходится контрольная цифра"
    hint = f"По остальным цифрам последняя – {finding.ctx['right']}. Сверьте номер с письмом агентства ISBN."
    return Explained(codes.WRONG_FORM, message, hint)
