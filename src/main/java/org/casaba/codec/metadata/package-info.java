/**
 * What image files carry beside their pixels: EXIF, IPTC, XMP, texts and comments. {@link
 * org.casaba.codec.metadata.MetadataReader} goes from part to part of a file, reads only those that
 * hold such things, and takes no more than so much of them, whatever the file says. What it cannot
 * make sense of is damage, never nothing: rules of access may hang on it.
 */
@NullMarked
package org.casaba.codec.metadata;

import org.jspecify.annotations.NullMarked;
