// info.json says who owns the images and what may be done with them.
//
// Version 2 has attribution, license and logo; version 3 has rights, and tells the rest in a
// document that seeAlso points to. A URI of Creative Commons or RightsStatements.org begins with
// http, not https: that is its name.

// By the beginning of the identifier; the first that fits.
const COLLECTIONS = [
  {
    begins: "maps/",
    rights: "http://creativecommons.org/publicdomain/mark/1.0/",
    attribution: "Port Colophon City Archives, map collection",
  },
  {
    begins: "",
    rights: "http://rightsstatements.org/vocab/InC/1.0/",
    attribution: "Port Colophon City Archives. In copyright.",
  },
];
const LOGO = "https://archives.example.org/logo.png";
const CATALOGUE = "https://archives.example.org/catalogue/";

function extra_iiif2_information_response_keys(context) {
  const collection = find(context.identifier);
  return {attribution: collection.attribution, license: collection.rights, logo: LOGO};
}

function extra_iiif3_information_response_keys(context) {
  const collection = find(context.identifier);
  return {
    rights: collection.rights,
    seeAlso: [{
      id: CATALOGUE + encodeURIComponent(context.identifier),
      type: "Dataset",
      label: {en: [collection.attribution]},
      format: "application/json",
    }],
  };
}

function find(identifier) {
  return COLLECTIONS.find(collection => identifier.startsWith(collection.begins));
}
