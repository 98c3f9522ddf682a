"""What can be wrong with the form of a Markdown file."""

from smtrain.diagnostics import rule

CROSSING_BLOCK = rule(
    "SM100",
    "block-crossing-its-container",
    """
    A block that begins inside a list item or a quote has to end there, and one that begins outside
    cannot end inside.

    Indent the closing `:::` like the opening one.

    Bad::

        ## Page

        - An item

          ::: steps

          1. First

        :::

    Good::

        ## Page

        - An item

          ::: steps

          1. First

          :::
    """,
)
UNCLOSED_BLOCK = rule(
    "SM101",
    "unclosed-block",
    """
    A block is opened and never closed, so nobody can tell where it ends.

    smtrain never closes a block by guess: a quiz that swallows the next page is worse than an error.

    Bad::

        ## Page

        ::: steps

        1. Stop
        2. Think

    Good::

        ## Page

        ::: steps

        1. Stop
        2. Think

        :::
    """,
)
STRAY_CLOSER = rule(
    "SM102",
    "closer-without-block",
    """
    A line `:::` closes a block, but no block is open here.

    Bad::

        ## Page

        Text.

        :::

    Good::

        ## Page

        Text.
    """,
)
NAMELESS_BLOCK = rule(
    "SM103",
    "block-without-name",
    """
    An opening line needs the name of the block right after its colons.

    Bad::

        ## Page

        ::: {columns=2}

        ### One

        Text.

        :::

    Good::

        ## Page

        ::: cards {columns=2}

        ### One

        Text.

        :::
    """,
)
COLON_MISMATCH = rule(
    "SM104",
    "unequal-colons",
    """
    The line that closes a block has another number of colons than the line that opened it.

    More colons outside are allowed, to make nesting easy to see; then both lines must have them.

    Bad::

        ## Page

        :::: steps

        1. Stop

        :::

    Good::

        ## Page

        :::: steps

        1. Stop

        ::::
    """,
)
STRAY_ATTRIBUTES = rule(
    "SM107",
    "attributes-out-of-place",
    """
    Attributes stand where they belong to nothing, and learners would see them as text.

    They belong at the end of a block's opening line, of a heading, or of the first line of a list
    item, after a space; or directly after a picture or `[text]`, without a space.

    Bad::

        ## Page

        Report it [within a day] {lang=en}.

    Good::

        ## Page

        Report it [within a day]{lang=en}.
    """,
)
UNCLOSED_COMMENT = rule(
    "SM108",
    "unclosed-comment",
    """
    A comment is opened with `<!--` and not closed with `-->`.

    A comment inside a paragraph has to end in the same paragraph; one that begins its own line may
    go on over several.

    Bad::

        ## Page

        <!-- Ask Kim about this

        Text.

    Good::

        ## Page

        <!-- Ask Kim about this -->

        Text.
    """,
)
MALFORMED_VARIABLE = rule(
    "SM109",
    "malformed-variable",
    """
    Two opening braces begin a variable, but no proper name and two closing braces follow.

    Names are words joined by dots. Write a backslash before the braces to show them as text.

    Bad::

        ## Page

        Write to {{ press email }}.

    Good::

        ## Page

        Write \\{{ like this.
    """,
)
RAW_HTML = rule(
    "SM110",
    "raw-html",
    """
    HTML in the text would bypass every check and may break in an LMS.

    Use the Markdown for it, or put the tag in backticks to show it as text.

    Bad::

        ## Page

        Press <b>Send</b>.

    Good::

        ## Page

        Press **Send**, which is `<b>` in HTML.
    """,
)
UNDERLINED_HEADING = rule(
    "SM111",
    "underlined-heading",
    """
    Text underlined with `---` or `===` could be a heading or a page break.

    Write headings with `#`, and put a blank line before a page break.

    Bad::

        ## Page

        Why it matters
        ---

        Text.

    Good::

        ## Page

        ### Why it matters

        Text.
    """,
)
MALFORMED_IGNORE = rule(
    "SM119",
    "malformed-ignore",
    """
    A remark that silences a finding needs the code of the finding and a reason.

    Bad::

        ## Page

        <!-- smtrain: ignore SM405 -->

        ![Logo](media/team.png)

    Good::

        ## Page

        <!-- smtrain: ignore SM405 because the logo has no words -->

        ![team.png](media/team.png)
    """,
)
TOO_DEEP = rule(
    "SM120",
    "nested-too-deep",
    """
    Lists, quotes, blocks or marks are nested so deep that no learner could follow.

    Bad::

        ## Page

        >>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>> deep

    Good::

        ## Page

        > > not so deep
    """,
)
MALFORMED_BOX = rule(
    "SM122",
    "malformed-box",
    """
    The kind of a box, such as `[!NOTE]`, stands alone on the first line of the quote.

    Bad::

        ## Page

        > [!NOTE] A private group is not private.

    Good::

        ## Page

        > [!NOTE]
        > A private group is not private.
    """,
)
MALFORMED_TICK = rule(
    "SM301",
    "malformed-tick-box",
    """
    A tick box is three characters and a space: `[x] ` for right, `[ ] ` for wrong.

    Bad::

        ## Page

        ::: choose-one {#q1}

        Which one?

        - [x]This one
        - [ ] That one

        :::

    Good::

        ## Page

        ::: choose-one {#q1}

        Which one?

        - [x] This one
        - [ ] That one

        :::
    """,
)
CHOICE_LIKE_LIST = rule(
    "SM303",
    "choice-that-starts-like-a-list",
    """
    A choice that begins with a number and a full stop, or with a dash, reads as a list of its own.

    Write a backslash before the sign.

    Bad::

        ## Page

        ::: choose-one {#q1}

        When do we launch?

        - [x] 3. May
        - [ ] June

        :::

    Good::

        ## Page

        ::: choose-one {#q1}

        When do we launch?

        - [x] 3\\. May
        - [ ] June

        :::
    """,
)
BROKEN_LINK = rule(
    "SM126",
    "link-that-is-none",
    """
    Text is written like a link or a picture, but its target cannot be read, so learners would see brackets.

    A target has no spaces, or stands between `<` and `>`.

    Bad::

        ## Page

        ![Three colleagues around one laptop](media/our team.png)

    Good::

        ## Page

        ![Three colleagues around one laptop](media/team.png)
    """,
)
UNCLOSED_CODE = rule(
    "SM127",
    "unclosed-code",
    """
    Lines of code begin with three backticks and never end, so all that follows would be shown as code.

    Bad::

        ## Page

        ```
        #fromthehive

        Use it in every post.

    Good::

        ## Page

        ```
        #fromthehive
        ```

        Use it in every post.
    """,
)
MISSING_FOOTNOTE = rule(
    "SM214",
    "footnote-without-text",
    """
    A footnote is marked in the text, but its own text is nowhere in the file.

    Bad::

        ## Page

        Half of staff post about work.[^survey]

    Good::

        ## Page

        Half of staff post about work.[^survey]

        [^survey]: A survey in fifteen countries.
    """,
)
