package org.telvirt.conformance.crawler;

import java.util.List;
import org.telvirt.conformance.wbem.Finding;

/**
 * What a crawl has seen.
 *
 * @param instances how many instances, associations included
 * @param associations how many of them are associations
 * @param questions how many comparisons were made
 * @param repeated how many of them had to be made again because something had changed in between
 * @param findings what does not agree; empty: all is well
 */
public record CrawlReport(int instances, int associations, int questions, int repeated, List<Finding> findings) {
    /** Copies the findings. */
    public CrawlReport {
        findings = List.copyOf(findings);
    }
}
