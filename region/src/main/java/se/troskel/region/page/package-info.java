/// The region's live page: counts only, never persons; nothing on it can be changed from here.
@NullMarked
package se.troskel.region.page;

import org.jspecify.annotations.NullMarked;
