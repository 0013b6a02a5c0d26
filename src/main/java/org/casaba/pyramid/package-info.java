/**
 * Makes pyramids: tiled TIFF files with halves, quarters and so on of the full size, from which any
 * part of a picture in any size is had for little. {@link org.casaba.pyramid.PyramidBuilder} makes
 * one in a single pass over the rows of a picture; {@link org.casaba.pyramid.Fitness} says whether
 * a file needs it.
 */
@NullMarked
package org.casaba.pyramid;

import org.jspecify.annotations.NullMarked;
