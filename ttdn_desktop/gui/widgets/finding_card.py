"""One finding of the layout check, all of it: to be read, and to be looked up in the decree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ttdn_desktop.gui import finding_words
from ttdn_desktop.gui.widgets.parts import Card
from ttdn_desktop.gui.widgets.reading import Passage, Reading

if TYPE_CHECKING:
    from ttdn_desktop.domain.format_finding import Finding
    from ttdn_desktop.gui.workbench import Workbench


class FindingCard(Card):
    """Says what is wrong where, what is demanded by whom, and who puts it right."""

    def __init__(self, bench: Workbench) -> None:
        """Show nothing yet."""
        super().__init__(bench.look)
        self._bench = bench
        self.reading = Reading(bench.look, bench.say("format.details"))
        self.column.addWidget(self.reading, 1)

    def clear(self) -> None:
        """Show nothing."""
        self.reading.clear()

    def show_finding(self, each: Finding, *, is_repaired: bool) -> None:
        """Show one."""
        words, say = self._bench.words, self._bench.say
        way = "can_repair" if each.repairable else "by_hand"
        passages = (
            Passage(say("format.where"), (finding_words.where(words, each),)),
            Passage(say("format.found"), (finding_words.found(words, each),)),
            Passage(say("format.expected"), (finding_words.expected(words, each),)),
            Passage(say("format.source"), finding_words.source(words, each)),
            Passage(say("format.way"), (say(f"format.{'repaired' if is_repaired else way}"),)),
        )
        mark = say(f"format.mark.{each.severity}")
        self.reading.show_text(mark, finding_words.title(words, each), passages)
