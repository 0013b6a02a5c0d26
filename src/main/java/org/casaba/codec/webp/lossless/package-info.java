/**
 * WebP Lossless (RFC 9649, section 3), read row by row.
 *
 * <p>{@link org.casaba.codec.webp.lossless.LosslessRows} undoes the transforms ({@link
 * org.casaba.codec.webp.lossless.Transform}) of rows that {@link
 * org.casaba.codec.webp.lossless.EntropyCodedRows} decodes from prefix codes and copies of earlier
 * pixels. A pixel is an int: alpha, red, green, blue from the highest byte on.
 */
@NullMarked
package org.casaba.codec.webp.lossless;

import org.jspecify.annotations.NullMarked;
