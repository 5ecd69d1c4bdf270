package se.troskel.config;

import java.util.List;
import java.util.stream.Collectors;
import se.troskel.config.Findings.Complaint;
import tools.jackson.databind.JsonNode;

/// Says in our own words how a document breaks one rule of the schema.
///
/// @param rule the part of the schema that is broken
record SchemaWords(JsonNode rule) {

    Complaint unknownKey(String key) {
        List<String> known = List.copyOf(rule.path("properties").propertyNames());
        return new Complaint(
                "unknown key '" + key + "'",
                NearestWord.of(key, known)
                        .map(word -> "did you mean '" + word + "'?")
                        .orElse("remove it; known here: " + String.join(", ", known)));
    }

    Complaint missingKey(String key) {
        String meaning = rule.path("properties").path(key).path("description").asString("");
        return new Complaint(
                "the key '" + key + "' is missing",
                "add '" + key + ":'" + (meaning.isEmpty() ? "" : ", " + meaning));
    }

    Complaint wrongValue(String keyword, JsonNode instance) {
        String value = instance.isValueNode() ? instance.asString("") : "";
        return switch (keyword) {
            case "type" -> wrongType(value, instance);
            case "enum" -> new Complaint(value, "not one of the words known here", oneOf(value));
            case "pattern" ->
                    new Complaint(
                            value,
                            "not of the form that is asked for",
                            "write it as in " + example());
            case "minimum", "maximum" ->
                    new Complaint(
                            value,
                            keyword.equals("minimum") ? "too small" : "too great",
                            "write a whole number from "
                                    + rule.path("minimum").asString("")
                                    + " to "
                                    + rule.path("maximum").asString(""));
            case "minItems" -> new Complaint("the list is empty", "list at least one");
            case "uniqueItems" ->
                    new Complaint("something stands twice in this list", "keep one of them");
            case "minLength" -> new Complaint("the text is empty", "write something");
            case "maxLength" ->
                    new Complaint(
                            value,
                            "the text is too long",
                            "keep to " + rule.path("maxLength").asString("") + " characters");
            default -> new Complaint(value, "breaks the rule '" + keyword + "'", "see the schema");
        };
    }

    private Complaint wrongType(String value, JsonNode instance) {
        if (instance.isNull()) {
            return new Complaint(
                    "nothing stands here",
                    "write a value; a key that may be left out is left out whole");
        }
        String mend =
                switch (rule.path("type").asString("")) {
                    case "integer" -> "write a whole number without quotes";
                    case "boolean" -> "write true or false, without quotes";
                    case "string" ->
                            value.isEmpty()
                                    ? "write a text"
                                    : "put quotes around it: \"" + value + "\"";
                    case "array" -> "write a list: [ ... ], or lines that begin with -";
                    default -> "write keys and values, indented below this key";
                };
        return new Complaint(value, "this is " + kind(instance) + ", which does not fit", mend);
    }

    private String oneOf(String value) {
        List<String> words = rule.path("enum").valueStream().map(JsonNode::asString).toList();
        return NearestWord.of(value, words)
                .map(word -> "did you mean " + word + "?")
                .orElse("write one of " + String.join(", ", words));
    }

    private String example() {
        return rule.path("examples")
                .valueStream()
                .map(JsonNode::toString)
                .collect(Collectors.joining(" or "));
    }

    private static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case ARRAY -> "a list";
            case OBJECT -> "a mapping";
            case BOOLEAN -> "true or false";
            case NUMBER -> "a number";
            default -> "a text";
        };
    }
}
