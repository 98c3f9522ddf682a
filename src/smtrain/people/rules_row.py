"""What can be wrong with a row of a roster. It concerns that row alone: the others are used."""

from smtrain.diagnostics import rule

CELLS = rule(
    "SM911",
    "row-with-another-number-of-cells",
    """
    The row has fewer or more cells than the header, so nobody can say which cell belongs to which column.

    Mostly a delimiter or a quotation mark inside a text is not quoted. The row is left out and listed.

    Bad in roster.csv::

        id,username,email,department
        000417,ana,ana@example.com,Care, Night shift

    Good in roster.csv::

        id,username,email,department
        000417,ana,ana@example.com,"Care, Night shift"
    """,
)
MISSING_ID = rule(
    "SM912",
    "row-without-id",
    """
    The row has no id, so nobody can say whose it is. It is left out and listed.

    Bad in roster.csv::

        id,username,email
        ,ana,ana@example.com

    Good in roster.csv::

        id,username,email
        000417,ana,ana@example.com
    """,
)
DAMAGED_ID = rule(
    "SM913",
    "damaged-id",
    """
    A spreadsheet has turned the id into a number: digits are lost, and nobody can bring them back.

    Export the roster again with the id as text. The row is left out and listed.

    Bad in roster.csv::

        id,username
        1.23E+05,ana

    Good in roster.csv::

        id,username
        000417,ana
    """,
)
NUMERIC_ID = rule(
    "SM914",
    "ids-that-may-have-lost-zeros",
    """
    Ids are numbers here, or shorter than others with zeros in front: zeros may be lost.

    Ids are text. If all have the same number of digits, declare it: `roster: {id_width: 6}` fills them up.

    Bad in roster.csv::

        id,username
        000418,ben
        417,ana

    Good in roster.csv::

        id,username
        000418,ben
        000417,ana
    """,
    "warning",
)
SAME_ID = rule(
    "SM915",
    "id-of-two-people",
    """
    Two rows have the same id and are different people, or differ in a way that cannot be put together.

    All rows with this id are left out and listed; what was assigned before stays as it is.

    Bad in roster.csv::

        id,username,given
        000417,ana,Ana
        000417,ben,Ben

    Good in roster.csv::

        id,username,given
        000417,ana,Ana
        000418,ben,Ben
    """,
)
SAME_ROW = rule(
    "SM916",
    "repeated-row",
    """
    Two rows say the same of the same person. One is enough.

    Bad in roster.csv::

        id,username
        000417,ana
        000417,ana

    Good in roster.csv::

        id,username
        000417,ana
    """,
    "warning",
)
SAME_EMAIL = rule(
    "SM917",
    "e-mail-of-two-people",
    """
    Two people have the same e-mail address. Both are kept: smtrain never makes one person of two.

    Many learning systems want an address of their own for each.

    Bad in roster.csv::

        id,username,email
        000417,ana,care@example.com
        000418,ben,Care@example.com

    Good in roster.csv::

        id,username,email
        000417,ana,ana@example.com
        000418,ben,ben@example.com
    """,
    "warning",
)
NO_LOGIN = rule(
    "SM918",
    "person-without-login",
    """
    The row has neither a login nor an e-mail address, so no learning system would know the person.

    Bad in roster.csv::

        id,username,email
        000417,,

    Good in roster.csv::

        id,username,email
        000417,ana,
    """,
)
AMBIGUOUS_DATE = rule(
    "SM919",
    "ambiguous-date",
    """
    The date can be read in two ways: 03/04/2026 is in March or in April. The field is left empty.

    Declare how dates are written: `roster: {date_format: DD/MM/YYYY}`.

    Bad in roster.csv::

        id,username,hire date
        000417,ana,03/04/2026

    Bad in assignment.yaml::

        version: 1
        tracks: {basics: {due: {days: 30, from: hire_date}}}
        rules: [{id: everyone, assign: basics}]

    Good in roster.csv::

        id,username,hire date
        000417,ana,03/04/2026

    Good in assignment.yaml::

        version: 1
        roster: {date_format: DD/MM/YYYY}
        tracks: {basics: {due: {days: 30, from: hire_date}}}
        rules: [{id: everyone, assign: basics}]
    """,
)
NO_DATE = rule(
    "SM920",
    "impossible-date",
    """
    There is no such day. The field is left empty; a rule that asks for it cannot be decided.

    Bad in roster.csv::

        id,username,hire date
        000417,ana,2026-02-30

    Bad in assignment.yaml::

        version: 1
        tracks: {basics: {due: {days: 30, from: hire_date}}}
        rules: [{id: everyone, assign: basics}]

    Good in roster.csv::

        id,username,hire date
        000417,ana,2026-02-28

    Good in assignment.yaml::

        version: 1
        tracks: {basics: {due: {days: 30, from: hire_date}}}
        rules: [{id: everyone, assign: basics}]
    """,
)
STATUS = rule(
    "SM921",
    "unknown-status",
    """
    The word for the person's status is not known here: nobody can say whether they still work with you.

    Declare your words: `roster: {status: {active: [A], on_leave: [L], terminated: [T]}}`. The row is left
    out and listed; what was assigned before stays as it is.

    Bad in roster.csv::

        id,username,status
        000417,ana,A

    Good in roster.csv::

        id,username,status
        000417,ana,A

    Good in assignment.yaml::

        version: 1
        roster: {status: {active: [A]}}
        tracks: {basics: {}}
        rules: [{id: everyone, assign: basics}]
    """,
)
MANAGER_LOOP = rule(
    "SM922",
    "managers-in-a-circle",
    """
    These people are each other's managers. They count as people without one.

    Bad in roster.csv::

        id,username,manager id
        000417,ana,000418
        000418,ben,000417

    Bad in assignment.yaml::

        version: 1
        tracks: {leaders: {}, basics: {}}
        rules:
          - {id: leaders, assign: leaders, when: {manages_people: true}}
          - {id: everyone, assign: basics}

    Good in roster.csv::

        id,username,manager id
        000417,ana,000418
        000418,ben,

    Good in assignment.yaml::

        version: 1
        tracks: {leaders: {}, basics: {}}
        rules:
          - {id: leaders, assign: leaders, when: {manages_people: true}}
          - {id: everyone, assign: basics}
    """,
    "warning",
)
UNKNOWN_MANAGER = rule(
    "SM923",
    "unknown-manager",
    """
    The manager's id is nobody's in this roster. The person counts as one without a manager.

    Bad in roster.csv::

        id,username,manager id
        000417,ana,000999
        000418,ben,000417

    Bad in assignment.yaml::

        version: 1
        tracks: {leaders: {}, basics: {}}
        rules:
          - {id: leaders, assign: leaders, when: {manages_people: true}}
          - {id: everyone, assign: basics}

    Good in roster.csv::

        id,username,manager id
        000417,ana,
        000418,ben,000417

    Good in assignment.yaml::

        version: 1
        tracks: {leaders: {}, basics: {}}
        rules:
          - {id: leaders, assign: leaders, when: {manages_people: true}}
          - {id: everyone, assign: basics}
    """,
    "warning",
)
UNSAFE_CELL = rule(
    "SM924",
    "cell-like-a-formula",
    """
    A spreadsheet would run this cell as a formula. The person is assigned, but kept out of the LMS's files.

    An apostrophe in front, as in reports, would become a part of the login or name. Mend it in the roster.

    Bad in roster.csv::

        id,username,given
        000417,ana,=1+1

    Good in roster.csv::

        id,username,given
        000417,ana,Ana
    """,
)
EMPTY_FORMULA = rule(
    "SM925",
    "formula-without-result",
    """
    The spreadsheet was written by a program that does not calculate, so this cell reads as empty.

    Open it in a spreadsheet program, save it again, and export it from there.

    Bad in roster.xlsx::

        id,username
        000417,=A2

    Good in roster.xlsx::

        id,username
        000417,ana
    """,
)
DAMAGED_CELL = rule(
    "SM926",
    "damaged-cell",
    """
    The cell has characters that no text has, which mostly come from a wrong encoding. The row is left out.

    Bad in roster.csv::

        id,username,given
        000417,ana,�na

    Good in roster.csv::

        id,username,given
        000417,ana,Åna
    """,
)
NO_ADDRESS = rule(
    "SM927",
    "e-mail-without-address",
    """
    What stands in the column for e-mail is no address. The field is left empty.

    Bad in roster.csv::

        id,username,email
        000417,ana,none

    Good in roster.csv::

        id,username,email
        000417,ana,ana@example.com
    """,
)
