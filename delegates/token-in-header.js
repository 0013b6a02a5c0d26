// Only who sends a valid token in a header gets anything.
//
// casaba.properties, with long random texts of your own, blanks between several:
//     delegate.values.tokens = ${env:IMAGE_TOKENS}
// As long as there is none, nobody gets anything.

const HEADER = "X-Token";

function pre_authorize(context) {
  return isAmong(context.request_headers[HEADER], settings.tokens);
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
