package io.shedwatch.contract;

/** One message of the contract, as a value: valid by birth. */
public sealed interface Message permits FromEdge, FromServer {
  Channel channel();
}
