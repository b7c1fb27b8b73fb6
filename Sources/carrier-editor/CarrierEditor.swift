import CarrierCommands

@main
enum CarrierEditor {
    static func main() async {
        await CommandLineMain.run()
    }
}
