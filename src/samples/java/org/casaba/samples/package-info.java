/**
 * Draws the sample images when the project is built. {@link org.casaba.samples.DrawSamples} is the
 * way in; {@link org.casaba.samples.Land} is surveyed first and then drawn by {@link
 * org.casaba.samples.Chart} and {@link org.casaba.samples.HarbourPlan}.
 */
@NullMarked
package org.casaba.samples;

import org.jspecify.annotations.NullMarked;
