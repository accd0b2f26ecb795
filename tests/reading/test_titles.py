"""Titles become offices: who bears which, of what, and how."""

import pytest

from bodies import body
from dragoman.reading.actors import find
from dragoman.reading.parse import Parser

# text, then (name, title, of, held) for each office the text gives
CASES: list[tuple[str, list[tuple[str, str, str | None, str]]]] = [
    (
        "French President Emmanuel Macron arrived in Rome on Monday.",
        [("Emmanuel Macron", "President", "state:FRA", "current")],
    ),
    (
        "Kenya's President William Ruto addressed the assembly.",
        [("William Ruto", "President", "state:KEN", "current")],
    ),
    (
        "President William Ruto of Kenya addressed the assembly.",
        [("William Ruto", "President", "state:KEN", "current")],
    ),
    (
        "The president of Kenya, William Ruto, addressed the assembly.",
        [("William Ruto", "president", "state:KEN", "current")],
    ),
    (
        "William Ruto, the president of Kenya, addressed the assembly.",
        [("William Ruto", "president", "state:KEN", "current")],
    ),
    (
        "Japan's prime minister, Shigeru Ishiba, said talks would continue.",
        [("Shigeru Ishiba", "prime minister", "state:JPN", "current")],
    ),
    (
        "Prime Minister of Japan Shigeru Ishiba said talks would continue.",
        [("Shigeru Ishiba", "Prime Minister", "state:JPN", "current")],
    ),
    (
        "Pakistani army chief General Asim Munir flew to Doha.",
        [
            ("Asim Munir", "army chief", "state:PAK", "current"),
            ("Asim Munir", "General", "state:PAK", "current"),
        ],
    ),
    (
        "Kenyan President William Ruto and Uganda's army chief, Lieutenant General Muhoozi Kainerugaba, met.",
        [
            ("William Ruto", "President", "state:KEN", "current"),
            ("Muhoozi Kainerugaba", "army chief", "state:UGA", "current"),
            ("Muhoozi Kainerugaba", "Lieutenant General", "state:UGA", "current"),
        ],
    ),
    (
        "Latvia's prime minister has resigned. Evika Silina also spoke. Ms Silina is 50. Silina will stay.",
        [("Evika Silina", "prime minister", "state:LVA", "current")],
    ),
    (
        "Chad recalled its ambassador in Lima, Idriss Moussa, on Monday.",
        [("Idriss Moussa", "ambassador in Lima", "state:TCD", "current")],
    ),
    (
        "Chad said that Mali had recalled its ambassador, Idriss Moussa.",
        [("Idriss Moussa", "ambassador", "state:MLI", "current")],
    ),
    (
        "South Africa, whose trade minister, Parks Tau, attended the signing, asked to join.",
        [("Parks Tau", "trade minister", "state:ZAF", "current")],
    ),
    (
        "The firm, whose director, Kari Dahl, came, is from Norway.",
        [("Kari Dahl", "director", None, "current")],
    ),
    (
        "Our own deputy minister for foreign affairs, Anna Nowak, said nothing.",
        [("Anna Nowak", "deputy minister for foreign affairs", None, "deputy")],
    ),
    (
        "The Minister of Energy and Petroleum, Mr Opiyo Wandayi, held talks in Dodoma.",
        [("Opiyo Wandayi", "Minister of Energy and Petroleum", None, "current")],
    ),
    (
        "The Minister of Energy and Prime Minister Ana Quispe met.",
        [("Ana Quispe", "Prime Minister", None, "current")],
    ),
    (
        "According to Ambassador of Peru to Ghana Ana Quispe, trade grew.",
        [("Ana Quispe", "Ambassador", "state:PER", "current")],
    ),
    (
        "Akinwumi Adesina, the Nigerian president of the African Development Bank, attended.",
        [("Akinwumi Adesina", "president", "organization:AFDB", "current")],
    ),
    (
        "Talks failed, said Ana Quispe, an energy engineer and former deputy minister of mines.",
        [("Ana Quispe", "deputy minister of mines", None, "former")],
    ),
    (
        "President of the Senate, Bukola Saraki, sued.",
        [("Bukola Saraki", "President of the Senate", None, "current")],
    ),
    (
        "General Mark Milley, chairman of the joint chiefs of staff, spoke.",
        [
            ("Mark Milley", "General", None, "current"),
            ("Mark Milley", "chairman of the joint chiefs of staff", None, "current"),
        ],
    ),
    (
        "Sens. Ruth Calder and Simon Voss sent letters.",
        [("Ruth Calder", "senator", None, "current"), ("Simon Voss", "senator", None, "current")],
    ),
    (
        "Oregon Department of Fisheries director Paul Hadley spoke.",
        [("Paul Hadley", "director", "Oregon Department of Fisheries", "current")],
    ),
    (
        "Governor Ahmed Haroun of North Kordofan spoke.",
        [("Ahmed Haroun", "Governor", "North Kordofan", "current")],
    ),
    (
        "Sweden's deputy director of public prosecutions, Eva-Marie Persson, spoke.",
        [("Eva-Marie Persson", "director of public prosecutions", "state:SWE", "deputy")],
    ),
    (
        "Air Atlas president Karim Tazi signed it.",
        [("Karim Tazi", "president", "Air Atlas", "current")],
    ),
    (
        "At 9.30 PM Speaker Moses Wetang'ula closed the sitting.",
        [("Moses Wetang'ula", "Speaker", None, "current")],
    ),
    (
        "Former Brazilian president Dilma Rousseff spoke in Shanghai.",
        [("Dilma Rousseff", "president", "state:BRA", "former")],
    ),
    (
        "Brazil's ex-president Jair Bolsonaro was charged.",
        [("Jair Bolsonaro", "president", "state:BRA", "former")],
    ),
    (
        "Argentina's president-elect Javier Milei flew to Washington.",
        [("Javier Milei", "president-elect", "state:ARG", "designate")],
    ),
    (
        "Bangladesh's interim leader Muhammad Yunus thanked the donors.",
        [("Muhammad Yunus", "interim leader", "state:BGD", "acting")],
    ),
    (
        "Acting President Han Duck-soo of South Korea spoke by telephone.",
        [("Han Duck-soo", "President", "state:KOR", "acting")],
    ),
    (
        "Russian Deputy Foreign Minister Sergei Ryabkov dismissed the idea.",
        [("Sergei Ryabkov", "Deputy Foreign Minister", "state:RUS", "deputy")],
    ),
    (
        "Chinese Vice President Han Zheng attended the funeral.",
        [("Han Zheng", "Vice President", "state:CHN", "current")],
    ),
    (
        "Kazakhstan's Minister of Energy Almassadam Satkaliyev signed the contract.",
        [("Almassadam Satkaliyev", "Minister of Energy", "state:KAZ", "current")],
    ),
    (
        "Indonesia's Coordinating Minister for Economic Affairs Airlangga Hartarto signed the contract.",
        [("Airlangga Hartarto", "Coordinating Minister for Economic Affairs", "state:IDN", "current")],
    ),
    (
        "NATO Secretary General Mark Rutte visited Vilnius.",
        [("Mark Rutte", "Secretary General", "organization:NATO", "current")],
    ),
    (
        "Mark Rutte, secretary general of NATO, visited Vilnius.",
        [("Mark Rutte", "secretary general", "organization:NATO", "current")],
    ),
    (
        "European Commission President Ursula von der Leyen welcomed the vote.",
        [("Ursula von der Leyen", "President", "organization:EUCOMMISSION", "current")],
    ),
    (
        "Speaker of the Verkhovna Rada Ruslan Stefanchuk thanked Warsaw.",
        [("Ruslan Stefanchuk", "Speaker", "organization:RADA", "current")],
    ),
    (
        "Knesset Speaker Amir Ohana hosted the delegation.",
        [("Amir Ohana", "Speaker", "organization:KNESSET", "current")],
    ),
    (
        "Foreign Ministry spokesperson Mao Ning said China opposed the sale.",
        [("Mao Ning", "Foreign Ministry spokesperson", None, "spokesperson")],
    ),
    (
        "Kremlin spokesman Dmitry Peskov declined to comment.",
        [("Dmitry Peskov", "spokesman", "government:RUS", "spokesperson")],
    ),
    (
        "The governor of Zamboanga, Dan Ortega, greeted the sailors.",
        [("Dan Ortega", "governor", "Zamboanga", "current")],
    ),
    (
        "Presidents Lula da Silva and Gustavo Petro met in Leticia.",
        [
            ("Lula da Silva", "president", "state:BRA", "current"),
            ("Gustavo Petro", "president", "state:COL", "current"),
        ],
    ),
    (
        "Presidents Ilham Aliyev of Azerbaijan and Kassym-Jomart Tokayev of Kazakhstan met.",
        [
            ("Ilham Aliyev", "president", "state:AZE", "current"),
            ("Kassym-Jomart Tokayev", "president", "state:KAZ", "current"),
        ],
    ),
    (
        "Turkish Foreign Minister Hakan Fidan met his Iranian counterpart Abbas Araghchi in Ankara.",
        [
            ("Hakan Fidan", "Foreign Minister", "state:TUR", "current"),
            ("Abbas Araghchi", "Foreign Minister", "state:IRN", "current"),
        ],
    ),
    (
        "Turkish Foreign Minister Hakan Fidan met his Iranian counterpart, Abbas Araghchi, in Ankara.",
        [
            ("Hakan Fidan", "Foreign Minister", "state:TUR", "current"),
            ("Abbas Araghchi", "Foreign Minister", "state:IRN", "current"),
        ],
    ),
    (
        "The Prime Minister, H.E. Mr Moussa Abakar, received the Minister of Trade of Qatar, H.E. Sheikh "
        "Faisal Al Kuwari, in Ndjamena.",
        [
            ("Moussa Abakar", "Prime Minister", None, "current"),
            ("Sheikh Faisal Al Kuwari", "Minister of Trade", "state:QAT", "current"),
        ],
    ),
    (
        "H.E. President Moussa Abakar met HE Minister of Trade of Norway Anna Lund.",
        [
            ("Moussa Abakar", "President", None, "current"),
            ("Anna Lund", "Minister of Trade", "state:NOR", "current"),
        ],
    ),
    (
        "The Prime Minister, Dr. the Hon. Ana Ruiz, met Minister of Defence H.E. Tea Sokha in Lima.",
        [
            ("Ana Ruiz", "Prime Minister", None, "current"),
            ("Tea Sokha", "Minister of Defence", None, "current"),
        ],
    ),
    ("President H.M. Arshad of Bangladesh came.", [("H.M. Arshad", "President", "state:BGD", "current")]),
    (
        "Peru's Deputy Prime Minister and Minister of Trade Ana Ruiz visited Oslo.",
        [
            ("Ana Ruiz", "Deputy Prime Minister", "state:PER", "deputy"),
            ("Ana Ruiz", "Minister of Trade", "state:PER", "current"),
        ],
    ),
    (
        "Qatar's Prime Minister and Foreign Minister Jassim Al Kuwari visited Oslo.",
        [("Jassim Al Kuwari", "Foreign Minister", "state:QAT", "current")],
    ),
    (
        "Ghana's President and Minister of Trade Ama Boateng visited Oslo.",
        [("Ama Boateng", "Minister of Trade", "state:GHA", "current")],
    ),
    ("Annabella Azin, the president's mother, attended the dinner in Quito.", []),
    ("Jared Holm, the foreign minister's son-in-law, flew to Muscat.", []),
    (
        "Abdel Fattah al-Burhan, then the army chief of staff, took power in Khartoum.",
        [("Abdel Fattah al-Burhan", "army chief of staff", "state:SDN", "former")],
    ),
    (
        "Mr Biden met Yoon Suk Yeol, then South Korea's president, in Lima.",
        [("Yoon Suk Yeol", "president", "state:KOR", "former")],
    ),
    (
        "Field Marshal Haftar, who also serves as commander of the Libyan National Army, was in Benghazi.",
        [
            ("Haftar", "Field Marshal", None, "current"),
            ("Haftar", "commander", "armed_group:LNA", "current"),
        ],
    ),
    (
        "Claudia Sheinbaum was sworn in as president of Mexico in October.",
        [("Claudia Sheinbaum", "president", "state:MEX", "current")],
    ),
    (
        "Prabowo Subianto is the president of Indonesia.",
        [("Prabowo Subianto", "president", "state:IDN", "current")],
    ),
    (
        "Chinese Premier Li Qiang and Foreign Minister Wang Yi received the guests.",
        [
            ("Li Qiang", "Premier", "state:CHN", "current"),
            ("Wang Yi", "Foreign Minister", "state:CHN", "current"),
        ],
    ),
    (
        "In Minsk the guest met Prime Minister Alexander Turchin, Defence Minister Viktor Khrenin"
        " and other Belarusian officials.",
        [
            ("Alexander Turchin", "Prime Minister", "state:BLR", "current"),
            ("Viktor Khrenin", "Defence Minister", "state:BLR", "current"),
        ],
    ),
    (
        "President and Supreme Commander Isaias Afwerki reviewed the troops.",
        [
            ("Isaias Afwerki", "President", "state:ERI", "current"),
            ("Isaias Afwerki", "Supreme Commander", None, "current"),
        ],
    ),
    (
        "The chairman of the Presidency Council of Libya, Prime Minister Abdul Hamid Dbeibah, left.",
        [
            ("Abdul Hamid Dbeibah", "chairman of the Presidency Council", "state:LBY", "current"),
            ("Abdul Hamid Dbeibah", "Prime Minister", "state:LBY", "current"),
        ],
    ),
    (
        "Ghana's ambassador to Nigeria, Baba Jamal, was recalled.",
        [("Baba Jamal", "ambassador to Nigeria", "state:GHA", "current")],
    ),
    (
        "UN special envoy Hans Grundberg briefed the council.",
        [("Hans Grundberg", "special envoy", "organization:UN", "current")],
    ),
    (
        "Hamas leader Khalil al-Hayya rejected the proposal.",
        [("Khalil al-Hayya", "leader", "armed_group:HAMAS", "current")],
    ),
    (
        "The mission visited Osaka. Governor Hirofumi Yoshimura opened the fair.",
        [("Hirofumi Yoshimura", "Governor", "Osaka", "current")],
    ),
    ("According to Lavrov, the foreign minister said nothing new.", []),
    ("The Prime Minister's Office published the text.", []),
    ("The UN General Assembly adopted the resolution on Friday.", []),
    ("General elections will be held in Ghana in December.", []),
    (
        "The Peruvian ambassador in Accra, Ana Rojas, was summoned on Monday.",
        [("Ana Rojas", "ambassador in Accra", "state:PER", "current")],
    ),
    (
        "The Indian consul in Lagos, Amit Rao, was called in.",
        [("Amit Rao", "consul in Lagos", "state:IND", "current")],
    ),
    (
        "It was signed by the central bank governors, Ana Rojas and Edward Moyo.",
        [
            ("Ana Rojas", "central bank governor", None, "current"),
            ("Edward Moyo", "central bank governor", None, "current"),
        ],
    ),
    (
        "Chile's president and the Prime Minister of Tonga, Dr Sione Vea, shook hands.",
        [("Sione Vea", "Prime Minister", "state:TON", "current")],
    ),
    (
        "Nobody was hurt, the President's Office spokesperson, Hawa Keita, said.",
        [("Hawa Keita", "spokesperson", "President's Office", "spokesperson")],
    ),
    (
        "US National Energy Council spokesman Ted Barnes declined to comment.",
        [("Ted Barnes", "spokesman", "state:USA", "spokesperson")],
    ),
    (
        "In June President Wilson Rota attended the fair.",
        [("Wilson Rota", "President", None, "current")],
    ),
    (
        "Lima’s foreign minister, Ana Rojas, denied it.",
        [("Ana Rojas", "foreign minister", "state:PER", "current")],
    ),
    (
        "President Julius Nyerere spoke. Prime Minister Abdel-Fattah al Sisi did not.",
        [
            ("Julius Nyerere", "President", "state:TZA", "current"),
            ("Abdel-Fattah al Sisi", "Prime Minister", "state:EGY", "current"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[c[0][:50] for c in CASES])
def test_a_title_becomes_an_office(
    parser: Parser, text: str, expected: list[tuple[str, str, str | None, str]]
) -> None:
    cast = find(body(parser, text))
    names = {r.id: r.name for r in cast.referents}
    found = [(names[o.actor], o.title, o.of, o.held) for o in cast.offices]
    assert sorted(found, key=str) == sorted(expected, key=str)


def test_the_evidence_of_an_office_is_the_title_with_the_name(parser: Parser) -> None:
    text = "On Friday Kenya's President William Ruto spoke."
    (office,) = find(body(parser, text)).offices
    assert text[office.evidence.start : office.evidence.end] == "Kenya's President William Ruto"
    assert office.evidence.document == "d-1"
