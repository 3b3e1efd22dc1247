package org.sise.server.api;

import io.swagger.v3.oas.annotations.media.Schema;
import org.sise.scoring.read.Fault;
import org.sise.server.query.Choice;

/** One thing wrong with a policy file. */
@Schema(name = "PolicyFault")
public record PolicyFault(
        @Schema(description = "从1起 / from 1") int line,

        @Schema(description = "从1起，按字计 / from 1, in characters")
        int column,

        @Schema(description = "错误种类 / kind of fault", example = "missing-field")
        String code,

        String message,
        String remedy) {

    static PolicyFault of(Fault fault) {
        return new PolicyFault(
                fault.line(),
                fault.column(),
                Choice.word(fault.code()),
                fault.message().zh() + " / " + fault.message().en(),
                fault.remedy().zh() + " / " + fault.remedy().en());
    }
}
