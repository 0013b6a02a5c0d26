// Which images may be seen is told by their identifiers.
//
// Patterns that allow are safer than patterns that forbid: what nobody has thought of is refused.

const ALLOWED = [/^public[_/]/, /^image[5-9][0-9](\.[a-z]+)?$/];
const FORBIDDEN = [/_restricted/];

function pre_authorize(context) {
  const fits = pattern => pattern.test(context.identifier);
  return ALLOWED.some(fits) && !FORBIDDEN.some(fits);
}
