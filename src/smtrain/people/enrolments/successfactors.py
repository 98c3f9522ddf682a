"""SAP SuccessFactors Learning: the template of Import Data for the entity "Learning Assignment".

It assigns items only, no curricula or programs, and counts only completions after the import.
"""

from smtrain.people.enrolments._template import filled

LMS = filled(
    "successfactors-assignments",
    "SuccessFactors",
    {
        "User ID": "id",
        "Student ID": "id",
        "STUD_ID": "id",
        "Learner ID": "id",
        "Person ID": "id",
        "First Name": "given",
        "Last Name": "family",
        "Email": "email",
        "Item ID": "item",
        "CPNT_ID": "item",
        "Learning Item ID": "item",
        "Component ID": "item",
        "Item Title": "title",
        "Required Date": "due",
        "Due Date": "due",
        "Assignment Date": "assigned",
    },
    'Import Data, entity "Learning Assignment": upload the filled template.',
)
