package org.sise.server.cli;

import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ParameterException;

/** The command line's entry: {@code ./sise}. */
@Command(
        name = "sise",
        description = "四色: 信用监管与四色分级引擎 / credit supervision and four-colour regulation",
        version = "sise 0.1.0",
        mixinStandardHelpOptions = true,
        subcommands = {
            StartCommand.class,
            CodeCommand.class,
            DrawCommand.class,
            FeedCommand.class,
            GraphCommand.class,
            PolicyCommand.class,
            RebuildCommand.class,
            AccountCommand.class,
            RosterCommand.class,
            HelpCommand.class
        })
public final class Sise implements Runnable {

    /** Exit status of a call whose input was bad. */
    static final int BAD_INPUT = 2;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    /** Runs one call and exits: 0 success, 1 a negative answer, 2 bad input. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /** The whole command line, its faults told without stack traces. */
    static CommandLine commandLine() {
        return new CommandLine(new Sise()).setExecutionExceptionHandler((fault, line, _) -> {
            line.getErr().println(line.getColorScheme().errorText(message(fault)));
            if (System.getenv("SISE_DEBUG") != null) {
                fault.printStackTrace(line.getErr());
            }
            return BAD_INPUT;
        });
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "缺少命令 / a command is missing");
    }

    private static String message(Exception fault) {
        if (fault instanceof NoSuchFileException missing) {
            return "文件不存在 / no such file: " + missing.getMessage();
        }
        String message = fault.getMessage();
        return message == null ? fault.toString() : message;
    }
}
