package org.sise.server.security;

import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/** Who may see which page and send which form. The first line that fits decides. */
final class PageAccess
        implements Customizer<
                AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry> {

    @Override
    public void customize(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry pages) {
        pages.requestMatchers("/login", "/error", "/static/**", "/webjars/**", "/favicon.ico", "/enter", "/enter/**")
                .permitAll()
                .requestMatchers("/scan", "/scan/**", "/visits/mine", "/visits/*/code", "/visits/*/code/**")
                .hasRole("OFFICER")
                .requestMatchers(HttpMethod.POST, "/visits/*/exemptions", "/visits/*/corrections")
                .hasAnyRole(RoleGroups.INSPECTING)
                .requestMatchers(HttpMethod.POST, "/visits/**")
                .hasRole("OFFICER")
                .requestMatchers("/visits", "/visits.csv", "/visits.xlsx", "/visits/**")
                .hasAnyRole(RoleGroups.AUTHORITY)
                .requestMatchers("/tasks/new")
                .hasAnyRole(RoleGroups.PROPOSERS)
                .requestMatchers(HttpMethod.POST, "/tasks")
                .hasAnyRole(RoleGroups.PROPOSERS)
                .requestMatchers(HttpMethod.POST, "/tasks/**", "/emergencies/**")
                .hasAnyRole(RoleGroups.PLANNERS)
                .requestMatchers(
                        "/tasks",
                        "/tasks.csv",
                        "/tasks.xlsx",
                        "/tasks/**",
                        "/emergencies",
                        "/emergencies/**",
                        "/attempts",
                        "/attempts.csv",
                        "/attempts.xlsx")
                .hasAnyRole(RoleGroups.AUTHORITY)
                .requestMatchers(HttpMethod.GET, "/published", "/published/**")
                .permitAll()
                .requestMatchers(HttpMethod.POST, "/corrections/*/report")
                .hasAnyRole(RoleGroups.REPORTING)
                .requestMatchers(HttpMethod.POST, "/corrections/**")
                .hasAnyRole(RoleGroups.INSPECTING)
                .requestMatchers("/corrections*", "/corrections/**")
                .authenticated()
                .requestMatchers(HttpMethod.POST, "/modes", "/modes/**", "/publications/**")
                .hasRole("REGULATOR")
                .requestMatchers("/modes/new", "/modes/candidates*")
                .hasRole("REGULATOR")
                .requestMatchers("/modes*", "/modes/**", "/publications*", "/effect*", "/exemptions*")
                .hasAnyRole(RoleGroups.AUTHORITY)
                .requestMatchers("/audit", "/audit/**")
                .hasRole("AUDITOR")
                .requestMatchers("/plans/new", "/plans/preview")
                .hasRole("REGULATOR")
                .requestMatchers(HttpMethod.POST, "/plans")
                .hasRole("REGULATOR")
                .requestMatchers(HttpMethod.POST, "/plans/**")
                .hasAnyRole(RoleGroups.PLANNERS)
                .requestMatchers("/plans", "/plans/**")
                .hasAnyRole(RoleGroups.AUTHORITY)
                .requestMatchers(HttpMethod.POST, "/catalogue", "/roster", "/roster/*/recusals", "/yearly")
                .hasRole("REGULATOR")
                .requestMatchers(HttpMethod.POST, "/recognition", "/recognition/partners")
                .hasRole("REGULATOR")
                .requestMatchers("/businesses/*/recognition.jws")
                .hasRole("REGULATOR")
                .requestMatchers("/recognition", "/recognition/**", "/businesses/*/foreign")
                .hasAnyRole(RoleGroups.AUTHORITY)
                .requestMatchers(HttpMethod.POST, "/yearly/*/approve")
                .hasAnyRole(RoleGroups.PLANNERS)
                .requestMatchers(
                        "/catalogue",
                        "/catalogue.csv",
                        "/catalogue.xlsx",
                        "/catalogue/**",
                        "/roster",
                        "/roster.csv",
                        "/roster.xlsx",
                        "/roster/**",
                        "/yearly",
                        "/yearly/**")
                .hasAnyRole(RoleGroups.AUTHORITY)
                .requestMatchers(HttpMethod.POST, "/policies/*/approve", "/policies/*/refuse")
                .hasRole("APPROVER")
                .requestMatchers("/policies/new", "/policies/check")
                .hasRole("POLICY_MAKER")
                .requestMatchers(HttpMethod.POST, "/policies", "/policies/**")
                .hasRole("POLICY_MAKER")
                .requestMatchers("/policies", "/policies/**")
                .hasAnyRole(RoleGroups.AUTHORITY)
                .requestMatchers("/what-ifs", "/what-ifs/**")
                .hasAnyRole(RoleGroups.RULE_MAKERS)
                .requestMatchers(HttpMethod.POST, "/feeds/**")
                .hasAnyRole(RoleGroups.FEED_WRITERS)
                .requestMatchers("/feeds", "/feeds.csv", "/feeds.xlsx", "/feeds/**")
                .hasAnyRole(RoleGroups.FEED_READERS)
                .requestMatchers(HttpMethod.POST, "/notices/*/feedback")
                .hasRole("DEPARTMENT")
                .requestMatchers(HttpMethod.POST, "/notices/**")
                .hasRole("REGULATOR")
                .requestMatchers("/notices", "/notices.csv", "/notices.xlsx", "/notices/**")
                .hasAnyRole(RoleGroups.FEED_READERS)
                .requestMatchers(HttpMethod.POST, "/alerts/**")
                .hasRole("REGULATOR")
                .requestMatchers(HttpMethod.POST, "/measures/*/acknowledge", "/measures/*/act")
                .hasAnyRole(RoleGroups.FEED_WRITERS)
                .requestMatchers(HttpMethod.POST, "/measures/**", "/listings", "/listings/**", "/commitments/**")
                .hasAnyRole(RoleGroups.PLANNERS)
                .requestMatchers("/listings/new")
                .hasAnyRole(RoleGroups.PLANNERS)
                .requestMatchers(HttpMethod.POST, "/talks", "/talks/**", "/reviews", "/reviews/**")
                .hasAnyRole(RoleGroups.TALKING)
                .requestMatchers("/talks/new", "/reviews/new")
                .hasAnyRole(RoleGroups.TALKING)
                .requestMatchers(
                        "/reminders*",
                        "/talks*",
                        "/talks/**",
                        "/reviews*",
                        "/reviews/**",
                        "/discretion*",
                        "/discretion/**")
                .hasAnyRole(RoleGroups.AUTHORITY)
                .requestMatchers(
                        "/measures*",
                        "/measures/**",
                        "/listings*",
                        "/listings/**",
                        "/commitments*",
                        "/commitments/**",
                        "/approval-questions")
                .hasAnyRole(RoleGroups.AUTHORITY)
                .requestMatchers("/exposures", "/exposures.csv", "/exposures.xlsx", "/alerts", "/alerts/**")
                .hasAnyRole(RoleGroups.AUTHORITY)
                .requestMatchers("/desk", "/desk/**")
                .hasRole("COMPANY")
                .requestMatchers(HttpMethod.POST, "/repairs/**")
                .hasAnyRole(RoleGroups.PLANNERS)
                .requestMatchers("/repairs", "/repairs.csv", "/repairs.xlsx", "/repairs/**")
                .hasAnyRole(RoleGroups.REPAIR_READERS)
                .requestMatchers("/businesses", "/businesses.csv", "/businesses.xlsx")
                .hasAnyRole(RoleGroups.AUTHORITY)
                .anyRequest()
                .authenticated();
    }
}
