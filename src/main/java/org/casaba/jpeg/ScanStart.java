package org.casaba.jpeg;

/**
 * A scan that is about to be read, and what is in force for it.
 *
 * @param restartInterval MCUs between two restart markers, 0 for none
 * @param data position in the stream where the scan's entropy-coded data begin
 */
record ScanStart(Scan scan, JpegTables tables, int restartInterval, long data) {}
