extension BoilerSubscribers {
    /// Boiler or district, as the default of the open point: Kahramankazan near Ankara, called Kazan until 2016.
    public static let baskent = BoilerSubscribers(
        districts: ["Kazan", "Kahramankazan"], version: "boiler-subscribers-2026.1")
}
