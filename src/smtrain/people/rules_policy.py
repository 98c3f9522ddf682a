"""What can be wrong in `assignment.yaml`, beside what is wrong with any settings file."""

from smtrain.diagnostics import rule

UNQUOTED_ID = rule(
    "SM930",
    "unquoted-id",
    """
    Ids and codes are texts. Without quotation marks YAML may read them as numbers, and zeros are lost.

    Bad in assignment.yaml::

        version: 1
        tracks: {basics: {}}
        rules: [{id: everyone, assign: basics}]
        exempt: [{track: basics, people: [000417], reason: on sabbatical}]

    Good in assignment.yaml::

        version: 1
        tracks: {basics: {}}
        rules: [{id: everyone, assign: basics}]
        exempt: [{track: basics, people: ["000417"], reason: on sabbatical}]
    """,
)
UNKNOWN_TRACK = rule(
    "SM931",
    "unknown-track",
    """
    No track has this id: neither under `tracks:` in this file nor in the course beside it.

    Bad in assignment.yaml::

        version: 1
        tracks: {basics: {}}
        rules: [{id: everyone, assign: basic}]

    Good in assignment.yaml::

        version: 1
        tracks: {basics: {}}
        rules: [{id: everyone, assign: basics}]
    """,
)
CONDITION = rule(
    "SM932",
    "condition-that-cannot-be-read",
    """
    A condition names a field and what its value must be. This one names no field, or asks in an unknown way.

    Bad in assignment.yaml::

        version: 1
        tracks: {basics: {}}
        rules: [{id: care, assign: basics, when: {departement: Care}}]

    Good in assignment.yaml::

        version: 1
        tracks: {basics: {}}
        rules: [{id: care, assign: basics, when: {job_title: Care}}]

    Good in roster.csv::

        id,username,job title
        000417,ana,Care
    """,
)
EQUAL_PRIORITY = rule(
    "SM933",
    "equal-priorities-in-an-exclusive-set",
    """
    A person gets at most one track of an exclusive set: that of the rule with the highest priority. These two
    rules have the same, so nobody could say which.

    Bad in assignment.yaml::

        version: 1
        tracks: {basics: {}, advanced: {}}
        exclusive: {privacy: [basics, advanced]}
        rules:
          - {id: everyone, assign: basics}
          - {id: ana, assign: advanced, when: {id: "000417"}}

    Good in assignment.yaml::

        version: 1
        tracks: {basics: {}, advanced: {}}
        exclusive: {privacy: [basics, advanced]}
        rules:
          - {id: everyone, assign: basics, priority: 10}
          - {id: ana, assign: advanced, priority: 20, when: {id: "000417"}}
    """,
)
REPEATED_RULE = rule(
    "SM934",
    "repeated-rule-id",
    """
    Two rules have the same id, so "why" could not be answered.

    Bad in assignment.yaml::

        version: 1
        tracks: {basics: {}}
        rules: [{id: everyone, assign: basics}, {id: everyone, assign: basics}]

    Good in assignment.yaml::

        version: 1
        tracks: {basics: {}}
        rules: [{id: everyone, assign: basics}]
    """,
)
NO_TIME = rule(
    "SM935",
    "rule-that-ends-before-it-begins",
    """
    The last day of a rule lies before its first, so the rule is never in force.

    Bad in assignment.yaml::

        version: 1
        tracks: {basics: {}}
        rules: [{id: everyone, assign: basics, effective: {from: 2026-06-01, until: 2026-01-01}}]

    Good in assignment.yaml::

        version: 1
        tracks: {basics: {}}
        rules: [{id: everyone, assign: basics, effective: {from: 2026-01-01, until: 2026-06-01}}]
    """,
)
FORBIDDEN_COLUMN = rule(
    "SM936",
    "column-that-is-never-read",
    """
    The column is about birth, pay, gender, health, belief or a password. No training needs it, and smtrain
    does not read it, mapped or not (GDPR, articles 5(1)(c) and 9).

    Bad in assignment.yaml::

        version: 1
        roster: {columns: {x_born: Date of birth}}
        tracks: {basics: {}}
        rules: [{id: everyone, assign: basics}]

    Good in assignment.yaml::

        version: 1
        tracks: {basics: {}}
        rules: [{id: everyone, assign: basics}]
    """,
)
NOBODY = rule(
    "SM937",
    "rule-that-matches-nobody",
    """
    The rule is in force and fits nobody in this roster. Mostly a word is written otherwise there.

    Bad in assignment.yaml::

        version: 1
        tracks: {basics: {}}
        rules:
          - {id: care, assign: basics, when: {username: anna}}
          - {id: everyone, assign: basics}

    Good in assignment.yaml::

        version: 1
        tracks: {basics: {}}
        rules:
          - {id: care, assign: basics, when: {username: ana}}
          - {id: everyone, assign: basics}
    """,
    "warning",
)
UNNAMED_ROLE = rule(
    "SM938",
    "role-that-no-rule-names",
    """
    People have this public role, and no rule asks for it. A role may have been forgotten, or misspelt.

    Bad in roster.csv::

        id,username,public role
        000417,ana,support-agent
        000418,ben,engineer

    Bad in assignment.yaml::

        version: 1
        tracks: {basics: {}}
        rules:
          - {id: support, assign: basics, when: {public_role: support-agent}}
          - {id: others, assign: basics, when: {none: [{public_role: support-agent}]}}

    Good in roster.csv::

        id,username,public role
        000417,ana,support-agent

    Good in assignment.yaml::

        version: 1
        tracks: {basics: {}}
        rules: [{id: support, assign: basics, when: {public_role: support-agent}}]
    """,
    "warning",
)
UNKNOWN_PERSON = rule(
    "SM939",
    "unknown-person",
    """
    The rules file names an id that nobody in the roster has.

    Bad in assignment.yaml::

        version: 1
        tracks: {basics: {}}
        rules: [{id: everyone, assign: basics}]
        exempt: [{track: basics, people: ["417"], reason: on sabbatical}]

    Good in assignment.yaml::

        version: 1
        tracks: {basics: {}}
        rules: [{id: everyone, assign: basics}]
        exempt: [{track: basics, people: ["000417"], reason: on sabbatical}]
    """,
    "warning",
)
UNUSED_MODULE = rule(
    "SM940",
    "module-that-nobody-is-sent-to",
    """
    The course has a module that no track contains, so nobody is ever sent to it.

    Bad in course.yaml::

        id: course
        title: Course
        modules: [example, extra]
        tracks: {basics: {title: Basics, modules: [example]}}

    Bad in assignment.yaml::

        version: 1
        rules: [{id: everyone, assign: basics}]

    Good in course.yaml::

        id: course
        title: Course
        modules: [example]
        tracks: {basics: {title: Basics, modules: [example]}}

    Good in assignment.yaml::

        version: 1
        rules: [{id: everyone, assign: basics}]
    """,
    "warning",
)
UNKNOWN_MODULE = rule(
    "SM941",
    "assigned-module-that-is-missing",
    """
    The track, or its renewal, sends people to a module that the course beside this file does not have.

    A renewal can also name one of the course's refreshers.

    Bad in course.yaml::

        id: course
        title: Course
        modules: [example]

    Bad in assignment.yaml::

        version: 1
        tracks: {basics: {modules: [exampel]}}
        rules: [{id: everyone, assign: basics}]

    Good in course.yaml::

        id: course
        title: Course
        modules: [example]

    Good in assignment.yaml::

        version: 1
        tracks: {basics: {modules: [example]}}
        rules: [{id: everyone, assign: basics}]
    """,
)
UNMATCHED = rule(
    "SM942",
    "people-without-a-track",
    """
    No rule fits these people, and the rules file says that this must not happen: `unmatched: fail`.

    Bad in assignment.yaml::

        version: 1
        tracks: {basics: {}}
        unmatched: fail
        rules: [{id: ana, assign: basics, when: {id: "000418"}}]

    Good in assignment.yaml::

        version: 1
        tracks: {basics: {}}
        unmatched: fail
        rules: [{id: everyone, assign: basics}]
    """,
)
