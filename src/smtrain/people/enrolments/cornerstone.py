"""Cornerstone: the template of a transcript load, with columns as in the portal's own guide.

A due date without a time or offset would be read as 23:59 UTC; both are written.
"""

from smtrain.people.enrolments._template import filled

LMS = filled(
    "cornerstone-transcript",
    "Cornerstone",
    {
        "User ID": "id",
        "User Name": "username",
        "Email": "email",
        "Online Course ID": "item",
        "Learning Object ID": "item",
        "Training ID": "item",
        "LO ID": "item",
        "Training Title": "title",
        "Due Date": "due_time",
        "Training Due Date": "due_time",
        "Registration Date": "assigned",
        "Assigned Date": "assigned",
    },
    "Edge Import, Online Course Transcript: upload the file and check the mapping it proposes.",
)
