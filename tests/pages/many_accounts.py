"""Many accounts of one meeting: copies, contradictions, other scripts, hostile text."""

from dragoman.model.documents import Input, Metadata

HOSTILE = "<script>alert(1)</script> \"'&amp; \x00\x08\u202ereversed\u202c"
BURMESE = "မြန်မာနိုင်ငံ၏ ခေါင်းဆောင်သည် ရောက်ရှိခဲ့သည်။"
ARABIC = "وصل الرئيس إلى العاصمة يوم الثلاثاء."
LONG = "The Very Long and Never Ending Provincial Morning Intelligencer and Advertiser (Overseas Edition)"
LEDE = "President Ana Duarte of Chile met President Luis Rojas of Peru in Arica on {day} May 2024."
WIRE = (
    "ARICA, May 6 (Coastal Wire) - President Ana Duarte of Chile met President Luis Rojas of Peru in Arica "
    "on 6 May 2024. The two governments signed {number} agreements on trade and energy after the talks, "
    "which lasted for three hours and were held behind closed doors in the old customs house of the port.\n\n"
    "Duarte said that Chile would open a consulate general in Tacna in 2025. Peru promised to send a trade "
    "mission to Santiago in July 2024. No official statement confirms that the two will buy ships together."
)


def accounts() -> list[Input]:
    """Accounts of one visit by many outlets: copies, contradictions, other scripts, hostile text."""
    texts = [
        ("Coastal Wire", WIRE.format(number="five"), "2024-05-06", "wire"),
        ("Andes Courier", WIRE.format(number="five"), "2024-05-07", "news"),
        ("Harbour Sun", WIRE.format(number="five"), "2024-05-07", "news"),
        ("Ledger", LEDE.format(day=7) + " They signed eight agreements on trade.", "2024-05-09", "news"),
        (LONG, LEDE.format(day=6) + "\n\n" + BURMESE + "\n\n" + ARABIC, "2024-05-08", "opinion"),
        ("<b>Bold</b> & Sons", LEDE.format(day=6) + "\n\n" + HOSTILE, None, "news"),
    ]
    texts += [
        (
            f"Outlet {n}",
            f"Note {n}. " + LEDE.format(day=6) + f" Outlet {n} was there.",
            f"2024-05-{n + 6:02d}",
            None,
        )
        for n in range(1, 12)
    ]
    return [
        Input(text, f"{n:02}.txt", Metadata(source=source, published=published, genre=genre))  # type: ignore[arg-type]
        for n, (source, text, published, genre) in enumerate(texts)
    ]
