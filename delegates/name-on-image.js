// Each picture carries the name of who has asked for it.
//
// The name comes from a proxy in front that has logged the caller in, in a header of the request.
// The proxy must set that header on every request, or remove it: whoever can send it to this server
// can choose the name. In Apache httpd:
//     RequestHeader unset X-Remote-User
//     RequestHeader set X-Remote-User "expr=%{REMOTE_USER}" "expr=-n %{REMOTE_USER}"

const HEADER = "X-Remote-User";
const INSTITUTION = "Port Colophon City Archives";

function overlay(context) {
  const name = readable(context.request_headers[HEADER] || "");
  return {
    string: (name ? `Copy for ${name}` : "Reading copy") + "\n" + INSTITUTION,
    position: "bottom right",
    inset: 12,
    // Of the finished picture: thumbnails and most tiles go without, and so do slim
    // portraits, which get the name when they are asked for lying.
    min_width: 600,
    min_height: 300,
    font: "SansSerif",
    font_size: 24,
    font_min_size: 12,
    color: "white",
    stroke_color: "rgba(0, 0, 0, 0.7)",
    stroke_width: 2,
  };
}

// Without what cannot be drawn, and not too long.
function readable(name) {
  return [...name.replace(/[\x00-\x1f\x7f-\x9f]/g, " ").trim()].slice(0, 80).join("");
}
