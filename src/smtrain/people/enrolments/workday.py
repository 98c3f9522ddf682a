"""Workday Learning: the load template of assignments. Templates are versioned with Workday's web service."""

from smtrain.people.enrolments._template import filled

LMS = filled(
    "workday-assignments",
    "Workday",
    {
        "Employee ID": "id",
        "Worker ID": "id",
        "Worker": "id",
        "Learner": "id",
        "Person": "id",
        "User ID": "id",
        "Learning Content": "item",
        "Course": "item",
        "Course ID": "item",
        "Content ID": "item",
        "Course Title": "title",
        "Due Date": "due",
        "Assigned Date": "assigned",
        "Assignment Date": "assigned",
    },
    "Load the filled template as an assignment; dropping an enrolment does not waive an assignment.",
)
