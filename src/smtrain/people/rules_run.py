"""What can be wrong with a run: beside the roster and the rules, the ledger, completions, and files for an LMS."""

from smtrain.diagnostics import rule

SHRANK = rule(
    "SM950",
    "roster-that-shrank",
    """
    The roster has far fewer people than the last time. Mostly an export went wrong, and everyone who is not
    in it would seem to have left. Nothing is written.

    If so many have really left, say so with `--accept-drop`; `max_drop` in the rules file sets the limit.

    Bad in january.csv::

        id,username
        000417,ana
        000418,ben

    Bad in february.csv::

        id,username
        000417,ana

    Bad::

        $ smtrain assign january.csv --as-of 2026-01-01 --out out
        $ smtrain assign february.csv --as-of 2026-02-01 --out out

    Good in january.csv::

        id,username
        000417,ana
        000418,ben

    Good in february.csv::

        id,username
        000417,ana
        000419,cy

    Good::

        $ smtrain assign january.csv --as-of 2026-01-01 --out out
        $ smtrain assign february.csv --as-of 2026-02-01 --out out
    """,
)
REMOVALS = rule(
    "SM951",
    "too-many-withdrawals",
    """
    This run would withdraw far more tracks than usual. Mostly a rule was changed by mistake. Nothing is written.

    If it is meant, say so with `--accept-drop`; `max_removals` in the rules file sets the limit.

    Bad in new-rules.yaml::

        version: 1
        tracks: {other: {}}
        rules: [{id: everyone, assign: other}]

    Bad::

        $ smtrain assign roster.csv --as-of 2026-01-01 --out out
        $ smtrain assign roster.csv --as-of 2026-02-01 --out out --rules new-rules.yaml

    Good in new-rules.yaml::

        version: 1
        max_removals: 100%
        tracks: {other: {}}
        rules: [{id: everyone, assign: other}]

    Good::

        $ smtrain assign roster.csv --as-of 2026-01-01 --out out
        $ smtrain assign roster.csv --as-of 2026-02-01 --out out --rules new-rules.yaml
    """,
)
BROKEN_LEDGER = rule(
    "SM952",
    "damaged-ledger",
    """
    The ledger is not as the last run left it, so due dates and leavers cannot be known. It is not touched.

    Take it back from a backup; spreadsheets change ids and dates when they save a CSV.

    Bad in ledger.csv::

        id;track;level
        417;basics;mandatory

    Bad::

        $ smtrain assign roster.csv --ledger ledger.csv

    Good::

        $ smtrain assign roster.csv --as-of 2026-01-01 --out out
        $ smtrain assign roster.csv --as-of 2026-02-01 --ledger out/ledger.csv
    """,
)
OLDER = rule(
    "SM953",
    "run-before-the-last-one",
    """
    The day of this run lies before that of the ledger, so what happened since would be undone.

    Bad::

        $ smtrain assign roster.csv --as-of 2026-02-01 --out out
        $ smtrain assign roster.csv --as-of 2026-01-01 --out out

    Good::

        $ smtrain assign roster.csv --as-of 2026-01-01 --out out
        $ smtrain assign roster.csv --as-of 2026-02-01 --out out
    """,
)
COMPLETION = rule(
    "SM954",
    "completion-that-cannot-be-used",
    """
    A line of the completions has no id, no track of the rules file, or no day. It is left out.

    Bad in completed.csv::

        id,track,completed_on
        000417,basic,2026-01-10

    Bad::

        $ smtrain assign roster.csv --completed completed.csv

    Good in completed.csv::

        id,track,completed_on
        000417,basics,2026-01-10

    Good::

        $ smtrain assign roster.csv --completed completed.csv
    """,
)
NAME_REFUSED = rule(
    "SM960",
    "id-that-an-lms-misreads",
    """
    The LMS reads this id as something else. Moodle takes a cohort of digits for a number in its database, and
    divides its flat file at every comma or semicolon.

    Bad in assignment.yaml::

        version: 1
        tracks: {basics: {lms: {moodle: {cohort: "2026"}}}}
        rules: [{id: everyone, assign: basics}]

    Bad::

        $ smtrain assign roster.csv --lms moodle

    Good in assignment.yaml::

        version: 1
        tracks: {basics: {lms: {moodle: {cohort: basics-2026}}}}
        rules: [{id: everyone, assign: basics}]

    Good::

        $ smtrain assign roster.csv --lms moodle
    """,
)
LACKS = rule(
    "SM961",
    "person-unknown-to-an-lms",
    """
    The LMS knows people by something that the roster does not have for this person. They are left out of its file.

    Bad in roster.csv::

        id,username,email
        000417,,ana@example.com

    Bad::

        $ smtrain assign roster.csv --lms moodle

    Good in roster.csv::

        id,username,email
        000417,ana,ana@example.com

    Good::

        $ smtrain assign roster.csv --lms moodle
    """,
)
TEMPLATE = rule(
    "SM962",
    "template-that-cannot-be-filled",
    """
    The template's header row lacks a column for the person or for the training, or none of its names is known.

    Say what its columns mean: `lms: {absorb: {columns: {"Their name": id}}}`.

    Bad in template.csv::

        Person,Thing
        ,

    Bad::

        $ smtrain assign roster.csv --lms absorb --template template.csv

    Good in template.csv::

        User ID,Course ID
        ,

    Good::

        $ smtrain assign roster.csv --lms absorb --template template.csv
    """,
)
