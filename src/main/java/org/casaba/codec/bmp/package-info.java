/** BMP: the bitmaps of Windows and OS/2, read row by row wherever the rows lie. */
@NullMarked
package org.casaba.codec.bmp;

import org.jspecify.annotations.NullMarked;
