internal import CarrierCore
internal import TerminalKit

/// Asks for a new user; the name of the one added, nil when cancelled.
func addUser(_ desk: Desk) async -> String? {
    let name = TextField(maxLength: 50, columns: 30)
    name.help = FieldHelp.userName
    name.check = { User(name: name.text, role: .operator).validate().message("name") }
    let role = roleGroup(.operator)
    let password = NewPassword(isRequired: true)
    let window = Window("Add User", buttons: [.ok(), .cancel()]) {
        Form {
            Field("User &Name", name, isRequired: true)
            Field("R&ole", role)
            password.fields
        }
    }
    let (store, actor) = (desk.store, desk.session.actor)
    window.mayClose = { command in
        let (name, newRole, secret) = (name, role.selection, password.secret)
        if command.discardsFields {
            return await desk.mayDiscard([
                Change(label: "User Name", old: "", new: name.text),
                Change(label: "Role", old: CarrierCore.Role.operator.title, new: newRole.title),
                password.asChange,
            ])
        }
        let newName = name.text
        return await save(desk, "Adding \(newName)", at: ["name": name]) {
            try store.addUser(named: newName, role: newRole, password: secret, by: actor)
        }
    }
    window.help = FieldHelp.users
    return await desk.program.present(window) == .ok ? name.text : nil
}

func changeRole(_ desk: Desk, of user: User) async {
    let role = roleGroup(user.role)
    let window = Window("Role of \(user.name)", buttons: [.ok(), .cancel()]) {
        Form { Field("R&ole", role) }
    }
    let (store, actor) = (desk.store, desk.session.actor)
    window.mayClose = { command in
        let newRole = role.selection
        if command.discardsFields {
            return await desk.mayDiscard([Change(label: "Role", old: user.role.title, new: newRole.title)])
        }
        return await save(desk, "Changing \(user.name)") {
            try store.setRole(newRole, of: user.name, by: actor)
        }
    }
    window.help = FieldHelp.role
    await desk.program.present(window)
}

func setPassword(_ desk: Desk, of user: User) async {
    let password = NewPassword(isRequired: true)
    let window = Window("Password of \(user.name)", buttons: [.ok(), .cancel()]) {
        Form { password.fields }
    }
    let (store, actor) = (desk.store, desk.session.actor)
    window.mayClose = { command in
        if command.discardsFields { return await desk.mayDiscard([password.asChange]) }
        guard let secret = password.secret else { return true }
        return await save(desk, "Setting the password") {
            try store.setPassword(secret, of: user.name, by: actor)
        }
    }
    window.help = FieldHelp.password
    await desk.program.present(window)
}

private func roleGroup(_ role: CarrierCore.Role) -> RadioGroup<CarrierCore.Role> {
    let group = RadioGroup(CarrierCore.Role.allCases.map { Choice($0, $0.title) }, selection: role)
    group.help = FieldHelp.role
    return group
}

/// False when the store refused, which has been told.
private func save(
    _ desk: Desk, _ purpose: String, at controls: [String: Control] = [:],
    _ work: @escaping @Sendable () throws -> Void
) async -> Bool {
    do {
        try await desk.working(purpose, work)
        return true
    } catch {
        await desk.report(error, at: controls)
        return false
    }
}
