package se.troskel.controller.register;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Everything the register holds at one version: immutable, shared between threads.
///
/// @param version grows with every edit
/// @param people by id
/// @param credentials by lookup
/// @param tickets by id
/// @param headCounts people counted by hand per room, from the head-count list
/// @param staff by user
/// @param passes by lookup
/// @param exams sittings with their candidates
public record RegisterContents(
        long version,
        Map<String, Person> people,
        Map<String, Credential> credentials,
        BookingIndex bookings,
        Map<String, IssuedTicket> tickets,
        Map<String, Integer> headCounts,
        Map<String, StaffAccount> staff,
        Map<String, DayPass> passes,
        ExamLists exams) {
    /// A register in which nobody is.
    public static final RegisterContents EMPTY =
            new RegisterContents(0, Map.of(), Map.of(), List.of(), Map.of(), Map.of(), Map.of());

    public RegisterContents {
        people = Map.copyOf(people);
        credentials = Map.copyOf(credentials);
        tickets = Map.copyOf(tickets);
        headCounts = Map.copyOf(headCounts);
        staff = Map.copyOf(staff);
        passes = Map.copyOf(passes);
    }

    /// With the bookings as a list, without day passes and exams.
    ///
    /// @param bookings in order of start
    public RegisterContents(
            long version,
            Map<String, Person> people,
            Map<String, Credential> credentials,
            List<Booking> bookings,
            Map<String, IssuedTicket> tickets,
            Map<String, Integer> headCounts,
            Map<String, StaffAccount> staff) {
        this(
                version,
                people,
                credentials,
                BookingIndex.of(bookings),
                tickets,
                headCounts,
                staff,
                Map.of(),
                ExamLists.EMPTY);
    }

    /// The day pass with this short code; null when there is none.
    public @Nullable DayPass passByCode(String codeLookup) {
        return passes.values().stream()
                .filter(pass -> pass.codeLookup().equals(codeLookup))
                .findFirst()
                .orElse(null);
    }

    /// The staff account that a person's cards are linked to; null when there is none.
    public @Nullable StaffAccount staffOf(String person) {
        return staff.values().stream()
                .filter(account -> person.equals(account.person()))
                .findFirst()
                .orElse(null);
    }

    /// The ticket with this short code; null when there is none.
    public @Nullable IssuedTicket ticketByCode(String codeLookup) {
        return tickets.values().stream()
                .filter(ticket -> ticket.codeLookup().equals(codeLookup))
                .findFirst()
                .orElse(null);
    }
}
