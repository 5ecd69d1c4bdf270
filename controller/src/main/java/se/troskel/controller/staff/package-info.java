/// What staff orders at a centre and what is answered: plain values, which the pages, the terminals
/// and the site know, none of them through another.
@NullMarked
package se.troskel.controller.staff;

import org.jspecify.annotations.NullMarked;
