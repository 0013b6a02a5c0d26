/** WebP (RFC 9649): the container; {@code lossy} and {@code lossless} read the pictures in it. */
@NullMarked
package org.casaba.codec.webp;

import org.jspecify.annotations.NullMarked;
