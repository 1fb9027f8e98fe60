internal import PhotoSimulator

/// Who sends which photo, and in which order: the same seed gives the same plan.
package struct CustomerPlan: Sendable {
    /// One photo to be sent.
    package struct Entry: Hashable, Sendable {
        package let customer: Customer
        package let file: String
    }

    package let entries: [Entry]

    /// Deals the photos to the customers and shuffles them by the seed, unless they go out in the customers' order.
    ///
    /// `count` is how many photos are sent in all, nil each customer's once; more begin again from the start.
    package init(customers: [Customer], photos: PhotoFolder, seed: UInt64, count: Int?, inOrder: Bool = false) {
        // Whom the list names sends that file. A photo with a known serial is of that customer's meter; the others are dealt in turn to those left over.
        var owned: [String: [String]] = [:]
        for file in photos.files { owned[photos.serial(of: file) ?? "", default: []].append(file) }
        let known = Set(customers.compactMap(\.meterSerial))
        let free = photos.files.filter { file in photos.serial(of: file).map { !known.contains($0) } ?? true }
        let spare = free.isEmpty ? photos.files : free
        var next = 0
        var once: [Entry] = []
        for customer in customers {
            if let files = photos.files(of: customer.number) {
                once += files.map { Entry(customer: customer, file: $0) }
            } else if let serial = customer.meterSerial, let files = owned[serial] {
                once += files.map { Entry(customer: customer, file: $0) }
            } else if !spare.isEmpty {
                once.append(Entry(customer: customer, file: spare[next % spare.count]))
                next += 1
            }
        }
        var random = SeededRandom(seed: seed)
        if !inOrder { once.shuffle(using: &random) }
        guard let count, !once.isEmpty else {
            entries = count == nil ? once : []
            return
        }
        entries = (0..<count).map { once[$0 % once.count] }
    }
}
