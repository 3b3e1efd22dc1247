package org.sise.server.cli;

import picocli.CommandLine.Command;

/** {@code graph}: who is related to whom, worked out from plain tables without any engine. */
@Command(name = "graph", description = "关联关系 / related parties", subcommands = GraphControlCommand.class)
final class GraphCommand {}
