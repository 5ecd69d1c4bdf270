package se.troskel.config;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Where a rule comes from and who stands for it.
///
/// @param id by which the rules of the same file name it
/// @param text a web page, letter or telephone call, so that somebody can ask again
/// @param date when it was read; with `confirmedBy`, when it was confirmed
/// @param confirmedBy who at the university (of a centre's rule: at the centre) said that it holds,
///   with name and office; null when nobody has: then nobody is refused by it
public record RuleSource(
        @Form(value = Form.ID, example = "exam-page") String id,
        String text,
        LocalDate date,
        @Nullable String confirmedBy) {}
