"""What TCVN3 and VNI fonts keep each letter as: written out by hand, apart from the program's."""

from __future__ import annotations

from ttdn_desktop.domain.grid import LegacyEncoding

_TCVN3_BYTES = """
à B5 ả B6 ã B7 á B8 ạ B9 ằ BB ẳ BC ẵ BD ắ BE ặ C6 ầ C7 ẩ C8 ẫ C9 ấ CA ậ CB è CC ẻ CE ẽ CF é D0 ẹ D1
ề D2 ể D3 ễ D4 ế D5 ệ D6 ì D7 ỉ D8 ĩ DC í DD ị DE ò DF ỏ E1 õ E2 ó E3 ọ E4 ồ E5 ổ E6 ỗ E7 ố E8 ộ E9
ờ EA ở EB ỡ EC ớ ED ợ EE ù EF ủ F1 ũ F2 ú F3 ụ F4 ừ F5 ử F6 ữ F7 ứ F8 ự F9 ỳ FA ỷ FB ỹ FC ý FD ỵ FE
ă A8 â A9 ê AA ô AB ơ AC ư AD đ AE Ă A1 Â A2 Ê A3 Ô A4 Ơ A5 Ư A6 Đ A7
"""
_VNI_LETTERS = """
á aù à aø ả aû ã aõ ạ aï â aâ ấ aá ầ aà ẩ aå ẫ aã ậ aä ă aê ắ aé ằ aè ẳ aú ẵ aü ặ aë
é eù è eø ẻ eû ẽ eõ ẹ eï ê eâ ế eá ề eà ể eå ễ eã ệ eä í í ì ì ỉ æ ĩ ó ị ò
ó où ò oø ỏ oû õ oõ ọ oï ô oâ ố oá ồ oà ổ oå ỗ oã ộ oä ơ ô ớ ôù ờ ôø ở ôû ỡ ôõ ợ ôï
ú uù ù uø ủ uû ũ uõ ụ uï ư ö ứ öù ừ öø ử öû ữ öõ ự öï ý yù ỳ yø ỷ yû ỹ yõ ỵ î đ ñ
"""


def _pairs(table: str) -> dict[str, str]:
    cells = table.split()
    return dict(zip(cells[::2], cells[1::2], strict=True))


TCVN3 = {new: chr(int(byte, 16)) for new, byte in _pairs(_TCVN3_BYTES).items()}
VNI = _pairs(_VNI_LETTERS)


def written(text: str, encoding: LegacyEncoding) -> str:
    """Return a text as such a font keeps it; TCVN3 loses the capitals that it has not."""
    letter = _vni if encoding is LegacyEncoding.VNI else _tcvn3
    return "".join(letter(char) for char in text)


def _tcvn3(char: str) -> str:
    return TCVN3.get(char, TCVN3.get(char.lower(), char))


def _vni(char: str) -> str:
    old = VNI.get(char.lower(), char)
    return old.upper() if char.isupper() else old
