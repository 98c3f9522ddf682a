"""What can be wrong with a roster as a file, so that none of its rows can be used."""

from smtrain.diagnostics import rule

UNKNOWN_FORMAT = rule(
    "SM901",
    "roster-of-an-unknown-format",
    """
    The roster is neither CSV, XLSX, SCIM JSON, a OneRoster ZIP nor LDIF, or it is one of them and broken.

    Bad in roster.json::

        {"Resources": [{"id": "000417"

    Good in roster.json::

        {"Resources": [{"id": "000417", "userName": "ana"}]}
    """,
)
ENCODING = rule(
    "SM902",
    "roster-in-another-encoding",
    """
    The roster is neither UTF-8 nor in the encoding that the rules file declares, so its letters are unknown.

    Save it as "CSV UTF-8", or declare `roster: {encoding: …}` in the rules file. smtrain does not guess.

    Bad in roster.csv as cp437::

        id,username,given
        000417,ana,Å na

    Good in roster.csv::

        id,username,given
        000417,ana,Åna
    """,
)
FALLBACK = rule(
    "SM903",
    "roster-in-the-declared-encoding",
    """
    The roster is not UTF-8; it was read in the encoding that the rules file declares, cp1252 by default.

    Look at the names that are shown: are their letters right? If not, declare another encoding.

    Bad in roster.csv as cp1252::

        id,username,given
        000417,ana,Søren

    Good in roster.csv::

        id,username,given
        000417,ana,Søren
    """,
    "warning",
)
DELIMITER = rule(
    "SM904",
    "unclear-delimiter",
    """
    The first lines fit no delimiter, or several of them, equally well. The rules file can declare it.

    Bad in roster.csv::

        id;username,email
        000417;ana,ana@example.com

    Good in roster.csv::

        id;username;email
        000417;ana;ana@example.com
    """,
)
HEADER = rule(
    "SM905",
    "roster-without-header",
    """
    No line among the first 20 names the columns: at least a person's id, and a login or e-mail address.

    Bad in roster.csv::

        000417,ana,ana@example.com
        000418,ben,ben@example.com

    Good in roster.csv::

        id,username,email
        000417,ana,ana@example.com
        000418,ben,ben@example.com
    """,
)
MISSING_COLUMN = rule(
    "SM906",
    "missing-column",
    """
    A column that is needed is not in the roster: one that `roster: columns:` names, or one that a rule asks for.

    Bad in roster.csv::

        id,username,Dept name
        000417,ana,Care

    Bad in assignment.yaml::

        version: 1
        roster: {columns: {department: Department name}}
        tracks: {basics: {}}
        rules: [{id: care, assign: basics, when: {department: Care}}]

    Good in roster.csv::

        id,username,Dept name
        000417,ana,Care

    Good in assignment.yaml::

        version: 1
        roster: {columns: {department: Dept name}}
        tracks: {basics: {}}
        rules: [{id: care, assign: basics, when: {department: Care}}]
    """,
)
AMBIGUOUS_COLUMN = rule(
    "SM907",
    "ambiguous-column",
    """
    Two columns could be the same field, and only HR knows which one is meant.

    Bad in roster.csv::

        Worker ID,Employee ID,username
        1,000417,ana

    Good in roster.csv::

        Worker ID,Employee ID,username
        1,000417,ana

    Good in assignment.yaml::

        version: 1
        roster: {columns: {id: Employee ID}}
        tracks: {basics: {}}
        rules: [{id: everyone, assign: basics}]
    """,
)
INCOMPLETE = rule(
    "SM908",
    "incomplete-roster",
    """
    The file holds a part of the people or only changes, so whoever is not in it would seem to have left.

    Page a SCIM list until all are read; export OneRoster in bulk, not as delta.

    Bad in roster.json::

        {"totalResults": 2, "Resources": [{"id": "000417", "userName": "ana"}]}

    Good in roster.json::

        {"totalResults": 1, "Resources": [{"id": "000417", "userName": "ana"}]}
    """,
)
ODD_HEADER = rule(
    "SM909",
    "misspelt-standard-column",
    """
    A column's name is not one of the format's, but near one; it was not read.

    Bad in roster.zip/users.csv::

        sourcedId,enabledUser,username,givenName,familyName,emial
        000417,true,ana,Ana,Núñez,ana@example.com

    Good in roster.zip/users.csv::

        sourcedId,enabledUser,username,givenName,familyName,email
        000417,true,ana,Ana,Núñez,ana@example.com
    """,
    "warning",
)
OPEN_QUOTE = rule(
    "SM910",
    "quotation-mark-never-closed",
    """
    A quotation mark is opened and not closed, so the rows after it are read as one cell: people are missing.

    Bad in roster.csv::

        id,username,given
        000417,ana,"Ana
        000418,ben,Ben

    Good in roster.csv::

        id,username,given
        000417,ana,"Ana"
        000418,ben,Ben
    """,
)
