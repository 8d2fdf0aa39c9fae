"""A few bodies and classes, as a folder of one province knows them."""

from __future__ import annotations

from ttdn_desktop.domain.unit_list import KnownBodies
from ttdn_desktop.domain.units import Unit, UnitClass, UnitKind, UnitName


def unit(name: str, *aliases: str, kind: UnitKind = UnitKind.DEPARTMENT, place: str = "") -> Unit:
    return Unit(name, kind, (UnitName(name, ""),), place=place, aliases=aliases)


KNOWN = KnownBodies(
    (
        unit("Ủy ban nhân dân tỉnh Kon Tum", kind=UnitKind.PROVINCE, place="Kon Tum"),
        unit("Sở Ngoại vụ"),
        unit("Sở Nội vụ"),
        unit("Sở Tài chính"),
        unit("Sở Công Thương", "Sở Công thương"),
        unit("Sở Thông tin và Truyền thông", "Sở TT&TT"),
        unit("Sở Kế hoạch và Đầu tư"),
        unit("Sở Văn hóa, Thể thao và Du lịch"),
        unit("Sở Lao động - Thương binh và Xã hội"),
        unit("Sở Nông nghiệp và Phát triển nông thôn"),
        unit("Công an tỉnh", kind=UnitKind.POLICE),
        unit("Bộ Chỉ huy Quân sự tỉnh", kind=UnitKind.ARMED_FORCES),
        unit("Ban Tuyên giáo Tỉnh ủy", "Ban Tuyên giáo", kind=UnitKind.PARTY),
        unit("Ban Tuyên giáo và Dân vận Tỉnh ủy", kind=UnitKind.PARTY),
        unit("Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", "MTTQ tỉnh", kind=UnitKind.FRONT),
        unit("Ủy ban nhân dân huyện Đăk Hà", "Huyện Đăk Hà", kind=UnitKind.DISTRICT),
        unit("Ủy ban nhân dân huyện Đăk Tô", kind=UnitKind.DISTRICT),
        unit("Ủy ban nhân dân thành phố Kon Tum", "Thành phố Kon Tum", kind=UnitKind.DISTRICT),
    ),
    (
        UnitClass("Các sở, ban, ngành", "Các sở, ban, ngành", (UnitKind.DEPARTMENT,)),
        UnitClass(
            "UBND các huyện", "UBND các huyện, thành phố", (UnitKind.DISTRICT,), ("UBND các huyện",)
        ),
        UnitClass("có liên quan", "Các đơn vị có liên quan", ()),
        UnitClass("địa phương", "Các địa phương, đơn vị có liên quan", ()),
        UnitClass("báo chí", "Các cơ quan báo chí", (UnitKind.PRESS,)),
    ),
)
