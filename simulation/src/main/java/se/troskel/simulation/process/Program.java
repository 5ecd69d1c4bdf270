package se.troskel.simulation.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// How to start one of our programs as a child process of this Java.
///
/// @param name short, for logs
/// @param mainClass its main class, on this process's class path
/// @param flags more JVM flags
/// @param arguments of the program; no secret stands here
public record Program(String name, Class<?> mainClass, List<String> flags, List<String> arguments) {
    public Program {
        flags = List.copyOf(flags);
        arguments = List.copyOf(arguments);
    }

    /// One file for all of them: the class path holds several of the usual name.
    private static final String LOGGING = "se/troskel/simulation/logback.xml";

    /// The command line.
    public List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.add("-Djava.awt.headless=true");
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-XX:+UseSerialGC");
        command.add("-Dlogback.configurationFile=" + LOGGING);
        command.addAll(flags);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(mainClass.getName());
        command.addAll(arguments);
        return command;
    }
}
