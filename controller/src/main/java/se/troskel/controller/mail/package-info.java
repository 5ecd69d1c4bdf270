/// Mail to the municipality's own mail server: over a way that is encrypted and to a server that
/// proves who it is, or not at all.
@NullMarked
package se.troskel.controller.mail;

import org.jspecify.annotations.NullMarked;
