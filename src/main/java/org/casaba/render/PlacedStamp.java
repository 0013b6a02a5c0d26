package org.casaba.render;

import org.casaba.plan.Overlay.Placement;

/**
 * An overlay in pixels, and where it is to lie.
 *
 * @param stamp a text's is no larger than the picture
 * @param placement as it was asked for; a text's may be closer to the picture's edges
 */
record PlacedStamp(Stamp stamp, Placement placement) {}
