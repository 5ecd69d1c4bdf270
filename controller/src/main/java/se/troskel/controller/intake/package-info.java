/// Lists of people, cards, bookings and head counts from CSV files.
@NullMarked
package se.troskel.controller.intake;

import org.jspecify.annotations.NullMarked;
