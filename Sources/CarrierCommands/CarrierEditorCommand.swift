public import ArgumentParser
import CarrierCore
import CarrierScreens
import CursesTerminal
import UPSSandbox

/// `carrier-editor`: the one executable, its commands one file each in this folder.
public struct CarrierEditorCommand: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "carrier-editor",
        abstract: "Sets up UPS carriers and keeps their keys alive.")
    public init() {}
    public func run() async throws { print("hello") }
}
