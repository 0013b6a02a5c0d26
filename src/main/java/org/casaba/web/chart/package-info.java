/** Graphs as SVG, without anything of the web around them. */
@NullMarked
package org.casaba.web.chart;

import org.jspecify.annotations.NullMarked;
