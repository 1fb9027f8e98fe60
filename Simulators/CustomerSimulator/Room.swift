/// The room CustomerSimulator.
