"""Absorb: the enrolment import, whose columns are agreed with the vendor once. The file is always the whole list."""

from smtrain.people.enrolments._template import filled

LMS = filled(
    "absorb-enrolments",
    "Absorb",
    {
        "User_ExternalId": "id",
        "User External Id": "id",
        "User ID": "id",
        "User_Username": "username",
        "User_EmailAddress": "email",
        "Username": "username",
        "Course_ExternalId": "item",
        "Course ID": "item",
        "Course External Id": "item",
        "Course_Name": "title",
        "Due Date": "due",
        "DateDue": "due",
        "Date Due": "due",
        "DateStarted": "assigned",
    },
    "Put the file where the import looks for it; it is the whole list each time.",
)
