/** What info.json says, in both versions from one model. Pure. */
@NullMarked
package org.casaba.info;

import org.jspecify.annotations.NullMarked;
