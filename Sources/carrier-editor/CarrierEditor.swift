import CarrierCommands

@main
enum CarrierEditor {
    static func main() {
        CommandLineMain.run()
    }
}
