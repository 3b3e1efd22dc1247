package org.sise.server.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.sise.grading.approval.PolicyFaultsException;
import org.sise.grading.approval.PolicyRefusedException;
import org.sise.graph.GraphUnavailableException;
import org.sise.server.query.BadParameterException;
import org.sise.server.query.Choice;
import org.sise.server.query.NotFoundException;
import org.sise.supervision.plan.PlanRefusedException;
import org.sise.supervision.plan.PlanStateException;
import org.sise.supervision.repair.cases.RepairRefusedException;
import org.sise.supervision.step.StepRefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers failures of the REST interface as problem details (RFC 9457). Where one field is at fault its name stands in
 * {@code field}; where several are, {@code errors} lists each with its message. A refused step of a policy's approval has a
 * {@code code}; a faulty policy has {@code faults}, each with its line, column and remedy.
 */
@Component
final class ApiProblems implements HandlerExceptionResolver, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(ApiProblems.class);

    private final JsonMapper json = JsonMapper.shared();

    /** One field at fault. */
    private record FieldError(String field, String message) {}

    private record Problem(
            HttpStatus status,
            String detail,
            List<FieldError> errors,
            @Nullable String code,
            List<PolicyFault> faults) {
        Problem(HttpStatus status, String detail, List<FieldError> errors) {
            this(status, detail, errors, null, List.of());
        }

        static Problem of(HttpStatus status, String detail) {
            return new Problem(status, detail, List.of());
        }

        static Problem of(String field, String message) {
            return new Problem(HttpStatus.BAD_REQUEST, message, List.of(new FieldError(field, message)));
        }

        static Problem of(PolicyRefusedException refused) {
            String field = refused.refusal().field();
            return new Problem(
                    refused.refusal().isConflict() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT,
                    message(refused),
                    field == null ? List.of() : List.of(new FieldError(field, message(refused))),
                    Choice.word(refused.refusal()),
                    List.of());
        }

        static Problem of(StepRefusedException refused) {
            String field = refused.field();
            return field == null
                    ? of(HttpStatus.CONFLICT, message(refused))
                    : new Problem(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            message(refused),
                            List.of(new FieldError(field, message(refused))));
        }

        static Problem of(PolicyFaultsException faulty) {
            return new Problem(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "评级规则有 %d 处错误 / the policy has %d faults"
                            .formatted(faulty.faults().size(), faulty.faults().size()),
                    List.of(),
                    "faulty",
                    faulty.faults().stream().map(PolicyFault::of).toList());
        }
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception cause) {
        if (!request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
            return null;
        }
        Problem problem = problem(cause);
        if (cause instanceof GraphUnavailableException) {
            LOG.warn("{} {} was not answered: {}", request.getMethod(), request.getRequestURI(), cause.getMessage());
        } else if (problem.status().is5xxServerError()) {
            LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), cause);
        }
        if (!response.isCommitted()) {
            write(problem, request, response);
        }
        return new ModelAndView();
    }

    private static Problem problem(Exception cause) {
        return switch (cause) {
            case BadParameterException bad -> Problem.of(bad.field(), message(bad));
            case PlanRefusedException refused ->
                new Problem(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "计划有误 / the plan has faults",
                        refused.faults().stream()
                                .map(fault -> new FieldError(fault.field(), fault.zh() + " / " + fault.en()))
                                .toList());
            case PolicyRefusedException refused -> Problem.of(refused);
            case PolicyFaultsException faulty -> Problem.of(faulty);
            case RepairRefusedException refused ->
                new Problem(
                        refused.isConflict() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT,
                        message(refused),
                        List.of(new FieldError(refused.field(), message(refused))));
            case ConcurrencyFailureException _ ->
                Problem.of(HttpStatus.CONFLICT, "其间已有变化，请重新查看后再试 / something changed meanwhile, look again and retry");
            case PlanStateException state -> Problem.of(HttpStatus.CONFLICT, message(state));
            case StepRefusedException refused -> Problem.of(refused);
            case ConflictException conflict -> Problem.of(HttpStatus.CONFLICT, message(conflict));
            case NotFoundException none -> Problem.of(HttpStatus.NOT_FOUND, message(none));
            case NoSuchElementException none -> Problem.of(HttpStatus.NOT_FOUND, message(none));
            case GraphUnavailableException _ ->
                Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "关联图谱暂时无法访问，其余内容不受影响，请稍后重试 / the graph cannot be reached at present; everything else works,"
                                + " try again later");
            case MissingServletRequestParameterException missing ->
                Problem.of(missing.getParameterName(), "缺少参数 / the parameter is missing");
            case MethodArgumentTypeMismatchException mismatch ->
                Problem.of(mismatch.getName(), "无法识别的值 / is not a value of this parameter");
            case HttpMessageNotReadableException _ ->
                Problem.of(HttpStatus.BAD_REQUEST, "请求内容不是所需的 JSON / the body is not the JSON that is needed");
            case ErrorResponse error -> {
                HttpStatus status = HttpStatus.resolve(error.getStatusCode().value());
                yield Problem.of(
                        status == null ? HttpStatus.BAD_REQUEST : status,
                        String.valueOf(error.getBody().getDetail()));
            }
            default -> Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "系统出错，请稍后重试 / something failed, try again later");
        };
    }

    private static String message(Exception cause) {
        return String.valueOf(cause.getMessage());
    }

    private void write(Problem problem, HttpServletRequest request, HttpServletResponse response) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", problem.status().getReasonPhrase());
        body.put("status", problem.status().value());
        body.put("detail", problem.detail());
        body.put("instance", request.getRequestURI());
        if (!problem.errors().isEmpty()) {
            body.put("field", problem.errors().getFirst().field());
            body.put("errors", problem.errors());
        }
        if (problem.code() != null) {
            body.put("code", problem.code());
        }
        if (!problem.faults().isEmpty()) {
            body.put("faults", problem.faults());
        }
        response.setStatus(problem.status().value());
        response.setContentType("application/problem+json");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        try {
            response.getWriter().write(json.writeValueAsString(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
