"""What happens next with a proposal, told to its author."""

from __future__ import annotations

from kopilka.exchange.changes.compare import Proposal
from kopilka.exchange.changes.registers import How


def next_steps(proposal: Proposal) -> tuple[str, ...]:
    """The steps from here to the site, in the words of the bank."""
    if proposal.is_empty:
        return ("Правки ещё не сохранены, или изменился только порядок строк. Сохраните их и сравните.",)
    if proposal.errors:
        return (
            "Поправьте ошибки, названные выше: у каждой сказано, где она и как исправить.",
            "Не получается – напишите об этом здесь, поможем.",
            "Сохраните правки туда же: проверка начнётся сама, и этот отчёт обновится.",
            "Когда ошибок не станет, предложение прочтёт методист банка.",
        )
    steps = [
        "Больше ничего делать не нужно: предложение прочтёт методист банка.",
        "Если он попросит что-то уточнить, ответьте здесь же или поправьте записи: отчёт обновится сам.",
    ]
    written = [item for item in proposal.records if item.how is not How.REMOVED]
    if any(item.public for item in written):
        steps.append("Когда предложение примут, новое появится на сайте со следующей сборкой.")
    if any(not item.public for item in written):
        steps.append("Неопубликованные записи читатели сайта не увидят, пока методист не сменит их статус.")
    return tuple(steps)
