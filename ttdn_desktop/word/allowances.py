"""What a check allows beside the looks of `layout`: measures rounded, spellings, other alphabets.

Sources are named as in `layout`.
"""

from __future__ import annotations

from ttdn_desktop.domain.document import Align
from ttdn_desktop.word.layout import Look, Span

BASIS = Look("Căn cứ ban hành", "II.6a; ô 6", 14, Span(13, 14), italic=True, align=Align.JUSTIFY)
SHEET_EASE = 1.0  # mm: printers and other programs round a sheet's sides
MARGIN_EASE = 0.35  # mm: 0,79 inches are written for 20 mm, and twips are rounded
LANDSCAPE_MARGINS = Span(15, 35)  # I.3 says nothing of a sheet turned round: any of its margins
FIRST_LINE_EASE = 0.4  # mm
LINE_EASE = 0.06  # of a line: exact heights are whole points
LINE_HEIGHT = 1.15  # of the size: a single line of Times New Roman
RULE_EASE = 0.08  # of the text: lines are drawn by hand, or of whole underscores
NATION_TEXT = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"  # II.1a
MOTTO_TEXT = "Độc lập - Tự do - Hạnh phúc"  # II.1b
POINT_LETTERS = "abcdđeghiklmnopqrstuvxy"  # II.6đ, without the letters that bear a hat or a horn
ALL_LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxy"  # the same alphabet with them
PADDED_MONTHS = (1, 2)  # II.4b
PADDED_BELOW = 10  # II.3c, II.4b
