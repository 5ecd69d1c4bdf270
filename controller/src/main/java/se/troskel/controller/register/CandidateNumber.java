package se.troskel.controller.register;

/// The number by which a candidate is known to the university, for the check of identity and for
/// the record that the university gets. Only in the register, whose files are encrypted.
///
/// @param person id
/// @param value as [se.troskel.controller.identity.IdentityNumber#value()] has it
public record CandidateNumber(String person, String value) {
    /// Without the number.
    @Override
    public String toString() {
        return "CandidateNumber[" + person + "]";
    }
}
