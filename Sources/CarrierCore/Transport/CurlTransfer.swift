import CCurl
import Locking

/// One request on its way through libcurl.
///
/// Proof for @unchecked: everything is set before the transfer is submitted, and after that touched only on the
/// thread that drives libcurl; `fate` has its own lock.
final class CurlTransfer: @unchecked Sendable {
    typealias Outcome = Result<HTTPResponse, TransportError>

    /// OAUTH.md part 4: answers are capped.
    private static let largestAnswer = 1 << 20
    private static let connectTimeout = 15_000

    let handle: UnsafeMutableRawPointer
    private let requestBody: Secret?
    private var list: UnsafeMutablePointer<curl_slist>?
    private var body = WipedBuffer()
    private var headers: [String: String] = [:]
    private var isTooLarge = false
    private struct Fate {
        var isCancelled = false
        var outcome: Outcome?
        var asker: CheckedContinuation<Void, Never>?
    }
    private let fate = Guarded(Fate())

    init(_ request: HTTPRequest, options: CurlOptions) throws(TransportError) {
        if let failure = ccurl_load() { throw TransportError(.notSent, reason: String(cString: failure)) }
        let address = try HTTPAddress(request.url)
        guard let handle = ccurl_easy_init() else {
            throw TransportError(.notSent, reason: "libcurl has no memory for a request")
        }
        self.handle = handle
        requestBody = request.body

        ccurl_set_string(handle, CURLOPT_URL, request.url)
        ccurl_set_string(handle, CURLOPT_PROTOCOLS_STR, address.scheme)
        try Self.require(ccurl_set_long(handle, CURLOPT_FOLLOWLOCATION, 0))
        ccurl_set_long(handle, CURLOPT_NOSIGNAL, 1)
        ccurl_set_long(handle, CURLOPT_TIMEOUT_MS, request.timeout)
        ccurl_set_long(handle, CURLOPT_CONNECTTIMEOUT_MS, min(request.timeout, Self.connectTimeout))
        try Self.require(ccurl_set_long(handle, CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2)))
        try Self.require(ccurl_set_long(handle, CURLOPT_SSL_VERIFYPEER, 1))
        try Self.require(ccurl_set_long(handle, CURLOPT_SSL_VERIFYHOST, 2))
        ccurl_set_string(handle, CURLOPT_USERAGENT, "carrier-editor")
        if let authorities = options.authorities {
            try Self.require(ccurl_set_string(handle, CURLOPT_CAINFO, authorities))
        }
        if address.isLoopback { ccurl_set_string(handle, CURLOPT_PROXY, "") }
        if request.method == .post {
            // On a connection that was kept and has died, libcurl would send the request again by itself; a refresh
            // token works once, so a post has a connection of its own.
            ccurl_set_long(handle, CURLOPT_FRESH_CONNECT, 1)
            ccurl_set_long(handle, CURLOPT_FORBID_REUSE, 1)
            ccurl_set_long(handle, CURLOPT_POST, 1)
            let length = requestBody?.withBytes { $0.count } ?? 0
            ccurl_set_long(handle, CURLOPT_POSTFIELDSIZE, length)
            // libcurl does not copy these bytes: `requestBody` keeps them until the transfer is gone.
            requestBody?.withBytes { bytes in
                _ = ccurl_set_pointer(handle, CURLOPT_POSTFIELDS, bytes.baseAddress)
            }
        }
        for (name, value) in request.headers {
            let line = WipedBuffer()
            line.append("\(name): ".utf8)
            line.append(value)
            list = line.withCString { ccurl_slist_append(list, $0) }
        }
        ccurl_set_list(handle, CURLOPT_HTTPHEADER, list)

        let context = Unmanaged.passUnretained(self).toOpaque()
        ccurl_set_function(handle, CURLOPT_WRITEFUNCTION) { data, size, count, context in
            CurlTransfer.of(context).take(UnsafeRawBufferPointer(start: data, count: size * count))
        }
        ccurl_set_pointer(handle, CURLOPT_WRITEDATA, context)
        ccurl_set_function(handle, CURLOPT_HEADERFUNCTION) { data, size, count, context in
            CurlTransfer.of(context).takeHeader(UnsafeRawBufferPointer(start: data, count: size * count))
        }
        ccurl_set_pointer(handle, CURLOPT_HEADERDATA, context)
    }

    deinit {
        ccurl_easy_cleanup(handle)
        // The lines may hold an Authorization header.
        var line = list
        while let current = line {
            if let text = current.pointee.data { WipedBuffer.wipe(text) }
            line = current.pointee.next
        }
        ccurl_slist_free(list)
    }

    /// Waits for the outcome; `submit` is called, once, when it may come.
    func outcome(afterSubmitting submit: () -> Void) async -> Outcome {
        await withCheckedContinuation { continuation in
            fate.withLock { $0.asker = continuation }
            submit()
        }
        // Not by the continuation: one resumed before it is awaited is a race to the thread sanitizer.
        guard let outcome = fate.withLock(\.outcome) else {
            preconditionFailure("A transfer has ended without an outcome.")
        }
        return outcome
    }

    /// Nobody wants the outcome any more: the thread that drives libcurl ends it.
    func cancel() {
        fate.withLock { $0.isCancelled = true }
    }

    var isCancelled: Bool { fate.withLock(\.isCancelled) }

    /// Hands the outcome over, once.
    func end(_ outcome: Outcome) {
        let asker = fate.withLock { fate in
            fate.outcome = outcome
            defer { fate.asker = nil }
            return fate.asker
        }
        asker?.resume()
    }

    /// What libcurl's code means for the caller.
    func result(_ code: CURLcode) -> Outcome {
        if code == CURLE_OK {
            var status = 0
            ccurl_get_long(handle, CURLINFO_RESPONSE_CODE, &status)
            return .success(HTTPResponse(status: status, headers: headers, body: body.secret()))
        }
        // Zero until the connection stands, with TLS and through any proxy: what failed before never reached the server.
        var connected: curl_off_t = 0
        ccurl_get_offset(handle, CURLINFO_PRETRANSFER_TIME_T, &connected)
        let reason =
            isTooLarge ? "the answer is larger than 1 MiB" : String(cString: ccurl_easy_strerror(code))
        return .failure(TransportError(connected > 0 ? .answerLost : .notSent, reason: reason))
    }

    /// A call that may go out without this option is not made.
    private static func require(_ code: CURLcode) throws(TransportError) {
        guard code != CURLE_OK else { return }
        throw TransportError(.notSent, reason: String(cString: ccurl_easy_strerror(code)))
    }

    private static func of(_ context: UnsafeMutableRawPointer?) -> CurlTransfer {
        guard let context else { preconditionFailure("libcurl called back without its context") }
        return Unmanaged<CurlTransfer>.fromOpaque(context).takeUnretainedValue()
    }

    private func take(_ bytes: UnsafeRawBufferPointer) -> Int {
        guard body.count + bytes.count <= Self.largestAnswer else {
            isTooLarge = true
            return 0
        }
        body.append(bytes)
        return bytes.count
    }

    private func takeHeader(_ bytes: UnsafeRawBufferPointer) -> Int {
        let line = String(decoding: bytes, as: UTF8.self)
        // A status line begins a new answer (after "100 Continue", or a proxy's own).
        if line.hasPrefix("HTTP/") { headers = [:] }
        if let colon = line.firstIndex(of: ":"), headers.count < 100 {
            let value = line[line.index(after: colon)...].trimmingWhitespace()
            headers[line[..<colon].lowercased()] = value
        }
        return bytes.count
    }
}

extension Substring {
    fileprivate func trimmingWhitespace() -> String {
        let start = firstIndex { !$0.isWhitespace } ?? endIndex
        let end = lastIndex { !$0.isWhitespace }.map { index(after: $0) } ?? start
        return String(self[start..<end])
    }
}
