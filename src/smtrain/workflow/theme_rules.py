"""What can be wrong with a company's look: its colours, its logo, its fonts."""

from __future__ import annotations

from smtrain.diagnostics import rule

UNKNOWN_THEME = rule(
    "SM480",
    "unknown-theme",
    """
    No theme of this name comes with smtrain. A look of your own is written as settings under `theme:`.

    Bad::

        ---
        id: example
        title: Example
        language: en
        theme: habour
        ---

        ## Page

        Text.

    Good::

        ---
        id: example
        title: Example
        language: en
        theme: harbour
        ---

        ## Page

        Text.
    """,
)
WEAK_COLOUR = rule(
    "SM481",
    "weak-theme-colour",
    """
    A colour is too near to the ground to be read as text. The package takes the nearest colour that can be.

    Links, labels and the focus have the colour `accent`. A bright colour of the company can still be that
    of the main button and of the bar on top: words on them are black or white, whichever can be read.

    Bad::

        ---
        id: example
        title: Example
        language: en
        theme: {accent: "#ffc400"}
        ---

        ## Page

        Text.

    Good::

        ---
        id: example
        title: Example
        language: en
        theme: {accent: "#6b5000", button: "#ffc400"}
        ---

        ## Page

        Text.

    Source: WCAG 2.2, 1.4.3 (text has a contrast of 4.5:1).
    """,
    "warning",
)
DARK_GROUND = rule(
    "SM482",
    "dark-theme-ground",
    """
    The ground of the page is too dark for the light scheme. The package takes the nearest that is not.

    There must be room for text, grey text, links, and the colours for right and wrong. Learners who prefer
    dark pages get a dark scheme anyway; it is derived.

    Bad::

        ---
        id: example
        title: Example
        language: en
        theme: {paper: "#9aa5b1"}
        ---

        ## Page

        Text.

    Good::

        ---
        id: example
        title: Example
        language: en
        theme: {paper: "#f1f4f7"}
        ---

        ## Page

        Text.
    """,
    "warning",
)
MISSING_THEME_FILE = rule(
    "SM483",
    "missing-theme-file",
    """
    A logo or font is not where the theme says, or lies outside the course's folder.

    Paths begin in the folder of the file that names them: `course.yaml` or `module.md`.

    Bad::

        ---
        id: example
        title: Example
        language: en
        theme: {logo: media/taem.svg, logo-alt: Example Ltd}
        ---

        ## Page

        Text.

    Good::

        ---
        id: example
        title: Example
        language: en
        theme: {logo: media/team.svg, logo-alt: Example Ltd}
        ---

        ## Page

        Text.
    """,
)
WRONG_THEME_FILE = rule(
    "SM484",
    "theme-file-of-another-type",
    """
    A logo is SVG, PNG, JPEG, WebP or GIF; a font is WOFF2 or WOFF. What is in a file counts, not its name.

    Bad::

        ---
        id: example
        title: Example
        language: en
        theme: {font: {file: fonts/brand.woff2}}
        ---

        ## Page

        Text.

    Bad in fonts/brand.woff2::

        OTTO, which is how another type of font begins

    Good::

        ---
        id: example
        title: Example
        language: en
        theme: {font: {file: fonts/brand.woff2}}
        ---

        ## Page

        Text.

    Good in fonts/brand.woff2::

        wOF2, which is how this type begins
    """,
)
LOGO_WITHOUT_WORDS = rule(
    "SM485",
    "logo-without-words",
    """
    A logo needs words for those who cannot see it. The name of the company is enough.

    Bad::

        ---
        id: example
        title: Example
        language: en
        theme: {logo: media/team.svg}
        ---

        ## Page

        Text.

    Good::

        ---
        id: example
        title: Example
        language: en
        theme: {logo: media/team.svg, logo-alt: Example Ltd}
        ---

        ## Page

        Text.

    Source: WCAG 2.2, 1.1.1.
    """,
)
LARGE_THEME_FILE = rule(
    "SM486",
    "large-theme-file",
    """
    A logo or font has more than 100 KB, and every learner loads it before anything looks right.

    Most fonts hold letters of many languages. A subset with those of yours is often a tenth of the size.

    Bad::

        ---
        id: example
        title: Example
        language: en
        theme: {font: {file: media/large.woff2}}
        ---

        ## Page

        Text.

    Good::

        ---
        id: example
        title: Example
        language: en
        theme: {font: humanist}
        ---

        ## Page

        Text.
    """,
    "warning",
)
LOGO_WITHOUT_SIZE = rule(
    "SM487",
    "logo-without-size",
    """
    The file of a logo does not say how wide and high it is, so its room cannot be kept until it is there.

    Bad::

        ---
        id: example
        title: Example
        language: en
        theme: {logo: media/logo.svg, logo-alt: Example Ltd}
        ---

        ## Page

        Text.

    Bad in media/logo.svg::

        <svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h40v10H0z"/></svg>

    Good::

        ---
        id: example
        title: Example
        language: en
        theme: {logo: media/logo.svg, logo-alt: Example Ltd}
        ---

        ## Page

        Text.

    Good in media/logo.svg::

        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><path d="M0 0h40v10H0z"/></svg>
    """,
)
NO_LOGO = rule(
    "SM488",
    "logo-setting-without-logo",
    """
    The theme describes a logo, or has one for dark grounds, but no `logo` for light ones: none is shown.

    Bad::

        ---
        id: example
        title: Example
        language: en
        theme: {logo-dark: media/team.svg, logo-alt: Example Ltd}
        ---

        ## Page

        Text.

    Good::

        ---
        id: example
        title: Example
        language: en
        theme: {logo: media/team.png, logo-dark: media/team.svg, logo-alt: Example Ltd}
        ---

        ## Page

        Text.
    """,
)
