/**
 * The key frames of VP8 (RFC 6386), which is what lossy WebP is, read row by row; pixel for pixel
 * what libwebp makes of them.
 *
 * <p>{@link org.casaba.codec.webp.lossy.LossyRows} decodes rows of macroblocks, 16 x 16 pixels
 * each: it reads how each is predicted ({@link org.casaba.codec.webp.lossy.MacroblockModes}) and
 * what is added to that ({@link org.casaba.codec.webp.lossy.Residuals}), reconstructs it ({@link
 * org.casaba.codec.webp.lossy.Reconstruction}), smooths the edges ({@link
 * org.casaba.codec.webp.lossy.LoopFilter}) and turns luma and chroma into RGB.
 */
@NullMarked
package org.casaba.codec.webp.lossy;

import org.jspecify.annotations.NullMarked;
