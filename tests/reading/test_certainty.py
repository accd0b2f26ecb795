"""How certain an act is: sentences on many countries, the act in brackets, and what holds for any text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.model.documents import Segment, Span
from dragoman.model.statements import Certainty, Quote, Stage, Stance
from dragoman.reading.certainty import STAGES, STANCES, Judged, judge, label
from dragoman.reading.marks import Paragraph
from dragoman.reading.parse import Parser

PLAIN_PAST_AND_PRESENT = [
    ("The Kenyan president [visited] Accra on Tuesday.", "happened", "affirmed"),
    ("Reports that Eritrea had [mobilized] two brigades could not be confirmed.", "unconfirmed", "affirmed"),
    ("The king is drawing to the end of a [tour] of Japan.", "ongoing", "affirmed"),
    ("Delegates from Peru and Chile [met] in Lima.", "happened", "affirmed"),
    ("Portugal has [recalled] its ambassador from Bissau.", "happened", "affirmed"),
    ("The two navies had [held] drills off Oman before.", "happened", "affirmed"),
    ("Finland is [deploying] troops to its border.", "ongoing", "affirmed"),
    ("Ethiopia has been [mediating] between the factions since May.", "ongoing", "affirmed"),
    ("Sweden [supports] the Baltic states with ships.", "ongoing", "affirmed"),
    ("The ministers held [talks] in Oslo.", "happened", "affirmed"),
    ("The treaty was [signed] by both presidents.", "happened", "affirmed"),
    ("Talks between Rabat and Madrid are [underway].", "ongoing", "affirmed"),
    ("After [meeting] the Thai premier, the envoy flew home.", "happened", "affirmed"),
    ("By [expelling] the consul, Quito broke with the past.", "happened", "affirmed"),
    ("Norway continues to [fund] the mission.", "ongoing", "affirmed"),
    ("Croatia began [withdrawing] its soldiers.", "happened", "affirmed"),
    ("The Danish minister managed to [persuade] Greenland.", "happened", "affirmed"),
    ("We [thank] the government of Qatar.", "happened", "affirmed"),
    ("The defence ministry [says] the drills are over.", "happened", "affirmed"),
    ("The visit of the Greek president [strengthened] ties.", "happened", "affirmed"),
    ("The [visit] of the Greek president strengthened ties.", "happened", "affirmed"),
]
PLANS = [
    ("Peru plans to [open] a consulate in Busan.", "planned", "affirmed"),
    ("Mexico announced plans to [send] a naval ship.", "planned", "affirmed"),
    ("The planned [consulate] in Izmir drew protests.", "planned", "affirmed"),
    ("Japan will [provide] patrol boats to Manila.", "planned", "affirmed"),
    ("The king is set to [visit] Nairobi next month.", "planned", "affirmed"),
    ("The leaders are due to [meet] in Astana.", "planned", "affirmed"),
    ("Serbia and Hungary agreed to [build] a railway.", "planned", "affirmed"),
    ("The prime minister vowed to [withdraw] from the pact.", "planned", "affirmed"),
    ("The union called for [talks] between the sides.", "planned", "affirmed"),
    ("Egypt seeks to [join] the bank.", "planned", "affirmed"),
    ("Kenya said it would [send] police to Haiti.", "planned", "affirmed"),
    ("The general promised to [release] the prisoners.", "planned", "affirmed"),
    ("Slovakia wants to [resume] imports.", "planned", "affirmed"),
    ("Nepal is preparing to [host] the summit.", "planned", "affirmed"),
    ("The president is expected to [travel] to Brussels.", "planned", "affirmed"),
    ("The cabinet decided to [close] the mission in Minsk.", "planned", "affirmed"),
    ("Turkey's parliament is about to [ratify] the protocol.", "planned", "affirmed"),
    ("A [summit] is scheduled for May.", "planned", "affirmed"),
    ("The governor intends to [sign] the accord.", "planned", "affirmed"),
    ("Uruguay announced a [visit] by the Chinese premier.", "planned", "affirmed"),
    ("The fleet is going to [exercise] off Crete.", "planned", "affirmed"),
    ("Iceland has no plans to [expel] the diplomats.", "planned", "negated"),
    ("Chile will not [attend] the meeting.", "planned", "negated"),
    ("Ghana does not intend to [break] relations.", "planned", "negated"),
    ("The foreign minister ruled out a [meeting] with the rebels.", "planned", "negated"),
    ("The sides are on the verge of [signing] a truce.", "planned", "affirmed"),
    ("The commission proposed to [suspend] the visa deal.", "planned", "affirmed"),
    ("The pope is [visiting] Jakarta next week.", "planned", "affirmed"),
    ("Malta's envoy arrives in Tripoli tomorrow for [talks].", "planned", "affirmed"),
    ("Bulgaria threatened to [veto] the plan.", "planned", "affirmed"),
    ("Their aim is to [sign] a treaty by June.", "planned", "affirmed"),
]
POSTPONED_CANCELLED = [
    ("The [summit] was postponed until autumn.", "postponed", "affirmed"),
    ("Rome put off the [visit] after the attack.", "postponed", "affirmed"),
    ("Canada delayed the [signing] of the accord.", "postponed", "affirmed"),
    ("Jakarta cancelled the [exercise].", "cancelled", "affirmed"),
    ("The [talks] were called off on Sunday.", "cancelled", "affirmed"),
    ("The premier scrapped a planned [trip] to Delhi.", "cancelled", "affirmed"),
    ("Poland abandoned plans to [buy] the helicopters.", "cancelled", "affirmed"),
    ("The cancellation of the [visit] angered Pretoria.", "cancelled", "affirmed"),
]
REPORTED = [
    ("Libya reportedly [received] drones from abroad.", "reported", "affirmed"),
    ("The general is believed to have [fled] to Chad.", "reported", "affirmed"),
    ("The pact is said to [cover] missiles.", "reported", "affirmed"),
    ("Reportedly, the ministers [met] in Doha.", "reported", "affirmed"),
    ("According to media reports, Eritrea [sent] soldiers.", "reported", "affirmed"),
    ("The king is understood to have [approved] the sale.", "reported", "affirmed"),
    ("The rumoured [visit] never left the papers.", "reported", "affirmed"),
    ("The two were reported to have [signed] a memorandum.", "reported", "affirmed"),
    ("The agreements are believed to [encompass] energy.", "reported", "affirmed"),
]
ALLEGED = [
    ("Mali accused Algeria of [arming] the rebels.", "alleged", "affirmed"),
    ("Estonia alleged that Russian agents [cut] the cable.", "alleged", "affirmed"),
    ("A court charged the officer with [spying] for Cuba.", "alleged", "affirmed"),
    ("The alleged [attack] on the embassy caused alarm.", "alleged", "affirmed"),
    ("Burundi is accused of [backing] the militia.", "alleged", "affirmed"),
    ("The firm allegedly [shipped] rifles to Yemen.", "alleged", "affirmed"),
    ("Kinshasa claims that Rwandan soldiers [attacked] the town.", "alleged", "affirmed"),
    ("Azerbaijan said Armenian forces had [shelled] its posts.", "alleged", "affirmed"),
    ("He is suspected of [selling] secrets to Iran.", "alleged", "affirmed"),
    ("Allegations that Syria [used] sarin were examined.", "alleged", "affirmed"),
]
DENIED = [
    ("Kigali denied that it [supported] the rebels.", "denied", "affirmed"),
    ("Minsk denies [holding] the two Poles.", "denied", "affirmed"),
    ("Nicaragua rejected accusations that it had [jailed] priests unlawfully.", "denied", "affirmed"),
    ("The ministry dismissed claims that Oman had [mediated].", "denied", "affirmed"),
    ("Belgrade denied plans to [recognize] the breakaway region.", "denied", "affirmed"),
    ("Denying that it had [sold] ammunition, Pretoria opened an inquiry.", "denied", "affirmed"),
    ("Reports that Cyprus [seized] the ship are false.", "denied", "affirmed"),
    ("The army refuted claims that it [bombed] a school.", "denied", "affirmed"),
    ("Togo's denial that it [hosted] the talks was brief.", "denied", "affirmed"),
    ("Venezuela denied that it planned to [invade] Guyana.", "denied", "affirmed"),
]
NOT_DENIED = [
    ("Latvia did not deny that it had [expelled] the attaché.", "reported", "affirmed"),
]
UNCONFIRMED_DOUBTED = [
    ("There is no evidence that Serbia [shipped] arms.", "unconfirmed", "affirmed"),
    ("Officials could not confirm that the hostages were [released].", "unconfirmed", "affirmed"),
    ("No official has confirmed the [visit].", "unconfirmed", "affirmed"),
    ("An unconfirmed [meeting] in Muscat was mentioned.", "unconfirmed", "affirmed"),
    ("Paris declined to confirm that it had [paid] a ransom.", "unconfirmed", "affirmed"),
    ("There was no confirmation of a [ceasefire].", "unconfirmed", "affirmed"),
    ("The ministry has not confirmed the [arrest].", "unconfirmed", "affirmed"),
    ("Diplomats do not believe that Iraq [received] the missiles.", "unconfirmed", "affirmed"),
    ("The White House did not say that talks had [begun].", "unconfirmed", "affirmed"),
    ("Such [plans] have not been confirmed.", "unconfirmed", "affirmed"),
    ("No evidence currently confirms specific [deals].", "unconfirmed", "affirmed"),
    ("Neither side confirmed the [meeting].", "unconfirmed", "affirmed"),
]
SPECULATIVE = [
    ("The consulate could [facilitate] trade with Bolivia.", "speculative", "affirmed"),
    ("Madagascar may [host] the summit.", "speculative", "affirmed"),
    ("The two leaders might [meet] in Bali.", "speculative", "affirmed"),
    ("Analysts speculate that Brunei [financed] the port.", "speculative", "affirmed"),
    ("Experts think that Laos [borrowed] too much.", "speculative", "affirmed"),
    ("Ireland is likely to [support] the motion.", "speculative", "affirmed"),
    ("Jordan is considering [recalling] its envoy.", "speculative", "affirmed"),
    ("If Spain [leaves] the group, prices will rise.", "speculative", "affirmed"),
    ("Prices will [rise] if Spain leaves the group.", "speculative", "affirmed"),
    ("Unless Sudan [signs] the deal, aid will stop.", "speculative", "affirmed"),
    ("Will Tunisia [join] the alliance?", "speculative", "affirmed"),
    ("It is possible that Benin [hired] foreign guards.", "speculative", "affirmed"),
    ("There is a possibility of [talks] in Vienna.", "speculative", "affirmed"),
    ("The risk of [war] between the neighbours grew.", "speculative", "affirmed"),
    ("Albania would [welcome] such a step.", "speculative", "affirmed"),
    ("Georgia should [ratify] the charter.", "speculative", "affirmed"),
    ("Brazil urged Guyana to [hold] talks.", "speculative", "affirmed"),
    ("Argentina demanded that Britain [return] the islands.", "speculative", "affirmed"),
    ("The envoy asked Manila to [release] the crew.", "speculative", "affirmed"),
    ("Perhaps Fiji [asked] for the loan.", "speculative", "affirmed"),
    ("The bloc hopes to [sign] a trade pact with Kenya.", "speculative", "affirmed"),
    ("Apparently the junta [moved] the prisoners.", "speculative", "affirmed"),
    ("Kosovo might not [attend] the forum.", "speculative", "negated"),
    ("It remains unclear whether Tonga [accepted] the offer.", "speculative", "affirmed"),
    ("[Stop] the sale of arms to Khartoum!", "speculative", "affirmed"),
    ("Had Oman [agreed], the talks would have succeeded.", "speculative", "affirmed"),
    ("The strait must [remain] open.", "speculative", "affirmed"),
    ("Niger can [buy] arms elsewhere.", "speculative", "affirmed"),
    ("The council discussed [sending] monitors to Haiti.", "speculative", "affirmed"),
    ("Cameroon needs to [reform] its customs service.", "speculative", "affirmed"),
]
NEGATION = [
    ("Talks between the two Koreas did not [take] place.", "happened", "negated"),
    ("The [meeting] did not take place.", "happened", "negated"),
    ("No [meeting] took place in Ankara.", "happened", "negated"),
    ("The ministers held no [talks] in Ankara.", "happened", "negated"),
    ("Zambia never [recognized] the enclave.", "happened", "negated"),
    ("Lesotho failed to [ratify] the convention.", "happened", "negated"),
    ("Hungary refused to [extradite] the banker.", "happened", "negated"),
    ("Botswana declined to [sign] the letter.", "happened", "negated"),
    ("The minister left without [signing] the accord.", "happened", "negated"),
    ("Eswatini has not yet [recognized] Beijing.", "happened", "negated"),
    ("The [summit] is yet to take place.", "happened", "negated"),
    ("Neither Bolivia nor Chile [attended] the session.", "happened", "negated"),
    ("None of the envoys [met] the rebels.", "happened", "negated"),
    ("Nobody from Havana [attended] the funeral.", "happened", "negated"),
    ("Greece no longer [supports] the embargo.", "ongoing", "negated"),
    ("Myanmar has not [developed] a nuclear programme.", "happened", "negated"),
    ("Austria stopped short of [expelling] the ambassador.", "happened", "negated"),
    ("The storm prevented the fleet from [leaving] port.", "happened", "negated"),
    ("Djibouti did not agree to [host] the base.", "planned", "negated"),
    ("The parliament could not [agree] on a date.", "happened", "negated"),
    ("Armenia did not [visit] or call Baku.", "happened", "negated"),
    ("Sri Lanka neither [signed] nor rejected the text.", "happened", "negated"),
    ("They avoided [meeting] the opposition.", "happened", "negated"),
]
NEGATION_THAT_IS_NONE = [
    ("This [meeting] is not an isolated event.", "happened", "affirmed"),
    ("Ukraine not only [signed] the deal but ratified it.", "happened", "affirmed"),
    ("The [visit] did not please Tehran.", "happened", "affirmed"),
    ("Castro [visited] Luanda no fewer than four times.", "happened", "affirmed"),
    ("No doubt Kazakhstan [gained] from the sale.", "happened", "affirmed"),
    ("The [agreement] is not without risks.", "happened", "affirmed"),
    ("The premier did not regret [signing] the treaty.", "happened", "affirmed"),
    ("The minister, who did not speak, [met] the queen.", "happened", "affirmed"),
    ("The [talks] produced no agreement.", "happened", "affirmed"),
]
NESTED = [
    ("Turkey said that Syria denied that it had [fired] the rockets.", "denied", "affirmed"),
    ("Reuters reported that Doha plans to [host] the talks.", "planned", "affirmed"),
    ("Sources told the paper that Bahrain had [agreed] to the sale.", "happened", "affirmed"),
    ("Baghdad reportedly plans to [expel] the envoy.", "reported", "affirmed"),
    ("Seoul may cancel the [visit].", "speculative", "affirmed"),
    ("The ministry denied reports that it would [close] the embassy.", "denied", "affirmed"),
    ("Analysts doubt that Moldova [asked] for troops.", "unconfirmed", "affirmed"),
    ("Tirana refused to rule out [sending] soldiers.", "speculative", "affirmed"),
    ("France did not rule out [sending] troops.", "speculative", "affirmed"),
    ("Nothing suggests that Malawi [broke] the embargo.", "unconfirmed", "affirmed"),
    ("Jamaica agreed not to [extradite] him.", "planned", "negated"),
    ("The minister failed to deny that Accra had [paid].", "reported", "affirmed"),
    ("Prague said it had no evidence that spies had [entered].", "unconfirmed", "affirmed"),
]
HAPPENED_THOUGH_GOVERNED = [
    ("The world welcomed the [signing] of the truce.", "happened", "affirmed"),
    ("Lagos regretted that Abuja had [closed] the border.", "happened", "affirmed"),
    ("The premier admitted that Spain [paid] the pirates.", "happened", "affirmed"),
    ("Kyrgyzstan had to [recall] its ambassador.", "happened", "affirmed"),
    ("The crisis forced Lebanon to [default].", "happened", "affirmed"),
    ("The deal, [signed] in 2019, may be revised.", "happened", "affirmed"),
    ("The minister, who [visited] Seoul in May, may resign.", "happened", "affirmed"),
    ("Iran could profit from the [agreement].", "happened", "affirmed"),
]
LONGER = [
    (
        "In Astana the Kazakh president [welcomed] the proposal but stopped short of endorsing it.",
        "happened",
        "affirmed",
    ),
    (
        "In Astana the Kazakh president welcomed the proposal but stopped short of [endorsing] it.",
        "happened",
        "negated",
    ),
    (
        "Indonesia and Malaysia, which [signed] a maritime accord in 2023, have yet to ratify it.",
        "happened",
        "affirmed",
    ),
    (
        "Indonesia and Malaysia, which signed a maritime accord in 2023, have yet to [ratify] it.",
        "happened",
        "negated",
    ),
    (
        "Two diplomats, on condition of anonymity, said that Tunis had quietly [allowed] the flights.",
        "happened",
        "affirmed",
    ),
    (
        "The Lithuanian foreign ministry summoned the Belarusian envoy to [protest] against the balloons.",
        "planned",
        "affirmed",
    ),
    (
        "South Africa, meanwhile, has neither [condemned] nor supported the operation.",
        "happened",
        "negated",
    ),
    ("Whether the deal will [survive] remains to be seen.", "speculative", "affirmed"),
    ("Ankara has repeatedly threatened to [block] the accession of Sweden.", "planned", "affirmed"),
    (
        "In a statement, the African Union urged all parties to [observe] the truce.",
        "speculative",
        "affirmed",
    ),
    (
        "The junta's spokesman dismissed as baseless reports that mercenaries had [killed] villagers.",
        "denied",
        "affirmed",
    ),
    ("Under the agreement, Greece will [receive] 20 aircraft by 2028.", "planned", "affirmed"),
    ("The United States is expected to [lift] some sanctions if the vote is held.", "planned", "affirmed"),
    ("The ambassador was summoned after remarks that [angered] Jakarta.", "happened", "affirmed"),
    ("Doha has been [hosting] indirect talks between the two sides for months.", "ongoing", "affirmed"),
    (
        "A Colombian delegation is in Caracas to [discuss] the reopening of the border.",
        "planned",
        "affirmed",
    ),
    ("Germany said on Monday it had [delivered] the last of the promised tanks.", "happened", "affirmed"),
    (
        "Officials in Addis Ababa declined to say whether the two leaders had [met].",
        "speculative",
        "affirmed",
    ),
    (
        "The two countries are negotiating an agreement that would [allow] visa-free travel.",
        "speculative",
        "affirmed",
    ),
    (
        "Sudan's army accused the Emirates of [supplying] weapons to its rivals, a charge Abu Dhabi denies.",
        "denied",
        "affirmed",
    ),
    ("It was the first time that a Polish president had [visited] the island.", "happened", "affirmed"),
    ("Talks aimed at [ending] the dispute collapsed in March.", "planned", "affirmed"),
    ("[Talks] aimed at ending the dispute collapsed in March.", "cancelled", "affirmed"),
    (
        "The visit, originally planned for June, was [postponed] because of the floods.",
        "happened",
        "affirmed",
    ),
    (
        "The [visit], originally planned for June, was postponed because of the floods.",
        "postponed",
        "affirmed",
    ),
    ("There have been no [talks] between the two neighbours since 2019.", "happened", "negated"),
    ("Mongolia's prime minister will not be [travelling] to Tokyo after all.", "planned", "negated"),
    (
        "According to the Chilean navy, a foreign vessel [entered] its waters on Sunday.",
        "happened",
        "affirmed",
    ),
    ("Had the parliament [approved] the accord, Cyprus would have joined.", "speculative", "affirmed"),
    ("Zagreb plans neither to [recognize] nor to condemn the new government.", "planned", "negated"),
    (
        "The foreign minister called the allegation that Oman [armed] the group absurd.",
        "alleged",
        "affirmed",
    ),
    ("The president is rumoured to be [considering] a trip to Pyongyang.", "reported", "affirmed"),
    ("Peru's congress voted to [declare] the Mexican president persona non grata.", "planned", "affirmed"),
    ("They [agreed] to set up a joint commission.", "happened", "affirmed"),
    ("They agreed to [set] up a joint commission.", "planned", "affirmed"),
    ("He warned that Cambodia would [respond] to any incursion.", "planned", "affirmed"),
    ("Critics fear the base could be [used] by foreign troops.", "speculative", "affirmed"),
    ("The Philippines [condemned] what it called a dangerous manoeuvre.", "happened", "affirmed"),
    ("If confirmed, the [deal] would be the largest of its kind.", "unconfirmed", "affirmed"),
    ("The [transfer], if confirmed, would breach the embargo.", "unconfirmed", "affirmed"),
    ("Caracas [recalled] its ambassador, although it gave no reason.", "happened", "affirmed"),
    ("Jordan helped [broker] the exchange of prisoners.", "happened", "affirmed"),
    ("Kyiv's allies have so far refused to [send] troops.", "happened", "negated"),
    ("India did not [attend] the signing, nor did Bangladesh.", "happened", "negated"),
    ("The premier told parliament that no agreement had been [reached].", "happened", "negated"),
    ("A second [round] of talks is planned for Geneva.", "planned", "affirmed"),
    ("The bank has suspended [lending] to Niger.", "cancelled", "affirmed"),
    ("Bolivia resumed diplomatic [relations] with Israel in 2019.", "happened", "affirmed"),
    ("Algiers is seeking to [persuade] Rabat to reopen the border.", "planned", "affirmed"),
    ("Somalia's government insists it never [authorized] the port deal.", "happened", "negated"),
    ("Without a [ceasefire], aid cannot reach the city.", "speculative", "affirmed"),
    ("The French leader ended his [trip] to Vietnam on Tuesday.", "happened", "affirmed"),
    ("Slovenia may follow suit and [recognize] the state.", "speculative", "affirmed"),
    ("Estonia [wants] the EU to impose new sanctions.", "ongoing", "affirmed"),
    ("Estonia wants the EU to [impose] new sanctions.", "planned", "affirmed"),
    ("Sanctions [imposed] by Brussels have hit the sector.", "happened", "affirmed"),
    ("The [sanctions] imposed by Brussels have hit the sector.", "happened", "affirmed"),
    ("Italy is opposed to [sending] soldiers to the strip.", "speculative", "affirmed"),
    ("Hanoi and Beijing [are] at odds over the reef.", "ongoing", "affirmed"),
    (
        "Washington says Iran was behind the [attack] on the refinery, which Tehran denies.",
        "happened",
        "affirmed",
    ),
    ("No country has [recognized] the Taliban government except Russia.", "happened", "negated"),
    ("Not until 1992 did China [establish] relations with Seoul.", "happened", "affirmed"),
    ("Seoul did not [recognize] Beijing until 1992.", "happened", "affirmed"),
    ("The pact was never [implemented].", "happened", "negated"),
    ("The project is unlikely to [begin] before 2027.", "speculative", "affirmed"),
    ("The commander said reports of [shelling] were untrue.", "denied", "affirmed"),
    ("The generals have ruled the country since they [seized] power in 2020.", "happened", "affirmed"),
    ("Tbilisi is under pressure to [repeal] the law.", "speculative", "affirmed"),
    ("Canberra has signalled its readiness to [join] the mission.", "planned", "affirmed"),
    ("The president's planned trip to Riyadh has been [cancelled].", "happened", "affirmed"),
    ("The president's planned [trip] to Riyadh has been cancelled.", "cancelled", "affirmed"),
    ("Manila said it would continue to [patrol] the shoal.", "planned", "affirmed"),
    ("Let us [work] together for peace.", "speculative", "affirmed"),
    ("The coup saw the general [seize] power in Ouagadougou.", "happened", "affirmed"),
    ("In 1992 Austria was one of the first to [recognize] Croatia.", "happened", "affirmed"),
    ("“I want to [thank] the people of Fiji,” the envoy said.", "happened", "affirmed"),
    ("We would like to [express] our gratitude to Qatar.", "happened", "affirmed"),
    ("The two have [maintained] relations for seven decades.", "ongoing", "affirmed"),
    ("The plant has been [under] construction since May.", "ongoing", "affirmed"),
    ("The case is under [investigation] by Interpol.", "ongoing", "affirmed"),
]
NOUNS = [
    ("The [visit] of the Slovak premier to Hanoi is scheduled for next week.", "planned", "affirmed"),
    ("During his [visit] to Dakar, the king may open a school.", "happened", "affirmed"),
    ("Ahead of a planned [visit] to Dakar, the king met envoys.", "planned", "affirmed"),
    ("The two will hold [talks] on fishing rights.", "planned", "affirmed"),
    ("The ministers may hold [talks] on fishing rights.", "speculative", "affirmed"),
    ("The ministers agreed to hold [talks] on fishing rights.", "planned", "affirmed"),
    ("The ministers failed to hold [talks] on fishing rights.", "happened", "negated"),
    ("[Negotiations] on a trade pact have stalled.", "happened", "affirmed"),
    ("[Negotiations] on a trade pact are continuing.", "ongoing", "affirmed"),
    ("A new round of [negotiations] begins tomorrow in Bern.", "planned", "affirmed"),
    ("The announcement of the [withdrawal] surprised Nairobi.", "happened", "affirmed"),
    ("The threat of [sanctions] did not move Harare.", "speculative", "affirmed"),
    ("The government in Harare faces [sanctions].", "happened", "affirmed"),
    ("Brussels imposed new [sanctions] on Minsk.", "happened", "affirmed"),
    ("Brussels is considering new [sanctions] on Minsk.", "speculative", "affirmed"),
    ("Brussels will impose new [sanctions] on Minsk.", "planned", "affirmed"),
    ("Brussels has not imposed any [sanctions] on Minsk.", "happened", "negated"),
    ("Calls for [sanctions] on Minsk grew.", "planned", "affirmed"),
    ("Turkey's [cooperation] with Qatar goes back years.", "ongoing", "affirmed"),
    ("Serbia called for closer [cooperation] with Cyprus.", "planned", "affirmed"),
    ("The [war] between the two states lasted eight years.", "happened", "affirmed"),
    ("The [invasion] could be repelled, Warsaw said.", "ongoing", "affirmed"),
    ("An [invasion] would be repelled, Warsaw said.", "speculative", "affirmed"),
    ("Fears of an [invasion] rose in Tirana.", "speculative", "affirmed"),
    ("Tehran denied any [involvement] in the attack.", "denied", "affirmed"),
    ("Tehran denied involvement in the [attack].", "happened", "affirmed"),
    ("The [expulsion] of the diplomats was condemned.", "happened", "affirmed"),
    ("In response to the [expulsion] of its diplomats, Quito will act.", "happened", "affirmed"),
    ("Both sides expressed [support] for the plan.", "happened", "affirmed"),
    ("The pact provides for military [assistance] in case of attack.", "happened", "affirmed"),
    ("Lima offered [aid] to Quito after the quake.", "planned", "affirmed"),
    ("Lima sent [aid] to Quito after the quake.", "happened", "affirmed"),
    ("Accra received a [request] for troops.", "happened", "affirmed"),
    ("The summit ended without a joint [statement].", "happened", "negated"),
    ("The summit ended with a joint [statement].", "happened", "affirmed"),
    ("No joint [statement] was issued.", "happened", "negated"),
    ("Riyadh hosted a [meeting] of Arab ministers.", "happened", "affirmed"),
    ("Riyadh offered to host a [meeting] of Arab ministers.", "planned", "affirmed"),
    ("Riyadh has ruled out any [meeting] with the group.", "planned", "negated"),
    ("The proposed [exchange] of prisoners fell through.", "cancelled", "affirmed"),
    ("A [ceasefire] came into force at dawn.", "happened", "affirmed"),
    ("Hopes for a [ceasefire] faded.", "speculative", "affirmed"),
    ("The parties failed to reach an [agreement] on the dam.", "happened", "negated"),
    ("The parties are close to an [agreement] on the dam.", "planned", "affirmed"),
    ("The parties reached an [agreement] on the dam.", "happened", "affirmed"),
    ("Cairo has yet to receive an [invitation].", "happened", "negated"),
    ("The court issued an arrest [warrant] for the general.", "happened", "affirmed"),
    ("The arrest [warrant] would be void in Budapest.", "happened", "affirmed"),
    ("Alleged [violations] of the airspace led to a protest.", "alleged", "affirmed"),
    ("Tokyo protested over [violations] of its airspace.", "happened", "affirmed"),
    ("The next [meeting] of the council is in June.", "planned", "affirmed"),
    ("Reports of a [coup] in Libreville proved false.", "denied", "affirmed"),
    ("Reports of a [coup] in Libreville spread quickly.", "reported", "affirmed"),
    ("Unconfirmed reports of an [attack] reached Dili.", "unconfirmed", "affirmed"),
    ("The [attack] has not been claimed by any group.", "happened", "affirmed"),
    ("Washington approved the [sale] of missiles to Taipei.", "planned", "affirmed"),
    ("Beijing urged Washington to cancel the [sale].", "speculative", "affirmed"),
    ("The [sale] of missiles to Taipei angered Beijing.", "happened", "affirmed"),
    ("Ottawa has no knowledge of any [agreement].", "unconfirmed", "affirmed"),
    ("Plans for a [summit] in Kigali were dropped.", "cancelled", "affirmed"),
    ("The premier confirmed the [meeting].", "happened", "affirmed"),
    ("Bamako demanded the [withdrawal] of UN troops.", "planned", "affirmed"),
    ("The [withdrawal] of UN troops is under way.", "ongoing", "affirmed"),
    ("The [withdrawal] of UN troops has been completed.", "happened", "affirmed"),
    ("Oslo expects the [release] of the sailors soon.", "planned", "affirmed"),
    ("The sailors' [release] is expected soon.", "planned", "affirmed"),
    ("The [opening] of the consulate is planned for May.", "planned", "affirmed"),
    ("The [opening] of the consulate took place in May.", "happened", "affirmed"),
]
NEWS = [
    ("The rebels deny they are leaving and say talks with Chad [continue].", "ongoing", "affirmed"),
    (
        "Vanuatu's cabinet is understood to be [weighing] a security pact with Canberra.",
        "reported",
        "affirmed",
    ),
    (
        "Neither Tbilisi nor Sukhumi commented on reports that the railway had [reopened].",
        "reported",
        "affirmed",
    ),
    (
        "The parliament in Chisinau is due to [debate] the treaty on Thursday, officials said.",
        "planned",
        "affirmed",
    ),
    (
        "Guatemala's new government said it would not [follow] Honduras in cutting ties with Taipei.",
        "planned",
        "negated",
    ),
    (
        "Hundreds of Rwandan soldiers are fighting alongside the rebels, UN experts [say].",
        "happened",
        "affirmed",
    ),
    (
        "Hundreds of Rwandan soldiers are [fighting] alongside the rebels, UN experts say.",
        "ongoing",
        "affirmed",
    ),
    (
        "The emir [left] for London on Sunday, the court said in a statement carried by state media.",
        "happened",
        "affirmed",
    ),
    ("Sri Lanka's navy said it [arrested] 14 Indian fishermen for poaching.", "happened", "affirmed"),
    (
        "The EU could [impose] sanctions on Georgian officials next week, two diplomats told Reuters.",
        "speculative",
        "affirmed",
    ),
    ("Syria and Turkey have not [held] official talks at this level for a decade.", "happened", "negated"),
    (
        "Kuwait and Iraq are yet to [agree] on the demarcation of their maritime border.",
        "happened",
        "negated",
    ),
    ("Kosovo's president will [address] the assembly on Friday.", "planned", "affirmed"),
    ("Under pressure from donors, Kampala has [shelved] the bill.", "happened", "affirmed"),
    ("The minister expressed hope that the dispute would be [resolved] soon.", "speculative", "affirmed"),
    ("Eritrea, which [denies] involvement, closed the crossing.", "happened", "affirmed"),
    ("Pretoria says it is not [party] to the dispute.", "ongoing", "negated"),
    ("Both presidents stressed the need to [open] new crossings.", "speculative", "affirmed"),
    ("It was agreed that a joint committee would [meet] in March.", "planned", "affirmed"),
    ("According to a leaked memo, Paris [funded] the militia.", "happened", "affirmed"),
    ("Had it not been for Oman, the two sides would never have [met].", "speculative", "negated"),
    ("The premier is reportedly unwilling to [extend] the mandate.", "reported", "negated"),
    ("Cambodia's former leader is on trial for [ordering] the killings.", "happened", "affirmed"),
    ("Bishkek and Dushanbe plan to begin [demarcating] the border.", "planned", "affirmed"),
    ("The general was quoted as saying that the base had been [abandoned].", "happened", "affirmed"),
    ("There were no immediate reports of [casualties].", "unconfirmed", "affirmed"),
    ("The talks, [held] behind closed doors, lasted six hours.", "happened", "affirmed"),
    ("Tensions rose after Manila [accused] Beijing of ramming a boat.", "happened", "affirmed"),
    ("Tensions rose after Manila accused Beijing of [ramming] a boat.", "alleged", "affirmed"),
    ("Whoever [ordered] the attack will be punished, the king said.", "happened", "affirmed"),
    ("Unless the junta [frees] its prisoners, the bloc will suspend it.", "speculative", "affirmed"),
    ("Unless the junta frees its prisoners, the bloc will [suspend] it.", "speculative", "affirmed"),
    ("The island's leader was reported by local media to have [asked] for asylum.", "reported", "affirmed"),
    ("The deal fell apart when Riyadh [refused] to sign.", "happened", "affirmed"),
    ("Seoul has no intention of [recognizing] Pyongyang as a nuclear state.", "planned", "negated"),
    ("The bloc's leaders appear to have [dropped] the plan.", "speculative", "affirmed"),
    ("Washington is said to be [pressing] Kyiv to accept the terms.", "reported", "affirmed"),
    ("The army vowed not to [interfere] in the vote.", "planned", "negated"),
    ("Niamey warned it might [expel] the envoy.", "speculative", "affirmed"),
    ("No decision has been [taken] on the request.", "happened", "negated"),
    ("Nairobi's offer to [host] the talks was turned down.", "cancelled", "affirmed"),
    ("It is not known whether Pyongyang [replied].", "unconfirmed", "affirmed"),
    ("The bank never [paid] the sum it had pledged.", "happened", "negated"),
    ("Russia and Ukraine have each accused the other of [violating] the truce.", "alleged", "affirmed"),
    ("Poland will only [reopen] the crossing if Minsk frees the journalist.", "speculative", "affirmed"),
    ("The two ministers shook hands but did not [speak].", "happened", "negated"),
    ("Barbados became a republic without [leaving] the Commonwealth.", "happened", "negated"),
    ("Ecuador has asked the court to [order] Mexico to hand over the man.", "speculative", "affirmed"),
    ("Bulgaria has been [accused] of blocking the talks.", "happened", "affirmed"),
    ("Papua New Guinea's leader [hailed] the pact as historic.", "happened", "affirmed"),
    ("Costa Rica [severed] ties with Taipei in 2007 and recognized Beijing.", "happened", "affirmed"),
    ("Costa Rica severed ties with Taipei in 2007 and [recognized] Beijing.", "happened", "affirmed"),
    (
        "The two countries would [exchange] ambassadors by year's end, the statement said.",
        "planned",
        "affirmed",
    ),
    ("Colombia, meanwhile, [considers] the group a terrorist organization.", "ongoing", "affirmed"),
    ("The Fijian premier cancelled his [attendance] at the forum.", "cancelled", "affirmed"),
    (
        "A meeting of the two foreign ministers was held in Bishkek to [discuss] the border.",
        "planned",
        "affirmed",
    ),
    ("No breakthrough was [expected] at the talks.", "happened", "negated"),
    ("The king will pay a state [visit] to Nairobi in October.", "planned", "affirmed"),
    ("Talks on a prisoner [exchange] are at an advanced stage.", "happened", "affirmed"),
    ("The mission, [opened] in 1998 and closed in 2011, reopened last week.", "happened", "affirmed"),
    ("The mission, opened in 1998 and [closed] in 2011, reopened last week.", "happened", "affirmed"),
    (
        "Japan and the Philippines [signed] a pact letting them deploy troops on each other's soil.",
        "happened",
        "affirmed",
    ),
    (
        "Japan and the Philippines signed a pact letting them [deploy] troops on each other's soil.",
        "speculative",
        "affirmed",
    ),
    ("The prime ministers discussed how to [boost] trade.", "speculative", "affirmed"),
    ("Cairo's mediators [presented] a draft that Hamas has yet to answer.", "happened", "affirmed"),
    ("Cairo's mediators presented a draft that Hamas has yet to [answer].", "happened", "negated"),
    ("If the parliament [approves] it, the treaty will enter into force in May.", "speculative", "affirmed"),
    ("If the parliament approves it, the treaty will [enter] into force in May.", "speculative", "affirmed"),
    ("The treaty will [enter] into force when both parliaments approve it.", "planned", "affirmed"),
    ("The treaty will enter into force when both parliaments [approve] it.", "planned", "affirmed"),
    ("Before [leaving] for Beijing, Lukashenko praised the pact.", "happened", "affirmed"),
    ("Instead of [signing] the pact, Yerevan asked for more time.", "happened", "negated"),
    ("Rather than [attack], the general chose to wait.", "happened", "negated"),
    ("Despite [signing] the pact, Yerevan asked for more time.", "happened", "affirmed"),
    ("Angola's role in [mediating] the conflict was praised.", "happened", "affirmed"),
    ("The proposal to [deploy] peacekeepers was rejected by Moscow.", "cancelled", "affirmed"),
    ("The decision to [recall] the envoy was taken on Monday.", "planned", "affirmed"),
    ("It is the second time this year that Chad has [closed] the border.", "happened", "affirmed"),
    ("The envoy was quick to [praise] the emir.", "planned", "affirmed"),
    ("Tirana, like other capitals, [expelled] several diplomats.", "happened", "affirmed"),
    ("Critics say the accord [gives] too much to Kigali.", "ongoing", "affirmed"),
    ("The president has the power to [declare] war.", "planned", "affirmed"),
    ("The defence chiefs [are] meeting in Singapore this weekend.", "ongoing", "affirmed"),
    ("Oil prices rose on fears that Iran might [close] the strait.", "speculative", "affirmed"),
    ("Santiago summoned the ambassador over his [remarks].", "happened", "affirmed"),
    ("The war, which [began] in 2014, shows no sign of ending.", "happened", "affirmed"),
    ("The war, which began in 2014, shows no sign of [ending].", "unconfirmed", "affirmed"),
    ("Burkina Faso's junta said it had foiled a [coup].", "happened", "negated"),
    ("Burkina Faso's junta said it had foiled an attempted [coup].", "happened", "negated"),
    ("The two navies [exercise] together every year.", "ongoing", "affirmed"),
    ("Nobody expects Minsk to [release] them.", "planned", "negated"),
    ("The minister hinted at a possible [withdrawal].", "speculative", "affirmed"),
    ("Brunei has long [cooperated] with Singapore on defence.", "ongoing", "affirmed"),
    ("Dhaka's [request] for extradition went unanswered.", "happened", "affirmed"),
]
BESIDE_AND_AFTER = [
    ("The bloc may leave, stressing that its members had [reached] no deal.", "happened", "negated"),
    ("The union may support the Omani-[backed] council.", "happened", "affirmed"),
    ("Peru may sign once Chile [withdraws] its claim.", "planned", "affirmed"),
    ("If Oman had [signed], the war would have ended.", "speculative", "affirmed"),
    ("Malta will not hesitate to [expel] the envoy.", "planned", "affirmed"),
    ("Malta did not hesitate to [expel] the envoy.", "happened", "affirmed"),
    ("Kenya tends to [support] Uganda.", "ongoing", "affirmed"),
    ("Chad took steps to [close] the border.", "planned", "affirmed"),
    ("It took Chad two years to [close] the border.", "happened", "affirmed"),
    ("[Thank] you for the patrol boats.", "happened", "affirmed"),
    ("[Withdraw] your troops, the minister told Sudan.", "speculative", "affirmed"),
    ("Togo says Benin [used] napalm in the village.", "alleged", "affirmed"),
    ("Togo said the Beninese army's attack [killed] two.", "alleged", "affirmed"),
    ("According to Lomé, Beninese forces [shelled] the port.", "alleged", "affirmed"),
    ("According to the army, its forces [shelled] the port.", "happened", "affirmed"),
    ("Lomé accused the union of choosing towns for [striking] its ships.", "alleged", "affirmed"),
    ("The king will meet the premier during his [visit].", "planned", "affirmed"),
    ("The ministers will meet on the sidelines of the [summit] in Rome.", "planned", "affirmed"),
    ("Under the deal, Togo would [withdraw] its soldiers.", "planned", "affirmed"),
    ("The king would later [visit] Rome.", "happened", "affirmed"),
    ("There is no doubt that Chad [armed] the rebels.", "happened", "affirmed"),
    ("There is no question that Chad [armed] the rebels.", "happened", "affirmed"),
    ("Nobody doubts that Chad [armed] the rebels.", "happened", "affirmed"),
    ("Chad persuaded Niger to [sign].", "happened", "affirmed"),
    ("Chad hoped to persuade Niger to [sign].", "speculative", "affirmed"),
    ("Niue was the last state to [recognize] Kosovo.", "happened", "affirmed"),
    ("Niue became the first country to [open] an embassy there.", "happened", "affirmed"),
    ("Niue has not decided whether to [open] an embassy.", "speculative", "affirmed"),
    ("In the event of an [attack], Malta will respond.", "speculative", "affirmed"),
    ("Malta is ready to respond to any [attack].", "speculative", "affirmed"),
    ("Malta fears an [attack].", "speculative", "affirmed"),
    ("Media reports say Malta [recalled] its envoy.", "reported", "affirmed"),
    ("Fiji is far from [signing] the accord.", "happened", "negated"),
    ("Fiji nearly [signed] the accord.", "happened", "negated"),
    ("Nearly all the soldiers [left] Fiji.", "happened", "affirmed"),
    ("Not a single state [signed] the accord.", "happened", "negated"),
    ("The king met the premier during his [visit].", "happened", "affirmed"),
    ("The premier is on a [visit] to Bern.", "ongoing", "affirmed"),
    ("The two states are in [talks] on a treaty.", "ongoing", "affirmed"),
]

ALL = [
    *BESIDE_AND_AFTER,
    *NEWS,
    *LONGER,
    *NOUNS,
    *PLAIN_PAST_AND_PRESENT,
    *PLANS,
    *POSTPONED_CANCELLED,
    *REPORTED,
    *ALLEGED,
    *DENIED,
    *NOT_DENIED,
    *UNCONFIRMED_DOUBTED,
    *SPECULATIVE,
    *NEGATION,
    *NEGATION_THAT_IS_NONE,
    *NESTED,
    *HAPPENED_THOUGH_GOVERNED,
]


def paragraph_of(parser: Parser, text: str, kind: str = "body") -> Paragraph:
    """The one paragraph of a text."""
    (paragraph,) = parser.parse("d-1", text, [Segment(0, len(text), kind)]).paragraphs  # type: ignore[arg-type]
    return paragraph


def judged(parser: Parser, marked: str, kind: str = "body", quotes: tuple[Quote, ...] = ()) -> Judged:
    """The judgement of the word that begins at the bracket."""
    text = marked.replace("[", "").replace("]", "")
    paragraph = paragraph_of(parser, text, kind)
    token = next(t for t in paragraph.doc if t.idx == marked.index("["))
    return judge(token, paragraph, quotes)


@pytest.mark.parametrize(("marked", "certainty", "polarity"), ALL)
def test_an_act_is_as_certain_as_its_sentence_tells(
    parser: Parser, marked: str, certainty: Certainty, polarity: str
) -> None:
    found = judged(parser, marked)
    assert (found.certainty, found.polarity) == (certainty, polarity)


@pytest.mark.parametrize(
    ("marked", "timing"),
    [
        ("The two armies [hold] drills annually in Thrace.", "standing"),
        ("Vietnam often [hosts] such forums.", "standing"),
        ("The annual [exercise] took place near Perth.", "standing"),
        ("Norway [supplies] gas to Poland.", "standing"),
        ("Norway [supplied] gas to Poland on Friday.", "episode"),
        ("Norway is [supplying] gas to Poland.", "episode"),
        ("The two states [established] relations in the 1960s.", "background"),
        ("Britain [recognized] the republic seventy years ago.", "background"),
        ("Laos [joined] the bloc in 1997; in 2024 it chaired the summit.", "background"),
        ("In 2024 Laos [chaired] the summit.", "episode"),
        ("The premier will [visit] Suva.", "episode"),
    ],
)
def test_habits_and_history_are_told_from_episodes(parser: Parser, marked: str, timing: str) -> None:
    assert judged(parser, marked).timing == timing


@pytest.mark.parametrize(
    ("marked", "certainty"),
    [
        ("Panama [hosts] Caribbean leaders", "happened"),
        ("Panama to [host] Caribbean leaders", "planned"),
        ("Spanish king [visits] Rabat", "happened"),
    ],
)
def test_a_headline_in_the_present_tells_what_happened(parser: Parser, marked: str, certainty: str) -> None:
    assert judged(parser, marked, "headline").certainty == certainty


@pytest.mark.parametrize(
    ("marked", "reporters"),
    [
        (
            "The Chilean foreign minister said Peru [closed] its port.",
            [("The Chilean foreign minister", "said", False)],
        ),
        ("Officials said that the crew was [freed].", [("Officials", "said", True)]),
        ("Gambia [recalled] its envoy, according to Dakar.", [("Dakar", "according", False)]),
        ("The general is said to have [fled].", [("said", "said", True)]),
        (
            "The ministry said that Riga claimed that the ship [entered] its waters.",
            [("The ministry", "said", False), ("Riga", "claimed", False)],
        ),
        ("Burundi was accused by Kigali of [arming] rebels.", [("Kigali", "accused", False)]),
        ("Sources told the paper that Malta [paid].", [("Sources", "told", True)]),
        ("Panama [joined] the court in May.", []),
    ],
)
def test_who_gives_their_word_is_named_outermost_first(
    parser: Parser, marked: str, reporters: list[tuple[str, str, bool]]
) -> None:
    text = marked.replace("[", "").replace("]", "")
    found = judged(parser, marked).reporters
    assert [(text[r.start : r.end], text[r.cue_start : r.cue_end], r.anonymous) for r in found] == reporters


def test_a_quote_names_its_speaker_for_a_sentence_inside_it(parser: Parser) -> None:
    text = "“We met in Minsk. Belarus [opened] its border,” the envoy said."
    plain = text.replace("[", "").replace("]", "")
    quote = Quote(
        "q-1", "d-1", 1, plain.index(",”") + 1, plain[1 : plain.index(",”") + 1], None, None,
        Span("d-1", plain.index("said"), plain.index("said") + 4), True,
        speaker_mention=Span("d-1", plain.index("the envoy"), plain.index(" said")),
    )  # fmt: skip
    (reporter,) = judged(parser, text, quotes=(quote,)).reporters
    assert plain[reporter.start : reporter.end] == "the envoy"


def test_the_cues_are_the_words_that_decided(parser: Parser) -> None:
    text = "Tonga may not [attend] the planned summit."
    plain = text.replace("[", "").replace("]", "")
    found = judged(parser, text)
    assert [plain[a:b] for a, b in found.cues] == ["may", "not"]


def test_the_label_follows_the_published_order() -> None:
    stages: list[Stage | None] = list(STAGES)
    for stance, named in STANCES:
        for stage in stages:
            expected = "speculative" if (stance, stage) == ("reported", "hypothetical") else named
            assert label(stage, stance) == expected
    for stage, named in STAGES.items():
        assert label(stage, "asserted") == named
        assert label(stage, "asserted", "negated") == named


WORDS = st.sampled_from(
    """the minister of Ghana said that not no never may will would visit visited talks were held by denied
    plans to cancel if , . “ ” according reports sources accused and or without signing ? had is yet a
    """.split()  # noqa: SIM905 - read as a sentence is
)


@given(st.lists(WORDS, min_size=1, max_size=25))
@settings(max_examples=60, deadline=None)
def test_any_row_of_words_is_judged_alike_twice_and_within_its_paragraph(
    parser: Parser, words: list[str]
) -> None:
    paragraph = paragraph_of(parser, " ".join(words))
    for token in paragraph.doc:
        found = judge(token, paragraph)
        assert found == judge(token, paragraph)
        assert found.certainty == label(found.stage, found.stance, found.polarity)
        stances: list[Stance] = [stance for stance, _ in STANCES]
        assert found.stance in (*stances, "asserted")
        for start, end in (*found.cues, *((r.start, r.end) for r in found.reporters)):
            assert paragraph.start <= start < end <= paragraph.end


def test_a_sentence_of_ten_thousand_words_is_judged_in_time(parser: Parser) -> None:
    paragraph = paragraph_of(parser, "Chad said that " * 3000 + "Mali agreed.")
    assert judge(paragraph.doc[-2], paragraph).certainty in ("happened", "ongoing", "reported", "unconfirmed")
