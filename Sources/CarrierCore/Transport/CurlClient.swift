import CCurl
import Dispatch
import Locking
public import Logging

/// HTTP through libcurl's multi interface: any number of requests at once on one background thread,
/// which exists only while something is under way.
public final class CurlClient: HTTPClient {
    private struct State {
        var multi: Multi?
        var waiting: [CurlTransfer] = []
        var isDriving = false
    }

    // Proof for @unchecked: used on `queue` alone, but for curl_multi_wakeup, which libcurl allows from any thread.
    private struct Multi: @unchecked Sendable {
        let handle: UnsafeMutableRawPointer
    }

    static let connectionsPerHost = 16

    private let state = Guarded(State())
    private let queue = DispatchQueue(label: "carrier-editor.curl")
    private let options: CurlOptions
    private let log: Logger

    public init(options: CurlOptions, log: Logger) {
        self.options = options
        self.log = log
    }

    deinit {
        // Nothing is under way: a transfer holds its caller, and the caller holds this client.
        state.withLock { if let multi = $0.multi { ccurl_multi_cleanup(multi.handle) } }
    }

    public func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        let transfer = try CurlTransfer(request, options: options)
        log.debug("\(request.method.rawValue) \(HTTPAddress.withoutQuery(request.url))")
        let result: Result<HTTPResponse, TransportError> = await withTaskCancellationHandler {
            await transfer.outcome { submit(transfer) }
        } onCancel: {
            cancel(transfer)
        }
        switch result {
        case .success(let response):
            log.debug("\(response.status) \(HTTPAddress.withoutQuery(request.url))")
        case .failure(let error):
            log.debug("no answer from \(HTTPAddress.withoutQuery(request.url)): \(error.reason)")
        }
        return try result.get()
    }

    private func submit(_ transfer: CurlTransfer) {
        let starts = state.withLock { state in
            state.waiting.append(transfer)
            if let multi = state.multi { ccurl_multi_wakeup(multi.handle) }
            defer { state.isDriving = true }
            return !state.isDriving
        }
        if starts { queue.async { self.drive() } }
    }

    private func cancel(_ transfer: CurlTransfer) {
        transfer.cancel()
        state.withLock { if let multi = $0.multi { ccurl_multi_wakeup(multi.handle) } }
    }

    /// Runs every transfer to its end, then returns; on `queue` alone.
    private func drive() {
        guard let multi = openMulti() else {
            let stranded = state.withLock { state in
                defer { state.waiting = []; state.isDriving = false }
                return state.waiting
            }
            for transfer in stranded {
                transfer.end(.failure(TransportError(.notSent, reason: "libcurl could not start")))
            }
            return
        }
        var active: [UnsafeMutableRawPointer: CurlTransfer] = [:]
        while takeWaiting(into: &active, multi: multi) {
            var running: Int32 = 0
            ccurl_multi_perform(multi, &running)
            finish(&active, multi: multi)
            if !active.isEmpty { ccurl_multi_poll(multi, 1000) }
        }
    }

    private func openMulti() -> UnsafeMutableRawPointer? {
        state.withLock { state in
            if let multi = state.multi { return multi.handle }
            guard let handle = ccurl_multi_init() else { return nil }
            ccurl_multi_set_long(handle, CURLMOPT_MAX_HOST_CONNECTIONS, Self.connectionsPerHost)
            state.multi = Multi(handle: handle)
            return handle
        }
    }

    /// Starts what waits and drops what was cancelled; false when nothing is left to do.
    private func takeWaiting(
        into active: inout [UnsafeMutableRawPointer: CurlTransfer], multi: UnsafeMutableRawPointer
    ) -> Bool {
        let starting = state.withLock { state in
            defer { state.waiting = [] }
            return state.waiting
        }
        for transfer in starting {
            guard ccurl_multi_add(multi, transfer.handle) == CURLM_OK else {
                transfer.end(.failure(TransportError(.notSent, reason: "libcurl did not take the request")))
                continue
            }
            active[transfer.handle] = transfer
        }
        for transfer in active.values where transfer.isCancelled {
            ccurl_multi_remove(multi, transfer.handle)
            active[transfer.handle] = nil
            transfer.end(.failure(TransportError(.cancelled, reason: "cancelled")))
        }
        return state.withLock { state in
            if active.isEmpty && state.waiting.isEmpty { state.isDriving = false }
            return state.isDriving
        }
    }

    private func finish(
        _ active: inout [UnsafeMutableRawPointer: CurlTransfer], multi: UnsafeMutableRawPointer
    ) {
        var code = CURLE_OK
        while let handle = ccurl_multi_next_done(multi, &code) {
            ccurl_multi_remove(multi, handle)
            if let transfer = active.removeValue(forKey: handle) { transfer.end(transfer.result(code)) }
        }
    }
}
