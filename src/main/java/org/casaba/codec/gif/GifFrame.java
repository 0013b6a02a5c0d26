package org.casaba.codec.gif;

import org.casaba.codec.IndexedColors;
import org.casaba.geometry.Dimensions;
import org.casaba.geometry.Rectangle;

/**
 * The first frame of a GIF file: what stands before its indices.
 *
 * @param screen size of the logical screen, grown to hold the frame
 * @param bounds where the frame lies on the screen
 * @param interlaced whether its rows come in four passes
 * @param colors what the indices stand for, with opacity if the screen shows around the frame
 * @param indexStart where in the file the compressed indices begin
 */
record GifFrame(
    Dimensions screen,
    Rectangle bounds,
    boolean interlaced,
    IndexedColors colors,
    long indexStart) {}
