/** Decompression by libdeflate. */
@NullMarked
package org.casaba.codec.libdeflate;

import org.jspecify.annotations.NullMarked;
