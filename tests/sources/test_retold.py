"""Paraphrases are known by the order in which they tell; independent reports of one event are not taken for them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dossier.sources.origins import group_origins, is_same_text, share_of_text
from dossier.sources.retold import cut_sentences, is_retold, likeness_in_order

WIRE = (
    "Two Kenyan peacekeepers were killed and five wounded when gunmen ambushed a river convoy, the mission said.\n"
    "The convoy was attacked on Monday with machine guns and rocket-propelled grenades near the ferry at Kiwanja.\n"
    "The army blamed a rebel group which has seized large parts of the province since the autumn of last year.\n"
    "“These men used mortars that nobody buys at the market,” army spokesman Jules Amani told reporters in Goma.\n"
    "The rebels denied any part in the ambush and accused the army of shelling its own guests.\n"
    "Kenya will not withdraw its soldiers, Defence Minister Peter Kamande said during a visit to Istanbul.\n"
    "The Security Council will discuss the mandate of the mission, which ends in December, next Thursday.\n"
)
PARAPHRASE = (
    "A convoy of the mission on the river was ambushed by gunmen, in which two peacekeepers of Kenya lost their life.\n"
    "Machine guns and grenades were used by them on Monday when the vehicles were near the Kiwanja ferry.\n"
    "For this the army has held the rebel group responsible, that has large parts of the province in hands.\n"
    "Spokesman of the army Jules Amani claimed that such mortars can't be bought from market.\n"
    "But the rebels have rejected the ambush charge, saying that army is shelling its guests.\n"
    "Minister for Defence Peter Kamande clarified in Istanbul that soldiers of Kenya will not be withdrawn.\n"
    "Mandate of the mission is ending in December and the Security Council discusses it on Thursday.\n"
)
INDEPENDENT = (
    "The province has known three wars in thirty years, and few in Goma believe that the mission can stop a fourth.\n"
    "Soldiers of four nations guard the ferry at Kiwanja, where traders queue for hours with their bicycles.\n"
    "On Monday the queue ran from the gunmen: two Kenyan peacekeepers died on the road behind it.\n"
    "“We heard machine guns and then nothing,” said Esther Kavira, who sells cassava beside the landing.\n"
    "Her brother was among the wounded whom the mission took to hospital by helicopter before dark.\n"
    "In Nairobi the opposition asked for the soldiers to come home, as it has done since the autumn.\n"
    "Diplomats expect a long debate when the Security Council takes up the mandate in December.\n"
)


def test_a_paraphrase_without_a_common_run_is_the_same_text_told_again() -> None:
    assert not is_same_text(*share_of_text(WIRE, PARAPHRASE))
    assert is_retold(cut_sentences(WIRE), cut_sentences(PARAPHRASE))
    assert group_origins({"a": WIRE, "b": PARAPHRASE}, {"a": None, "b": None}) == {"a": "a", "b": "a"}


def test_a_report_of_its_own_is_an_origin_of_its_own() -> None:
    assert not is_retold(cut_sentences(WIRE), cut_sentences(INDEPENDENT))
    assert group_origins({"a": WIRE, "b": INDEPENDENT}, {"a": None, "b": None}) == {"a": "a", "b": "b"}


SPEECH = (
    "“Nobody at this table wanted the ferry to stop, and everybody at this table let it stop.”",
    "“We pay the pilots from the first of March, and we pay them what the islands pay.”",
    "“I have asked the harbour to count the crates again, in daylight and with witnesses.”",
    "“The mainland has promised boats before, and what came were pictures of boats.”",
    "“If the winter closes the strait, the school at Vesterøy closes with it.”",
)
AT_THE_TABLE = (
    "The premier came an hour late and read from a single sheet in a room without heating. {}\n"
    "Pilots who had waited since noon were told first what they had struck for. {}\n"
    "Of the missing medicine he spoke only when a reporter held up an empty box. {}\n"
    "His deputy, who chairs the council of the mainland, studied the ceiling. {}\n"
    "Nobody applauded, and the islanders took the last bus to their tents. {}\n"
)
FROM_THE_ISLANDS = (
    "Shopkeepers here followed the speech on a radio beside the till. {}\n"
    "Wages were what most had feared for, since a third of all families live from piloting. {}\n"
    "The pharmacy has been shut for nine days, and its owner sells candles instead. {}\n"
    "An old fisherman laughed aloud at one sentence and asked to hear it twice. {}\n"
    "Teachers have begun to pack the library into barrels against the damp. {}\n"
)


def test_two_who_quote_one_speech_in_its_order_have_each_a_story_of_their_own() -> None:
    bodies = {"a": AT_THE_TABLE.format(*SPEECH), "b": FROM_THE_ISLANDS.format(*SPEECH)}
    assert is_retold(cut_sentences(bodies["a"]), cut_sentences(bodies["b"]))
    assert group_origins(bodies, {"a": None, "b": None}) == {"a": "a", "b": "b"}


def test_the_same_sentences_in_another_order_tell_another_story() -> None:
    lines = PARAPHRASE.splitlines()
    turned = "\n".join(reversed(lines))
    assert likeness_in_order(cut_sentences(WIRE), cut_sentences(turned)) < likeness_in_order(
        cut_sentences(WIRE), cut_sentences(PARAPHRASE)
    )


SENTENCES = st.lists(st.frozensets(st.sampled_from("abcdefgh"), min_size=4), min_size=1, max_size=8)


@given(SENTENCES, SENTENCES)
def test_likeness_lies_between_nothing_and_all_and_an_article_is_wholly_like_itself(
    first: list[frozenset[str]], second: list[frozenset[str]]
) -> None:
    shorter, longer = sorted((first, second), key=len)
    assert 0 <= likeness_in_order(shorter, longer) <= 1
    assert likeness_in_order(first, first) == 1
