package se.troskel.controller.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.util.Map;

/// The pages' templates, compiled at build time. Everything put into a page is escaped for its
/// place. Thread-safe.
final class Templates {
    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(
                    null, ContentType.Html, null, "se.troskel.controller.page.template");

    /// Fills a template.
    ///
    /// @param name of its file, without `.jte`
    byte[] render(String name, Map<String, Object> values) {
        var output = new Utf8ByteOutput();
        engine.render(name + ".jte", values, output);
        return output.toByteArray();
    }
}
