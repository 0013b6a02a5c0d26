# info.json says who owns the images and what may be done with them.
#
# Version 2 has attribution, license and logo; version 3 has rights, and tells the rest in a
# document that seeAlso points to. A URI of Creative Commons or RightsStatements.org begins with
# http, not https: that is its name.

from urllib.parse import quote

# By the beginning of the identifier; the first that fits.
COLLECTIONS = [
    {
        "begins": "maps/",
        "rights": "http://creativecommons.org/publicdomain/mark/1.0/",
        "attribution": "Port Colophon City Archives, map collection",
    },
    {
        "begins": "",
        "rights": "http://rightsstatements.org/vocab/InC/1.0/",
        "attribution": "Port Colophon City Archives. In copyright.",
    },
]
LOGO = "https://archives.example.org/logo.png"
CATALOGUE = "https://archives.example.org/catalogue/"


def extra_iiif2_information_response_keys(context):
    collection = find(context.identifier)
    return {
        "attribution": collection["attribution"],
        "license": collection["rights"],
        "logo": LOGO,
    }


def extra_iiif3_information_response_keys(context):
    collection = find(context.identifier)
    return {
        "rights": collection["rights"],
        "seeAlso": [
            {
                "id": CATALOGUE + quote(context.identifier, safe=""),
                "type": "Dataset",
                "label": {"en": [collection["attribution"]]},
                "format": "application/json",
            }
        ],
    }


def find(identifier):
    return next(each for each in COLLECTIONS if identifier.startswith(each["begins"]))
