package org.casaba.benchmark.load;

/**
 * One request of a list.
 *
 * @param path what follows the server's own prefix: identifier and image parameters
 * @param copy path of a file that holds the answer, for the server of files
 */
record Request(String path, String copy) {}
