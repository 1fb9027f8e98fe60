internal import ServiceLifecycle
internal import Synchronization

/// Raised when the service begins to stop: from then on nothing new is taken.
///
/// It stands last in the group of services, because the last one hears of the stop first.
package final class StopFlag: Service {
    private let raised = Atomic(false)
    private let whenRaised: @Sendable () -> Void

    /// A flag that is not raised; `whenRaised` runs once, when it is.
    package init(whenRaised: @escaping @Sendable () -> Void = {}) { self.whenRaised = whenRaised }

    package var isRaised: Bool { raised.load(ordering: .acquiring) }

    package func raise() {
        if !raised.exchange(true, ordering: .acquiringAndReleasing) { whenRaised() }
    }

    package func run() async throws {
        try? await gracefulShutdown()
        raise()
    }
}
