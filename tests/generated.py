"""Documents made by chance for property tests: reports of contacts between states, with noise around them."""

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

TOO_SLOW = [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]


def examples(most: int) -> settings:
    """So many examples, each with the time that a parser takes."""
    return settings(max_examples=most, deadline=None, suppress_health_check=TOO_SLOW)


_PEOPLE = (
    "Kenyan President William Ruto",
    "Foreign Minister Penny Wong of Australia", "Prime Minister Sanae Takaichi",
    "Chile's President Gabriel Boric",
    "the Norwegian foreign minister, Espen Barth Eide", "General Pham Van Dong",
    "Secretary-General António Guterres", "Crown Prince Mohammed bin Salman",
    "Ms Nguyễn Thị Lan", "U Tin Oo",
)  # fmt: skip
_PLACES = ("Nairobi", "Canberra", "Tokyo", "Santiago", "Oslo", "New York", "Riyadh", "São Tomé", "Genève")
_DATES = (
    "on 3 May 2024", "in early June", "on Tuesday", "last week", "in 2019", "on May 9",
    "earlier this year", "",
    "between March and June 2023",
)  # fmt: skip
_ACTS = (
    "{a} met {b} in {place} {date}.",
    "{a} visited {place} {date} and held talks with {b}.",
    "“We will open an embassy in {place},” {a} said {date}.",
    "{a} denied that {b} had threatened sanctions {date}.",
    "According to {b}, {a} plans to sign an agreement in {place} {date}.",
    "No evidence confirms that {a} supplied {b} with weapons {date}.",
    "The talks, the second between the two, covered trade worth $1.5 billion.",
    "{a} said: “It is an old friendship. {b} knows it.",
    "{a} and {b} signed a trade agreement in {place} {date}.",
    "{a} expelled three diplomats of {b} {date}.",
    "{a} postponed a visit to {place} {date}.",
    "The summit in {place} {date} was attended by {a} and {b}.",
    "Japan recalled its ambassador from {place} {date}.",
    "The pact between Kenya and Japan took effect {date}.",
)
_NOISE = (
    "Advertisement", "Read also: ten soups for autumn",
    "© 2024 Coastal Gazette. All rights reserved.", "", "* * *",
    "\u202eright to left\u202c", "👩‍👩‍👧 e\u0301 ﬁ", "نموذج الاتصال",
    "1. One 2. Two 3. Three", "“”‘’\"\"'' (((", "By Ada Lund",
)  # fmt: skip


@st.composite
def sentences(draw: st.DrawFn) -> str:
    """One sentence of a report."""
    told = draw(st.sampled_from(_ACTS)).format(
        a=draw(st.sampled_from(_PEOPLE)),
        b=draw(st.sampled_from(_PEOPLE)),
        place=draw(st.sampled_from(_PLACES)),
        date=draw(st.sampled_from(_DATES)),
    )
    return told[0].upper() + told[1:]


paragraphs = st.one_of(
    st.lists(sentences(), min_size=1, max_size=4).map(" ".join),
    st.lists(sentences(), min_size=2, max_size=3).map(lambda told: "\n".join(" ".join(told).split(" ", 9))),
    st.sampled_from(_NOISE),
    st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=60),
)
articles = st.lists(paragraphs, min_size=1, max_size=7).map(
    lambda lines: "\n\n".join(lines).replace("\r", " ")
)
