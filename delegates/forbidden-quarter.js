// No picture may show anything of the bottom right quarter of the image.
//
// Two things are needed. authorize refuses what would show the quarter: whole images too, for they
// do (see redact-regions for images with a black part). That alone would let some of it through: a
// picture is made of the pixels in its region and of their neighbours beside it, which show, blurred,
// at the edge of each enlarged picture. So redactions makes the quarter black: what is black has been
// black before anything is made of it, and can get into no picture.

function authorize(context) {
  const crop = context.operations.find(operation => operation.class === "Crop");
  const forbidden = quarter(context.full_size);
  return crop.type === "pixels"
    && (crop.x + crop.width <= forbidden.x || crop.y + crop.height <= forbidden.y);
}

function redactions(context) {
  return [quarter(context.full_size)];
}

// In pixels of the full image; of odd sizes the larger half.
function quarter(size) {
  const x = Math.floor(size.width / 2);
  const y = Math.floor(size.height / 2);
  return {x: x, y: y, width: size.width - x, height: size.height - y};
}
