// Images that have got another identifier are found under the old one too: requests are redirected.
//
// To another server, the location is an address such as https://images.example.org/iiif/3/…, and
// casaba.properties lists its host:
//     delegate.redirect_hosts = images.example.org

// Old identifier: new one.
const MOVED = new Map([
  ["map1", "maps/ezu-1286201.tif"],
  ["map2", "maps/plan of the port.tif"],
]);

function pre_authorize(context) {
  const moved = MOVED.get(context.identifier);
  if (!moved) {
    return true;
  }
  // …/iiif/3/{identifier}/{region}/{size}/{rotation}/{quality}.{format}, or …/info.json
  const address = context.request_uri.split("?")[0];
  const start = /^.*?\/iiif\/[23]\//.exec(address)[0];
  const page = context.page_number > 1 ? ";" + context.page_number : "";
  const [part, whole] = context.scale_constraint;
  const scale = part < whole ? ";" + part + ":" + whole : "";
  const image = context.request_type === "image";
  const rest = image ? address.split("/").slice(-4).join("/") : "info.json";
  return {status_code: 301, location: start + encodeURIComponent(moved + page + scale) + "/" + rest};
}
