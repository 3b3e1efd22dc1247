package org.sise.server.cli;

import picocli.CommandLine.Command;

/** {@code graph}: who is related to whom, of plain tables without any engine, or of the house. */
@Command(
        name = "graph",
        description = "关联关系 / related parties",
        subcommands = {GraphControlCommand.class, GraphCheckCommand.class})
final class GraphCommand {}
