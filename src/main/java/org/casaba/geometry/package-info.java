/** Sizes, rectangles and orientations of pictures. Pure values, no input or output. */
@NullMarked
package org.casaba.geometry;

import org.jspecify.annotations.NullMarked;
