/**
 * The Tomcat inside the executable archive. Loaded from {@code WEB-INF/embedded} by the launcher,
 * unknown to the web application.
 */
@NullMarked
package org.casaba.launch.tomcat;

import org.jspecify.annotations.NullMarked;
