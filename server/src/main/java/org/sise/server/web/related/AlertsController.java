package org.sise.server.web.related;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sise.grading.phoenix.AlertState;
import org.sise.grading.phoenix.PhoenixAlerts;
import org.sise.grading.phoenix.StoredAlert;
import org.sise.graph.phoenix.PhoenixAlert.Sign;
import org.sise.ledger.business.Business;
import org.sise.ledger.business.Businesses;
import org.sise.ledger.record.StandingRecords;
import org.sise.server.query.BadParameterException;
import org.sise.server.query.Choice;
import org.sise.server.query.NotFoundException;
import org.sise.server.security.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signs that a business went on under another name, with their evidence, for a person to judge. */
@Controller
final class AlertsController {

    private static final int PAGE = 50;

    private final PhoenixAlerts alerts;
    private final Businesses businesses;
    private final StandingRecords records;

    AlertsController(PhoenixAlerts alerts, Businesses businesses, StandingRecords records) {
        this.alerts = alerts;
        this.businesses = businesses;
        this.records = records;
    }

    @GetMapping("/alerts")
    String list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String sign,
            @RequestParam(required = false) @Nullable String business,
            @RequestParam(required = false) @Nullable Long before,
            Model model) {
        AlertState wanted = Choice.of(AlertState.class, "state", state);
        Sign looked = Choice.of(Sign.class, "sign", sign);
        String code = business == null || business.isBlank() ? null : business.strip();
        List<StoredAlert> found = alerts.page(wanted, looked, code, before, PAGE + 1);
        boolean more = found.size() > PAGE;
        List<StoredAlert> page = more ? found.subList(0, PAGE) : found;
        model.addAttribute("alerts", page);
        model.addAttribute("names", names(page));
        model.addAttribute("next", more ? page.getLast().id() : null);
        model.addAttribute("before", before);
        model.addAttribute("state", wanted);
        model.addAttribute("sign", looked);
        model.addAttribute("business", code);
        model.addAttribute("states", Arrays.asList(AlertState.values()));
        model.addAttribute("signs", Arrays.asList(Sign.values()));
        return "related/alerts";
    }

    @GetMapping("/alerts/{id}")
    String show(@PathVariable long id, Model model) {
        StoredAlert alert = alerts.find(id).orElseThrow(() -> new NotFoundException("alert " + id));
        model.addAttribute("alert", alert);
        model.addAttribute("names", names(List.of(alert)));
        model.addAttribute("evidence", records.ofNumbers(alert.records()));
        return "related/alert";
    }

    @PostMapping("/alerts/{id}")
    String judge(
            @PathVariable long id,
            @RequestParam String verdict,
            @RequestParam String note,
            @AuthenticationPrincipal SignedIn signedIn) {
        if (alerts.find(id).isEmpty()) {
            throw new NotFoundException("alert " + id);
        }
        AlertState state = Choice.of(AlertState.class, "verdict", verdict);
        try {
            alerts.judge(id, state == null ? AlertState.OPEN : state, note, signedIn.getUsername());
        } catch (IllegalArgumentException e) {
            throw new BadParameterException("note", String.valueOf(e.getMessage()));
        }
        return "redirect:/alerts/" + id;
    }

    private Map<String, String> names(List<StoredAlert> page) {
        Map<String, String> names = new LinkedHashMap<>();
        page.forEach(alert -> alert.businesses().forEach(code -> names.put(code, code)));
        for (Business business : businesses.of(names.keySet()).values()) {
            names.put(business.code(), business.name());
        }
        return names;
    }
}
