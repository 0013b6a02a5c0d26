// Parts of some images are blacked out: an address in a letter, a face, a shelf mark on a label.
// They are black in whatever size, region or rotation the image is asked for.
//
// With source.filesystem.suffix, an image has two identifiers, with and without it: list both.
//
// casaba.properties, for those who may see everything (long random texts, blanks between several):
//     delegate.values.staff_tokens = ${env:STAFF_TOKENS}

// By identifier: rectangles in pixels of the full image, from its top left corner.
const REDACTIONS = new Map([
  ["letters/1901-17.tif", [
    {x: 1200, y: 340, width: 900, height: 160},
    {x: 1180, y: 4210, width: 640, height: 220},
  ]],
  ["albums/miller/12.jpg", [{x: 0, y: 0, width: 800, height: 600}]],
]);

function redactions(context) {
  const found = REDACTIONS.get(context.identifier);
  // Who asks matters for these images only: all others stay the same for everybody.
  if (!found || isAmong(context.request_headers["X-Token"], settings.staff_tokens)) {
    return [];
  }
  return found;
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
