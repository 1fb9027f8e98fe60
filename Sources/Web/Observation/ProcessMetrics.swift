internal import Foundation

/// What every process tells of itself, under the names that Prometheus's own clients use.
enum ProcessMetrics {
    static func families() -> [MetricFamily] {
        var families: [MetricFamily] = []
        if let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8),
            let pages = text.split(separator: " ").dropFirst().first.flatMap({ Int($0) })
        {
            families.append(gauge("process_resident_memory_bytes", Double(pages * Int(sysconf(Int32(_SC_PAGESIZE))))))
        }
        if let files = try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count {
            families.append(gauge("process_open_fds", Double(files)))
        }
        families.append(gauge("process_start_time_seconds", start))
        return families
    }

    private static func gauge(_ name: String, _ value: Double) -> MetricFamily {
        MetricFamily(name: name, kind: .gauge, series: [MetricSeries(value: .number(value))])
    }

    private static let start = Date().timeIntervalSince1970.rounded()

    /// Remembers when the process began; to be called then.
    static func begin() { _ = start }
}
