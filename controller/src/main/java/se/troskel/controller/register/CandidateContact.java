package se.troskel.controller.register;

/// Where a candidate gets the confirmation. Only in the register, whose files are encrypted.
///
/// @param person id
/// @param email address, as it was imported
public record CandidateContact(String person, String email) {
    /// Without the address.
    @Override
    public String toString() {
        return "CandidateContact[" + person + "]";
    }
}
