package org.casaba.codec.png;

import java.util.Optional;
import org.casaba.geometry.Orientation;

/**
 * What a PNG file says before its picture, as far as it is heeded.
 *
 * @param conversion what becomes of the samples
 * @param firstIdat where the first IDAT chunk begins
 * @param profile fit for the pixels, if there is one
 */
record PngFile(
    PngHeader header,
    SampleConversion conversion,
    long firstIdat,
    Orientation orientation,
    Optional<byte[]> profile) {}
