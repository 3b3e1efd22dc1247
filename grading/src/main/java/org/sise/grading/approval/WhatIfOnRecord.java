package org.sise.grading.approval;

import java.time.Instant;

/**
 * A finished what-if of a version against the policy in force.
 *
 * @param id its number
 * @param againstDigest the digest of the policy with which it compared
 */
public record WhatIfOnRecord(long id, String againstDigest, Instant finishedAt) {}
