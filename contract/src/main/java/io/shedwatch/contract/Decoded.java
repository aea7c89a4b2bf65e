package io.shedwatch.contract;

/** What any bytes on any topic turn out to be. */
public sealed interface Decoded permits Decoded.Good, Rejected {
  record Good(ShedAddress from, Message message) implements Decoded {}
}
