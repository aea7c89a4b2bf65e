package io.shedwatch.edge.spool;

import io.shedwatch.contract.BootId;

/**
 * One start of the agent on this spool.
 *
 * @param number orders boots; grows with each
 * @param base the id of the boot's message {@code seq} is {@code base + seq}
 */
record Boot(long number, BootId id, long base) {}
