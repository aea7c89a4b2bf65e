package io.shedwatch.server.live;

/**
 * How often the hub does things, in real milliseconds.
 *
 * @param staffGap between two events of one shed to staff, unless what is counted changed
 * @param anybodyGap the same to people without a login
 * @param tick how often it is looked whether time alone changed something
 * @param comment between two comments to one client
 * @param life of one stream; then the client comes back and its login is checked again
 */
record SseRhythm(long staffGap, long anybodyGap, long tick, long comment, long life) {
  static final SseRhythm USUAL = new SseRhythm(250, 30_000, 250, 15_000, 3_600_000);
}
