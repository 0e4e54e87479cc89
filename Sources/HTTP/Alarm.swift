import NIOCore

/// Rings when a moment has come that nobody has moved meanwhile.
///
/// One timer serves many moments: it is started again only when the new one is nearer, so that a request, which moves
/// the moment several times, costs no timer of its own. It belongs to its event loop.
final class Alarm {
    private let eventLoop: any EventLoop
    private var ring: (() -> Void)?
    private var moment: NIODeadline?
    private var timer: Scheduled<Void>?
    private var timerMoment = NIODeadline.distantFuture

    /// An alarm that calls `ring`, and holds what it captures until `destroy`.
    init(_ eventLoop: any EventLoop, ring: @escaping () -> Void) {
        self.eventLoop = eventLoop
        self.ring = ring
    }

    /// Rings at that moment, and no more at the one set before.
    func set(_ moment: NIODeadline) {
        self.moment = moment
        guard timer == nil || moment < timerMoment else { return }
        timer?.cancel()
        timerMoment = moment
        let bound = NIOLoopBound(self, eventLoop: eventLoop)
        timer = eventLoop.scheduleTask(deadline: moment) { bound.value.timerFired() }
    }

    /// Rings no more until it is set again.
    func unset() {
        moment = nil
    }

    /// Rings never again.
    func destroy() {
        timer?.cancel()
        timer = nil
        ring = nil
    }

    private func timerFired() {
        timer = nil
        guard let moment else { return }
        if NIODeadline.now() < moment {
            set(moment)
        } else {
            self.moment = nil
            ring?()
        }
    }
}
