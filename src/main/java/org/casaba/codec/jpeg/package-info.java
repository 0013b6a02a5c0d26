/** JPEG files and the JPEG tiles of a TIFF to rows of pixels, and rows of pixels to JPEG files. */
@NullMarked
package org.casaba.codec.jpeg;

import org.jspecify.annotations.NullMarked;
