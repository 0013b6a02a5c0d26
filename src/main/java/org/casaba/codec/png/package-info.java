/** PNG (W3C, third edition): read and written row by row. */
@NullMarked
package org.casaba.codec.png;

import org.jspecify.annotations.NullMarked;
