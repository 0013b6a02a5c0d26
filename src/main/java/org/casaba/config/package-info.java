/** Settings of all parts, from a properties file and the environment. */
@NullMarked
package org.casaba.config;

import org.jspecify.annotations.NullMarked;
