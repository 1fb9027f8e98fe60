/// The way of a picture from the phone to the utility: its compressions, and what was done to it on the way.
package struct Channel: Sendable {
    /// The ways.
    package enum Route: String, CaseIterable, Sendable, Codable {
        /// As the phone wrote it.
        case direct
        /// WhatsApp compresses again.
        case whatsApp = "whatsapp"
        /// Forwarded: compressed once more.
        case forwarded
    }

    package let route: Route
    /// JPEG qualities in their order; the last one is the file's.
    let qualities: [Int]

    static let routeParameter = Parameter.choice("channel.route", Route.self, "The picture's way")
    static let phoneQuality = Parameter.number("channel.phone-quality", 20...98, "JPEG quality of the phone")
    static let whatsAppQuality = Parameter.number("channel.whatsapp-quality", 20...95, "JPEG quality of WhatsApp")
    static let parameters = [Scene.aspect, routeParameter, phoneQuality, whatsAppQuality] + Presentation.parameters

    init(_ framing: Scene.Framing, _ dice: inout Dice) {
        let route: Route = dice.choice(Channel.routeParameter)
        self.route = route
        let phone = dice.whole(Channel.phoneQuality)
        let first = dice.whole(Channel.whatsAppQuality)
        let second = dice.whole(Channel.whatsAppQuality)
        switch route {
        case .direct: qualities = [phone]
        case .whatsApp: qualities = [phone, first]
        case .forwarded: qualities = [phone, first, second]
        }
    }
}
