/**
 * The host's TurboJPEG library, called through the foreign-function interface: faster than the
 * built-in JPEG codec at whole tiles and whole small pictures, with the same pixels.
 */
@NullMarked
package org.casaba.codec.turbojpeg;

import org.jspecify.annotations.NullMarked;
