/** Libraries of the host, called through the foreign-function interface. */
@NullMarked
package org.casaba.codec.foreign;

import org.jspecify.annotations.NullMarked;
