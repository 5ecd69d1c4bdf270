package se.troskel.protocol.schema;

import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Makes the JSON Schema (draft 2020-12) of a message record: what is not `@Nullable` is required,
/// unknown members are allowed.
final class MessageSchema {
    private static final SchemaGenerator GENERATOR = generator();

    private MessageSchema() {}

    static String of(Class<? extends Record> message) {
        return GENERATOR.generateSchema(message).toPrettyString() + "\n";
    }

    private static SchemaGenerator generator() {
        var builder =
                new SchemaGeneratorConfigBuilder(
                                SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                        .with(Option.NULLABLE_ALWAYS_AS_ANYOF);
        builder.forFields()
                .withNullableCheck(field ->
                        field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class))
                .withRequiredCheck(field ->
                        !field.getRawMember()
                                .getAnnotatedType()
                                .isAnnotationPresent(Nullable.class));
        builder.forTypesInGeneral()
                .withCustomDefinitionProvider((type, context) -> {
                    var config = context.getGeneratorConfig();
                    var node = config.createObjectNode();
                    if (type.getErasedType() == JsonNode.class) {
                        node.put("type", "object");
                    } else if (type.getErasedType() == Instant.class) {
                        node.put("type", "string").put("format", "date-time");
                    } else if (type.getErasedType() == Map.class) {
                        // no message has another map than texts by language
                        node.put("type", "object")
                                .putObject("additionalProperties")
                                .put("type", "string");
                    } else if (type.getErasedType() == UUID.class) {
                        node.put("type", "string").put("format", "uuid");
                    } else {
                        return null;
                    }
                    return new CustomDefinition(node, true);
                });
        return new SchemaGenerator(builder.build());
    }
}
