// Only pages of certain sites may show the images.
//
// Browsers say in the header Referer which site's page they load an image for. This keeps others
// from using your server for their pages; it is no lock, as programs say what they like.

// These hosts, and all below them: www.library.example.org too.
const SITES = ["library.example.org", "projectmirador.org"];

// Whether requests that name no page may see the images: an address typed in, a link in a mail, a
// browser or firewall that keeps it to itself, every program that is not a browser.
const WITHOUT_PAGE = true;

function pre_authorize(context) {
  const page = context.request_headers["Referer"];
  if (!page) {
    return WITHOUT_PAGE;
  }
  // Strict on purpose: https://library.example.org@elsewhere.example/ is elsewhere.
  const url = page.toLowerCase().match(/^https?:\/\/([a-z0-9.-]+)(?::[0-9]+)?(?:[/?#].*)?$/);
  return url !== null && SITES.some(site => url[1] === site || url[1].endsWith("." + site));
}
