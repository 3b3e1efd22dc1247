package org.sise.server.security;

import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/** Who may call what of the REST interface. The first line that fits decides. */
final class ApiAccess
        implements Customizer<
                AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry> {

    /** What a business scans, reads and rates without an account; it takes no credentials. */
    static final String[] OPEN_ENTRY = {
        "/api/v1/entry/code", "/api/v1/entry/rating", "/api/v1/entry/keys",
    };

    @Override
    public void customize(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry calls) {
        calls.requestMatchers("/api/openapi.json", "/api/openapi.json/**", "/api/docs", "/api/swagger-ui/**")
                .permitAll()
                .requestMatchers(OPEN_ENTRY)
                .permitAll()
                .requestMatchers(HttpMethod.POST, "/api/v1/entry/sign", "/api/v1/entry/emergency")
                .hasRole("OFFICER")
                .requestMatchers(HttpMethod.POST, "/api/v1/entry/emergencies/**")
                .hasAnyRole(RoleGroups.PLANNERS)
                .requestMatchers(HttpMethod.POST, "/api/v1/certificates/**")
                .hasRole("REGULATOR")
                .requestMatchers("/api/v1/entry/**")
                .hasAnyRole(RoleGroups.AUTHORITY)
                .requestMatchers(HttpMethod.POST, "/api/v1/tasks")
                .hasAnyRole(RoleGroups.PROPOSERS)
                .requestMatchers(HttpMethod.POST, "/api/v1/tasks/**")
                .hasAnyRole(RoleGroups.PLANNERS)
                .requestMatchers(HttpMethod.POST, "/api/v1/visits/**")
                .hasRole("OFFICER")
                .requestMatchers("/api/v1/codes/**")
                .authenticated()
                .requestMatchers("/api/v1/businesses/*", "/api/v1/businesses/*/**")
                .authenticated()
                .requestMatchers("/api/v1/audit/**")
                .hasRole("AUDITOR")
                .requestMatchers(HttpMethod.POST, "/api/v1/plans", "/api/v1/plans/preview")
                .hasRole("REGULATOR")
                .requestMatchers(HttpMethod.POST, "/api/v1/plans/**")
                .hasAnyRole(RoleGroups.PLANNERS)
                .requestMatchers(HttpMethod.POST, "/api/v1/policies/*/approve", "/api/v1/policies/*/refuse")
                .hasRole("APPROVER")
                .requestMatchers(HttpMethod.POST, "/api/v1/policies", "/api/v1/policies/**")
                .hasRole("POLICY_MAKER")
                .requestMatchers("/api/v1/what-ifs", "/api/v1/what-ifs/**")
                .hasAnyRole(RoleGroups.RULE_MAKERS)
                .requestMatchers(HttpMethod.POST, "/api/v1/quarantine/**")
                .hasAnyRole(RoleGroups.FEED_WRITERS)
                .requestMatchers(HttpMethod.POST, "/api/v1/deliveries/**")
                .hasAnyRole(RoleGroups.FEED_WRITERS)
                .requestMatchers(
                        "/api/v1/quarantine/**",
                        "/api/v1/deliveries/**",
                        "/api/v1/feeds",
                        "/api/v1/feeds/**",
                        "/api/v1/feed-alarms")
                .hasAnyRole(RoleGroups.FEED_READERS)
                .requestMatchers(HttpMethod.POST, "/api/v1/notices/*/feedback")
                .hasRole("DEPARTMENT")
                .requestMatchers(HttpMethod.POST, "/api/v1/notices/**")
                .hasRole("REGULATOR")
                .requestMatchers(HttpMethod.POST, "/api/v1/alerts/**")
                .hasRole("REGULATOR")
                .requestMatchers(HttpMethod.GET, "/api/v1/published/**")
                .permitAll()
                .requestMatchers(HttpMethod.POST, "/api/v1/corrections/*/report")
                .hasAnyRole(RoleGroups.REPORTING)
                .requestMatchers(HttpMethod.POST, "/api/v1/corrections/**", "/api/v1/visits/*/exemptions")
                .hasAnyRole(RoleGroups.INSPECTING)
                .requestMatchers(HttpMethod.GET, "/api/v1/corrections", "/api/v1/corrections/**")
                .authenticated()
                .requestMatchers(HttpMethod.POST, "/api/v1/modes", "/api/v1/modes/**", "/api/v1/publications/**")
                .hasRole("REGULATOR")
                .requestMatchers(HttpMethod.POST, "/api/v1/measures/*/acknowledge", "/api/v1/measures/*/act")
                .hasAnyRole(RoleGroups.FEED_WRITERS)
                .requestMatchers(
                        HttpMethod.POST,
                        "/api/v1/commitments",
                        "/api/v1/commitments/text",
                        "/api/v1/commitments/*/report")
                .hasRole("COMPANY")
                .requestMatchers("/api/v1/commitments/mine")
                .hasRole("COMPANY")
                .requestMatchers(
                        HttpMethod.POST,
                        "/api/v1/measures/**",
                        "/api/v1/listings",
                        "/api/v1/listings/**",
                        "/api/v1/commitments/**")
                .hasAnyRole(RoleGroups.PLANNERS)
                .requestMatchers("/api/v1/reminders/mine", "/api/v1/reminders/*/read")
                .hasRole("COMPANY")
                .requestMatchers(
                        HttpMethod.POST, "/api/v1/talks", "/api/v1/talks/**", "/api/v1/reviews", "/api/v1/reviews/**")
                .hasAnyRole(RoleGroups.TALKING)
                .requestMatchers(HttpMethod.POST, "/api/v1/recognitions", "/api/v1/recognitions/**")
                .hasRole("REGULATOR")
                .requestMatchers("/api/v1/notices", "/api/v1/notices/**", "/api/v1/subscriptions")
                .hasAnyRole(RoleGroups.FEED_READERS)
                .requestMatchers(HttpMethod.POST, "/api/v1/repairs")
                .hasRole("COMPANY")
                .requestMatchers(HttpMethod.POST, "/api/v1/repairs/**")
                .hasAnyRole(RoleGroups.PLANNERS)
                .requestMatchers("/api/v1/repairs", "/api/v1/repairs/**")
                .hasAnyRole(RoleGroups.REPAIR_READERS)
                .requestMatchers(HttpMethod.GET, "/api/**")
                .hasAnyRole(RoleGroups.AUTHORITY)
                .anyRequest()
                .denyAll();
    }
}
