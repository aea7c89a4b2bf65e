/**
 * Photos that people upload. In come bytes of a stranger, out goes a picture of our own making or
 * the reason why not. Nothing of the stranger's bytes is ever kept: no place, no camera, no hidden
 * file behind the picture.
 */
@NullMarked
package io.shedwatch.server.photo;

import org.jspecify.annotations.NullMarked;
