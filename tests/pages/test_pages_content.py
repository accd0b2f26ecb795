"""What single pages say, of records whose accounts are known."""

import re

import pytest
from many_accounts import ARABIC, BURMESE
from whole_site import Parsed, html, made

from dragoman import pipeline
from dragoman.errors import UnknownId, UsageError
from dragoman.model.documents import Input, Metadata
from dragoman.reconciling.coverage import around
from dragoman.record import in_memory


@pytest.fixture(scope="session")
def meeting(many):
    """The event that all accounts tell of."""
    return max(many.listing("events").items, key=lambda e: len(e.documents))


def page_of(record, address):
    return made(record, address)[1]


def test_copies_fold_under_the_account_they_repeat(many, meeting) -> None:
    page = page_of(many, f"/event/{meeting.id}")
    folded = [c for c in page.columns if c.copies]
    assert [c.account.name for c in folded] == ["Coastal Wire"]
    assert sorted(a.name for a in folded[0].copies) == ["Andes Courier", "Harbour Sun"]
    assert page.accounts == 15 == page.origins


def test_the_contested_row_comes_first_and_its_account_is_in_sight(many, meeting) -> None:
    page = page_of(many, f"/event/{meeting.id}")
    first = page.rows[0]
    assert (first.field, first.verdict) == ("When", "contradicts")
    assert [s.text for s in first.says] == ["6 May 2024", "7 May 2024"]
    against = [c for c in first.cells if c.verdict == "contradicts"]
    assert [c.name for c in against] == ["Ledger"]
    assert page.columns[1].account.name == "Ledger"
    assert "When" not in [a.field for a in page.agreed]


def test_accounts_are_paged_and_a_verdict_stays_that_of_all(many, meeting) -> None:
    page = page_of(many, f"/event/{meeting.id}?page=2")
    assert len(page.columns) == 3 and page.previous and not page.next
    assert page.rows[0].verdict == "contradicts"


def test_a_member_of_an_event_leads_to_the_event(many, meeting) -> None:
    member = sorted(many.member_ids("events"))[0]
    assert page_of(many, f"/event/{member}").id in many.ids("events")


def test_the_page_of_an_event_is_not_that_of_something_else(many) -> None:
    with pytest.raises(UnknownId):
        page_of(many, "/event/" + min(many.ids("documents")))
    with pytest.raises(UnknownId):
        page_of(many, "/event/e-0")


def test_text_that_is_html_is_shown_as_text(many) -> None:
    document = next(d for d in many.documents() if d.source and d.source.startswith("<b>"))
    text = html(many, f"/document/{document.id}")
    assert "<script>alert" not in text and "&lt;script&gt;alert(1)" in text
    assert "<b>Bold" not in text and "&lt;b&gt;Bold" in text
    assert "\x00" not in text and "\u202e" not in text
    assert not Parsed(text).faults


@pytest.mark.parametrize(("words", "lang", "dir"), [(BURMESE, "und-Mymr", None), (ARABIC, "und-Arab", "rtl")])
def test_another_script_has_its_language_and_direction(many, words, lang, dir) -> None:
    document = next(d for d in many.documents() if words in d.text)
    page = page_of(many, f"/document/{document.id}")
    paragraphs = [p for b in page.blocks for p in b.paragraphs]
    found = next(p for p in paragraphs if "".join(x.text for x in p.pieces) == words)
    assert (found.lang, found.dir) == (lang, dir)


def test_the_whole_text_is_on_the_page_boilerplate_and_all(example) -> None:
    for document in example.documents():
        page = page_of(example, f"/document/{document.id}")
        told = ["".join(x.text for x in p.pieces) for b in page.blocks for p in b.paragraphs]
        assert told == [line for line in document.text.split("\n") if line.strip()]


def test_any_span_can_be_pointed_at(example) -> None:
    document = example.documents()[0]
    page = page_of(example, f"/document/{document.id}?at=5-20")
    hit = "".join(x.text for b in page.blocks for p in b.paragraphs for x in p.pieces if x.hit)
    assert hit == document.text[5:20].replace("\n", "")


@pytest.mark.parametrize("query", ["at=9-3", "at=0-99999999", "at=x", "at=-1-4", "marks=pink", "page=99"])
def test_what_a_document_does_not_have_is_told_in_one_line(example, query) -> None:
    with pytest.raises(UsageError) as error:
        page_of(example, f"/document/{example.documents()[0].id}?{query}")
    assert "\n" not in str(error.value)


def test_other_accounts_of_the_same_event_are_before_and_after(many, meeting) -> None:
    document = next(d for d in many.documents() if d.source == "Outlet 3")
    turn = page_of(many, f"/document/{document.id}").turn
    assert turn.event.href == f"/event/{meeting.id}"
    assert turn.before and turn.after


def test_the_first_page_counts_what_is_held_and_what_is_missing(many) -> None:
    page = page_of(many, "/")
    assert {page.left.text, page.right.text} == {"Chile", "Peru"}
    assert {c.what: c.number for c in page.held}["document"] == 17
    assert {c.what: c.number for c in page.lacking}["without a date of publication"] == 1
    assert any(p.verdict == "contradicts" for p in page.points)
    assert all(m.least > 0 for m in page.measures)


def test_the_first_page_can_be_asked_for_a_pair_and_a_date(many) -> None:
    assert page_of(many, "/?between=CHL,PER&from=2024-05").total > 0
    assert page_of(many, "/?between=Chile,Peru&from=2099").total == 0
    with pytest.raises(UsageError):
        page_of(many, "/?from=yesterday")


def test_what_is_contested_of_an_event_stands_in_its_line_whatever_it_is_about(example) -> None:
    contested = {d.subject for d in example.listing("disagreements").items if d.verdict == "contradicts"}
    for address in ("/", "/events", "/timeline"):
        page = page_of(example, address)
        told = page.events if address == "/" else page.lines if address == "/events" else ()
        told = told or [row.line for section in page.sections for row in section.rows]
        assert {line.id for line in told if line.contested} == contested & {line.id for line in told}
    assert contested


def test_an_empty_record_has_a_first_page() -> None:
    from dragoman.record import in_memory

    with in_memory() as record:
        text = html(record, "/")
    assert "This record is empty." in text and "Nothing has been read yet." in text


def test_the_first_page_tells_the_days_and_languages_held(example) -> None:
    page = page_of(example, "/")
    assert page.published.text == "21 February 2025 to 15 December 2025"
    assert [(c.what, c.number) for c in page.languages] == [("en", 8)]
    trust = html(example, "/").partition("How far can this record be trusted?")[2]
    assert "21 February 2025 to 15 December 2025" in trust and "written in en (8)" in trust


def test_many_origins_have_room_in_a_line_of_the_timeline(many) -> None:
    text = html(many, "/timeline")
    bars = re.findall(r'<svg width="(\d+)" height="12"', text)
    assert max(map(int, bars)) < 50  # pixels beside the number, in a column of 72
    assert "fall in 2024" in text


def test_the_relation_of_two_is_the_same_by_code_and_by_name(many) -> None:
    assert page_of(many, "/between/CHL/PER") == page_of(many, "/between/chile/Peru")
    page = page_of(many, "/between/CHL/PER")
    assert page.total and page.lanes and page.points


def test_a_relation_has_its_missions_agreements_fields_and_open_commitments(example) -> None:
    page = page_of(example, "/between/RUS/MMR")
    assert page.missions and page.agreements and page.fields and page.commitments
    assert {p.verdict for p in page.points} >= {"contradicts", "doubted"}


def test_two_who_have_nothing_in_common_have_a_page(example) -> None:
    page = page_of(example, "/between/BLR/organization:UN")
    assert page.total == 0 and not page.events
    assert "none of" not in html(example, "/between/BLR/organization:UN")


def test_an_actor_has_its_names_offices_contacts_and_words(example) -> None:
    person = max(
        (a for a in example.listing("actors").items if a.kind == "person"), key=lambda a: len(a.members)
    )
    page = page_of(example, f"/actor/{person.id}")
    assert page.names[0].count >= page.names[-1].count
    assert page.offices and page.contacts and page.events and page.acts_for
    assert person.id not in [c.actor.href.rpartition("/")[2] for c in page.contacts]


def test_a_statement_tells_how_each_value_was_read(example) -> None:
    statements = example.listing("statements").items
    resolved = next(s for s in statements if any(v.inferred == "reference" for v in s.values))
    page = page_of(example, f"/statement/{resolved.id}")
    assert any(v.how.startswith("resolved") for v in page.values)
    assert any(v.how == "read directly" for v in page.values)


def test_the_box_for_a_claim_asks_the_page_that_checks_claims(many) -> None:
    text = html(many, "/")
    form = text[text.index('<form class="check"') : text.index("</form>", text.index('<form class="check"'))]
    assert 'method="get"' in form and 'action="/check"' in form and 'name="text"' in form
    assert "token" not in form, "a token does not belong in an address"
    assert page_of(many, "/check?text=President+Ana+Duarte+met+President+Luis+Rojas+in+Arica.").findings


def test_accounts_that_name_fewer_of_those_who_took_part_are_less_precise() -> None:
    texts = [
        "President Gabriel Boric of Chile and President Dina Boluarte of Peru met in Arica on 6 May 2024.",
        "Chile and Peru held talks in Arica on 6 May 2024, and nothing more was told of the meeting.",
        "On 6 May 2024 President Gabriel Boric of Chile met President Dina Boluarte of Peru in Arica.",
    ]
    with in_memory() as record:
        for number, text in enumerate(texts):
            record.keep(Input(text, f"{number}.txt", Metadata(source=f"Outlet {number}")))
        pipeline.reconcile(record)
        meeting = max(record.listing("events").items, key=lambda e: len(e.documents))
        assert len(meeting.documents) == 3, "the accounts were not taken for one meeting"
        (row,) = (r for r in page_of(record, f"/event/{meeting.id}").rows if r.id == "parties")
        verdicts = {c.name: c.verdict for c in row.cells}
    assert verdicts == {"Outlet 0": "same", "Outlet 1": "less precise", "Outlet 2": "same"}
    assert row.verdict == "less precise" and row.told.startswith("less precise in ")


def test_an_outlet_of_the_users_table_of_which_nothing_is_held_is_told_of(tmp_path) -> None:
    table = tmp_path / "outlets.toml"
    table.write_text('["Outlet 0"]\ncontrol = "state"\n["Silent Herald"]\ncontrol = "private"\n')
    with in_memory() as record:
        text = "President Gabriel Boric of Chile met President Dina Boluarte of Peru in Arica on 6 May 2024."
        record.keep(Input(text, "0.txt", Metadata(source="Outlet 0")))
        pipeline.set_profiles(record, table)
        pipeline.reconcile(record)
        (event,) = (e for e in record.listing("events").items if e.act == "meeting")
        page = page_of(record, f"/event/{event.id}")
        assert [(s.state, [x.text for x in s.sources]) for s in page.silent] == [
            ("not held", ["Silent Herald"])
        ]
        assert "#s-not-held" in html(record, f"/event/{event.id}")
        held = around(event, record.views(), record.profiles())
    assert [(h.name, h.state) for h in held] == [("Outlet 0", "reports"), ("Silent Herald", "not held")]
