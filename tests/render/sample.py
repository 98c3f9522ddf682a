"""A module with a block of every kind, built by hand: what the parser would make of a real one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from smtrain.diagnostics import Span
from smtrain.kinds.accordion import Accordion
from smtrain.kinds.acknowledge import Acknowledge
from smtrain.kinds.ask_us import AskUs
from smtrain.kinds.audio import Audio
from smtrain.kinds.base.parts import Part
from smtrain.kinds.callout import BOXES, Callout
from smtrain.kinds.cards import Cards
from smtrain.kinds.case import Cases, Sheet
from smtrain.kinds.choose_many import ChooseMany
from smtrain.kinds.choose_one import ChooseOne
from smtrain.kinds.columns import Columns
from smtrain.kinds.compare import Compare
from smtrain.kinds.figure import Figure
from smtrain.kinds.fill_in import FillIn
from smtrain.kinds.flip_cards import FlipCards
from smtrain.kinds.glossary import Glossary
from smtrain.kinds.hotspot import Hotspot
from smtrain.kinds.invite import Answer as InviteAnswer
from smtrain.kinds.invite import Invite
from smtrain.kinds.job_aid import JobAid
from smtrain.kinds.law import Law
from smtrain.kinds.match import Match, Pair, Target
from smtrain.kinds.message import Message
from smtrain.kinds.notes import TrainerNotes
from smtrain.kinds.number import Number, NumberAnswer
from smtrain.kinds.objectives import Objectives
from smtrain.kinds.order import Order
from smtrain.kinds.post import Post
from smtrain.kinds.rate import Rate
from smtrain.kinds.reflect import Reflect
from smtrain.kinds.reply import Reply
from smtrain.kinds.scenario import Decision, Scenario, Scene
from smtrain.kinds.short_answer import Answer, ShortAnswer
from smtrain.kinds.sort import Group, Sort
from smtrain.kinds.spot import Spot
from smtrain.kinds.steps import Steps
from smtrain.kinds.tabs import Tabs
from smtrain.kinds.true_false import TrueFalse
from smtrain.kinds.video import Video
from smtrain.model import story
from smtrain.model.audience import Condition, Test
from smtrain.model.course import Completion, Conditional, Lesson, Module, Objective, Page, Success, Term
from smtrain.model.library import Source
from smtrain.model.node import Block, Inline, walk
from smtrain.model.question import Boxes, Choice, Option, Places, Pool, Quiz, Region
from smtrain.model.text import (
    Cell,
    Code,
    CodeBlock,
    Divider,
    Emphasis,
    Footnote,
    FootnoteMark,
    Gap,
    Heading,
    Item,
    LineBreak,
    Link,
    List,
    Paragraph,
    Passage,
    Picture,
    Quote,
    SourceMark,
    Strike,
    Table,
    Text,
    Tied,
    Variable,
)
from smtrain.render import Media, wanted

AT = Span("module.md", 1, 1, 1, 1)
SOURCE = Source(
    AT, "S08", "Staff and social media", "Labour Board", "https://example.org/pay", "2023", "2026-11-01"
)


def words(value: str) -> tuple[Inline, ...]:
    """Running text without marks."""
    return (Text(AT, value),)


def bold(value: str) -> Inline:
    """Important words."""
    return Emphasis(AT, words(value), strong=True)


def link(href: str, value: str) -> Inline:
    """A link."""
    return Link(AT, href, words(value), AT)


def para(*inlines: Inline | str) -> Paragraph:
    """A paragraph; plain strings are text."""
    return Paragraph(AT, tuple(Text(AT, i) if isinstance(i, str) else i for i in inlines))


def said(value: str) -> tuple[Block, ...]:
    """A paragraph as the blocks of something."""
    return (para(value),)


def part(title: str, *blocks: Block, tone: str = "") -> Part:
    """A tab, a card, a side."""
    return Part(AT, "", words(title), blocks, tone)


def choice(name: str, value: str, right: bool = False, feedback: str = "", last: bool = False) -> Choice:
    """An answer to choose."""
    return Choice(AT, name, said(value), right, said(feedback) if feedback else (), last)


YOU: dict[str, Any] = {
    "span": AT,
    "author": "You",
    "handle": "",
    "when": "9:44",
    "likes": None,
    "verdict": "",
}


def post(
    network: str, author: str, handle: str, when: str, likes: int | None, verdict: str, text: Sequence[Block]
) -> Post:
    """A post somebody might have written."""
    return Post(
        span=AT,
        network=network,
        author=author,
        handle=handle,
        when=when,
        likes=likes,
        verdict=verdict,
        blocks=tuple(text),
    )


def asks(name: str, stem: str | Block, **more: Any) -> dict[str, Any]:
    """The fields all questions have."""
    boxes = {
        key: more.pop(key)
        for key in ("hints", "correct", "incorrect", "partial", "explain", "model")
        if key in more
    }
    blocks = said(stem) if isinstance(stem, str) else (stem,)
    return {"span": AT, "id": name, "stem": blocks, "boxes": Boxes(AT, **boxes), **more}


def module(*blocks: Block, **more: Any) -> Module:
    """A module of one page."""
    page = Page(AT, "p", words("A page"), blocks)
    fields = {"id": "m", "title": "A module", "language": "en", "folder": "m", **more}
    return Module(span=AT, **{"lessons": (Lesson(AT, "l", (), (page,)),), **fields})


def media_of(module: Module) -> Mapping[str, Media]:
    """Something known of each file a module asks for."""
    return {path: Media(f"{number:064x}"[::-1], 640, 400) for number, path in enumerate(wanted(module), 1)}


def everything(picture: str = "media/desk.svg") -> Module:
    """A module with every kind and every node of plain text."""
    lessons = (
        Lesson(
            AT,
            "lesson-one",
            words("Posting with care"),
            (_first(picture), _text(), _parts(picture), _more(picture)),
        ),
        Lesson(
            AT,
            "lesson-two",
            words("Try it yourself"),
            (_practice(), _longer(), _deciding(), _sorting(picture), _quiz(), _library()),
        ),
    )
    return Module(
        span=AT,
        id="everything",
        title="Social media at work",
        description="How to post, share and reply without risk to people or the company.",
        language="en",
        folder="everything",
        minutes=25,
        lessons=lessons,
        completion=Completion(items=("final",), show=True),
        success=Success((("final", 1.0),), 0.8),
        objectives=tuple(n for n in walk(lessons) if isinstance(n, Objective)),
        terms=tuple(n for n in walk(lessons) if isinstance(n, Term)),
        sources=(SOURCE,),
    )


def _library() -> Page:
    return Page(
        AT,
        "library",
        words("What it rests on"),
        (
            para("Colleagues may talk about pay.", SourceMark(AT, "S08")),
            Law(AT, ("us",), words("Pay is no secret"), said("In public, too."), SOURCE, "2026-11-01", ""),
            AskUs(
                span=AT,
                id="ask",
                title="",
                blocks=said("What was missing?"),
                reader="The press team",
                url="https://ask.example.org/",
                email="ask@example.org",
            ),
            Invite(
                AT,
                "optin",
                "Your choice",
                (),
                (
                    InviteAnswer(AT, said("Yes, tell me more"), said("Good.")),
                    InviteAnswer(AT, said("Not now"), ()),
                ),
            ),
            JobAid(AT, "card", "The A-B-C card", said("Ask, breathe, check.")),
            Cases(
                AT,
                (
                    Sheet(
                        AT,
                        "C01",
                        "The wrong account",
                        "2011",
                        "A charity",
                        "Own it.",
                        True,
                        said("Up for an hour."),
                        (SOURCE,),
                    ),
                ),
            ),
        ),
    )


def _first(picture: str) -> Page:
    return Page(
        AT,
        "why",
        words("The page nobody could open"),
        (
            para("It is Monday, twenty to nine. A customer has a worry, and it ", bold("cannot wait"), "."),
            post(
                "facebook",
                "Devi R.",
                "devi.r",
                "8:40",
                3,
                "",
                said("My new heater smells of smoke. Is it safe to leave it on?"),
            ),
            para(
                "Priya reads it on the bus and wants to help. She cannot. The sign-in code for our page goes to the "
                "phone of a colleague who left in spring. The page stays silent until the afternoon."
            ),
            Heading(AT, 3, words("What you will be able to do"), "goals"),
            Objectives(
                AT,
                said("After this module you can:"),
                (
                    Objective(AT, "o-tell", words("Tell confidential from public information")),
                    Objective(AT, "o-reply", words("Choose the right reply to a hostile comment")),
                    Objective(
                        AT, "o-report", words("Report an incident within a day, even when you are not sure")
                    ),
                ),
            ),
            Callout(
                AT,
                "note",
                words("Good to know"),
                said("You do not use social media? That is fine. Nobody here has to."),
            ),
            Figure(
                AT,
                "",
                Picture(AT, picture, "A desk with a badge, a screen and a plant"),
                said("Badges open doors."),
            ),
        ),
    )


def _text() -> Page:
    rows = (
        ("A journalist calls", "Press office", "1 h"),
        ("A password is visible", "Security desk", "10 min"),
    )
    return Page(
        AT,
        "text",
        words("Plain text, well set"),
        (
            para(
                "A whiteboard photo can break an ",
                link("#nda", "NDA"),
                ". Read ",
                link("https://example.org/policy", "the policy"),
                ", ",
                Emphasis(AT, words("really")),
                ", or write to ",
                link("mailto:press@example.org", "press@example.org"),
                ". Type ",
                Code(AT, "#ad <b>"),
                ", not ",
                Strike(AT, words("#sp")),
                ".",
                FootnoteMark(AT, "ftc", 1),
                " Dear ",
                Variable(AT, "learner.name"),
                ", ",
                Passage(AT, words("Guten Tag"), "de"),
                " and ",
                Passage(AT, words("שלום"), "he"),
                ".",
                LineBreak(AT),
                "A new line",
                LineBreak(AT, True),
                "and a hard one",
                Passage(
                    AT, words(", and inform the works council"), "", Condition((Test("role", ("hr",), ()),))
                ),
                ".",
            ),
            Heading(AT, 3, words("A smaller matter"), "smaller"),
            List(
                AT,
                (
                    Item(AT, said("First point")),
                    Item(AT, (para("Second point"), List(AT, (Item(AT, said("Below it")),)))),
                ),
            ),
            List(AT, (Item(AT, said("Look")), Item(AT, said("Think"))), start=3),
            List(AT, (Item(AT, said("Photo checked"), True), Item(AT, said("Names asked"), False))),
            Heading(AT, 4, words("Who to call")),
            Table(
                AT,
                tuple(Cell(AT, words(h)) for h in ("Situation", "Contact", "Within")),
                tuple(
                    (Cell(AT, words(a)), Cell(AT, words(b)), Cell(AT, words(c), "right")) for a, b, c in rows
                ),
            ),
            Quote(AT, said("Nobody was ever sorry for having waited a minute.")),
            CodeBlock(AT, "Hello <you> & me\nI work for Example Ltd"),
            Divider(AT),
            para("The end."),
            Footnote(AT, "ftc", 1, (para("Section 5 of the ", link("https://example.org/act", "act"), "."),)),
            Conditional(
                AT,
                Condition((Test("role", ("manager", "hr")), Test("region", (), ("us",)))),
                said("You must also record the incident."),
            ),
            Conditional(
                AT, Condition((Test("role", ("manager",)),), otherwise=True), said("Tell your manager.")
            ),
        ),
        optional=True,
    )


def _parts(picture: str) -> Page:
    image = (para(Picture(AT, picture, "A speech bubble")),)
    return Page(
        AT,
        "parts",
        words("Blocks made of parts"),
        (
            Tabs(
                AT,
                "",
                (
                    part("LinkedIn", para("Your profile names Example Ltd.")),
                    part("Instagram", para("Even a private account can be shared.")),
                    part("Mail", para("Write as if everybody could read it.")),
                ),
            ),
            Cards(
                AT,
                "Three questions",
                (
                    part("Think", *image, para("Who will read it?")),
                    part("Ask", para("Write to the press office.")),
                    part("Post", para("Say who you are.")),
                ),
                3,
            ),
            FlipCards(
                AT,
                "",
                (
                    part("Is a like a statement?", para("It can be read as one.")),
                    part("May I use a song?", para("Only with a licence for work.")),
                ),
                2,
            ),
            Compare(
                AT,
                "",
                (
                    part("Do", para("Say that you work for Example Ltd."), tone="good"),
                    part("Don’t", para("Post from a customer’s office."), tone="bad"),
                ),
            ),
            Accordion(
                AT,
                "Questions people ask",
                (
                    part("May I post about my day?", para("Yes, gladly.")),
                    part("And about yours?", para("Ask me first.")),
                ),
            ),
            Steps(
                AT,
                "",
                (
                    said("Stop. Take your hands off the keys."),
                    said("Take a screenshot."),
                    said("Report it to the security desk within the day."),
                ),
            ),
            *(
                Callout(
                    AT,
                    box.lower(),
                    words("Screenshots last") if box == "WARNING" else (),
                    said("A private group is not private. Somebody can always take a picture of the screen."),
                )
                for box in BOXES
            ),
        ),
        layout="wide",
    )


def _more(picture: str) -> Page:
    return Page(
        AT,
        "more",
        words("Pictures, posts and words"),
        (
            Columns(
                AT,
                (60, 40),
                (
                    said("The wider column has more room for what you want to say about it."),
                    said("The narrow one."),
                ),
            ),
            Figure(
                AT,
                "fig-reach",
                Picture(AT, picture, "Reach falls by half after one day", width=80),
                said("Reach of a post over three days."),
                said("The curve starts at 100 percent and drops to 12."),
            ),
            post(
                "linkedin",
                "Kim Doe",
                "kimdoe",
                "2 h",
                12,
                "avoid",
                (para("Can’t wait for the launch of ", bold("Project Falcon"), " next month! #sneakpeek"),),
            ),
            post(
                "instagram",
                "Sam Okoro",
                "sam.okoro",
                "1 d",
                None,
                "fine",
                said("Two weeks of boiler training done. Ask me anything about pressure valves!"),
            ),
            post("", "Lena", "", "", 0, "careful", said("Night shift again.")),
            Message(
                network="WhatsApp",
                blocks=(*said("Is it true?"), Reply(own=True, blocks=said("Ask the press office."), **YOU)),
                **YOU,
            ),
            Video(
                span=AT,
                id="intro",
                title="Why we care",
                src="media/intro.mp4",
                captions="media/intro.vtt",
                seconds=90,
                require=0.9,
                transcript=(para(bold("Kim:"), " Last year a single photo cost us a contract."),),
                poster=picture,
            ),
            Audio(
                span=AT,
                id="",
                title="",
                src="media/call.mp3",
                captions="",
                seconds=30,
                require=0.0,
                transcript=said("The phone rings."),
            ),
            Glossary(
                AT,
                (
                    Term(
                        AT, "nda", "NDA", said("A contract in which people promise to keep something secret.")
                    ),
                    Term(
                        AT,
                        "security-desk",
                        "Security desk",
                        said("The team that handles incidents, day and night."),
                    ),
                ),
            ),
            TrainerNotes(AT, "", said("Allow ten minutes.")),
        ),
        part=2,
    )


def _practice() -> Page:
    return Page(
        AT,
        "practice",
        words("Questions to practise with"),
        (
            ChooseOne(
                **asks(
                    "q-post",
                    "Which of these posts breaks the policy?",
                    points=2,
                    objectives=("o-tell",),
                    hints=(said("One of them tells something nobody outside knows yet."),),
                    explain=(para("See ", link("#nda", "NDA"), "."),),
                    correct=said("Well seen."),
                    incorrect=said("Look at the dates again."),
                ),
                choices=(
                    choice("a", "“Proud of our award!”", feedback="The award is public."),
                    choice(
                        "leak", "“Our new tool goes live on 3 May.”", True, "Right: the date is confidential."
                    ),
                    choice("c", "A link to our careers page"),
                ),
            ),
            ChooseMany(
                **asks(
                    "q-check",
                    "What do you check before posting a photo?",
                    grading="partial",
                    shuffle=True,
                    required=True,
                    partial=said("There is more to look at."),
                ),
                choices=(
                    choice("a", "Faces of other people", True),
                    choice("b", "Screens and whiteboards", True),
                    choice("c", "Number of likes", feedback="Likes come later."),
                    choice("d", "None of the above", last=True),
                ),
            ),
            TrueFalse(
                **asks("q-true", "A licence plate is personal data."),
                choices=(
                    choice("true", "True", True),
                    choice("false", "False", feedback="It leads to the owner."),
                ),
            ),
            ShortAnswer(
                **asks("q-desk", "Who do you call about a leak?"),
                answers=(
                    Answer(AT, "a", True, "Security desk", ()),
                    Answer(
                        AT, "b", False, "Press office", said("They help with journalists, not with leaks.")
                    ),
                ),
                exact=False,
            ),
        ),
    )


def _longer() -> Page:
    return Page(
        AT,
        "longer",
        words("More ways to answer"),
        (
            FillIn(
                **asks(
                    "q-gap",
                    para(
                        "Report it to the ",
                        Gap(AT, ("Security desk", "Security")),
                        " within ",
                        Gap(AT, ("24",)),
                        " hours.",
                    ),
                    grading="partial",
                ),
                bank=(),
                exact=False,
            ),
            FillIn(
                **asks("q-bank", para("Stop, ", Gap(AT, ("think",)), ", then ", Gap(AT, ("ask",)), ".")),
                bank=("ask", "delete", "think"),
                exact=False,
            ),
            Number(
                **asks("q-hours", "How many hours do you have to report an incident?"),
                answers=(
                    NumberAnswer(AT, "a", True, 24, 24, "24", ()),
                    NumberAnswer(AT, "b", False, 72, 72, "72", said("That is the limit for the authority.")),
                ),
                unit="hours",
            ),
            Match(
                **asks("q-contact", "Whom do you turn to?", grading="partial"),
                left_title=words("Situation"),
                right_title=words("Contact"),
                pairs=(
                    Pair(AT, "a", words("A journalist calls"), "ta", ()),
                    Pair(
                        AT,
                        "b",
                        words("A password is visible in a photo"),
                        "tb",
                        said("Passwords go to the security desk."),
                    ),
                ),
                targets=(
                    Target(AT, "ta", words("Press office")),
                    Target(AT, "tb", words("Security desk")),
                    Target(AT, "tc", words("Works council")),
                ),
            ),
            Order(
                **asks("q-steps", "Put the steps in order."),
                steps=(
                    choice("a", "Stop"),
                    choice("b", "Take a screenshot"),
                    choice(
                        "c", "Report it to the security desk, with the screenshot and the address of the post"
                    ),
                ),
            ),
            Reflect(
                **asks(
                    "q-reflect",
                    "Describe a post you would no longer write. What changed?",
                    model=said("A good answer names the person or secret at risk."),
                ),
                min_words=20,
            ),
            Acknowledge(
                **asks("policy", "I confirm for Example Ltd:", required=True),
                statements=(
                    choice("a", "I have read the social media policy."),
                    choice("b", "I know that breaches can have consequences."),
                ),
            ),
        ),
    )


def _deciding() -> Page:
    tell = Decision(AT, story.Choice("a", "told", 10), words("Tell the service team"), said("Well done."))
    wait = Decision(AT, story.Choice("b", "late"), words("Wait"), ())
    return Page(
        AT,
        "deciding",
        words("Deciding"),
        (
            Scenario(
                **asks("angry-comment", "You work in sales."),
                scenes=(
                    Scene(AT, story.Scene("start"), words("A comment"), (para("Again!"),), (tell, wait), 90),
                    Scene(AT, story.Scene("told", end="good"), words("Solved"), (para("Thanks."),), (), None),
                    Scene(AT, story.Scene("late", end="bad"), words("Too late"), (para("Oh."),), (), None),
                ),
                debrief=(para("Who is angry wants to be heard."),),
                debrief_title=words("Debrief"),
                accepted=(),
                sound=True,
            ),
        ),
    )


def _sorting(picture: str) -> Page:
    return Page(
        AT,
        "sorting",
        words("What belongs where"),
        (
            Sort(
                **asks("q-bins", "Where does each post belong?", grading="partial"),
                groups=(
                    Group(AT, "ta", words("Post it"), ("a",)),
                    Group(AT, "tb", words("Ask first"), ("b",)),
                ),
                things=(
                    choice("a", "A photo of your own lunch"),
                    choice("b", "A photo of a customer", feedback="Customers must agree in writing."),
                ),
            ),
            Rate(
                **asks("q-sure", "Thinking of last week:"),
                statements=(choice("a", "I know whom to call."), choice("b", "I speak up.")),
                scale=(Option("1", ""), Option("2", "")),
                words="yes-no",
            ),
            Hotspot(
                **asks("q-photo", "Mark what must not be in the picture."),
                choices=(choice("a", "Badge", True, "Badges open doors."), choice("b", "Plant")),
                choose=1,
                places=Places(
                    AT,
                    Picture(AT, picture, "A desk with a badge and a plant"),
                    (Region(AT, "a", True, 20, 50, 20, 20), Region(AT, "b", False, 80, 50, 10)),
                    60,
                ),
            ),
            Spot(
                **asks("q-falcon", "What should Kim leave out?"),
                choices=(choice("a", "“next month”", True), choice("b", "“all”")),
                post=(
                    post(
                        "",
                        "Kim Doe",
                        "",
                        "",
                        None,
                        "",
                        (
                            para(
                                "It is ",
                                Tied(AT, words("next month"), "q-falcon", "a"),
                                "! Thanks to ",
                                Tied(AT, words("all"), "q-falcon", "b"),
                            ),
                        ),
                    ),
                ),
            ),
        ),
    )


def _quiz() -> Page:
    questions = (
        TrueFalse(
            **asks("p-one", "Deleted posts are gone for good."),
            choices=(choice("true", "True"), choice("false", "False", True)),
        ),
        ChooseOne(
            **asks("p-two", "A friend asks you about a launch date. What do you say?"),
            choices=(
                choice("a", "The date, but only to her"),
                choice("b", "That you cannot say", True),
                choice("c", "A wrong date"),
            ),
        ),
    )
    return Page(
        AT,
        "check",
        words("Final check"),
        (
            Quiz(
                span=AT,
                id="final",
                title="What have you learned?",
                blocks=(
                    para("Take your time. You have three tries."),
                    Pool(span=AT, id="p-all", blocks=questions),
                ),
                pass_mark=0.8,
                attempts=3,
                shuffle=True,
            ),
        ),
    )
