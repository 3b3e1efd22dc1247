package org.sise.server.cli;

import picocli.CommandLine.Command;

/** {@code policy}: grading policies, checked, tested and applied to plain tables without a server. */
@Command(
        name = "policy",
        description = "分级政策 / grading policies",
        subcommands = {
            PolicyCheckCommand.class,
            PolicyTestCommand.class,
            PolicyGradeCommand.class,
            PolicyCompareCommand.class,
            PolicyOutlookCommand.class,
            PolicyEvaluateCommand.class,
            PolicySchemaCommand.class
        })
final class PolicyCommand {}
