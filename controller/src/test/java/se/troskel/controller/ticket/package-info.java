/// Tickets: the code, its keys, its pictures, and everything that is not a ticket.
@NullMarked
package se.troskel.controller.ticket;

import org.jspecify.annotations.NullMarked;
