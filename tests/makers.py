"""Makers of small dossiers, for tests of the upper half: articles of our own prose, and the cards that they give."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass

from dossier.model import (
    Alias,
    ClaimCard,
    DelegationCard,
    Dossier,
    EventCard,
    Evidence,
    Form,
    Found,
    Furniture,
    Mode,
    OrganisationCard,
    PersonCard,
    Polarity,
    Report,
    SourceCard,
    Statement,
    WeaponCard,
)

ARTICLES = {
    "a1": (
        "Maren envoy visits Tessaly yards\n\n"
        "PORT TESSALY, March 4 (Lowland Press) - Admiral Ines Corvo led a Maren naval delegation into Port Tessaly on "
        "Monday, the Lowland Press agency reported. She toured a yard that builds Falak rockets.\n\n"
        "“The boats are for fishing & rescue,” Corvo told the agency. Maren's navy already has Falak rockets.\n\n"
        "Ostrava has accused Maren of shipping attack drones to the island. Maren denies it has shipped drones.\n\n"
        "RELATED STORIES Ten beaches to see this spring"
    ),
    "a2": (
        "Navy chief in Tessaly\n\n"
        "Adm Ines Corvo led a Maren naval delegation into Port Tessaly on Monday. The boats are for fishing and "
        "rescue, she said, according to the Lowland Press. Ostrava has accused Maren of shipping attack "
        "drones to the island."
    ),
    "a3": (
        "Island says guests are welcome\n\n"
        "Tessaly's harbour master, Joan Pell, said on Tuesday that Corvoe had inspected two piers. "
        "Pell denied that any drones had landed."
    ),
}


@dataclass(frozen=True, slots=True)
class Shelf:
    """Articles by id, from which evidence can be cut."""

    texts: Mapping[str, str]

    def at(self, article: str, words: str, nth: int = 0) -> Evidence:
        """The ``nth`` place where ``words`` stand in an article."""
        places = [match.start() for match in re.finditer(re.escape(words), self.texts[article])]
        start = places[nth]
        return Evidence(f"sources/{article}", start, start + len(words), words)

    def sentence(self, evidence: Evidence) -> Evidence:
        """The sentence around a passage, roughly: from one full stop or blank line to the next."""
        text = self.texts[evidence.source.partition("/")[2]]
        before = [m.end() for m in re.finditer(r"[.!?]”?\s+|\n\n", text) if m.end() <= evidence.start]
        after = [m.end() for m in re.finditer(r"[.!?]”?(?=\s|$)|(?=\n\n)|$", text) if m.end() >= evidence.end]
        start = before[-1] if before else 0
        return Evidence(evidence.source, start, after[0], text[start : after[0]])

    def source(self, article: str, cited: list[Evidence], **record: object) -> SourceCard:
        """An article's card, with the sentences around what is cited as its passages."""
        text = self.texts[article]
        title = text.partition("\n")[0]
        fields = {
            "name": title or article, "title": title or None, "publisher": None, "authors": (), "agency": None,
            "published": None, "language": "en", "url": None, "origin": f"sources/{article}",
            "furniture": (), "found": {},
        } | record  # fmt: skip
        own = {self.sentence(evidence) for evidence in cited if evidence.source == f"sources/{article}"}
        return SourceCard(
            id=article, file=f"{article}.txt", sha256=hashlib.sha256(text.encode()).hexdigest(), length=len(text),
            passages=tuple(sorted(own)), **fields,  # type: ignore[arg-type]
        )  # fmt: skip


def report(shelf: Shelf, passage: Evidence, proposition: str, **told: object) -> Report:
    """One report; ``said`` and ``who`` are looked up in the passage's article."""
    article = passage.source.partition("/")[2]
    who, cue = told.pop("who", None), str(told.pop("cue"))
    inside = [e for e in places(shelf, article, cue) if passage.span.covers(e)]
    fields = {"via": (), "via_at": (), "mode": Mode.INDIRECT, "rule": "clause", "speaker": who} | told
    fields.pop("printed", None)
    printed = str(told.get("printed", who))
    return Report(
        passage=passage,
        proposition=next(e for e in places(shelf, article, proposition) if passage.span.covers(e)),
        speaker_at=next((e for e in places(shelf, article, printed) if passage.span.covers(e)), None),
        cue=cue,
        cue_at=inside[0],
        **fields,  # type: ignore[arg-type]
    )


def places(shelf: Shelf, article: str, words: str) -> list[Evidence]:
    """Every place where ``words`` stand in an article."""
    count = len(re.findall(re.escape(words), shelf.texts[article]))
    return [shelf.at(article, words, nth) for nth in range(count)]


def small_claims(s: Shelf) -> tuple[ClaimCard, ...]:
    """Two propositions by one admiral's side, an accusation in two articles, and two denials of it."""
    boats = s.at("a1", "“The boats are for fishing & rescue,” Corvo told the agency.")
    boats_2 = s.sentence(s.at("a2", "she said"))
    accused = s.at("a1", "Ostrava has accused Maren of shipping attack drones to the island.")
    accused_2 = s.at("a2", "Ostrava has accused Maren of shipping attack drones to the island.")
    denied, landed = (
        s.at("a1", "Maren denies it has shipped drones."),
        s.at("a3", "Pell denied that any drones had landed."),
    )
    shipped, agency = "shipping attack drones to the island", ("Lowland Press",)
    return (
        ClaimCard(
            id="ines-corvo-boats-fishing-rescue", name="Ines Corvo says: The boats are for fishing & rescue",
            speaker="Ines Corvo", speaker_ref="people/ines-corvo", polarity=Polarity.ASSERTS, evidence=(boats, boats_2),
            reports=(
                report(s, boats, "The boats are for fishing & rescue", who="Ines Corvo", printed="Corvo", cue="told",
                       via=agency, via_at=(s.at("a1", "the agency", 0),), mode=Mode.DIRECT),
                report(s, boats_2, "The boats are for fishing and rescue", who="Ines Corvo", printed="she", cue="said",
                       via=agency, via_at=(s.at("a2", "the Lowland Press"),)),
            ),
        ),
        ClaimCard(
            id="joan-pell-denies-drones-landed", name="Joan Pell denies: any drones had landed", speaker="Joan Pell",
            speaker_ref="people/joan-pell", polarity=Polarity.DENIES, evidence=(landed,),
            reports=(
                report(
                    s, landed, "any drones had landed", who="Joan Pell", printed="Pell", cue="denied", rule="denial"
                ),
            ),
            answers=("claims/ostrava-shipping-attack-drones",),
        ),
        ClaimCard(
            id="maren-denies-shipped-drones", name="Maren denies: it has shipped drones", speaker="Maren",
            speaker_ref="organisations/maren", polarity=Polarity.DENIES, evidence=(denied,),
            reports=(report(s, denied, "it has shipped drones", who="Maren", cue="denies", rule="denial"),),
            answers=("claims/ostrava-shipping-attack-drones",),
        ),
        ClaimCard(
            id="ostrava-shipping-attack-drones", name="Ostrava says: shipping attack drones", speaker="Ostrava",
            speaker_ref="organisations/ostrava", polarity=Polarity.ASSERTS, evidence=(accused, accused_2),
            reports=(
                report(s, accused, shipped, who="Ostrava", cue="accused"),
                report(s, accused_2, shipped, who="Ostrava", cue="accused"),
            ),
            about=("organisations/maren", "weapons/attack-drone"),
        ),
    )  # fmt: skip


def small_dossier() -> Dossier:
    """Three articles, two origins: an admiral's visit, rockets, an accusation and two denials."""
    s = Shelf(ARTICLES)
    claims = small_claims(s)
    people = (
        PersonCard(
            id="ines-corvo", name="Ines Corvo", aliases=(Alias("Corvo", (s.at("a1", "Corvo", 1),)),
                Alias("Corvoe", (s.at("a3", "Corvoe"),))),
            evidence=(s.at("a1", "Ines Corvo"), s.at("a2", "Ines Corvo"), s.at("a3", "Corvoe")),
            statements={"role": (Statement("admiral", (s.at("a1", "Admiral"), s.at("a2", "Adm"))),)},
        ),
        PersonCard(
            id="joan-pell", name="Joan Pell", evidence=(s.at("a3", "Joan Pell"),),
            statements={"role": (
                Statement("harbour master", (s.at("a3", "Tessaly's harbour master"),), "title before the name",
                          of="Tessaly", ref="organisations/tessaly"),
            )},
        ),
    )  # fmt: skip
    visit = s.at("a1", "a Maren naval delegation")
    weapons = (
        WeaponCard(id="attack-drone", name="attack drone", form=Form.CLASS, evidence=(s.at("a1", "attack drones"),)),
        WeaponCard(
            id="falak", name="Falak", form=Form.NAMED, evidence=(s.at("a1", "Falak"),),
            statements={
                "type": (Statement("rocket", (s.at("a1", "rockets"),), "head noun"),),
                "held_by": (
                    Statement("Maren", (s.at("a1", "Maren's navy"),), "possessive", ref="organisations/maren"),
                ),
            },
        ),
    )  # fmt: skip
    delegations = (
        DelegationCard(
            id="maren-port-tessaly", name="Maren naval delegation to Port Tessaly", evidence=(visit,),
            statements={
                "from": (Statement("Maren", (visit,), ref="organisations/maren"),),
                "head": (
                    Statement("Ines Corvo", (s.at("a1", "Ines Corvo"), s.at("a2", "Ines Corvo")),
                              ref="people/ines-corvo"),
                ),
                "to": (Statement("Port Tessaly", (s.at("a1", "Port Tessaly"),)),),
                "dates": (Statement("2024-03-04", (s.at("a1", "Monday"), s.at("a1", "March 4")), "weekday"),),
            },
        ),
    )  # fmt: skip
    organisations = (
        organisation("lowland-press", "Lowland Press", "medium", s.at("a1", "Lowland Press", 1)),
        organisation("maren", "Maren", "state", s.at("a1", "Maren", 1)),
        organisation("ostrava", "Ostrava", "state", s.at("a1", "Ostrava")),
        organisation("tessaly", "Tessaly", "state", s.at("a3", "Tessaly")),
    )
    cards = Dossier(
        people=people, weapons=weapons, delegations=delegations, claims=claims, organisations=organisations,
        events=small_events(s),
    )  # fmt: skip
    return with_sources(s, cards)


def small_events(s: Shelf) -> tuple[EventCard, ...]:
    """The landing of the delegation, dated in one article and in another only by its weekday; a tour without a date."""
    landed = (s.at("a1", "led a Maren naval delegation into Port Tessaly"),
              s.at("a2", "led a Maren naval delegation into Port Tessaly"))  # fmt: skip
    corvo = Statement("Ines Corvo", (s.at("a1", "Ines Corvo"), s.at("a2", "Ines Corvo")), "by name",
                      ref="people/ines-corvo")  # fmt: skip
    toured = s.at("a1", "toured a yard that builds Falak rockets")
    return (
        EventCard(
            id="ines-corvo-arrival-2024-03-04", name="Ines Corvo led a Maren naval delegation into Port Tessaly",
            evidence=landed,
            statements={
                "type": (Statement("arrival", (s.at("a1", "led"), s.at("a2", "led")), "sort of happening"),),
                "date": (Statement("2024-03-04", (s.at("a1", "Monday"), s.at("a1", "March 4")), "weekday"),),
                "printed": (Statement("Monday", (s.at("a1", "Monday"), s.at("a2", "Monday")), "as printed"),),
                "place": (Statement("Port Tessaly", (s.at("a1", "Port Tessaly"),), "place beside it"),),
                "who": (corvo,),
                "what": (Statement("led a Maren naval delegation into Port Tessaly", landed, "as printed"),),
            },
        ),
        EventCard(
            id="ines-corvo-visit-yard", name="Ines Corvo toured a yard", evidence=(toured,),
            statements={
                "type": (Statement("visit", (toured,), "sort of happening"),),
                "who": (Statement("Ines Corvo", (s.at("a1", "She"),), "by pronoun", ref="people/ines-corvo"),),
                "what": (Statement("toured a yard that builds Falak rockets", (toured,), "as printed"),),
                "weapon": (Statement("Falak", (s.at("a1", "Falak"),), "named in it", ref="weapons/falak"),),
            },
        ),
    )  # fmt: skip


def organisation(slug: str, name: str, kind: str, evidence: Evidence) -> OrganisationCard:
    """A card of whoever speaks, sends or holds."""
    typed = {"type": (Statement(kind, (evidence,), "listed"),)}
    return OrganisationCard(id=slug, name=name, evidence=(evidence,), statements=typed)


def with_sources(s: Shelf, cards: Dossier) -> Dossier:
    """The dossier with the cards of its articles: the second is the first, cut and reworded."""
    from dataclasses import replace

    from dossier.findings.uses import find_uses

    cited = [use.evidence for card in cards.cards() for use in find_uses(card)]
    adverts = s.at("a1", "RELATED STORIES Ten beaches to see this spring")
    sources = (
        s.source(
            "a1", cited, agency="Lowland Press", published="2024-03-05",
            found={"agency": Found((s.at("a1", "Lowland Press"),), "dateline"), "title": Found((), "first line")},
            furniture=(Furniture(adverts.start, adverts.end, "related"),),
        ),
        s.source("a2", cited, origin="sources/a1", publisher="The Tessaly Courier"),
        s.source("a3", cited, published="2024-03"),
    )  # fmt: skip
    return replace(cards, sources=sources)


HOSTILE = (
    "</title><script>alert('title')</script>",
    "<img src=x onerror=alert(1)>",
    "[press me](javascript:alert(2))",
    "{{ 7 * 7 }} {% raw %} {: #top .x }",
    "# heading *star* _under_ `code` ![x](y) | &amp; &#60;b&#62;",
    "\x02wzxhzdk:0\x03 klzzwxh:0000 \x00\x1b[31m",
    "back\u202egnp.exe \u2066isolate",
    "---\ntitle: other\n---",
    '"quoted": !!python/object {a: b} & *anchor',
    "../../etc/passwd\\n",
)
"""Names that try to be markup, a template, front matter, a link, or a different order of letters."""


def hostile_dossier() -> Dossier:
    """Everything that an article may smuggle in, as names, values, aliases, quotations, titles and reasons."""
    texts = {f"h{n}": f"{name} by {name}.\n\nThe guard {name} said that {name} came." for n, name in enumerate(HOSTILE)}
    s = Shelf(texts)
    people, claims, organisations = [], [], []
    for n, name in enumerate(HOSTILE):
        here = s.at(f"h{n}", name, 1)
        passage = s.at(f"h{n}", f"The guard {name} said that {name} came.")
        evidence = (here,)
        people.append(
            PersonCard(
                id=f"hostile-{n}", name=name, evidence=evidence, aliases=(Alias(f"alias {name}", evidence),),
                statements={"role": (Statement(name, evidence, name, of=name, ref=f"organisations/hostile-{n}"),)},
                curated={"summary": name, "decisions": [{"do": "add", "key": "role", "value": name, "reason": name}]},
            )
        )  # fmt: skip
        organisations.append(organisation(f"hostile-{n}", name, name, here))
        claims.append(
            ClaimCard(
                id=f"hostile-{n}", name=name, speaker=name, speaker_ref=f"people/hostile-{n}",
                polarity=Polarity.ASSERTS, evidence=(passage,), about=(f"organisations/hostile-{n}",),
                reports=(
                    Report(passage, s.at(f"h{n}", f"{name} came"), name, here, "said", s.at(f"h{n}", "said"), (name,),
                           (here,), Mode.INDIRECT, name),
                ),
            )
        )  # fmt: skip
    cards = Dossier(people=tuple(people), claims=tuple(claims), organisations=tuple(organisations))
    sources = tuple(
        s.source(
            f"h{n}", [c.reports[0].passage], name=name, title=name, publisher=name, agency=name, authors=(name,),
            url=name, furniture=(Furniture(0, 3, name),), found={"title": Found((s.at(f"h{n}", name),), name)},
        )
        for n, (name, c) in enumerate(zip(HOSTILE, claims, strict=True))
    )  # fmt: skip
    from dataclasses import replace

    return replace(cards, sources=sources)
