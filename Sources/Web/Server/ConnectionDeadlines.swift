internal import NIOCore
internal import NIOHTTP1

/// Closes a connection whose client takes too long: a handler of its own for each connection.
///
/// Hummingbird's idle time-out begins anew with every byte, which is what a slow-loris client lives on. Here the whole
/// head and the whole body have one deadline each.
final class ConnectionDeadlines: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    private let watch: ConnectionWatch
    private var limits: ConnectionLimits { watch.limits }
    private var phase: ConnectionWatch.Slow = .head
    private var deadline = NIODeadline.distantFuture
    private var alarm: Scheduled<Void>?
    private var unanswered = 0
    private var isAnswering = false
    private var bodyBytes = 0
    private var isStopping = false

    init(watch: ConnectionWatch) { self.watch = watch }

    func handlerAdded(context: ChannelHandlerContext) {
        let now = NIODeadline.now()
        watch.opened(context.channel, at: now)
        enter(.head, until: now + limits.head, context)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        alarm?.cancel()
        watch.closed(context.channel)
    }

    func channelInactive(context: ChannelHandlerContext) {
        alarm?.cancel()
        watch.closed(context.channel)
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head:
            unanswered += 1
            bodyBytes = 0
            enter(.body, until: .now() + limits.body, context)
        case .body(let bytes):
            bodyBytes += bytes.readableBytes
            guard bodyBytes <= limits.bodyBytes else { return give(up: .body, context) }
        case .end:
            settle(context)
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head: isAnswering = true
        case .body: break
        case .end:
            isAnswering = false
            unanswered -= 1
            // A body that is still coming keeps the deadline that it has.
            if phase != .body { settle(context) }
        }
        context.write(data, promise: promise)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is ChannelShouldQuiesceEvent {
            isStopping = true
            deadline = min(deadline, .now() + limits.stop)
            schedule(context, anew: true)
        }
        context.fireUserInboundEventTriggered(event)
    }

    /// The request is whole: now the client waits for us, or, when all is answered, we for its next request.
    private func settle(_ context: ChannelHandlerContext) {
        let now = NIODeadline.now()
        if unanswered > 0 {
            enter(.answer, until: now + limits.answer, context)
        } else {
            enter(.idle, until: now + limits.idle, context)
        }
    }

    private func enter(_ phase: ConnectionWatch.Slow, until deadline: NIODeadline, _ context: ChannelHandlerContext) {
        self.phase = phase
        if !isStopping { self.deadline = deadline }
        watch.waits(context.channel, since: phase == .answer ? nil : .now())
        schedule(context, anew: false)
    }

    /// One alarm is set at a time; it looks at the deadline when it rings, so that a busy connection sets few.
    private func schedule(_ context: ChannelHandlerContext, anew: Bool) {
        if anew {
            alarm?.cancel()
            alarm = nil
        }
        // A deadline that came nearer needs an earlier alarm.
        if alarm != nil, deadline >= rings { return }
        alarm?.cancel()
        rings = deadline
        alarm = context.eventLoop.assumeIsolated().scheduleTask(deadline: deadline) {
            self.alarm = nil
            if NIODeadline.now() >= self.deadline {
                self.give(up: self.phase, context)
            } else {
                self.schedule(context, anew: true)
            }
        }
    }
    private var rings = NIODeadline.distantFuture

    private func give(up slow: ConnectionWatch.Slow, _ context: ChannelHandlerContext) {
        if !isStopping { watch.tell(slow, at: .now()) }
        if slow == .body, !isAnswering, unanswered == 1 {
            let headers: HTTPHeaders = ["connection": "close", "content-length": "0"]
            let head = HTTPResponseHead(version: .http1_1, status: .requestTimeout, headers: headers)
            context.write(wrapOutboundOut(.head(head)), promise: nil)
            context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        }
        context.close(promise: nil)
    }
}

/// Puts the deadlines where the parts of HTTP/1 pass, right behind the decoder, and leaves.
final class ConnectionDeadlinesInstaller: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = NIOAny

    private let watch: ConnectionWatch

    init(watch: ConnectionWatch) { self.watch = watch }

    func handlerAdded(context: ChannelHandlerContext) {
        let pipeline = context.pipeline.syncOperations
        do {
            let decoder = try pipeline.handler(type: ByteToMessageHandler<HTTPRequestDecoder>.self)
            try pipeline.addHandler(ConnectionDeadlines(watch: watch), position: .after(decoder))
        } catch {
            // Without its deadlines a connection is not served.
            context.close(promise: nil)
        }
    }
}
