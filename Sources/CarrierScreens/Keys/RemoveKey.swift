internal import CarrierCore
internal import TerminalKit

/// Removes a key from the store at once, after asking.
func removeKey(_ desk: Desk, _ holder: KeyHolder, _ grant: Grant) async {
    let text = """
        Remove the \(holder.endpoint.title) key of \(holder.ownerName)? It takes a new sign-in to get one again.
        """
    guard await desk.mayDestroy("Remove Key", text, button: "Remove") else { return }
    do {
        let (store, actor) = (desk.store, desk.session.actor)
        try await desk.working("Removing the key") {
            try store.deleteGrant(grant, ownerName: holder.ownerName, actor: actor)
        }
    } catch {
        await desk.report(error)
    }
}
