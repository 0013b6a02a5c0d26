/** JPEG bit streams: markers, tables, a baseline encoder. Pure. */
@NullMarked
package org.casaba.jpeg;

import org.jspecify.annotations.NullMarked;
