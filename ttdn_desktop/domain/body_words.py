"""The words that names of bodies are made of, as plans write them: what begins one, and what not.

Words are in small letters with accents.
"""

from __future__ import annotations

from ttdn_desktop.domain.text import exact, fold
from ttdn_desktop.immutable import immutable


def _listed(lines: str) -> tuple[str, ...]:
    return tuple(
        name.strip() for line in lines.splitlines() for name in line.split("|") if name.strip()
    )


BEGINNINGS = frozenset(
    _listed("""
    sở|ban|bộ|cục|vụ|báo|đài|hội|viện|trường|phòng|quỹ|các|mọi|mỗi|những|đoàn|ubnd|hđnd|mttq
    ubmttq|ubmttqvn|mttqvn|vnpt|viettel|mobifone|vinaphone|vtv|vov|ttxvn|huyện|xã|phường|quận
    bchqs|bđbp|bch|btg|vp|bql|bhxh|tp|ngành|evn|lđlđ|ca|đhqg
    ủy ban|công an|chi cục|tổng cục|văn phòng|trung tâm|thanh tra|kho bạc|bảo hiểm xã
    tỉnh đoàn|tỉnh ủy|thành đoàn|thành ủy|huyện đoàn|huyện ủy|đảng ủy|thường trực|hải quan|thuế tỉnh
    ngân hàng|tòa án|bưu điện|điện lực|công ty|tổng công|tập đoàn|doanh nghiệp|hiệp hội
    thành phố|thị xã|thị trấn|đặc khu|chủ tịch|thủ trưởng|lãnh đạo|giám đốc|mặt trận|hội đồng
    liên đoàn|liên hiệp|liên minh|thông tấn|học viện|quân khu|quân đội|bộ đội|bệnh viện|bảo tàng
    thư viện|nhà xuất|tổ chức|cơ quan|đơn vị|địa phương|đoàn thể|cổng thông|đồn biên|vườn quốc
    chính phủ|nhà hát|câu lạc|hạt kiểm|tạp chí|cụm thi|tổ công
    """)
)
"""What begins the name of a body, in its first word or two."""

NOT_BEGINNINGS = frozenset(
    _listed("""
    xã hội|báo chí|báo cáo|hội nhập|hội nghị|hội thảo|hội họa|hội chợ|phòng chống|phòng cháy
    phòng thủ|phòng, chống|trường hợp|viện trợ|ban hành|bộ máy|bộ phận|đoàn kết|quỹ đất
    ngành nghề|vụ việc|ban đầu|đài thọ|báo hiệu|xã viên|phòng ngừa|phòng hộ
    """)
)
"""Two words of which the first would begin a name, and does not."""

TAKES_A_NAME = frozenset(
    _listed("""
    bộ chỉ huy|ban chỉ huy|ban chấp hành|ban quản lý|ban thường vụ|ban chỉ đạo|ban giám đốc
    ủy ban nhân dân|hội đồng nhân dân|công ty cổ phần|công ty tnhh|tổng công ty|báo và|đoàn
    trường cao đẳng|trường đại học|chi nhánh|thường trực|văn phòng đoàn|đảng ủy|đại diện
    trưởng ban|người đứng đầu|liên hiệp|thường trực ban|trường trung học
    """)
)
"""What is no name by itself, besides BEGINNINGS: a body's name still follows on the next line."""

PLURALS = frozenset({"các", "mọi", "mỗi", "những", "toàn", "tất"})

NOUNS = frozenset(
    _listed("""
    sở|ban|ngành|địa phương|đơn vị|cơ quan|tổ chức|cá nhân|đoàn thể|doanh nghiệp|hội|hiệp hội
    huyện|quận|xã|phường|thành phố|thị xã|thị trấn|đặc khu|ban ngành|bộ|tỉnh|lực lượng|hội đoàn
    """)
)
"""What a class of bodies is made of: "các sở, ban, ngành, địa phương"."""

QUALIFIERS = frozenset(
    _listed("tỉnh|cấp|thuộc|có|liên|trên|trong|của|trực|khác|ở|tại|được|phụ|chức|và|gắn|quản")
)
"""What may follow such a noun: "cấp tỉnh", "có liên quan", "trên địa bàn"."""

TERRITORIES = frozenset({"huyện", "xã", "phường", "quận", "thành phố", "thị xã", "thị trấn"})

SHARED_HEADS = frozenset(
    {"sở", "bộ", "ban", "hội", "cục", "chi cục", "trường", "công an", "vụ", "báo", "đài"}
) | (TERRITORIES)
"""What stands once before several names: "các Sở: Tài chính, Nội vụ"."""

TITLES = (
    "thu truong",
    "lanh dao",
    "giam doc",
    "chu tich",
    "nguoi dung dau",
    "toan the",
    "tat ca",
)
"""Who answers for a body, folded: named in place of it."""

ROLES = frozenset(
    _listed("""
    cơ quan chủ trì|đơn vị chủ trì|cq chủ trì|chủ trì|chủ trì thực hiện|cơ quan phối hợp
    đơn vị phối hợp|cq phối hợp|phối hợp với|phối hợp cùng|phối hợp thực hiện|phối hợp|cùng với
    cùng phối hợp|cùng phối hợp với|giao|đề nghị|đơn vị thực hiện|cơ quan thực hiện
    đv chủ trì|đv phối hợp|các đơn vị phối hợp|đầu mối
    """)
)
"""Words beside a name that say its part."""

DEEDS = frozenset(
    _listed("""
    tham mưu|thực hiện|triển khai|theo|tổng hợp|hướng dẫn|báo cáo|chịu|căn cứ|tổ chức thực
    theo dõi|xây dựng|chỉ đạo|trình|là cơ|làm đầu|tham gia|nay là|được giao|có trách|phụ trách
    """)
)
"""What a body does, in the first word or two: behind a name the name is over."""

NAMES_ALONE = frozenset(
    _listed("""
    mttq|ubmttq|ubmttqvn|mttqvn|vnpt|viettel|mobifone|vinaphone|vtv|vov|ttxvn|evn|bchqs|bđbp|lđlđ
    tỉnh đoàn|tỉnh ủy|thành đoàn|thành ủy|huyện đoàn|huyện ủy|thuế tỉnh|mặt trận|chính phủ
    doanh nghiệp|cơ quan|đơn vị|địa phương|đoàn thể|bộ đội
    """)
)
"""What begins a name and may be the whole of it."""

COMPOUNDS = frozenset(
    _listed("""
    tác xã|thị xã|thông báo|nhà báo|đại hội|quốc hội|xã hội|hiệp hội|cán bộ|nội bộ|trung bộ
    cơ sở|trụ sở|quốc phòng|biên phòng|văn phòng|dự phòng|học viện|bệnh viện|thư viện|môi trường
    thị trường|lâm trường|nông trường|công trường|cơ quan|hải quan|tổng cục|chi cục|giáo hội
    """)
)
"""Two words of which the second does not begin a name."""

CONNECTIVES = frozenset({"của", "thuộc", "với", "tại", "ở", "cho", "về", "do", "và"})
"""Words behind which a name goes on in the next line."""

EVERYWHERE = _listed("""
    sở nội vụ|sở tư pháp|sở tài chính|sở kế hoạch và đầu tư|sở công thương|sở ngoại vụ|sở y tế
    sở xây dựng|sở giao thông vận tải|sở tài nguyên và môi trường|sở thông tin và truyền thông
    sở lao động - thương binh và xã hội|sở văn hóa, thể thao và du lịch|sở văn hóa và thể thao
    sở du lịch|sở khoa học và công nghệ|sở giáo dục và đào tạo|sở nông nghiệp và môi trường
    sở nông nghiệp và phát triển nông thôn|sở quy hoạch - kiến trúc|sở dân tộc và tôn giáo
    sở giao thông công chánh|sở an toàn thực phẩm|ban dân tộc|thanh tra tỉnh|công an tỉnh
    sở quy hoạch và kiến trúc|sở xây dựng và giao thông vận tải|bộ chỉ huy quân sự tỉnh
    bộ ngoại giao|bộ công an|bộ quốc phòng|bộ nội vụ|bộ tài chính|bộ tư pháp|bộ công thương
    bộ y tế|bộ xây dựng|bộ giao thông vận tải|bộ tài nguyên và môi trường|bộ giáo dục và đào tạo
    bộ kế hoạch và đầu tư|bộ khoa học và công nghệ|bộ nông nghiệp và môi trường
    bộ nông nghiệp và phát triển nông thôn|bộ lao động - thương binh và xã hội
    bộ dân tộc và tôn giáo|bộ thông tin và truyền thông|bộ văn hóa, thể thao và du lịch
    văn phòng ủy ban nhân dân tỉnh|văn phòng tỉnh ủy|ban tổ chức tỉnh ủy|ban nội chính tỉnh ủy
    văn phòng ủy ban nhân dân|văn phòng hội đồng nhân dân và ủy ban nhân dân
    văn phòng đoàn đại biểu quốc hội và hội đồng nhân dân tỉnh|ban dân vận tỉnh ủy
    văn phòng đoàn đại biểu quốc hội và hội đồng nhân dân
    ban tuyên giáo và dân vận tỉnh ủy|ban tuyên giáo tỉnh ủy|báo và phát thanh, truyền hình
    báo và đài phát thanh, truyền hình|đài phát thanh và truyền hình tỉnh|tỉnh đoàn
    hội nông dân tỉnh|hội cựu chiến binh tỉnh|hội liên hiệp phụ nữ tỉnh|liên đoàn lao động tỉnh
    hội nông dân|hội cựu chiến binh|hội liên hiệp phụ nữ|liên đoàn lao động|hội nhà báo tỉnh
    hội văn học - nghệ thuật tỉnh|liên minh hợp tác xã tỉnh
    liên hiệp các hội khoa học và kỹ thuật tỉnh|liên hiệp các tổ chức hữu nghị tỉnh
    đoàn thanh niên cộng sản hồ chí minh tỉnh|viện kiểm sát nhân dân tỉnh|tòa án nhân dân tỉnh
    hội chữ thập đỏ tỉnh|bảo hiểm xã hội tỉnh|kho bạc nhà nước tỉnh|cục thống kê tỉnh|cục thuế tỉnh
    """)
"""Bodies that every province or the State has (Decrees 24/2014, 45/2025, 150/2025; the Party's and
the Front's own rules): they part a list even where nobody is known by that name here."""


@immutable
class BodyWords:
    """The vocabulary above as a text spells it: as `text.exact` has it, or without accents."""

    beginnings: frozenset[str]
    not_beginnings: frozenset[str]
    takes_a_name: frozenset[str]
    plurals: frozenset[str]
    nouns: frozenset[str]
    qualifiers: frozenset[str]
    territories: frozenset[str]
    shared_heads: frozenset[str]
    roles: frozenset[str]
    deeds: frozenset[str]
    connectives: frozenset[str]
    compounds: frozenset[str]


_SAID = {
    "beginnings": BEGINNINGS,
    "not_beginnings": NOT_BEGINNINGS,
    "takes_a_name": TAKES_A_NAME | (BEGINNINGS - NAMES_ALONE),
    "plurals": PLURALS,
    "nouns": NOUNS,
    "qualifiers": QUALIFIERS,
    "territories": TERRITORIES,
    "shared_heads": SHARED_HEADS,
    "roles": ROLES,
    "deeds": DEEDS,
    "connectives": CONNECTIVES,
    "compounds": COMPOUNDS,
}
ACCENTED = BodyWords(**{name: frozenset(map(exact, words)) for name, words in _SAID.items()})
BARE = BodyWords(**{name: frozenset(map(fold, words)) for name, words in _SAID.items()})
