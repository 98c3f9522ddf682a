"""What can be wrong where a text uses the course's library: its sources, its cases and its terms."""

from smtrain.diagnostics import rule

UNKNOWN_SOURCE = rule(
    "SM221",
    "unknown-source",
    r"""
    A text names a source that `sources.yaml` does not have, so nobody could look it up.

    `sources.yaml` stands beside `course.yaml`. Brackets that are meant as text need a backslash: `\[@…]`.

    Bad in sources.yaml::

        S08: {title: Staff and social media, checked: 2026-11-01}

    Bad in module.md::

        ## Page

        Colleagues may talk about pay.[@S80]

    Good in sources.yaml::

        S08: {title: Staff and social media, checked: 2026-11-01}

    Good in module.md::

        ## Page

        Colleagues may talk about pay.[@S08]
    """,
)
SOURCE_IN_TITLE = rule(
    "SM225",
    "source-in-a-title",
    """
    The title of a page or lesson names a source. Titles stand in the menu as well, where a note cannot.

    Bad in sources.yaml::

        S08: {title: Staff and social media, checked: 2026-11-01}

    Bad in module.md::

        ## Pay [@S08] {#pay}

        Colleagues may talk about pay.

    Good in sources.yaml::

        S08: {title: Staff and social media, checked: 2026-11-01}

    Good in module.md::

        ## Pay {#pay}

        Colleagues may talk about pay.[@S08]
    """,
)
UNKNOWN_CASE = rule(
    "SM226",
    "unknown-case",
    """
    A module shows a case that the course does not have.

    A case is a file in the folder `cases` beside the modules, named by its id.

    Bad in cases/C01.md::

        ---
        id: C01
        title: A tweet from the wrong account
        ---

        It stood there for an hour.

    Bad in module.md::

        ## Page

        ::: case {id=C10}

        :::

    Good in cases/C01.md::

        ---
        id: C01
        title: A tweet from the wrong account
        ---

        It stood there for an hour.

    Good in module.md::

        ## Page

        ::: case {id=C01}

        :::
    """,
)
NO_CASE_FITS = rule(
    "SM227",
    "case-block-that-nothing-fits",
    """
    A module asks for cases of a department, region or tag, and there is none.

    Bad in cases/C01.md::

        ---
        id: C01
        title: A tweet from the wrong account
        dept: [sales]
        ---

        It stood there for an hour.

    Bad in module.md::

        ## Page

        ::: case {dept=hr}

        :::

    Good in cases/C01.md::

        ---
        id: C01
        title: A tweet from the wrong account
        dept: [sales]
        ---

        It stood there for an hour.

    Good in module.md::

        ## Page

        ::: case {dept=sales}

        :::
    """,
)
UNKNOWN_TERM = rule(
    "SM231",
    "unknown-term",
    """
    A module shows a term that the course's glossary does not have.

    The glossary is the file `glossary.md` beside `course.yaml`: a heading with an id for each term.

    Bad in glossary.md::

        ## NDA {#nda}

        A contract in which people promise to keep something secret.

    Bad in module.md::

        ## Page

        ::: glossary {terms=ndas}

        :::

    Good in glossary.md::

        ## NDA {#nda}

        A contract in which people promise to keep something secret.

    Good in module.md::

        ## Page

        ::: glossary {terms=nda}

        :::
    """,
)
