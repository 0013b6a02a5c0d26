# No picture may show anything of the bottom right quarter of the image.
#
# Two things are needed. authorize refuses what would show the quarter: whole images too, for they
# do (see redact-regions for images with a black part). That alone would let some of it through: a
# picture is made of the pixels in its region and of their neighbours beside it, which show, blurred,
# at the edge of each enlarged picture. So redactions makes the quarter black: what is black has been
# black before anything is made of it, and can get into no picture.


def authorize(context):
    crop = next(operation for operation in context.operations if operation["class"] == "Crop")
    forbidden = quarter(context.full_size)
    return crop.type == "pixels" and (
        crop.x + crop.width <= forbidden["x"] or crop.y + crop.height <= forbidden["y"]
    )


def redactions(context):
    return [quarter(context.full_size)]


# In pixels of the full image; of odd sizes the larger half.
def quarter(size):
    x = size.width // 2
    y = size.height // 2
    return {"x": x, "y": y, "width": size.width - x, "height": size.height - y}
