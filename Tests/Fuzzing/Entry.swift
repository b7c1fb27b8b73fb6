import Glibc

/// What libFuzzer calls with every input it makes up. `Property` is the one that scripts/fuzz builds this file with.
@_cdecl("LLVMFuzzerTestOneInput")
public func takeInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    if let fault = Property.fault(Array(UnsafeBufferPointer(start: start, count: count))) {
        print("The property does not hold: \(fault)")
        fflush(nil)
        abort()
    }
    return 0
}
