"""The text as it is read aloud: nothing clipped, nothing twice, a partner named once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.domain.report_desk import act, block, everything, facts_of, report_of, text
from ttdn_desktop.domain.activity import Activity, Part, Proposal
from ttdn_desktop.domain.progress import TaskState
from ttdn_desktop.domain.report_outcome import is_handed_on
from ttdn_desktop.domain.report_text import compose
from ttdn_desktop.domain.report_titles import direction_name
from ttdn_desktop.domain.round import Regime, Terms, annual_round

SUPPORTED = "ii.4.support.result"
COMMON = "ii.5.common.result"
CULTURE = "Sở Văn hóa, Thể thao và Du lịch"


def helped(code: str, title: str, item: str = "2.4", *partners: str, result: str = "") -> Activity:
    """Return an activity that the unit supported."""
    return act(code, title, item, part=Part.SUPPORT, partners=partners, result=result)


@pytest.mark.parametrize(
    "result",
    [
        "Văn bản tham gia ý kiến được gửi cơ quan chủ trì.",
        "Ý kiến được ghi nhận tại biên bản cuộc họp",
        "Thông tin, tư liệu được gửi cơ quan chủ trì",
        "Gửi văn bản góp ý đến cơ quan chủ trì soạn thảo",
        "Hồ sơ đã gửi Sở Nội vụ",
    ],
)
def test_that_a_paper_on_its_way_is_left_to_annex_i(result: str) -> None:
    document = report_of(act("A1", "Góp ý dự thảo quy chế", "II.2", result=result))
    assert text(document, "ii.2.result") == "Sở đã góp ý dự thảo quy chế."
    assert result.rstrip(".") in everything(document)


@pytest.mark.parametrize(
    "result",
    [
        "Văn bản được gửi 12 xã",
        "Ý kiến được ghi nhận, tiếp thu",
        "Hồ sơ đã gửi Sở Nội vụ, chưa có quyết định",
        "Nội dung được đăng tải",
        "Đề án được phê duyệt",
        "Thiết bị được nghiệm thu, đưa vào sử dụng",
    ],
)
def test_that_a_number_an_answer_or_a_use_is_more_than_its_way(result: str) -> None:
    assert not is_handed_on(result)


def test_that_what_is_still_open_is_told_behind_a_paper_s_way() -> None:
    result = "Hồ sơ đã gửi Sở Nội vụ; đến ngày chốt số liệu chưa có quyết định khen thưởng."
    document = report_of(act("A1", "Đề nghị khen thưởng kiều bào", "II.5", result=result))
    assert text(document, "ii.5.result").endswith(
        "Sở đã đề nghị khen thưởng kiều bào; đến ngày chốt số liệu chưa có quyết định khen thưởng."
    )


def test_that_a_short_result_goes_on_in_its_sentence() -> None:
    document = report_of(act("A1", "Mua máy ảnh", "II.5", result="Thiết bị được nghiệm thu."))
    assert text(document, "ii.5.result") == "Sở đã mua máy ảnh; thiết bị được nghiệm thu."


def test_that_other_work_does_not_follow_another_subject() -> None:
    bought = act("A1", "Mua máy ảnh", "II.5", result="Thiết bị được nghiệm thu.")
    document = report_of(bought, act("A2", "Số hóa tư liệu", "II.5", result="Hoàn thành."))
    assert text(document, "ii.5.result").startswith(
        "Sở đã mua máy ảnh; thiết bị được nghiệm thu. Sở đã số hóa tư liệu"
    )


def test_that_the_same_result_is_not_said_again_but_a_number_is() -> None:
    same, number = "Thiết bị được nghiệm thu", "Tặng 05 máy ảnh"
    document = report_of(
        act("A1", "Mua máy ảnh", "II.5", result=same),
        act("A2", "Mua máy quay", "II.5", result=same),
        act("A3", "Đón đoàn Attapư", "1.10", result=number),
        act("A4", "Đón đoàn Sê Kông", "1.10", result=number),
    )
    told = text(document, "ii.5.result")
    assert told == "Sở đã mua máy ảnh; thiết bị được nghiệm thu. Sở đã mua máy quay."
    assert text(document, "ii.1.10.result").count("05 máy ảnh") == 2


def test_that_a_partner_of_several_tasks_is_named_once_and_codes_close_them() -> None:
    document = report_of(
        helped("A1", "Cung cấp tư liệu phục vụ truyền thông", "2.3", CULTURE),
        helped("A2", "Tham gia ý kiến đối với dự thảo đề án", "2.4", CULTURE),
    )
    assert text(document, SUPPORTED) == (
        f"Sở đã phối hợp với {CULTURE} cung cấp tư liệu phục vụ truyền thông (nhiệm vụ 2.3) và "
        "tham gia ý kiến đối với dự thảo đề án (nhiệm vụ 2.4)."
    )
    assert block(document, SUPPORTED).sentences[0].records == ("A1", "A2")


def test_that_other_partners_are_named_each() -> None:
    document = report_of(
        helped("A1", "Cung cấp tư liệu", "2.3", "Công an tỉnh"),
        helped("A2", "Cung cấp tài liệu", "2.4", CULTURE),
    )
    assert text(document, SUPPORTED) == (
        "Sở đã phối hợp với Công an tỉnh cung cấp tư liệu (nhiệm vụ 2.3) và phối hợp với "
        f"{CULTURE} cung cấp tài liệu (nhiệm vụ 2.4)."
    )


def test_that_tasks_worked_on_with_the_same_partner_follow_one_another() -> None:
    document = report_of(
        helped("A1", "Cung cấp tư liệu", "2.3", CULTURE),
        helped("A2", "Cung cấp tài liệu", "2.4", "Công an tỉnh"),
        helped("A3", "Biên dịch sách", "2.6", CULTURE),
    )
    told = text(document, SUPPORTED)
    assert told.count(CULTURE) == 1
    assert told.index("biên dịch sách") < told.index("Công an tỉnh")


def test_that_what_was_done_alone_is_not_read_as_done_with_a_partner() -> None:
    document = report_of(
        act("A1", "Xây dựng phim", "1.10", partners=(CULTURE,)), act("A2", "Số hóa tư liệu", "1.10")
    )
    assert text(document, "ii.1.10.result").endswith(
        f"Sở đã chủ trì, phối hợp với {CULTURE} xây dựng phim. Sở đã số hóa tư liệu."
    )


def test_that_the_code_of_a_task_stands_behind_all_that_is_told_of_it() -> None:
    meant = "Hai bên thống nhất tiếp tục phối hợp; việc đăng tải theo đúng lịch đã thông báo. " * 5
    document = report_of(
        act("A1", "Cung cấp tư liệu", "2.4", part=Part.SUPPORT, result=meant),
        helped("A2", "Dịch sách", "2.6"),
    )
    told = block(document, SUPPORTED).sentences
    assert [each.text.count("nhiệm vụ 2.4") for each in told].index(1) > 0


def test_that_the_note_on_others_figures_is_said_once_in_a_report() -> None:
    document = report_of(
        act("A1", "Đón đoàn", "1.2", part=Part.SUPPORT, readings=("D1=2",)),
        act("A2", "Đón đoàn Lào", "2.4", part=Part.SUPPORT, readings=("D1=2",)),
    )
    assert everything(document).count("không cộng vào số liệu của Sở.") == 1


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        (
            (
                "Rà soát cơ chế, chính sách về thông tin đối ngoại; tăng cường công tác phối hợp "
                "giữa các cơ quan, tổ chức; nâng cao trách nhiệm quản lý nhà nước"
            ),
            "Rà soát cơ chế, chính sách; công tác phối hợp; trách nhiệm quản lý nhà nước",
        ),
        (
            "Tăng cường nguồn lực, khuyến khích các nguồn lực xã hội cho thông tin đối ngoại",
            "Tăng cường nguồn lực, khuyến khích các nguồn lực xã hội cho thông tin đối ngoại",
        ),
    ],
)
def test_that_only_a_direction_too_long_for_a_heading_is_shortened(title: str, shown: str) -> None:
    assert direction_name(title) == shown


def test_that_one_who_raised_all_the_money_is_told_with_it_alone() -> None:
    raised = act(
        "A1",
        "Huy động doanh nghiệp hỗ trợ in ấn phẩm",
        "3.5",
        result="02 doanh nghiệp hỗ trợ in 900 bản",
        fundings=("social=60 triệu",),
    )
    spent = act("A2", "Đón đoàn", fundings=("recurrent=10 triệu",))
    document = report_of(raised, spent)
    assert text(document, "ii.funding") == (
        "Kinh phí ngân sách nhà nước thực hiện trong kỳ là 10 triệu đồng, từ nguồn chi thường "
        "xuyên; ngoài ra, đã huy động doanh nghiệp hỗ trợ in ấn phẩm với 02 doanh nghiệp hỗ trợ "
        "in 900 bản, trị giá 60 triệu đồng từ nguồn xã hội hóa (nhiệm vụ 3.5)."
    )
    assert COMMON not in [each.key for each in document.body]


@pytest.mark.parametrize(
    ("besides", "opening"), [((), "Cụ thể"), (("social=5 triệu",), "Trong đó")]
)
def test_that_two_who_raised_money_stand_behind_its_sum(
    besides: tuple[str, ...], opening: str
) -> None:
    raised = [
        act(f"A{number}", f"Vận động hỗ trợ {what}", "3.5", fundings=("social=20 triệu",))
        for number, what in ((1, "in sách"), (2, "dựng phim"))
    ]
    document = report_of(*raised, act("A3", "Đón đoàn", fundings=besides))
    assert text(document, "ii.funding").endswith(
        f"từ nguồn xã hội hóa. {opening}, Sở đã vận động hỗ trợ in sách, trị giá 20 triệu đồng và "
        "vận động hỗ trợ dựng phim, trị giá 20 triệu đồng (nhiệm vụ 3.5)."
    )


def test_that_many_who_raised_money_are_told_at_their_task() -> None:
    raised = [
        act(f"A{number}", "Vận động hỗ trợ in sách", "3.5", fundings=("social=20 triệu",))
        for number in (1, 2, 3)
    ]
    document = report_of(*raised)
    assert text(document, "ii.funding") == (
        "Trong kỳ, Sở đã huy động 60 triệu đồng từ nguồn xã hội hóa."
    )
    assert "03 hoạt động" in text(document, COMMON)


def test_that_money_raised_is_work_of_the_direction() -> None:
    raised = act("A1", "Vận động hỗ trợ in sách", "3.5", fundings=("social=20 triệu",))
    document = report_of(raised, states={"II.5": TaskState.NONE})
    assert text(document, "ii.5.result").startswith("Ngoài các nhiệm vụ nêu trên")


def test_that_a_proposal_goes_to_who_took_over_its_addressee() -> None:
    asked = (
        Proposal("Cấp tài liệu", "Sở Thông tin và Truyền thông"),
        Proposal("Dịch sách", CULTURE),
    )
    facts = facts_of(act("A1", "Đón đoàn", proposals=asked))
    now = replace(facts, addressees_now={"Sở Thông tin và Truyền thông": CULTURE})
    assert text(compose(now), "v.A1.1") == f"Đề nghị {CULTURE} cấp tài liệu; dịch sách."


def test_that_a_paragraph_alone_in_its_section_has_no_number() -> None:
    document = compose(replace(facts_of(), arranged=facts_of(roles={}).arranged))
    alone = [each.text for each in document.body if each.key.startswith("iv.")]
    assert not any(each.startswith("1. ") for each in alone[1:])


def test_that_a_report_on_some_tasks_says_what_its_coverage_is_of() -> None:
    terms = Terms(regime=Regime.THEMATIC, name="đoàn vào", item_ids=("1.10",))
    asked = replace(annual_round(2026, "coordinator"), terms=terms)
    document = compose(facts_of(act("A1", "Đón đoàn", readings=("D1=1",)), asked=asked))
    assert "nhiệm vụ thuộc phạm vi báo cáo" in text(document, "iii.1.coverage")


@pytest.mark.parametrize(("kind", "verb"), [("Báo cáo", "có"), ("Kế hoạch", "ban hành")])
def test_that_a_body_has_a_report_and_issues_a_plan(kind: str, verb: str) -> None:
    written = f"{kind} số 12/BC-SNgV ngày 05/03/2026 của Sở Ngoại vụ về đoàn vào"
    one = act("A1", f"{kind} về đoàn vào", "II.2", readings=("V1=1",), documents=(written,))
    assert text(report_of(one), "ii.2.result").startswith(f"Sở đã {verb} {kind} số 12/BC-SNgV")


def test_that_one_paper_cited_is_not_counted_as_well() -> None:
    letter = "Công văn số 12/SNgV-VP ngày 05/03/2026"
    title = "Thông báo lịch tiếp đoàn"
    told = text(
        report_of(act("A1", title, readings=("M8=1",), documents=(letter,))), "ii.1.10.result"
    )
    assert told.endswith(
        ": Sở đã thông báo lịch tiếp đoàn (Công văn số 12/SNgV-VP ngày 05/03/2026)."
    )
    bare = text(report_of(act("A1", title, readings=("M8=1",))), "ii.1.10.result")
    assert bare.endswith("với 01 văn bản, tin cho cơ quan định hướng tuyên truyền.")


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ("Trong kỳ không phát sinh yêu cầu phối hợp.",
         "Đối với nhiệm vụ 2.3, trong kỳ không phát sinh yêu cầu phối hợp."),
        ("Chờ hướng dẫn.",
         "Sở không có hoạt động phát sinh trong kỳ đối với nhiệm vụ 2.3 (chờ hướng dẫn)."),
    ],
)  # fmt: skip
def test_that_a_reason_that_says_nothing_was_done_stands_for_it(reason: str, told: str) -> None:
    document = report_of(states={"2.3": (TaskState.NONE, reason)})
    assert text(document, "ii.4.none") == told


def test_that_two_of_a_kind_are_told_one_after_the_other() -> None:
    kinds = (("A1", "Mua máy ảnh", "mua"), ("A2", "Dịch sách", "dịch"), ("A3", "Mua máy in", "mua"))
    document = report_of(*(act(code, title, "II.5", kind=kind) for code, title, kind in kinds))
    assert text(document, "ii.5.result") == "Sở đã mua máy ảnh; mua máy in; dịch sách."


def test_that_times_of_one_thing_are_told_together() -> None:
    titles = ("Cung cấp tư liệu, tháng 3/2026", "Cung cấp tư liệu, tháng 6/2026", "Dịch sách")
    given = (
        helped(f"A{number}", title, "2.4", CULTURE) for number, title in enumerate(titles, start=1)
    )
    each_alike = [replace(each, kind="hỗ trợ") for each in given]
    assert text(report_of(*each_alike), SUPPORTED) == (
        f"Trong kỳ, Sở đã phối hợp với {CULTURE} thực hiện 03 hoạt động hỗ trợ: cung cấp tư liệu, "
        "tháng 3/2026 và tháng 6/2026; dịch sách (nhiệm vụ 2.4)."
    )
