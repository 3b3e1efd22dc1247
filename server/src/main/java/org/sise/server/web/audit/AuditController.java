package org.sise.server.web.audit;

import org.jspecify.annotations.Nullable;
import org.sise.ledger.audit.AuditLog;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The audit log: its latest lines, and the check of every line. */
@Controller
final class AuditController {

    private static final int LINES = 200;

    private final AuditLog audit;

    AuditController(AuditLog audit) {
        this.audit = audit;
    }

    @GetMapping("/audit")
    String lines(@RequestParam(required = false) @Nullable String object, Model model) {
        String wanted = object == null || object.isBlank() ? null : object.strip();
        model.addAttribute("object", wanted);
        model.addAttribute("lines", audit.latest(wanted, LINES));
        return "audit/lines";
    }

    @GetMapping("/audit/verify")
    String verify(Model model) {
        model.addAttribute("verdict", audit.verify());
        return "audit/verdict";
    }
}
