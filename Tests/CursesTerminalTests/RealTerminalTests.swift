import Testing

/// What needs a process in a terminal: one after another, for a descriptor that leaks into another test's
/// process would keep a terminal open.
@Suite(.serialized) enum RealTerminalTests {}
