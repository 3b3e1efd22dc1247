package org.sise.server.cli;

import picocli.CommandLine.Command;

/** {@code ./sise draw}: the public draw on a published folder. */
@Command(
        name = "draw",
        description = "公开抽取：抽取与核验 / The public draw: run and verify",
        subcommands = {DrawRunCommand.class, DrawVerifyCommand.class})
public final class DrawCommand {}
