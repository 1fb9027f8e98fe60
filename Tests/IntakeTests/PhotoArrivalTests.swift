import Intake
import Storage
import Testing

@Suite("A photo arrives")
struct PhotoArrivalTests {
    @Test("A stranger is told how to link, and the photo stays unread")
    func stranger() async throws {
        let house = try PhotoHouse()
        try await house.prepare([TestSubscriber(number: "1")])
        let stranger = try await house.sender("TR.99")
        let photo = try await house.photo(from: stranger)
        let state = try await house.state(of: photo)
        #expect(state.outcome == "refused")
        #expect(state.reasons == #"["unknown-sender"]"#)
        let said = try await house.said(to: stranger)
        #expect(said.count == 1)
        #expect(said[0].photo == photo)
        #expect(said[0].words.contains("YETKİLİ"))
        #expect(try await house.number("SELECT count(*) AS number FROM job WHERE queue = 'read'") == 0)
    }

    @Test("A stranger who asks for a person is told how to reach one, also after a photo, and no photo goes to a clerk")
    func strangerAsks() async throws {
        let house = try PhotoHouse()
        try await house.prepare([TestSubscriber(number: "1")])
        let stranger = try await house.sender("TR.99")
        let photo = try await house.photo(from: stranger)
        let (now, settings) = (house.now, house.settings)
        try await house.store.write { try $0.personRequested(by: stranger, at: now, settings: settings) }
        #expect(try await house.said(to: stranger).last?.words.contains("aktaramıyoruz") == true)
        #expect(try await house.said(to: stranger).last?.words.contains("Henüz") == false)
        #expect(try await house.state(of: photo).outcome == "refused")
    }

    @Test("A prepaid subscriber is told why there is no invoice, and nothing is read")
    func prepaid() async throws {
        let house = try PhotoHouse()
        try await house.prepare([TestSubscriber(number: "1", isPrepaid: true, language: "en")])
        let sender = try await house.sender("TR.1")
        let photo = try await house.photo(from: sender)
        #expect(try await house.state(of: photo).outcome == "refused")
        let said = try await house.said(to: sender)
        #expect(said.count == 1)
        #expect(said[0].words.contains("prepaid"))
        #expect(said[0].words.contains("PERSON"))
        #expect(try await house.number("SELECT count(*) AS number FROM job WHERE queue = 'read'") == 0)
    }

    @Test("Before the first photo is read the sender gets the notice once, however many photos wait for it")
    func notice() async throws {
        let house = try PhotoHouse()
        try await house.prepare([TestSubscriber(number: "1")])
        let sender = try await house.sender("TR.1", hasNotice: false)
        let first = try await house.photo(from: sender, mark: 1)
        let second = try await house.photo(from: sender, mark: 2)
        #expect(try await house.state(of: first).state == "waiting")
        #expect(try await house.said(to: sender).map(\.purpose) == ["notice"])
        #expect(try await house.said(to: sender)[0].words.contains("Örnek Gaz"))
        #expect(try await house.number("SELECT count(*) AS number FROM job WHERE queue = 'read'") == 0)

        let now = house.now
        try await house.store.write { try $0.noticeTaken(by: sender, version: PhotoHouse.noticeVersion, at: now) }
        #expect(try await house.state(of: first).state == "reading")
        #expect(try await house.state(of: second).state == "reading")
        // Taken twice, by two statuses: nothing more.
        try await house.store.write { try $0.noticeTaken(by: sender, version: PhotoHouse.noticeVersion, at: now) }
        #expect(try await house.number("SELECT count(*) AS number FROM job WHERE queue = 'read'") == 2)
    }

    @Test("An older edition of the notice is not enough")
    func olderNotice() async throws {
        let house = try PhotoHouse()
        try await house.prepare([TestSubscriber(number: "1")])
        let sender = try await house.sender("TR.1", hasNotice: false)
        let photo = try await house.photo(from: sender)
        let now = house.now
        try await house.store.write { try $0.noticeTaken(by: sender, version: "2020-01", at: now) }
        #expect(try await house.state(of: photo).state == "waiting")
    }

    @Test("The eleventh photo within an hour is refused with one polite answer, the twelfth in silence")
    func limit() async throws {
        let house = try PhotoHouse()
        try await house.prepare([TestSubscriber(number: "1")])
        let sender = try await house.sender("TR.1")
        var photos: [Int64] = []
        for mark in 0..<12 { photos.append(try await house.photo(from: sender, mark: mark)) }
        #expect(try await house.state(of: photos[9]).state == "reading")
        for photo in photos[10...] {
            let state = try await house.state(of: photo)
            #expect(state.outcome == "refused")
            #expect(state.reasons == #"["over-limit"]"#)
        }
        let said = try await house.said(to: sender)
        #expect(said.map(\.photo) == [photos[10]])
        #expect(said[0].words.contains("10"))

        house.pass(.seconds(3601))
        let later = try await house.photo(from: sender, mark: 99)
        #expect(try await house.state(of: later).state == "reading")
    }

    @Test("A photo that was refused as one too many is read when it comes again later")
    func limitIsNoFirstAnswer() async throws {
        let house = try PhotoHouse()
        try await house.prepare([TestSubscriber(number: "1")])
        let sender = try await house.sender("TR.1")
        for mark in 0..<11 { _ = try await house.photo(from: sender, mark: mark) }
        house.pass(.seconds(3601))
        let again = try await house.photo(from: sender, mark: 10)
        #expect(try await house.state(of: again).state == "reading")
    }

    @Test("A photo that the channel does not hand out is refused with a tip, once")
    func unavailable() async throws {
        let house = try PhotoHouse()
        try await house.prepare([TestSubscriber(number: "1")])
        let sender = try await house.sender("TR.1")
        let photo = try await house.arrival(from: sender)
        let (now, settings) = (house.now, house.settings)
        for _ in 0..<2 {
            try await house.store.write {
                try $0.photoUnavailable(photo, reason: "expired", at: now, settings: settings)
            }
        }
        #expect(try await house.state(of: photo).reasons == #"["not-received","expired"]"#)
        #expect(try await house.said(to: sender).count == 1)
    }

    @Test("The same photo told twice has its effect once")
    func twice() async throws {
        let house = try PhotoHouse()
        try await house.prepare([TestSubscriber(number: "1")])
        let sender = try await house.sender("TR.1")
        let photo = try await house.photo(from: sender)
        let blob = try await house.blobs.put(try PhotoHouse.jpeg(mark: 7))
        let (now, settings) = (house.now, house.settings)
        try await house.store.write { try $0.photoFetched(photo, original: blob, at: now, settings: settings) }
        #expect(try await house.number("SELECT count(*) AS number FROM job WHERE queue = 'read'") == 1)
        let original = try await house.store.read {
            try $0.row("SELECT original FROM photo WHERE id = ?", photo)?.text("original")
        }
        #expect(original != blob.hexadecimal)
    }
}
