"""Relations drawn as trees and pairs: a cascade of projects, the partners of a network."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from kopilka.catalog.graph import Entry
from kopilka.records.network import Partner
from kopilka.render.templates import set_text
from kopilka.site.view import View

_DEEPEST = 4
_HERE = Markup(' <span class="k-tag">вы здесь</span>')


def cascade_of(view: View, entry: Entry) -> Markup | None:
    """The cascade that a record belongs to, from its root, with «вы здесь»; None if it stands alone."""
    ancestors = view.catalog.ancestors(entry)
    root = ancestors[0] if ancestors else entry
    if root is entry and entry.id not in view.catalog.children:
        return None
    return _node(view, root, entry, _DEEPEST)


def _node(view: View, node: Entry, here: Entry, depth: int) -> Markup:
    title = set_text(node.record.title)
    if node is here:
        line = Markup("<b>{}</b>{}").format(title, _HERE)
    else:
        line = Markup('<a href="{}">{}</a>').format(view.record_url(node.id), title)
    children = view.catalog.children.get(node.id, ()) if depth else ()
    ordered = sorted(
        children, key=lambda child: (str((child.record.period and child.record.period.start) or ""), child.id)
    )
    items = Markup("").join(
        Markup("<li{}>{}</li>").format(
            Markup(' class="is-here"') if child is here else Markup(""), _node(view, child, here, depth - 1)
        )
        for child in ordered
    )
    return line + Markup("<ul>{}</ul>").format(items) if items else line


@dataclass(frozen=True, slots=True)
class Pair:
    """Two organisations that work together."""

    organisation: str
    role: str
    pair: str
    pair_role: Markup
    note: str | None


def pairs_of(view: View, partners: Sequence[Partner]) -> list[Pair]:
    """The pairs of a network, each once, in the order of the record."""
    roles = {partner.organisation: partner.role for partner in partners}
    seen: set[frozenset[str]] = set()
    pairs = []
    for partner in partners:
        if partner.pair is None or frozenset((partner.organisation, partner.pair)) in seen:
            continue
        seen.add(frozenset((partner.organisation, partner.pair)))
        role = (
            view.label("partner-role", roles[partner.pair]) if partner.pair in roles else Markup("школа сети")
        )
        pairs.append(Pair(partner.organisation, partner.role, partner.pair, role, partner.note))
    return pairs


def partners_of(view: View, partners: Sequence[Partner]) -> list[tuple[str, list[Partner]]]:
    """The partners that stand in no pair, by role."""
    paired = {name for partner in partners if partner.pair for name in (partner.organisation, partner.pair)}
    groups: dict[str, list[Partner]] = defaultdict(list)
    for partner in partners:
        if partner.organisation not in paired:
            groups[str(view.label("partner-role", partner.role))].append(partner)
    return list(groups.items())
