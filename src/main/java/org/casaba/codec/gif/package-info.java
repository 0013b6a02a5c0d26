/** GIF (version 89a): the first frame read row by row, one frame written in two passes at most. */
@NullMarked
package org.casaba.codec.gif;

import org.jspecify.annotations.NullMarked;
