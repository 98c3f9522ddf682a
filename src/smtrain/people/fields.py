"""What smtrain may know about a person, under which names rosters have it, and what it refuses to know."""

from __future__ import annotations

import re
import unicodedata

FIELDS: dict[str, str] = {
    "id": "id, employee id, employee number, emp id, personnel number, Personalnummer, Mitarbeiternummer, "
    "matricule, worker id, associate id, file number, file #, user id, STUD_ID, external_person_key, "
    "sourcedId, idnumber, staff number",
    "lms_id": "lms id, lms user id",
    "username": "username, user name, login, login id, login name, uid, sAMAccountName, userPrincipalName, "
    "Benutzername, identifiant",
    "email": "email, e mail, email address, mail, work email, workEmail, business email, E-Mail-Adresse, courriel",
    "given": "given, given name, first name, firstname, forename, Vorname, prénom",
    "family": "family, family name, last name, lastname, surname, sn, Nachname, nom",
    "display": "display, display name, name, full name, cn",
    "public_role": "public role",
    "job_title": "job title, title, position title, job profile, Stelle, job classification",
    "job_code": "job code",
    "department": "department, dept, department name, Abteilung, département",
    "division": "division, Bereich",
    "org_unit": "org unit, organisation unit, organizational unit, organization, ou, business unit",
    "region": "region, work location, location, physicalDeliveryOfficeName, Standort",
    "cost_centre": "cost centre, cost center, costCenter, Kostenstelle",
    "manager_id": "manager id, manager, supervisor, supervisor id, supervisorEId, manager employee id, "
    "Vorgesetzter, line manager",
    "status": "status, employment status, active, worker status, enabledUser, account status",
    "hire_date": "hire date, hired, hireDate, start date, Eintrittsdatum, date of hire",
    "role_start": "role start, position start date, in role since, job start date",
    "end_date": "end date, termination date, last day, Austrittsdatum, leave date",
    "employment_type": "employment type, employee type, contract type, userType",
    "language": "language, preferred language, lang, Sprache",
    "positions": "positions, position, position id",
    "groups": "groups, member of",
}
"""Each field with the names that its column may have. They are compared by `plain`."""

DATES = ("hire_date", "role_start", "end_date")
"""Fields that hold a calendar date."""

FORBIDDEN = re.compile(
    "birth|dob|geburt|naissance|ssn|socialsecurity|sozialversicherung|nationalid|passport|taxid|steuer|salary|"
    "gehalt|salaire|payrate|wage|gender|geschlecht|sex$|^sex|ethnic|race$|religion|konfession|health|disab|"
    "pregnan|union|demographic|password|passwort|motdepasse|userpassword|iban|bankaccount|jpegphoto"
)
"""Columns that are never read, mapped or not: GDPR articles 5(1)(c) and 9."""


def plain(name: str) -> str:
    """A column's name for comparing: NFKC, in small letters, without spaces, hyphens, underscores, dots."""
    return re.sub(r"[\s_\-.]+", "", unicodedata.normalize("NFKC", name).casefold())


NAMES: dict[str, tuple[str, ...]] = {
    field: tuple(dict.fromkeys(plain(name) for name in (field, *names.split(", "))))
    for field, names in FIELDS.items()
}
"""The names of each field's column, ready for comparing."""


def forbidden(name: str) -> bool:
    """Whether a column holds what no rule of a training needs: birth, pay, gender, health, passwords."""
    return bool(FORBIDDEN.search(plain(name)))
