"""What a form says of a field: a person sees lists and boxes there, not the values that a file holds."""

from __future__ import annotations

import re

from kopilka.exchange.forms.fields import Control, FormField

_ORGANISATION = re.compile(r"Идентификатор\w*(?: из реестра)?(?: организаци\w+)?")
_TRUE = re.compile(r"^true(?: или false)?(?=[ ,.])")
_CHOOSE = "Выберите из списка."


def help_of(field: FormField) -> str:
    """The help of the model in the words of the form."""
    words = field.declared.help
    if field.open:
        return _ORGANISATION.sub("Выберите из списка или впишите название", words)
    if any(_names(words, choice.value) for choice in field.choices):
        return _CHOOSE
    if field.control is Control.FLAG:
        return _TRUE.sub("Отметьте, если так" if words.startswith("true или") else "Отметьте", words)
    return words.replace("или true", "или «да»") if field.dated else words


def _names(words: str, value: str) -> bool:
    """Whether a value of the file, which the form does not show, stands among the words."""
    return value.isascii() and re.search(rf"(?<![\w-]){re.escape(value)}(?![\w-])", words) is not None
