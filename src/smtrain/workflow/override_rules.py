"""What can be wrong in the folder `templates/` of a course, which replaces parts of the learner's side."""

from __future__ import annotations

from smtrain.diagnostics import rule

OVERRIDE_OF_NOTHING = rule(
    "SM490",
    "override-of-nothing",
    """
    A file in `templates/` replaces the template of the same path. There is none of this path.

    Also `theme.css` is read, which comes after the stylesheet, and `messages/<language>.json`.

    Bad in templates/page/results.html::

        <section class="page">Well done.</section>

    Good in templates/theme.css::

        h2 { font-weight: 800 }
    """,
)
BROKEN_TEMPLATE = rule(
    "SM491",
    "broken-template",
    """
    A template cannot be read: something in double braces, or in braces with %, is not as Jinja has it.

    Bad in templates/page/titled.html::

        {% if block.title %}
        <p class="block-title">{{ block.title }</p>
        {% endif %}
        {% block body required %}{% endblock %}

    Good in templates/page/titled.html::

        {% if block.title %}
        <p class="block-title">{{ block.title }}</p>
        {% endif %}
        {% block body required %}{% endblock %}
    """,
)
FAILING_TEMPLATE = rule(
    "SM492",
    "failing-template",
    """
    A template stops while a page is made: it uses a name that is not there, or one that is not allowed.

    Templates run in a sandbox: they see what they are given, and nothing of the machine.

    Bad in templates/kinds/callout/callout.html::

        <div class="callout tint">{{ write.blocks(blok.blocks) }}</div>

    Bad in example/module.md::

        ---
        id: example
        title: Example
        language: en
        ---

        ## Page

        > [!TIP]
        > Look at the edges of a picture.

    Good in templates/kinds/callout/callout.html::

        <div class="callout tint">{{ write.blocks(block.blocks) }}</div>

    Good in example/module.md::

        ---
        id: example
        title: Example
        language: en
        ---

        ## Page

        > [!TIP]
        > Look at the edges of a picture.
    """,
)
BROKEN_MESSAGES = rule(
    "SM493",
    "broken-messages",
    """
    A file of words is not JSON with one text for each key, has a key that nothing says, or a text with a
    value in braces that is not known there.

    Bad in templates/messages/en.json::

        {"page.nxet": "On we go"}

    Good in templates/messages/en.json::

        {"page.next": "On we go"}
    """,
)
REACHING_OVERRIDE = rule(
    "SM494",
    "override-that-reaches-out",
    """
    A style or a page loads something from elsewhere, or has a script of its own.

    A package asks no one but the server it lies on, and many systems forbid scripts in pages.

    Bad in templates/theme.css::

        @import url("https://fonts.example.org/brand.css");

    Good in templates/theme.css::

        h2 { letter-spacing: -0.02em }
    """,
)
LOST_HOOKS = rule(
    "SM495",
    "template-without-its-hooks",
    """
    A template lacks an id or a `data-` attribute that the one it replaces has. The player looks for it.

    Without it something may be dead: a button, a score, a message.

    Bad in templates/kinds/short-answer/short-answer.html::

        {% extends "page/question.html" %}
        {% block controls %}
        <input type="text" aria-labelledby="{{ block.id }}-stem">
        {% endblock %}

    Good in templates/kinds/short-answer/short-answer.html::

        {% extends "page/question.html" %}
        {% block controls %}
        <input type="text" data-gap="0" aria-labelledby="{{ block.id }}-stem">
        {% for answer in block.answers if answer.feedback %}
        <div data-feedback="{{ answer.id }}" hidden>{{ write.inside(answer.feedback) }}</div>
        {% endfor %}
        {% endblock %}
    """,
    "warning",
)
