"""Takes a person out of a bank: out of records, registers and pages, and tells what only people can clean."""

from kopilka.exchange.forgetting.attachments import Mention, find_mentions
from kopilka.exchange.forgetting.changes import Change, Forgotten, plan_forgetting, write_changes
from kopilka.exchange.forgetting.history import Traces, find_traces
from kopilka.exchange.forgetting.person import Sought, read_person

__all__ = [
    "Change",
    "Forgotten",
    "Mention",
    "Sought",
    "Traces",
    "find_mentions",
    "find_traces",
    "plan_forgetting",
    "read_person",
    "write_changes",
]
