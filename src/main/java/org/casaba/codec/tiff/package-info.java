/**
 * Reads and writes TIFF and BigTIFF: TIFF 6.0 with its technical notes, as libtiff and the makers
 * of pyramids write it.
 *
 * <p>From file to pixels: {@link org.casaba.codec.tiff.TiffDecoder} reads a {@link
 * org.casaba.codec.tiff.TiffIndex}, the immutable description of the picture and its smaller levels
 * ({@link org.casaba.codec.tiff.Page}). {@link org.casaba.codec.tiff.TiffRows} walks over a page's
 * tiles or strips, one row of them at a time. Of each it pulls rows of samples ({@link
 * org.casaba.codec.tiff.SampleRows}), which come out of a JPEG stream or out of decompressed bytes
 * ({@link org.casaba.codec.tiff.SegmentBytes}), and turns samples into pixels ({@link
 * org.casaba.codec.tiff.Interpretation}).
 *
 * <p>From pixels to file: {@link org.casaba.codec.tiff.TiffEncoder}, uncompressed.
 *
 * <p>The specification's words are used throughout; <em>segment</em> stands for tile or strip.
 */
@NullMarked
package org.casaba.codec.tiff;

import org.jspecify.annotations.NullMarked;
