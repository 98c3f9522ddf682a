"""What advice knows of English: jargon, common words, words that leave no room."""

from __future__ import annotations


def is_english(language: str) -> bool:
    """Whether a language is English, of whatever country."""
    return language.partition("-")[0].lower() == "en"


JARGON = {
    "actionable": "that you can act on",
    "best-in-class": "very good",
    "best of breed": "very good",
    "boil the ocean": "do everything at once",
    "circle back": "come back to it",
    "commenc*": "begin",
    "deep dive": "close look",
    "ecosystem*": "",
    "facilitat*": "help",
    "game changer*": "",
    "game-changer*": "",
    "going forward": "from now on",
    "guru*": "expert",
    "holistic*": "as a whole",
    "impactful": "that works",
    "in order to": "to",
    "in the event that": "if",
    "incentivi*": "encourage",
    "key learnings": "what we learned",
    "learnings": "what we learned",
    "leverag*": "use",
    "low-hanging fruit*": "easy first steps",
    "manpower": "people",
    "move the needle": "make a difference",
    "ninja*": "expert",
    "normal user*": "users",
    "paradigm*": "",
    "prior to": "before",
    "synerg*": "",
    "think outside the box": "",
    "thought leader*": "expert",
    "touch base": "talk",
    "utilis*": "use",
    "utiliz*": "use",
    "value-add*": "",
    "viral": "spread fast",
}
"""Words to avoid, each with what to say instead, "" where it depends. A `*` stands for any ending."""

COMMON = frozenset(
    """
    a able about after again all also always amazing an and another any are around art as ask at away baby back
    bad bank be beach beauty because been before behind best better big birthday black blue board body book boss
    boy brand break bring build bus business but buy by call can car care career change charity check child
    children christmas city class clean climate club code coffee come coming community company cook cool
    country course creative cup customer cute cycle dad data date day days dear design did digital dinner do
    does dog done door down dream drink drive each early earth east easter eat energy english even event ever
    every everyone eye face fact fair family fan fashion fast father feel festival few film find first fish
    fit food foot football for forward free fresh friday friend friends from front full fun future game
    garden get gift girl give go goal going gold good great green group grow guide had hair half hand happy hard
    has have he head health hear heart help her here high hire hiring his history holiday home hope hot hour
    house how i idea ideas if in inside inspiration into is it its job jobs join joy just keep kids kind king
    kitchen know land last late launch law leader leadership leads learn learning left let life light like
    line little live living local long look lot love lunch made make making man many march market marketing
    may me media meet men mental mind moment monday money month more morning most mother motivation much music
    must my name national nature near need never new news next nice night no north not nothing now of off
    office old on one online only open or other our out over own page paid paper parents park part party past
    pay people pet photo pick picture pink place plan play please point policy post power press product
    project proud put question quick read ready real red remote rest right road room run safe safety sale
    sales same saturday save say school science sea season see sell send service share she shop show sick side
    sister sky sleep small smart sneak peek so social some someone song soon south space speak sport spring
    staff star start stay step still stop store story street strong student style success such summer sun
    sunday super support sure sweet table take talent talk taste teach teacher team teams tech tell thank
    thanks that the their them then there these they thing things think this thought throw thursday time times
    tip tips to today together tomorrow too top town trade train training travel tree trip true try tuesday
    turn two under up us use very video view virtual visit voice volunteer vote wait walk want war was watch
    water way we wear weather web wedding wednesday week weekend well were west what when where which while
    white who why wife wild will win wind wine winter wish with woman women wonder word work worker working
    workplace works world would write year years yes yet you young your youth
    somewhere something everything anything anyone someone everybody anybody nobody everywhere anywhere
    inside outside into without within today tonight weekday football background backstage throwback
    instagram linkedin facebook youtube teamwork homework network newsletter breakfast feedback
    """.split()
)
"""Common words and a few compounds, for hashtags: what is a word itself is not taken apart."""
