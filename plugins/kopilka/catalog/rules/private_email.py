"""No private e-mail in a record."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kopilka.catalog.check import Surroundings, Written
from kopilka.catalog.look import at_text, signs_of, text_of
from kopilka.diagnostics import Code, Diagnostic, Severity
from kopilka.russian import quote

PRIVATE_EMAIL = Code(
    "K615",
    "private-email",
    Severity.ERROR,
    "Личная почта в записи",
    "Адрес человека – персональные данные, а рассылки собирают такие адреса роботами. Почта организации "
    "или форма на её "
    "сайте служит тому же и не меняется с человеком.",
    "url: mailto:primerova.maria@mail.ru",
    "url: mailto:shkola-4@primer.example",
)
CODES = (PRIVATE_EMAIL,)

_EMAIL = re.compile(r"@(?<=[\w.+-]@)((?:[\w-]+\.)+[A-Za-zа-я]{2,})")
_LOCAL = re.compile(r"[\w.+-]+\Z")
_PUBLIC_HOSTS = re.compile(
    r"(?:mail|inbox|list|bk|internet|yandex|ya|rambler|lenta|autorambler|gmail|googlemail|hotmail|outlook|live|icloud|yahoo|proton|protonmail|vk)"
    r"\.(?:ru|com|by|kz|ua|me|net|ru\.com)\Z",
    re.IGNORECASE,
)
_OFFICIAL = re.compile(
    r"(?:mb?d?b?ou|m[ak]ou|g[bk]d?ou|det?sad|ds|dou|sad|sch|shk|sosh|gimn|lic|lyc|imc|imts|nmc|cro|iro|rmo|uo|roo|ddt|cdt|"
    r"college|info|office|priem|mail|contact|kontakt|press|admin|post|centr|center|metod|konkurs|bank|rcoko|cnppm)"
    r"(?![a-z])[\w.+-]*"
    r"|[\w.+-]*(?:school|shkola|shkoly|gimnaz|gymnas|licey|lyceum|detsad|detskij|mdou|mbou|metod|kolledzh|college|univer|"
    r"kopilk)[\w.+-]*",
    re.IGNORECASE,
)
# A surname with initials or with a given name: ivanova.mp, m_petrov, maria-smirnova.
_PERSON = re.compile(
    r"(?:[a-z]{1,12}[._-]){0,2}[a-z]{3,}(?:ov|ev|in|yn|skiy|skij|sky|ckiy|enko|uk|chuk|yan)a?(?:[._-]?[a-z]{1,10}){0,2}\d{0,4}|"
    r"[a-z]{3,}(?:skaya|skaja|ckaya)(?:[._-]?[a-z]{1,3}){0,2}\d{0,4}",
    re.IGNORECASE,
)

PATTERNS = {
    "address": _EMAIL,
    "name": _LOCAL,
    "public": _PUBLIC_HOSTS,
    "official": _OFFICIAL,
    "person": _PERSON,
}
"""How private addresses are known; the form on the site looks for them while they are typed."""

WORDS = ("похоже, {shown} – личная почта", "Дайте почту организации или страницу с её контактами.")


def check(written: Written, around: Surroundings) -> Iterator[Diagnostic]:
    """Public mail hosts, unless the name is plainly an organisation's, and names made of a surname."""
    if not signs_of(written).have(b"@"):
        return
    text = text_of(written)
    for match in _EMAIL.finditer(text):
        local = _LOCAL.search(text, max(match.start() - 64, 0), match.start())
        if local is None:
            continue
        name, host = local[0], match[1]
        address = f"{name}@{host}"
        if address.lower() != (around.bank.email or "").lower() and _is_private(name, host):
            place = (local.start(), match.end() - local.start())
            message, hint = WORDS[0].format(shown=quote(address)), WORDS[1]
            yield at_text(written, PRIVATE_EMAIL, *place, message, hint=hint)


def _is_private(name: str, host: str) -> bool:
    if _OFFICIAL.fullmatch(name):
        return False
    return _PUBLIC_HOSTS.search(host) is not None or _PERSON.fullmatch(name) is not None
