package io.shedwatch.edge;

/**
 * What is kept of one socket, as one line of text that only {@code AgentLoop} reads.
 *
 * @param state at most 500 characters, printable ASCII
 */
public record SocketMemory(int socket, String state) {}
