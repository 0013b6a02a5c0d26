// All or nothing, as in the IIIF Authorization API 1.0: info.json tells viewers where to log in and
// where to get a token; who sends a valid one gets everything, and nobody else gets a picture.
//
// casaba.properties, with long random texts of your own, blanks between several:
//     delegate.values.tokens = ${env:IMAGE_TOKENS}
// The pages for logging in and for tokens are yours. To have a service say which tokens are valid,
// see login-by-cookie.

const LOGIN_PAGE = "https://login.example.org/login";
const TOKEN_PAGE = "https://login.example.org/token";

// Asked for images alone: viewers have to read info.json before they can know where to log in.
function authorize(context) {
  const sent = /^Bearer +(\S+)$/i.exec(context.request_headers["Authorization"] || "");
  // A page loads its images with cookies, and without a header: let your log-in set both.
  const shown = [sent && sent[1], context.cookies["token"]];
  if (shown.some(token => isAmong(token, settings.tokens))) {
    return true;
  }
  return {
    status_code: 401,
    challenge: 'Bearer realm="Library"',
    message: "Log in to see this image.",
  };
}

function extra_iiif2_information_response_keys(context) {
  return {service: [services()]};
}

function extra_iiif3_information_response_keys(context) {
  return {service: [services()]};
}

function services() {
  return {
    "@context": "http://iiif.io/api/auth/1/context.json",
    "@id": LOGIN_PAGE,
    profile: "http://iiif.io/api/auth/1/login",
    label: "Log in to the library",
    service: [{"@id": TOKEN_PAGE, profile: "http://iiif.io/api/auth/1/token"}],
  };
}

// Whether a text is among others with blanks between them. Nothing is among nothing.
function isAmong(text, list) {
  return Boolean(text && list) && list.split(/\s+/).some(each => each && isSame(each, text));
}

// Takes as long for a wrong text as for nearly the right one, so that nobody can feel their way.
function isSame(a, b) {
  let difference = a.length ^ b.length;
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    difference |= a.charCodeAt(i) ^ b.charCodeAt(i);
  }
  return difference === 0;
}
