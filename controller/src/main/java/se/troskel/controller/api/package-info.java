/// The local HTTP API of the terminals.
@NullMarked
package se.troskel.controller.api;

import org.jspecify.annotations.NullMarked;
