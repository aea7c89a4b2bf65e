package io.shedwatch.contract;

/** What the server publishes. */
public sealed interface FromServer extends Message permits Command, Limits, Stored {}
