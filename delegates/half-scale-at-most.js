// No picture shows more than half the image's resolution.
//
// Viewers do not know of this and ask for more when one zooms in far: see tiered-access for a way
// that they understand.

const SCALE = 1 / 2;

function authorize(context) {
  const crop = context.operations.find(operation => operation.class === "Crop");
  const rotation = context.operations.find(operation => operation.class === "Rotate");
  const turned = rotation && rotation.degrees % 180 === 90;
  // Turned by other angles, a picture is larger by its blank corners: these count too.
  const size = context.resulting_size;
  const width = turned ? size.height : size.width;
  const height = turned ? size.width : size.height;
  return crop.type === "pixels"
    && width <= crop.width * SCALE
    && height <= crop.height * SCALE;
}
