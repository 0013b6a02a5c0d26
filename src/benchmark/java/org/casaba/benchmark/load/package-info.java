/**
 * The load benchmarks: servers that run as processes of their own get the same requests in turns.
 * {@code LoadBenchmark} compares servers, {@code DelegateBenchmark} delegates; {@code Kinds} says
 * what is asked for, {@code Contest} how, {@code Report} how it is told.
 */
@NullMarked
package org.casaba.benchmark.load;

import org.jspecify.annotations.NullMarked;
