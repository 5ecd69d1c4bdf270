/// Signed texts that leave the centre: what seals them, and what tells anybody whether one is as it
/// was sealed and by whom. Every byte is covered.
@NullMarked
package se.troskel.controller.seal;

import org.jspecify.annotations.NullMarked;
