/** The words of the IIIF Image API 2.1.1 and 3.0: requests, their parts, their grammar. Pure. */
@NullMarked
package org.casaba.iiif;

import org.jspecify.annotations.NullMarked;
