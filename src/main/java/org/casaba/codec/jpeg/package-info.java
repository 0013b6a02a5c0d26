/**
 * JPEG files ({@link org.casaba.codec.jpeg.JpegDecoder}) and the JPEG tiles of a TIFF ({@link
 * org.casaba.codec.jpeg.JpegTile}) to rows of pixels, and rows of pixels to JPEG files ({@link
 * org.casaba.codec.jpeg.JpegEncoder}).
 *
 * <p>Blocks of coefficients come from a {@code BlockSource} one MCU row at a time, go through the
 * inverse transform into a {@code SamplePlane} for each component, are upsampled by its {@code
 * ComponentRow} and become pixels in a {@code BandConversion}; {@code BandDecoder} drives all this
 * as rows are pulled. Every step gives what libjpeg-turbo gives, bit for bit.
 */
@NullMarked
package org.casaba.codec.jpeg;

import org.jspecify.annotations.NullMarked;
