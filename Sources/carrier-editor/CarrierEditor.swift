import ArgumentParser
import CarrierCommands

@main
enum CarrierEditor {
    static func main() async {
        await CarrierEditorCommand.main()
    }
}
