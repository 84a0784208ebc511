"""How people's names look in Russian text: given names in every case, patronymics, surnames, initials."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_GIVEN_NAMES = """
Агата Аделина Аида Айгуль Алевтина Александр Александра Алексей Алёна Алина Алиса Алла Альберт Альбина Амина
Анастасия Анатолий Ангелина Андрей Анжелика Анна Антон Антонина Анфиса Арина Аркадий Арсений Артём Артемий
Артур Аслан Ася Ахмед Богдан Борис Вадим Валентин Валентина Валерий Валерия Варвара Василий Василиса Вера
Вероника Виктор Виктория Виталий Владимир Владислав Владислава Всеволод Вячеслав Галина Геннадий Георгий
Герман Глеб Гордей Григорий Гульнара Давид Дамир Даниил Данил Данила Дарина Дарья Демид Демьян Денис Джамиля
Диана Дина Динара Динар Дмитрий Ева Евгений Евгения Евдокия Егор Екатерина Елена Елизавета Елисей Ефим Жанна
Захар Зинаида Злата Зоя Иван Игнат Игорь Илья Ильдар Инна Иннокентий Иосиф Ирина Камила Камиль Карина Кира
Кирилл Клавдия Клим Константин Кристина Ксения Лариса Лев Леонид Лиана Лидия Лилия Лия Лука Любовь Людмила
Магомед Майя Макар Максим Марат Маргарита Марина Мария Марк Марсель Марта Марья Матвей Милана Милена Мирон
Мирослав Мирослава Михаил Мурат Надежда Назар Наталия Наталья Нелли Никита Николай Нина Оксана Олег Олеся
Ольга Павел Пётр Платон Полина Прохор Раиса Рамиль Регина Ренат Римма Ринат Родион Роза Роман Ростислав
Руслан Рустам Савва Савелий Светлана Святослав Семён Сергей Снежана София Софья Станислав Степан Стефания
Таисия Тамара Тарас Татьяна Тимофей Тимур Тихон Ульяна Фаина Фёдор Филипп Эвелина Эдуард Эльвира Эмиль Эмма
Юлиана Юлия Юрий Яков Ян Яна Ярослав Ярослава Аня Валя Ваня Вася Витя Галя Гриша Даша Дима Женя Ира Катя
Коля Костя Ксюша Лена Лёша Лиза Люба Маша Миша Надя Настя Оля Паша Петя Рита Саша Света Серёжа Соня Стёпа
Таня Федя Юля Юра
""".split()  # noqa: SIM905 - a list of words reads better as words
_IRREGULAR = ("льва", "льву", "львом", "льве", "павла", "павлу", "павлом", "павле")


_ENDINGS = {
    "а": ("а", "ы", "и", "е", "у", "ой", "ою"),
    "я": ("я", "и", "е", "ю", "ей"),
    "й": ("й", "я", "ю", "ем", "е", "и"),
    "ь": ("ь", "я", "ю", "ем", "е", "и", "ью"),
}
"""Of names by their last letter, in all cases."""
_OTHER_ENDINGS = ("", "а", "у", "ом", "ем", "е")


def fold(word: str) -> str:
    """The form in which words of a name are compared."""
    return word.lower().replace("ё", "е")


def _stems() -> dict[tuple[str, ...], list[str]]:
    """Stems of given names, folded, by the endings that they take."""
    found: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for name in map(fold, _GIVEN_NAMES):
        endings = _ENDINGS.get(name[-1])
        found[endings or _OTHER_ENDINGS].append(name[:-1] if endings else name)
    return found


GIVEN = frozenset(
    stem + ending for endings, stems in _stems().items() for stem in stems for ending in endings
) | frozenset(_IRREGULAR)
"""Given names in all cases, folded."""

_SURNAME = re.compile(
    r"""[а-я-]{2,}(?:
        (?:[оие]в|[иы]н)(?:а|у|ым|ой|ою|е|ы|ых)?
      | [сц]к(?:ий|ого|ому|им|ом|ая|ой|ую)
      | енко | [чщюу]ук(?:а|у|ом|е)? | юк(?:а|у|ом|е)? | ян(?:а|у|ом|е)? | [ыи]х | дзе | швили | ович | евич
    )\Z""",
    re.VERBOSE,
)
_PATRONYMIC = re.compile(
    r"[а-я]{2,}(?:[ое]вич(?:а|у|ем|е)?|[ое]вн(?:а|ы|е|у|ой|ою)|ич(?:а|у|ом|е)?|ичн(?:а|ы|е|у|ой))\Z"
)

# Whom a record may name freely, heroes of books too. After the stem of the surname stand the first letters
# of the given name, or nothing when any will do.
_KNOWN_NAMES = """
ушинск: выготск: эльконин: занков: макаренко:А сухомлинск: монтессори: коменск: песталоцци: дистервег:
блонск:Пп шацк:С давыдов:В леонтьев:А гальперин:П рубинштейн:С лурия: пиаже: фребел: френе: корчак:
амонашвили: шаталов:В лихачев:Д ильенков:Э щедровицк:Г щетинин:М пирогов:Н каптерев:П лесгафт: вахтеров:
тихеев: никитин:БЕ пушкин:А лермонтов:М толст: достоевск: чехов:А гоголь: гоголя: тургенев:И некрасов:Н
крылов:И есенин:С маяковск: ахматов:А цветаев:МА пастернак:Б булгаков:М горьк: шолохов:М твардовск: барто:
чуковск:КЛ маршак: михалков:С носов:Н драгунск: бианки: пришвин: паустовск: гайдар: успенск:Э бунин:И
куприн:А гончаров:И островск: фонвизин: державин:Г жуковск:В тютчев:Ф фет: фета: блок:А набоков:В
солженицын: астафьев:В распутин:В шукшин:В белов:В бажов: ершов:П одоевск: аксаков:С зощенко: житков:Б
булычев:К крапивин:В осеев:В платонов:А васильев:Б быков:В симонов:К мамин-сибиряк: ломоносов:М менделеев:Д
лобачевск: ковалевск:С павлов:И вернадск: вавилов:Н королев:С циолковск: гагарин:Ю терешков:В леонов:А
титов:Г жуков:Г кутузов:М суворов:А нахимов:П невск: донск: космодемьянск: матросов:А чайковск: глинк:М
мусоргск: рахманинов:С прокофьев:С шостакович: репин:И шишкин:И левитан:И айвазовск: васнецов:ВА суриков:В
саврасов:А кустодиев:Б серов:В врубел: петров-водкин: билибин:И кандинск: калашников:М попов:А можайск:
сеченов:И столыпин:П сперанск:М рюрикович: романов:МПАН беринг: седов:Г дежнев:С миклухо-макла: пржевальск:
крузенштерн: лисянск: царевич: ростов:Н болконск: безухов: онегин: ларин:Т печорин: базаров:Е раскольников:
чичиков: мелехов:Г дубровск: гринев:П обломов: карамазов: каренин:А чацк: фамусов: кораблев:Д сыроежкин:
простаков: баранкин: муромск: мещерск: иртеньев: дерсу:
""".split()  # noqa: SIM905 - a list of words reads better as words
_KNOWN = dict(item.partition(":")[::2] for item in _KNOWN_NAMES)

_STOP_BEFORE = re.compile(
    r"(?:имени|им\.|памяти|премия|преми[ию]|улиц[аеуы]|ул\.|проспект[ае]?|площад[ьи]|метод[аеу]?|методик[аиеу]|систем[аыеу]|"
    r"по|у|роман[аеу]?|рассказ[аеуыов]*|повест[ьи]|сказк[аиеу]|стих[ие]|басн[яиюе]|картин[аыеу]|"
    r"геро[йяюи]|космонавт[аов]*|писател[ья]|поэт[аов]*|учён[ыйого]+|князь|князя)\s+\Z",
    re.IGNORECASE,
)

PATTERNS = {
    "given": re.compile(
        "|".join([*_IRREGULAR, *(f"(?:{'|'.join(s)})(?:{'|'.join(e)})" for e, s in _stems().items())])
    ),
    "surname": _SURNAME,
    "title": _STOP_BEFORE,
}
"""How the words of a name look; the form on the site looks for them while one types."""
KNOWN: Mapping[str, str] = _KNOWN
"""First letters of the given names of those known to all, by the stem of the surname; empty: any letter."""


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name in a text: where it stands and its words, surname first as far as that can be told."""

    offset: int
    length: int
    words: tuple[str, ...]


def is_given(word: str) -> bool:
    """Whether a word is a given name in any case."""
    return fold(word) in GIVEN


def is_surname(word: str) -> bool:
    """Whether a word has the shape of a Russian surname."""
    return _SURNAME.match(fold(word)) is not None


def is_patronymic(word: str) -> bool:
    """Whether a word has the shape of a patronymic."""
    return _PATRONYMIC.match(fold(word)) is not None


def is_known(surname: str, given: str) -> bool:
    """Whether this is a scholar, a writer or a hero whom texts for school name every day."""
    return any(not letters or given[:1].upper() in letters.upper() for letters in _known_letters(surname))


def is_known_surname(surname: str) -> bool:
    """Whether some scholar, writer or hero has this surname."""
    return any(True for _ in _known_letters(surname))


def _known_letters(surname: str) -> Iterator[str]:
    """First letters of the given names of those known by a surname, for every stem of it."""
    folded = fold(surname)
    return (_KNOWN[folded[:end]] for end in range(3, len(folded) + 1) if folded[:end] in _KNOWN)


def is_title(before: str) -> bool:
    """Whether the words before a name make it a name of something: «имени», «метод», «улица», «сказка»."""
    return _STOP_BEFORE.search(before[-24:]) is not None
