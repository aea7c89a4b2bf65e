/** What tests of routes share: a control room on its own port and folder, a client, a stream. */
@NullMarked
package io.shedwatch.server.web;

import org.jspecify.annotations.NullMarked;
