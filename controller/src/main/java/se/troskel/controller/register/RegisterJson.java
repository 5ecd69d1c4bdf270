package se.troskel.controller.register;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The register's own JSON, in its log and snapshots: read only after it was decrypted, so nobody
/// else wrote it, and of any size.
final class RegisterJson {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();
    private static final String KIND = "kind";
    private static final String EDIT = "edit";
    private static final Map<String, Class<?>> EDITS =
            Arrays.stream(RegisterEdit.class.getPermittedSubclasses())
                    .collect(Collectors.toMap(Class::getSimpleName, Function.identity()));

    private RegisterJson() {}

    static byte[] write(RegisterEdit edit) {
        ObjectNode tree = MAPPER.createObjectNode();
        tree.put(KIND, edit.getClass().getSimpleName());
        tree.set(EDIT, MAPPER.valueToTree(edit));
        return MAPPER.writeValueAsBytes(tree);
    }

    static RegisterEdit readEdit(byte[] bytes) {
        JsonNode tree = completed(MAPPER.readTree(bytes));
        String kind = tree.path(KIND).asString();
        Class<?> type = EDITS.get(kind);
        if (type == null) {
            throw new RegisterUnavailableException(
                    "the register's log holds an edit of the kind '"
                            + kind
                            + "', which this version does not know; install the newer version");
        }
        return (RegisterEdit) MAPPER.treeToValue(tree.path(EDIT), type);
    }

    static byte[] write(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    static <T> T read(byte[] bytes, Class<T> type) {
        return MAPPER.treeToValue(completed(MAPPER.readTree(bytes)), type);
    }

    static String text(Object value) {
        return new String(write(value), StandardCharsets.UTF_8);
    }

    static Map<String, String> readCells(String text) {
        Map<String, String> cells = new LinkedHashMap<>();
        MAPPER.readTree(text)
                .properties()
                .forEach(cell -> cells.put(cell.getKey(), cell.getValue().asString()));
        return cells;
    }

    static <T> T read(String text, Class<T> type) {
        return MAPPER.treeToValue(completed(MAPPER.readTree(text)), type);
    }

    /// What was written before people had an extended time, and before there were day passes, lists
    /// of sittings and words of deviations: nobody has any of these there.
    private static JsonNode completed(JsonNode tree) {
        for (JsonNode person : tree.findParents("protectedIdentity")) {
            if (person instanceof ObjectNode fields && !fields.has("extendedTime")) {
                fields.put("extendedTime", false);
            }
        }
        for (JsonNode contents : tree.findParents("headCounts")) {
            if (contents instanceof ObjectNode fields && !fields.has("passes")) {
                fields.putObject("passes");
            }
            if (contents instanceof ObjectNode fields && !fields.has("exams")) {
                fields.set("exams", MAPPER.valueToTree(ExamLists.EMPTY));
            }
        }
        for (JsonNode lists : tree.findParents("registrations")) {
            if (lists instanceof ObjectNode fields && !fields.has("texts")) {
                fields.putObject("texts");
            }
        }
        return tree;
    }
}
