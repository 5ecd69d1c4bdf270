package se.troskel.config;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/// A text as its writer sees it: by lines and columns. Immutable.
///
/// @param text all of it
/// @param lines without their ends
record YamlText(String text, List<String> lines) {
    private static final int MAX_PLACES = 20;
    private static final Pattern PLACE = Pattern.compile("line ([0-9]{1,6}), column ([0-9]{1,6})");

    static YamlText of(String text) {
        return new YamlText(text, text.lines().toList());
    }

    /// Where the first matches of a pattern begin; the rest of many would say nothing more.
    List<Position> places(Pattern pattern) {
        return pattern.matcher(text)
                .results()
                .limit(MAX_PLACES)
                .map(match -> place(match.start()))
                .toList();
    }

    /// Where the parser stopped: of the places in its message the last one that is in the text.
    Position place(JacksonException e) {
        TokenStreamLocation location = e.getLocation();
        Position place = location == null ? Position.START : Position.of(location);
        Matcher named = PLACE.matcher(e.getOriginalMessage());
        while (named.find()) {
            int line = Integer.parseInt(named.group(1));
            if (line <= lines.size()) {
                place = new Position(line, Integer.parseInt(named.group(2)));
            }
        }
        return place;
    }

    /// The parser's sentences without its excerpts, which are indented.
    static String words(JacksonException e) {
        return e.getOriginalMessage()
                .lines()
                .filter(line -> !line.isEmpty() && !line.startsWith(" "))
                .collect(Collectors.joining(", "));
    }

    /// The character with which something begins; a space when there is none.
    char sign(Position at) {
        if (at.line() > lines.size()) {
            return ' ';
        }
        String line = lines.get(at.line() - 1);
        if (line.codePointCount(0, line.length()) < at.column()) {
            return ' ';
        }
        return line.charAt(line.offsetByCodePoints(0, at.column() - 1));
    }

    private Position place(int start) {
        String before = text.substring(0, start);
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        return new Position(line, start - before.lastIndexOf('\n'));
    }
}
