/**
 * JPEG bit streams, without pixels (ITU T.81). {@link org.casaba.jpeg.JpegHeader} reads what stands
 * before the compressed data; {@link org.casaba.jpeg.SequentialScan} and {@link
 * org.casaba.jpeg.StoredScans} decode these into blocks of coefficients; {@link
 * org.casaba.jpeg.BaselineEncoder} writes files. Pure: bytes come and go through what the caller
 * gives.
 */
@NullMarked
package org.casaba.jpeg;

import org.jspecify.annotations.NullMarked;
