# No picture may show anything of the bottom right quarter of the image.
#
# Whole images are refused too, as they show it: see redact-regions for images with a black part.


def authorize(context):
    crop = next(operation for operation in context.operations if operation["class"] == "Crop")
    size = context.full_size
    return crop.type == "pixels" and (
        crop.x + crop.width <= size.width / 2 or crop.y + crop.height <= size.height / 2
    )
