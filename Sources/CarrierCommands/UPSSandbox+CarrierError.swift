import CarrierCore
import UPSSandbox

extension UPSSandbox {
    /// Starts to listen. Throws `.unavailable` where it cannot.
    func listen() async throws(CarrierError) {
        do {
            try await start()
        } catch let error as SandboxError {
            throw CarrierError(
                .unavailable, error.message, advice: error.advice, underlying: error.underlying)
        } catch {
            throw CarrierError(
                .unavailable, "The UPS sandbox could not listen (\(error)).",
                advice: "Look at this machine's loopback interface.", underlying: error)
        }
    }
}
