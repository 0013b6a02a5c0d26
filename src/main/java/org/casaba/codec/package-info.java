/**
 * Stored images to rows of pixels, and rows of pixels to image files. {@link
 * org.casaba.codec.Codecs} chooses.
 */
@NullMarked
package org.casaba.codec;

import org.jspecify.annotations.NullMarked;
