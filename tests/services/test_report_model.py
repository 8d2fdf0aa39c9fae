"""The sample of Sở Ngoại vụ, a whole year: its report speaks in the forms of the model report."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from ttdn_desktop.domain.document import Role
from ttdn_desktop.domain.report_text import compose
from ttdn_desktop.domain.round import annual_round
from ttdn_desktop.files.maker import SampleEvidence
from ttdn_desktop.services import shipped
from ttdn_desktop.services.compose_report import gather
from ttdn_desktop.services.office import Office
from ttdn_desktop.services.sample import SampleClock, SampleWish, fill, officer
from ttdn_desktop.services.start_folder import ALL, Start, start
from ttdn_desktop.store import engine

if TYPE_CHECKING:
    from pathlib import Path

    from ttdn_desktop.domain.report_facts import ReportFacts

YEAR = 2025
DELEGATIONS = r"Trong kỳ, Sở đã tham mưu, phục vụ \d\d đoàn ra với [\d.]+ lượt người"
FORMS = {
    "opening": r"^Thực hiện Kế hoạch số .+ \(sau đây gọi tắt là Kế hoạch\), Sở Ngoại vụ báo cáo "
    r"kết quả thực hiện năm 2025 như sau:$",
    "i.iv.1.result": r"^Sở Ngoại vụ đã ban hành Kế hoạch số \d+/KH-SNgV ngày \d\d/\d\d/2025 về "
    r"công tác thông tin đối ngoại năm 2025.+ lồng ghép nhiệm vụ thông tin đối ngoại vào "
    r"Chương trình",
    "i.documents": r"^Trong kỳ, Sở đã tham mưu Ủy ban nhân dân tỉnh ban hành \d\d văn bản và ban "
    r"hành theo thẩm quyền \d+ văn bản hướng dẫn, triển khai\.$",
    "i.officer": r"^Sở phân công 01 công chức kiêm nhiệm phụ trách công tác thông tin đối ngoại "
    r"theo Quyết định số \d+/QĐ-SNgV ngày \d\d/\d\d/2025 \(nhiệm vụ 3\.4\)\.$",
    "ii.1.result": r"Sở đã .*tổ chức \d+ .+ với [\d.]+ lượt người nghe",
    "ii.1.5.result": r"^Thực hiện Kế hoạch số 603/KH-UBND ngày 04/03/2022 về Chiến lược Ngoại giao "
    r"văn hóa đến năm 2030 \(nhiệm vụ 1\.5\): Trong kỳ, Sở đã ",
    "ii.1.6.result": r"^Triển khai Đề án “Ngày Tôn vinh tiếng Việt .+” \(nhiệm vụ 1\.6\): ",
    "ii.1.10.result": rf"\(nhiệm vụ 1\.10\): {DELEGATIONS}.+\d\d đoàn vào với [\d.]+ lượt khách, "
    r"(?:gồm|trong đó) Lào \d\d đoàn, .+Nổi bật là đoàn đại biểu của tỉnh .+ từ ngày .+ đến ngày",
    "ii.1.11.result": r"Sở đã cung cấp \d+ văn bản, tin cho cơ quan định hướng tuyên truyền",
    "ii.1.12.result": r"\d\d đoàn báo chí nước ngoài với \d\d lượt phóng viên",
    "ii.3.support.result": r"Sở đã phối hợp với .+ \(nhiệm vụ 1\.\d+\)",
    "ii.4.support.result": r"Sở đã .+cử \d\d lượt công chức dự tập huấn",
    "ii.4.none": r"^Đối với nhiệm vụ 2\.3, trong kỳ không phát sinh yêu cầu phối hợp",
    "ii.funding": r"^Kinh phí ngân sách nhà nước thực hiện trong kỳ là .+ \(đạt [\d,]+%\), từ "
    r"nguồn chi thường xuyên; ngoài ra, đã huy động .+ từ nguồn xã hội hóa\. Trong đó, Sở đã "
    r".+, trị giá [\d,]+ triệu đồng .*nhiệm vụ 3\.5\)\.$",
    "iii.1.coverage": r"^Trong 05 nhiệm vụ được giao chủ trì, 05 nhiệm vụ có kết quả trong kỳ; số "
    r"đoàn vào (?:tăng|giảm) \d+ đoàn so với năm 2024 \(\d+/\d+\)",
    "iv.lead": r"^1\. Tiếp tục thực hiện các nhiệm vụ được giao chủ trì \(1\.5, 1\.6, 1\.10, "
    r"1\.11, 1\.12\)\.$",
    "ending": r"^Trên đây là báo cáo kết quả thực hiện .+ tổng hợp\./\.$",
}
"""What the model says, as far as it holds for any numbers, by the key of the paragraph."""


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory) -> ReportFacts:
    """Return the facts of the second of two years of one folder."""
    root: Path = tmp_path_factory.mktemp("model") / "folder"
    clock = SampleClock(YEAR, 1)
    start(root, clock, Start(unit="Sở Ngoại vụ", officer=officer(), confirm=(ALL,)))
    with engine.open(root, clock=clock) as store:
        office = Office(store, clock)
        fill(office, SampleEvidence(), SampleWish(YEAR - 1, 60, 1))
        fill(office, SampleEvidence(), SampleWish(YEAR, 146, 1))
        return gather(office, annual_round(YEAR, shipped.plan().plan.coordinator_id))


@pytest.fixture(scope="module")
def told(facts: ReportFacts) -> dict[str, str]:
    """Return the report's paragraphs by key."""
    return {each.key: each.text for each in compose(facts).body}


@pytest.mark.parametrize("key", FORMS)
def test_that_each_sentence_has_the_model_s_form(told: dict[str, str], key: str) -> None:
    assert re.search(FORMS[key], told[key]), told[key]


def test_that_each_sentence_stands_alone_and_says_nothing_twice(facts: ReportFacts) -> None:
    sentences = [
        one.text
        for each in compose(facts).body
        if each.role in {Role.BODY, Role.BULLET}
        for one in each.sentences
    ]
    for text in sentences:
        assert text[0].isupper() or text[0] in "(1234567890", text
        assert text.endswith((".", "như sau:", ".)")), text
        assert not re.search(r"\(\d+ |văn bản: |\(lần|hoạt động hoạt động|  |TTĐN", text), text
        assert len(text) < 1000, text


def test_that_every_activity_is_behind_a_sentence(facts: ReportFacts) -> None:
    told = {
        record for each in compose(facts).body for one in each.sentences for record in one.records
    }
    assert {each.id for each in facts.activities} <= told


def test_that_last_year_is_gathered_for_comparison(facts: ReportFacts) -> None:
    assert len(facts.before) == 60
    assert all(each.start.first.year in {2023, 2024} for each in facts.before)
