/** What the built WAR answers, held against the specification. */
@NullMarked
package org.casaba.conformance;

import org.jspecify.annotations.NullMarked;
