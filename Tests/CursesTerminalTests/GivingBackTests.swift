import Glibc
import TerminalKit
import TestSupport
import Testing

extension RealTerminalTests {
    @Suite struct GivingBackTests {
        private func expectSettingsBack(_ probe: Probe, sourceLocation: SourceLocation = #_sourceLocation) {
            let now = probe.settingsNow
            let before = probe.settingsBefore
            #expect(
                now.c_lflag == before.c_lflag && now.c_iflag == before.c_iflag
                    && now.c_oflag == before.c_oflag,
                sourceLocation: sourceLocation)
        }

        /// The line settings are as before, and the screen and the reports were given back.
        private func expectGivenBack(_ probe: Probe, sourceLocation: SourceLocation = #_sourceLocation) {
            expectSettingsBack(probe, sourceLocation: sourceLocation)
            let output = String(decoding: probe.output, as: UTF8.self)
            for mode in ["1000", "1002", "1006", "2004", "1004", "1049"] {
                #expect(output.contains("\u{1B}[?\(mode)l"), "\(mode)", sourceLocation: sourceLocation)
            }
            #expect(output.split(separator: "\u{1B}[?1049l").count <= 2, sourceLocation: sourceLocation)
        }

        @Test func `while it runs the line is raw, and quitting gives it back`() throws {
            let probe = try Probe()
            let raw = probe.settingsNow
            #expect(raw.c_lflag & UInt32(ICANON | ECHO | ISIG | IEXTEN) == 0)
            #expect(raw.c_iflag & UInt32(ICRNL | IXON) == 0)
            try probe.type("q")
            try probe.waitForEnd()
            #expect(probe.status == 0)
            expectGivenBack(probe)
        }

        @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
        func `a signal to end ends the program in order and then the process`(signal: Int32) throws {
            let probe = try Probe()
            kill(probe.process, signal)
            try probe.wait(for: "closed")
            try probe.waitForEnd()
            #expect(try #require(probe.status) & 0x7F == signal)
            expectGivenBack(probe)
        }

        @Test(arguments: [
            SIGSEGV, SIGABRT, SIGILL, SIGTRAP, SIGBUS, SIGFPE, SIGQUIT, SIGUSR1, SIGUSR2, SIGALRM, SIGXCPU,
            SIGSYS,
        ])
        func `a crash gives the terminal back and is a crash still`(signal: Int32) throws {
            let probe = try Probe()
            kill(probe.process, signal)
            try probe.waitForEnd()
            #expect(try #require(probe.status) & 0x7F == signal)
            expectGivenBack(probe)
        }

        @Test func `a failed precondition and an exit give the terminal back`() throws {
            for key in ["f", "e"] {
                let probe = try Probe()
                try probe.type(key)
                try probe.waitForEnd()
                expectGivenBack(probe)
            }
        }

        @Test func `a program that hangs is ended by asking again`() throws {
            let probe = try Probe()
            try probe.type("h")
            try probe.wait(for: "hanging")
            let start = ContinuousClock.now
            try probe.waitForEnd(sending: SIGTERM)
            #expect(try #require(probe.status) & 0x7F == SIGTERM)
            #expect(.now - start >= .seconds(1))
            expectGivenBack(probe)
        }

        @Test func `a hang-up that comes again is no sign of a program that hangs`() throws {
            let probe = try Probe()
            try probe.type("h")
            try probe.wait(for: "hanging")
            for _ in 0..<10 {
                kill(probe.process, SIGHUP)
                probe.pump(milliseconds: 20)
            }
            try probe.waitForEnd(sending: SIGTERM)
            #expect(try #require(probe.status) & 0x7F == SIGTERM)
        }

        @Test func `a terminal that takes no output keeps it from ending no more than another`() throws {
            let probe = try Probe()
            probe.takesOutput = false
            // Drawn anew until nothing more goes in, and then a key that it does not come to.
            try probe.wait("it is stuck") {
                try probe.type("r")
                for _ in 0..<20 where probe.told.isEmpty { probe.pump(milliseconds: 20) }
                return probe.forgetTold() == 0
            }
            kill(probe.process, SIGTERM)
            try probe.wait(for: "closed")
            try probe.waitForEnd()
            #expect(try #require(probe.status) & 0x7F == SIGTERM)
            expectSettingsBack(probe)
        }

        @Test func `what came in and was not read does not reach the shell`() throws {
            let probe = try Probe()
            try probe.type("h")
            try probe.wait(for: "hanging")
            try probe.type("rm -r\r")
            try probe.wait("it is there to be read") { probe.hasUnreadInput }
            kill(probe.process, SIGSEGV)
            try probe.waitForEnd()
            #expect(!probe.hasUnreadInput)
        }

        @Test func `suspending where nobody can resume comes back at once`() throws {
            let probe = try Probe()
            _ = probe.takeOutput()
            try probe.type("\u{1A}")
            try probe.wait(for: "\(Event.key(Key("z", .control)))")
            let output = String(decoding: probe.takeOutput(), as: UTF8.self)
            #expect(output.contains("\u{1B}[?1049l") && output.contains("\u{1B}[?1006h"))
            #expect(output.contains("size 80x24"))
            #expect(probe.settingsNow.c_lflag & UInt32(ICANON) == 0)
        }
    }
}
