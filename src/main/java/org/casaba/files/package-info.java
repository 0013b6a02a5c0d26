/** Folders of the server's own, and what file systems say, in words. */
@NullMarked
package org.casaba.files;

import org.jspecify.annotations.NullMarked;
