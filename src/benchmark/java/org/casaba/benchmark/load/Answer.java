package org.casaba.benchmark.load;

/**
 * What came back.
 *
 * @param status of HTTP
 */
@SuppressWarnings("ArrayRecordComponent") // answers are never compared
record Answer(int status, byte[] body) {
  boolean isWell() {
    return status == 200 && body.length > 0;
  }
}
