// No picture may show anything of the bottom right quarter of the image.
//
// Whole images are refused too, as they show it: see redact-regions for images with a black part.

function authorize(context) {
  const crop = context.operations.find(operation => operation.class === "Crop");
  const size = context.full_size;
  return crop.type === "pixels"
    && (crop.x + crop.width <= size.width / 2 || crop.y + crop.height <= size.height / 2);
}
