import Glibc

/// Time that no step of the system's clock touches, the same for every process of one boot.
enum Uptime {
    /// Milliseconds since the boot by CLOCK_MONOTONIC (clock_gettime(2)), which stands still while the machine sleeps, as
    /// libcurl's timeouts do.
    static func now() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }
}
