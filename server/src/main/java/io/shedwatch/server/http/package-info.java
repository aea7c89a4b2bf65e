/**
 * The HTTP base that every room's routes stand on: problem details, security headers, the guard
 * against cross-site requests, pages, health, metrics and the OpenAPI document.
 *
 * <p>In come requests, out go answers; an error is always an RFC 9457 problem with a stable type.
 * No rule of any room is decided here, and no room is known.
 */
@NullMarked
package io.shedwatch.server.http;

import org.jspecify.annotations.NullMarked;
