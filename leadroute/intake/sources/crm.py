"""CRM systems with English headers."""

from __future__ import annotations

from leadroute.intake.sources.system import SourceSystem, system

SYSTEMS: tuple[SourceSystem, ...] = (
    system(
        "salesforce-report",
        "Salesforce（报表）",
        "Salesforce (report)",
        tells="company / account | lead owner + rating + lead source | lead owner + state/province | record type id"
        "| lead owner + zip/postal code | lead id + state/province | lead id + zip/postal code"
        "| lead owner + mobile phone + lead source | lead owner + create date",
        means="""
        company: company / account | company | account name
        province: state/province
        zip: zip/postal code
        created_at: create date | created date
        """,
    ),
    system(
        "salesforce-api",
        "Salesforce（API 字段名）",
        "Salesforce (API names)",
        tells="OwnerId + LeadSource | IsConverted | IsUnreadByOwner | EmailBouncedReason"
        "| LeadSource + PostalCode | LeadSource + MobilePhone + FirstName | FirstName + Company + LeadSource + Status"
        "| LastName + Company + LeadSource + NumberOfEmployees | LastName + Company + OwnerId + CreatedDate",
        means="""
        lead_id: id | lead id | guid
        owner: owner id
        """,
    ),
    system(
        "salesforce-wizard",
        "Salesforce（导入向导）",
        "Salesforce (import wizard)",
        tells="record owner | lead id + mobile phone + lead source + lead status"
        "| lead source + lead status + no. of employees + mobile phone"
        "| lead id + lead source + no. of employees + rating",
        means="owner: record owner | lead owner",
    ),
    system(
        "hubspot",
        "HubSpot",
        "HubSpot",
        tells="lifecycle stage | associated company | associated company domain | record id + contact owner"
        "| record id - contact | record id + lead status + create date | contact owner + create date"
        "| original source + create date | company owner + company domain name | deal owner + pipeline"
        "| record id + associated contact | hubspot team",
        means="""
        lead_id: record id | record id contact | contact id | deal id | company id
        company: company name | associated company | name
        created_at: create date
        phone: mobile phone number
        tel: phone number
        source: original source | original traffic source | lead source
        status: lead status | deal stage
        website: website url | website | company domain name | associated company domain
        owner: contact owner | company owner | deal owner
        -: lifecycle stage | original source drill down 1
        """,
    ),
    system(
        "zoho",
        "Zoho CRM",
        "Zoho CRM",
        tells="LEADID + lead owner | lead owner + created time | lead owner + secondary email | lead owner id"
        "| lead owner + modified time | lead owner + salutation + mobile | record id + lead owner"
        "| lead id + lead owner + mobile | lead owner + email opt out | lead owner.id",
        means="""
        lead_id: lead id | leadid | record id
        created_at: created time
        phone: mobile
        tel: phone
        -: secondary email | lead owner id | lead owner.id
        """,
    ),
    system(
        "odoo",
        "Odoo",
        "Odoo",
        tells="opportunity + sales team | opportunity + salesperson | opportunity + sales person"
        "| opportunity + contact name | email_from + contact_name | email_from + partner_name"
        "| partner_id + stage_id | team_id + user_id + stage_id | opportunity + expected revenue + stage",
        means="""
        lead_id: external id | id
        created_at: created on | create_date
        company: company name | partner_name | customer | partner_id
        contact: contact name | contact_name
        email: email_from
        title: function | job position
        message: notes | internal notes | description | opportunity | name
        country: country_id
        province: state_id
        source: source_id | source
        campaign: campaign_id | campaign
        status: stage_id | stage
        owner: user_id | salesperson | sales person
        budget: expected_revenue
        -: medium | medium_id | sales team | team_id | type
        """,
    ),
    system(
        "sage",
        "Sage CRM",
        "Sage CRM",
        tells="assigned to + team + company name | assign to + team + company name"
        "| assigned to + description + company name | assign to + description + company name",
        means="""
        owner: assigned to | assign to
        message: description
        -: team
        """,
    ),
    system(
        "dynamics",
        "Dynamics 365",
        "Dynamics 365",
        tells="row checksum | topic + business phone + lead source | subject + business phone + lead source",
        means="""
        lead_id: lead
        tel: business phone
        message: description | subject | topic
        campaign: source campaign
        created_at: created on
        """,
    ),
    system(
        "pipedrive",
        "Pipedrive",
        "Pipedrive",
        tells="person - name + organization - name | deal - title | lead - title | lead - source channel"
        "| lead - pipedrive system id | person - phone + person - name",
        means="""
        lead_id: lead - pipedrive system id | lead - id
        contact: person - name | contact person
        first_name: person - first name
        last_name: person - last name
        tel: person - phone
        email: person - email
        company: organization - name | organization
        address: organization - address
        budget: deal - value | lead - value
        message: note - content | deal - title | lead - title
        owner: lead - owner | deal - owner
        source: lead - source channel
        """,
    ),
)
