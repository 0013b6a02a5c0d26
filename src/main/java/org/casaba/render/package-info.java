/**
 * Runs a plan: a chain of steps over rows of pixels, from a decoder to an encoder.
 *
 * <p>{@link org.casaba.render.Renderer} makes the list of steps, and its order is the order in
 * which things are done: {@code Redact}, {@code Resample}, {@code Turn}, {@code Rotate}, {@code
 * Flatten}, {@code LayOver}, {@code Recolor}. Each step takes rows and answers rows that pull them;
 * nothing is computed before the encoder pulls. Resampling holds a few rows; turning and rotating
 * spool the picture outside the heap, since they need its last rows for their first.
 *
 * <p>Resampling is two passes, each with a table of {@code Weights}: {@code VerticalShrink} or
 * {@code VerticalEnlargement}, and {@code HorizontalPass}, with {@code Samples} flowing between.
 */
@NullMarked
package org.casaba.render;

import org.jspecify.annotations.NullMarked;
